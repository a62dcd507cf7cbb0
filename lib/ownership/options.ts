/** How sure a ring is that no second member acts for a slot: see docs/ownership.md. */
export type Mode = 'available' | 'majority' | 'lease'

/** The rules of a ring that its members must agree on, in milliseconds. */
export interface OwnershipOptions {
  readonly mode: Mode
  /** The ids of the members whose support counts in `majority`. */
  readonly voters: readonly string[]
  /** A member stops acting this long after the last request that a majority of voters granted. */
  readonly stopAfterMs: number
  /** For this long after it was last asked a voter supports no other member. */
  readonly takeAfterMs: number
  /** Between two rounds of news, and between two tries. */
  readonly intervalMs: number
  /** A starting member that has heard of no other one with the ring waits this long before it takes slots. */
  readonly firstWaitMs: number
  /** Members to which news goes in each round. */
  readonly fanout: number
}

/** With more voters than this, each slot has a few of them as its own. */
export const VOTERS_MAX = 20
/** Voters of a slot where there are more than `VOTERS_MAX`. */
export const SLOT_VOTERS = 5
/** The store of leases, as if it were a voter. */
export const STORE = '\0store'
