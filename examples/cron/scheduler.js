// A job that runs every second, once in the cluster. Start several; kill whichever runs it:
//
//     node examples/cron/scheduler.js --bind 127.0.0.1:7301
//     node examples/cron/scheduler.js --seed 127.0.0.1:7301
import { joinCluster } from 'gyre'
import { runsOnRing } from 'gyre/cron'
import cron from 'node-cron'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    id: { type: 'string' },
    bind: { type: 'string', default: '127.0.0.1:0' },
    seed: { type: 'string', multiple: true, default: [] },
    profile: { type: 'string', default: 'lan' },
  },
})

const cluster = await joinCluster({
  id: values.id,
  bind: values.bind,
  seeds: values.seed,
  profile: values.profile,
})
const ring = cluster.ring('schedules', { slots: 64 })
await ring.settled()

const report = (context) => {
  console.log(JSON.stringify({ ran: context.date.toISOString(), by: cluster.id }))
}
const task = cron.schedule('* * * * * *', report, {
  name: 'report',
  distributed: true,
  runCoordinator: runsOnRing(ring),
  suppressMissedWarning: true,
})
console.log(JSON.stringify({ ready: true, id: cluster.id, endpoint: cluster.self.endpoint }))

const stop = async () => {
  await task.destroy()
  await cluster.leave()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
