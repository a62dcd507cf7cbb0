import type { RingMessage } from './messages.js'
import type { Term } from './term.js'

/** What we own: one slot, under one term. */
export interface Holding {
  readonly slot: number
  readonly term: Term
}

/**
 * Why slots became ours, or are ours no more. `join`: they are for us, and nobody has them; `moved`:
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
  /** Whose the other claim is; undefined: it says that nobody owns the slot. */
  readonly with: string | undefined
  readonly won: boolean
}

/** The members as a ring sees them; what it says does not change until `Ownership.see` is called. */
export interface RingView {
  /** Members that take part in the ring, ourselves included if we do. */
  readonly participants: readonly string[]
  /** Who should own a slot. */
  target(slot: number): string | undefined
  /** Who takes a slot over whose owner is gone. */
  heir(now: number, slot: number, gone: string): string | undefined
  /** Whether there is no use in waiting for a member to hand over what it owns. */
  isGone(now: number, id: string): boolean
  /** When the next one will count as gone if nothing is heard of it; Infinity: nobody. */
  dueAt(now: number): number
  /** Whether one that is gone has said goodbye. */
  hasLeft(id: string): boolean
}

/** What ownership needs done; calls come during `see`, `tick` and the other inputs. */
export interface OwnershipHost {
  /** In a datagram, which may be lost. */
  send(to: string, message: RingMessage): void
  /** Get ready for slots, then call `prepared`. It may be called again for the same move. */
  prepare(from: string, move: number, slots: readonly number[]): void
  /** Finish what is done for slots, then call `drained`. Until then they are ours. */
  drain(move: number, slots: readonly number[], to: string): void
  /** These are ours from now on. */
  acquired(slots: readonly number[], term: Term, from: string | undefined, reason: Reason): void
  /** These are ours no more. */
  released(holdings: readonly Holding[], reason: Reason, to: string | undefined): void
  conflict(conflict: Conflict): void
  /** Whose support counts for a slot, in `majority`. */
  votersOf(slot: number): readonly string[]
  /** Milliseconds since 1970. */
  wallMs(): number
  /** 32 random bits. */
  random(): number
}
