import type { Endpoint, StateName } from '../core/index.js'
import type { StateChange } from '../state/index.js'
import type { Member } from './members/member.js'

export interface ClusterEvents {
  /**
   * A member joined, or changed its state, metadata or endpoint. `was` is its state before, `absent`
   * for a newcomer; equal to `member.state` when only its metadata or endpoint changed.
   */
  member: (member: Member, was: StateName | 'absent') => void
  /** An entry of another member's state changed; without a value: it was deleted. */
  state: (change: StateChange) => void
  /** We have seeds, but see no other live member: rings are ours alone. `joinCluster` goes on trying. */
  alone: () => void
  /** Another process took our id. We own nothing any more, and are closed. */
  superseded: (by: Endpoint) => void
  /** A listener threw, or a seed could not be found or refused us. The cluster goes on. */
  fault: (error: Error) => void
  /** Our membership has ended: after `leave`, `close`, or having been superseded. */
  closed: () => void
}
