import {
  incarnationOf,
  STATE_NAMES,
  stateOf,
  type Endpoint,
  type MemberTable,
  type StateName,
  type TableSlot,
} from '../../core/index.js'

import { decodeTraits, encodeTraits, type Traits } from './traits.js'

/** A member as this process sees it now. Never changes; a change makes a new one. */
export interface Member extends Traits {
  /** Unique in the cluster; stable across restarts if it was given. */
  readonly id: string
  /** Where it is reached: `ip:port`. */
  readonly endpoint: Endpoint
  /** `alive`, `suspect` (accused, may deny it), `faulty` (declared dead) or `left` (said goodbye). */
  readonly state: StateName
  /** Raised by the member itself only: when it refutes, changes its metadata, or starts again. */
  readonly incarnation: number
  /**
   * Whether it says of itself that it is slow: its local health is bad, its event loop late. It may
   * be wise to send it less.
   */
  readonly degraded: boolean
  /** Whether it is this process. */
  readonly isSelf: boolean
}

export function memberAt(table: MemberTable, slot: TableSlot, self: TableSlot): Member {
  const word = table.word(slot)
  return {
    id: table.id(slot),
    endpoint: table.endpoint(slot),
    state: STATE_NAMES[stateOf(word)],
    incarnation: incarnationOf(word),
    ...decodeTraits(table.meta(slot)),
    degraded: table.degraded(slot),
    isSelf: slot === self,
  }
}

/** Alive or suspect. */
export function isLiveMember(member: Member): boolean {
  return member.state === 'alive' || member.state === 'suspect'
}

/** Whether a user could not tell the two apart, incarnations aside. */
export function isSameToUsers(one: Member, other: Member): boolean {
  return (
    one.state === other.state &&
    one.endpoint === other.endpoint &&
    one.degraded === other.degraded &&
    Buffer.compare(encodeTraits(one), encodeTraits(other)) === 0
  )
}

/** A member, or its id. */
export function idOf(member: Member | string): string {
  return typeof member === 'string' ? member : member.id
}

export function isOther({ isSelf, state }: Member): boolean {
  return !isSelf && state !== 'left'
}
