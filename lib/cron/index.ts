/** `gyre/cron`: scheduled jobs that run once in the cluster, wherever that is. */
export { runsOnRing, type RunsOnRing } from './runs-on-ring.js'
