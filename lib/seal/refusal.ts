/** A frame in clear, where the two sides of a stream have no key in common. */
const REFUSED = 2

export const UNKNOWN_KEY = 1
export const UNSEALED = 2
const NOT_SEALED = 3

const REASONS = ['', 'UNKNOWN_KEY', 'UNSEALED', 'NOT_SEALED']
/** The sentence of UNKNOWN_KEY. */
export const NO_COMMON_KEY = 'it has none of our keys'
const SENTENCES = [
  '',
  NO_COMMON_KEY,
  'it talks only to members with its key (option keys)',
  'it has no keys, and we have',
]

export function refusal(reason: number): Uint8Array {
  return Uint8Array.of(REFUSED, reason)
}

/** The reason, and a sentence for people, if a frame is a refusal. */
export function readRefusal(frame: Uint8Array): { reason: string; sentence: string } | undefined {
  const reason = REASONS[frame[1]]
  if (frame.length !== 2 || frame[0] !== REFUSED || !reason) return undefined
  return { reason, sentence: SENTENCES[frame[1]] }
}

/** Whether somebody who seals speaks to us in the first frame of a stream. */
export function isSealed(frame: Uint8Array): boolean {
  return frame[0] === 0
}

/** What a member without keys answers to somebody who seals. */
export const notSealed: Uint8Array = refusal(NOT_SEALED)
