import { GyreError } from '../base/error.js'
import { optionsOf, type OptionRows } from '../base/option-rows.js'
import { utf8Length } from '../base/utf8.js'

export interface RingOptions {
  /**
   * Equal parts of the key space, fixed for as long as there is the ring, and the same on every member.
   * Range 1…65,536, a power of two. At least 64 for each member is advised: with fewer, shares differ more.
   * @default 1,024
   */
  readonly slots?: number
  /**
   * Distinct members that `owners` names for a slot, the first owner included. Range 1…8. On distinct zones
   * where there are enough, then on distinct hosts.
   * @default 1
   */
  readonly replicas?: number
  /**
   * No member is first owner of more than ⌈loadBound · weight / Σ weights · slots⌉. Range 1…100, or
   * Infinity: no bound. Lowering it: more even, and more slots move that need not.
   * @default 1.25
   */
  readonly loadBound?: number
  /**
   * Text that tells the placement of one ring from that of another.
   * @default ''
   */
  readonly seed?: string
  /**
   * How slots choose: `rendezvous` (highest weighted score; the most even) or `vnodes` (points on a
   * circle, as ketama and its kin have it; not byte for byte theirs).
   * @default 'rendezvous'
   */
  readonly placement?: 'rendezvous' | 'vnodes'
  /**
   * With `vnodes`: points of a member of weight 1. Range 1…1,000. Raising it: more even shares, slower
   * changes.
   * @default 100
   */
  readonly points?: number
}

export interface RingMember {
  /** Non-empty, well-formed, unique in the ring. */
  readonly id: string
  /**
   * Its share in proportion to the others': above 0, at most 10⁶.
   * @default 1
   */
  readonly weight?: number
  /**
   * What fails together: a rack, a data centre. Replicas of a slot go to distinct ones.
   * @default a zone of its own
   */
  readonly zone?: string
  /**
   * The machine that it runs on.
   * @default a host of its own
   */
  readonly host?: string
}

/** The table of the options of a placement: their values and defaults. */
export const PLACEMENT_ROWS: OptionRows<Exclude<keyof RingOptions, 'seed'>> = {
  slots: { range: [1, 65_536], whole: true, default: 1_024 },
  replicas: { range: [1, 8], whole: true, default: 1 },
  loadBound: { range: [1, 100], whole: false, default: 1.25 },
  placement: { choices: ['rendezvous', 'vnodes'], default: 'rendezvous' },
  points: { range: [1, 1_000], whole: true, default: 100 },
}

/** The options checked, with defaults in. @throws GyreError `BAD_OPTION` */
export function ringOptions(options: RingOptions, of: string = ''): Required<RingOptions> {
  const { loadBound, seed = '' } = options
  // Infinity is no number of the range, and means that there is no bound.
  const unbounded = loadBound === Infinity
  const rest = optionsOf(PLACEMENT_ROWS, unbounded ? { ...options, loadBound: 1 } : options, of)
  const { slots } = rest
  if (!Number.isInteger(Math.log2(slots))) {
    const name = of === '' ? 'slots' : `${of}: slots`
    throw bad(`${name}: expected a power of two in 1…65536, got ${slots}`)
  }
  if (typeof seed !== 'string' || utf8Length(seed) < 0) {
    throw bad(`seed: expected well-formed text, got ${String(seed)}`)
  }
  return { ...rest, seed, loadBound: unbounded ? Infinity : rest.loadBound }
}

/** @throws GyreError `BAD_OPTION` */
export function checkRingMember({ id, weight = 1, zone = '', host = '' }: RingMember): void {
  if (typeof id !== 'string' || utf8Length(id) < 1) {
    throw bad(`id: expected non-empty well-formed text, got ${JSON.stringify(id)}`)
  }
  if (!(weight > 0 && weight <= 1e6)) {
    throw bad(`weight of ${id}: expected a number above 0 and at most 1000000, got ${weight}`)
  }
  for (const [name, text] of Object.entries({ zone, host })) {
    if (typeof text === 'string' && utf8Length(text) >= 0) continue
    throw bad(`${name} of ${id}: expected well-formed text, got ${String(text)}`)
  }
}

export function bad(message: string): GyreError {
  return new GyreError('BAD_OPTION', message)
}
