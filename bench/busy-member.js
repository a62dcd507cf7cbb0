// A member whose event loop is busy for 2 of every 5 seconds; told by its end whom it accused.
import { joinCluster } from 'gyre'

const [seed, profile] = process.argv.slice(2)
const cluster = await joinCluster({ id: 'busy', seeds: [seed], profile })
const compute = () => {
  const end = performance.now() + 2_000
  while (performance.now() < end);
}
const timer = setInterval(compute, 5_000)
process.once('SIGTERM', async () => {
  clearInterval(timer)
  const { accusations, verdicts, health, lateTicks } = cluster.stats
  await cluster.leave()
  console.log(JSON.stringify({ accusations, verdicts, health, lateTicks }))
})
