/** How sure a ring is that nobody else acts: see docs/ownership.md. */
export type Mode = 'available' | 'majority' | 'lease'

/** The rules of a ring that its members must agree on, in milliseconds. */
export interface OwnershipOptions {
  readonly mode: Mode
  /** Whose support counts in `majority`, by id. */
  readonly voters: readonly string[]
  /** A member stops so long after it last asked a majority that supports it. */
  readonly stopAfterMs: number
  /** A voter supports nobody else for so long after it was last asked. */
  readonly takeAfterMs: number
  /** Between two rounds of news, and between two tries. */
  readonly intervalMs: number
  /** One who starts, and hears of nobody else with the ring, waits so long before it takes anything. */
  readonly patienceMs: number
  /** To how many members news goes in each round. */
  readonly fanout: number
}

/** Above so many voters, each slot has witnesses of its own. */
export const VOTERS_MAX = 20
/** How many. */
export const WITNESSES = 5
/** The store of leases, as if it were a voter. */
export const STORE = '\0store'
