// A job that runs every second, once in the cluster. Start several; kill whichever runs it:
//
//     node examples/cron/scheduler.js --bind 127.0.0.1:7301
//     node examples/cron/scheduler.js --seed 127.0.0.1:7301
import { runsOnRing } from 'gyre/cron'
import cron from 'node-cron'
import { join, readOptions, serve } from '../member.js'

const values = readOptions()

const cluster = await join(values)
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
const stop = async () => {
  await task.destroy()
  await cluster.leave()
}
serve(cluster, stop)
