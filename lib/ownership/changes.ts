import type { Term } from './term.js'

/** What we own: one slot, under one term. */
export interface HeldSlot {
  readonly slot: number
  readonly term: Term
}

/**
 * Why slots became ours, or are no longer ours. `join`: they are for us, and no member has them; `moved`:
 * handed over as planned; `leave`, `failure`: their owner has left, or is dead; `superseded`: a
 * higher term was heard of; `minority`: most voters did not support us in time; `stalled`: our process
 * stood still; `kept`: they were to move, and stay.
 */
export type Reason =
  'join' | 'moved' | 'leave' | 'failure' | 'superseded' | 'minority' | 'stalled' | 'kept'

/** Two claims on one slot have met. */
export interface Conflict {
  readonly slot: number
  readonly ours: Term
  readonly theirs: Term
  /** The holder of the other claim; undefined: it says that no member owns the slot. */
  readonly with: string | undefined
  readonly won: boolean
}
