import type { ClusterRing } from '../cluster/index.js'

/** The shape of node-cron's `RunCoordinator`. */
export interface RunsOnRing {
  /** Whether the run that has this key is for this process. */
  shouldRun(key: string, ttlMs: number): boolean
}

/**
 * Decides who runs a scheduled job: the owner of the job's name. Give it to node-cron as
 * `runCoordinator`, with `distributed: true` and a name.
 *
 * A job falls due at one moment in all processes; whoever owns its name at that moment, and may act for it,
 * runs it. In mode `available` two may, in a partition, and a run that falls due while a death is being
 * found out is missed; in `majority` and `lease` never two.
 */
export function runsOnRing(ring: ClusterRing): RunsOnRing {
  // node-cron's keys end in the time of the run; all runs of a job are for one owner.
  return { shouldRun: (key) => ring.owns(nameOf(key)) }
}

/** A key without what follows its last colon, if that is a time. */
function nameOf(key: string): string {
  return key.replace(/:\d[\dTZ:.+-]*$/, '')
}
