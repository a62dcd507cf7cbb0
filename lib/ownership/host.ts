import type { Conflict, HeldSlot, Reason } from './changes.js'
import type { RingMessage } from './messages.js'
import type { Term } from './term.js'

/** The members as a ring sees them; what it says changes only before `Ownership.membersChanged` is called. */
export interface RingView {
  /** Members that take part in the ring, ourselves included if we do. */
  readonly participants: readonly string[]
  /** The member that should own a slot. */
  target(slot: number): string | undefined
  /** The member that takes a slot over whose owner is gone. */
  heir(now: number, slot: number, gone: string): string | undefined
  /** Whether there is no use in waiting for a member to hand over what it owns. */
  isGone(now: number, id: string): boolean
  /** When the next member will count as gone if nothing is heard of it; Infinity: none will. */
  dueAt(now: number): number
  /** Whether a member that is gone has said goodbye. */
  hasLeft(id: string): boolean
}

/** What ownership needs done; calls come during its inputs. */
export interface OwnershipHost {
  /** In a datagram, which may be lost. */
  send(to: string, message: RingMessage): void
  /** Get ready for slots, then call `prepared`. It may be called again for the same move. */
  prepare(from: string, move: number, slots: readonly number[]): void
  /** Finish what is done for slots, then call `drained`. Until then they are ours. */
  drain(move: number, slots: readonly number[], to: string): void
  /** These are ours from now on. */
  acquired(slots: readonly number[], term: Term, from: string | undefined, reason: Reason): void
  /** These are no longer ours. */
  released(slots: readonly HeldSlot[], reason: Reason, to: string | undefined): void
  conflict(conflict: Conflict): void
  /** The voters whose support counts for a slot, in `majority`. */
  votersOf(slot: number): readonly string[]
  /** Milliseconds since 1970. */
  wallMs(): number
  /** 32 random bits. */
  random(): number
}
