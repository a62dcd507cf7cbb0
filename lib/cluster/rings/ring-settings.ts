import { GyreError } from '../../base/error.js'
import { optionsOf, type OptionRows } from '../../base/option-rows.js'
import type { Mode } from '../../ownership/index.js'
import { ringOptions, type RingOptions } from '../../ring/index.js'
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
  /** With `majority`: the ids of the 1…1,000 members whose support counts, fixed as long as the ring. */
  readonly voters?: readonly string[]
  /** With `lease`: what keeps them; see `postgresLeases`. */
  readonly leases?: LeaseStore
  /**
   * We stop acting this long after the last request that a majority of voters granted, and after a stall
   * of our own process of this length. Range 100…600,000. Raising it: fewer losses in a bad network,
   * later take-overs.
   * @default 2,000
   */
  readonly stopAfterMs?: number
  /**
   * Others get what was ours no sooner than this long after we last asked. The difference to
   * `stopAfterMs` is what clocks may drift apart, and what may pass between a check and what was
   * checked for. Range 101…600,000, above `stopAfterMs`.
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
   * Changes of membership within this many milliseconds move slots once. Range 0…60,000; 0: those of
   * one turn of the event loop. Raising it: fewer moves in a burst of deaths, later ones.
   * @default 0
   */
  readonly batchMs?: number
  /**
   * How long our `prepare` and `release` listeners, runs and loops have, when slots move as planned;
   * then signals are aborted. Range 0…3,600,000.
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

/** The table of a ring's own options; those of its placement are `PLACEMENT_ROWS`. */
export const RING_ROWS: OptionRows<
  'mode' | 'stopAfterMs' | 'takeAfterMs' | 'suspectOwns' | 'batchMs' | 'drainMs'
> = {
  mode: { choices: ['available', 'majority', 'lease'], default: 'available' },
  stopAfterMs: { range: [100, 600_000], whole: false, default: 2_000 },
  takeAfterMs: { range: [101, 600_000], whole: false, default: undefined },
  suspectOwns: { choices: [true, false], default: true },
  batchMs: { range: [0, 60_000], whole: false, default: 0 },
  drainMs: { range: [0, 3_600_000], whole: false, default: 10_000 },
}

/** @throws GyreError `BAD_OPTION` */
export function ringSettings(name: string, options: ClusterRingOptions): RingSettings {
  const of = `the ring ${name}`
  const { voters = [], leases, role } = options
  const { stopAfterMs = RING_ROWS.stopAfterMs.default as number } = options
  const { takeAfterMs = 1.5 * stopAfterMs } = options
  const own = optionsOf(RING_ROWS, { ...options, takeAfterMs }, of)
  // The seed is the ring's name.
  const { seed: _, ...ring } = ringOptions({ ...options, seed: name }, of)
  const { mode } = own
  const fail = (what: string): never => {
    throw new GyreError('BAD_OPTION', `${of}: ${what}`)
  }
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
  if (own.takeAfterMs < own.stopAfterMs + 1) {
    const expected = `stopAfterMs + 1, ${own.stopAfterMs + 1}, or more`
    fail(`takeAfterMs: expected ${expected}, got ${own.takeAfterMs}`)
  }
  if (role !== undefined && (typeof role !== 'string' || role === '')) {
    fail(`role: expected a text, got ${JSON.stringify(role)}`)
  }
  return { ...own, ring, voters, leases, role }
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
