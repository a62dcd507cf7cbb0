import { GyreError } from '../../base/error.js'
import type { Mode } from '../../ownership/index.js'
import type { RingOptions } from '../../ring/index.js'
import type { LeaseStore } from './leases.js'

/**
 * Options of `Cluster.ring`. All members must use equal ones, save `batchMs`, `drainMs` and `leases`: one
 * that does not is refused.
 */
export interface ClusterRingOptions extends Omit<RingOptions, 'seed'> {
  /**
   * How sure a member is that nobody else acts: `available` (there is always an owner; in partitions,
   * and while a death is found out, two may be), `majority` (never two, and none where most voters
   * are not to be reached), `lease` (as sure as the store of `leases` is).
   * @default 'available'
   */
  readonly mode?: Mode
  /** With `majority`: the ids of those whose support counts, fixed for the ring's life. 1…1,000. */
  readonly voters?: readonly string[]
  /** With `lease`: what keeps them; see `postgresLeases`. */
  readonly leases?: LeaseStore
  /**
   * We stop so long after we last asked for the support that we have, and after a stall of our own
   * process of this length. 100…600,000. Raising it: fewer losses in a bad network, later take-overs.
   * @default 2,000
   */
  readonly stopAfterMs?: number
  /**
   * Others get what was ours no sooner than so long after we last asked. The difference to
   * `stopAfterMs` is what clocks may drift apart, and what may pass between a check and what was
   * checked for. Above `stopAfterMs`, at most 600,000.
   * @default 1.5 · stopAfterMs
   */
  readonly takeAfterMs?: number
  /**
   * Whether a member that is suspect still owns: work does not move on a suspicion.
   * @default true
   */
  readonly suspectOwns?: boolean
  /**
   * Only members with this role take part; others may look up.
   * @default all members take part
   */
  readonly role?: string
  /**
   * Changes of membership within so many milliseconds move slots once. 0…60,000; 0: those of one
   * turn of the event loop. Raising it: fewer moves in a burst of deaths, later ones.
   * @default 0
   */
  readonly batchMs?: number
  /**
   * How long our `prepare` and `release` listeners, runs and loops have, when slots move as planned;
   * then signals are aborted. 0…3,600,000.
   * @default 10,000
   */
  readonly drainMs?: number
}

/** The options after their check, with defaults in. */
export interface RingSettings {
  readonly ring: Required<Omit<RingOptions, 'seed'>>
  readonly mode: Mode
  readonly voters: readonly string[]
  readonly leases: LeaseStore | undefined
  readonly stopAfterMs: number
  readonly takeAfterMs: number
  readonly suspectOwns: boolean
  readonly role: string | undefined
  readonly batchMs: number
  readonly drainMs: number
}

const MODES: readonly unknown[] = ['available', 'majority', 'lease']

/** @throws GyreError `BAD_OPTION` */
export function ringSettings(name: string, options: ClusterRingOptions): RingSettings {
  const { slots = 1_024, replicas = 1, loadBound = 1.25, mode = 'available' } = options
  const { placement = 'rendezvous', points = 100, voters = [], leases, role } = options
  const { stopAfterMs = 2_000, suspectOwns = true, batchMs = 0, drainMs = 10_000 } = options
  const { takeAfterMs = 1.5 * stopAfterMs } = options
  const fail = (what: string): never => {
    throw new GyreError('BAD_OPTION', `the ring ${name}: ${what}`)
  }
  if (!MODES.includes(mode)) fail(`mode: expected available, majority or lease, got ${mode}`)
  const wrong = voters.find((id) => typeof id !== 'string' || id === '')
  if (wrong !== undefined) fail(`voters: expected ids, got ${JSON.stringify(wrong)}`)
  if (new Set(voters).size !== voters.length) fail('voters: expected distinct ids')
  if (voters.length > 1_000) fail(`voters: expected at most 1000, got ${voters.length}`)
  if ((mode === 'majority') !== voters.length > 0) {
    fail(mode === 'majority' ? 'majority: expected voters' : 'voters: expected mode majority')
  }
  if ((mode === 'lease') !== (leases !== undefined)) {
    fail(mode === 'lease' ? 'lease: expected leases' : 'leases: expected mode lease')
  }
  checkRange('stopAfterMs', stopAfterMs, 100, 600_000, fail)
  checkRange('takeAfterMs', takeAfterMs, stopAfterMs + 1, 600_000, fail)
  checkRange('batchMs', batchMs, 0, 60_000, fail)
  checkRange('drainMs', drainMs, 0, 3_600_000, fail)
  if (role !== undefined && (typeof role !== 'string' || role === '')) {
    fail(`role: expected a text, got ${JSON.stringify(role)}`)
  }
  const ring = { slots, replicas, loadBound, placement, points }
  const rights = { mode, voters, leases, stopAfterMs, takeAfterMs }
  return { ring, ...rights, suspectOwns, role, batchMs, drainMs }
}

/** What all members of the ring must agree on, in words that tell one setting from another. */
export function rulesOf(settings: RingSettings): string {
  const { ring, mode, voters, stopAfterMs, takeAfterMs, suspectOwns, role = '' } = settings
  const { slots, replicas, loadBound, placement, points } = ring
  const rules = [
    `slots ${slots}`,
    replicas !== 1 && `replicas ${replicas}`,
    loadBound !== 1.25 && `loadBound ${loadBound}`,
    placement !== 'rendezvous' && `${placement} ${points}`,
    mode !== 'available' && `${mode} ${stopAfterMs} ${takeAfterMs}`,
    voters.length > 0 && `voters ${voters.toSorted().join(' ')}`.slice(0, 200),
    !suspectOwns && 'not suspects',
    role !== '' && `role ${role}`,
  ]
  return rules.filter((rule) => rule !== false).join(', ')
}

function checkRange(
  name: string,
  value: number,
  least: number,
  most: number,
  fail: (what: string) => never,
): void {
  if (!(value >= least && value <= most)) fail(`${name}: expected ${least}…${most}, got ${value}`)
}
