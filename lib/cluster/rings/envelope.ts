import type { RingKey } from '../../ring/index.js'

// What a forwarded request and its answer look like in the body of a call:
//
//     request:  flags (1 byte), length of the key (2), kind of the key (1), key, body
//     answer:   1, body      handled
//               0, text      refused: JSON of { owner, hash }

/** A request on its way to the owner of its key. */
export interface Forwarded {
  readonly key: RingKey
  readonly body: Uint8Array
  /** Its owner is suspect: a replica may answer. */
  readonly hedged: boolean
}

/** Who should be asked instead, and what the refuser's view of the ring hashes to. */
export interface Refused {
  readonly owner: string | undefined
  readonly hash: string
}

const HEDGED = 1
const HEAD_BYTES = 4
const KINDS = ['text', 'number', 'bytes'] as const
/** The longest key in a request. */
export const KEY_BYTES_MAX = 0xffff

export function encodeForwarded({ key, body, hedged }: Forwarded): Uint8Array {
  const bytes = key instanceof Uint8Array ? key : Buffer.from(String(key))
  const kind = typeof key === 'string' ? 0 : typeof key === 'number' ? 1 : 2
  const whole = Buffer.alloc(HEAD_BYTES + bytes.length + body.length)
  whole[0] = hedged ? HEDGED : 0
  whole.writeUInt16BE(bytes.length, 1)
  whole[3] = kind
  whole.set(bytes, HEAD_BYTES)
  whole.set(body, HEAD_BYTES + bytes.length)
  return whole
}

/** Undefined for what is no request. */
export function decodeForwarded(bytes: Uint8Array): Forwarded | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const kind = KINDS[whole[3]]
  if (whole.length < HEAD_BYTES || kind === undefined) return undefined
  const end = HEAD_BYTES + whole.readUInt16BE(1)
  if (end > whole.length) return undefined
  const key = whole.subarray(HEAD_BYTES, end)
  return {
    key: kind === 'text' ? key.toString() : kind === 'number' ? Number(key.toString()) : key,
    body: whole.subarray(end),
    hedged: whole[0] === HEDGED,
  }
}

export function encodeHandled(answer: Uint8Array | void): Uint8Array {
  const body = answer ?? new Uint8Array(0)
  const whole = new Uint8Array(1 + body.length)
  whole[0] = 1
  whole.set(body, 1)
  return whole
}

export function encodeRefused(refused: Refused): Uint8Array {
  return Buffer.from(`\0${JSON.stringify(refused)}`)
}

/** The body of an answer, or who should be asked. */
export function decodeAnswer(bytes: Uint8Array): Uint8Array | Refused {
  if (bytes[0] === 1) return bytes.subarray(1)
  return JSON.parse(Buffer.from(bytes.subarray(1)).toString()) as Refused
}
