/**
 * A word is all that the merge rule looks at: `incarnation << 2 | state`, so that one unsigned
 * comparison decides between any two claims about a member. Kept as int32 (values of 2³¹ and more
 * would be boxed); the sign bit comes into use in the year 2043, hence the unsigned comparison.
 */
export type Word = number

export const ALIVE = 0
export const SUSPECT = 1
export const FAULTY = 2
export const LEFT = 3
/** Not a state on the wire: what a member is before we hear of it, and after it is forgotten. */
export const ABSENT = 4

export type State = typeof ALIVE | typeof SUSPECT | typeof FAULTY | typeof LEFT
export type Standing = State | typeof ABSENT

export const STATE_NAMES = ['alive', 'suspect', 'faulty', 'left', 'absent'] as const
/** `alive` and `suspect` members are live; `faulty` and `left` ones are tombstones. */
export type StateName = (typeof STATE_NAMES)[State]

/** The greatest incarnation: 30 bits. */
export const INCARNATION_MAX: number = 2 ** 30 - 1

export function wordOf(incarnation: number, state: State): Word {
  return (incarnation << 2) | state
}

export function stateOf(word: Word): State {
  return (word & 3) as State
}

export function incarnationOf(word: Word): number {
  return word >>> 2
}

/** The merge rule. Commutative, associative and idempotent, because it is a maximum. */
export function outranks(word: Word, other: Word): boolean {
  return word >>> 0 > other >>> 0
}

/** Alive or suspect: still a member, still probed, still owning. */
export function isLive(word: Word): boolean {
  return (word & 2) === 0
}
