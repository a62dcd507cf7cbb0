// A worker that does its share of 1,024 kinds of work. Start the first one, then more of them in
// other terminals; kill one and watch the others take over:
//
//     node examples/worker.js --bind 127.0.0.1:7001
//     node examples/worker.js --seed 127.0.0.1:7001
//
// With GYRE_KEY (gyre keygen) in the environment of all, they talk sealed.
import { joinCluster } from 'gyre'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    bind: { type: 'string', default: '127.0.0.1:0' },
    seed: { type: 'string', multiple: true, default: [] },
  },
})

const cluster = await joinCluster({
  bind: values.bind,
  seeds: values.seed,
  keys: process.env.GYRE_KEY,
})
console.log(`${cluster.id} listens at ${cluster.self.endpoint}`)
cluster.on('member', (member, was) => console.log(`${member.id}: ${was} → ${member.state}`))

const jobs = cluster.ring('jobs')
let done = 0
const work = setInterval(() => {
  for (const slot of jobs.owned) if (slot >= 0) done++
}, 100)
jobs.on('change', ({ gained, lost, members }) => {
  const mine = `${jobs.owned.length} of ${jobs.slots} slots`
  console.log(`+${gained.length} −${lost.length}: now ${mine}, ${members} members, ${done} done`)
})

const stop = async () => {
  clearInterval(work)
  await cluster.leave()
  console.log(`left after ${done} pieces of work`)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
