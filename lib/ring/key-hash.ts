import { GyreError } from '../base/error.js'
import { fmix32, hash32, scramble } from '../base/hash.js'
import { utf8Length, utf8Write } from '../base/utf8.js'

/**
 * What places things on the ring: text, bytes, or a safe integer. Text hashes as its UTF-8 bytes,
 * so `'a'` and `Uint8Array.of(97)` are one key; the number 7 and the text `'7'` are two.
 */
export type RingKey = string | Uint8Array | number

/**
 * The hash of a key, as int32: MurmurHash3 x86 32 with seed 0 over the text's UTF-8, over the
 * bytes, or over the integer as eight bytes, two's complement, little-endian. The same on every
 * platform; test/ring/ring.test.ts has vectors.
 * @throws GyreError `BAD_KEY` for anything else, and for text with lone surrogates.
 */
export function hashKey(key: RingKey): number {
  if (typeof key === 'string') return hashText(key)
  if (typeof key === 'number') return hashInteger(key)
  if (key instanceof Uint8Array) return hash32(key, 0, key.length, 0)
  throw new GyreError('BAD_KEY', `expected a string, bytes or a safe integer, got ${typeof key}`)
}

/** Four characters at a time as if they were bytes; started over as UTF-8 if one was not ASCII. */
function hashText(text: string): number {
  const { length } = text
  const blocksEnd = length & ~3
  let h = 0
  let seen = 0
  let at = 0
  for (; at < blocksEnd; at += 4) {
    const a = text.charCodeAt(at)
    const b = text.charCodeAt(at + 1)
    const c = text.charCodeAt(at + 2)
    const d = text.charCodeAt(at + 3)
    seen |= a | b | c | d
    h = mixIn(h, a | (b << 8) | (c << 16) | (d << 24))
  }
  let tail = 0
  for (let i = length - 1; i >= at; i--) {
    const unit = text.charCodeAt(i)
    seen |= unit
    tail = (tail << 8) | unit
  }
  if (seen > 127) return hashWideText(text)
  return fmix32(h ^ scramble(tail) ^ length)
}

function hashWideText(text: string): number {
  const length = utf8Length(text)
  if (length < 0) throw new GyreError('BAD_KEY', 'expected well-formed text, got a lone surrogate')
  const bytes = new Uint8Array(length)
  utf8Write(text, bytes, 0)
  return hash32(bytes, 0, length, 0)
}

function hashInteger(key: number): number {
  if (!Number.isSafeInteger(key)) {
    throw new GyreError('BAD_KEY', `expected a safe integer, got ${key}`)
  }
  const low = key | 0
  const high = Math.floor(key / 4_294_967_296) | 0
  return fmix32(mixIn(mixIn(0, low), high) ^ 8)
}

function mixIn(hash: number, block: number): number {
  const h = hash ^ scramble(block)
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
}
