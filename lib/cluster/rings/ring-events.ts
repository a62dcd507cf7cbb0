import type { Conflict, Term } from '../../ownership/index.js'
import type { Move } from '../../ring/index.js'
import type { Member } from '../members/member.js'
import type { Share } from './own-slot.js'

/**
 * How sure it is who owns a slot. `settled`: the one who should own it does, and the members that we
 * heard of last see what we see; `converging`: it is on its way, or views differ; `contested`: two
 * claims have met, a moment ago; `minority`: we see fewer than half of those who count.
 */
export type Confidence = 'settled' | 'converging' | 'contested' | 'minority'

/** Who owns a key, as far as we know. */
export interface Owner {
  readonly member: Member
  /** The slot of the ring that the key falls into. */
  readonly slot: number
  /** The term under which it owns; 0: we have not heard of any. */
  readonly term: Term
  readonly confidence: Confidence
}

/** One change of a ring as this member sees it. */
export interface RingChange {
  /** Slots that are ours since now, ascending. */
  readonly gained: readonly number[]
  /** Slots that were ours until now, ascending. */
  readonly lost: readonly number[]
  /** Every slot that is to have another owner since now, ours and others'; ids. */
  readonly moves: readonly Move[]
  /** Members in the ring now. */
  readonly members: number
}

export interface ClusterRingEvents {
  /** Slots are going to be ours. Awaited: they come once we are ready for them. */
  prepare: (coming: { readonly slots: readonly number[]; readonly from: string }) => unknown
  /** Slots are ours. */
  acquire: (share: Share) => unknown
  /**
   * Slots are ours no more; or, with reason `moved`, about to be somebody else's: that is awaited, and
   * until then they are ours.
   */
  release: (share: Share) => unknown
  /** Two claims on a slot of ours have met: the higher term wins. */
  conflict: (conflict: Conflict) => unknown
  /** What we own has changed, or who should own what. */
  change: (change: RingChange) => unknown
}
