import type { Contender } from './score.js'

/** A contender's number while it is in the ring; reused after it has gone. */
export type Handle = number
export const NOBODY: Handle = 0xffff

/** At most so many contenders in a ring: handles take 16 bits, and one value means nobody. */
export const CONTENDERS_MAX = 0xffff

/**
 * For each slot all contenders, best first: what a placement is. Whoever joins or leaves is entered or
 * withdrawn slot by slot, so that a large ring can be changed in slices; until all slots are done,
 * nobody asks.
 */
export interface Ranking {
  readonly contenders: readonly (Contender | undefined)[]
  readonly size: number
  /** Gives a contender its handle; then `enter` it in all slots. */
  add(who: Contender): Handle
  /** In the slots from…to − 1. */
  enter(handle: Handle, from: number, to: number): void
  /** Takes a contender off the list; then `withdraw` it from all slots. */
  remove(handle: Handle): void
  withdraw(handle: Handle, from: number, to: number): void
  /** The contender at a rank of a slot: 0 is best, `size` − 1 worst. */
  at(slot: number, rank: number): Handle
  /** What a slot costs a contender: between two slots it keeps the cheaper one. */
  costOf(handle: Handle, slot: number): number
  clone(): Ranking
}

/** The first vacant handle. */
export function vacancy(contenders: readonly (Contender | undefined)[]): Handle {
  const vacant = contenders.indexOf(undefined)
  return vacant < 0 ? contenders.length : vacant
}
