import { utf8Length, utf8Write } from './utf8.js'

/** Of a text's UTF-8. */
export function hash32Text(text: string, seed: number): number {
  const bytes = new Uint8Array(utf8Length(text))
  utf8Write(text, bytes, 0)
  return hash32(bytes, 0, bytes.length, seed)
}

/**
 * MurmurHash3 x86 32 (Austin Appleby, public domain), over bytes. Part of the wire format.
 */
export function hash32(bytes: Uint8Array, offset: number, length: number, seed: number): number {
  let h = seed
  const blocksEnd = offset + (length & ~3)
  let at = offset
  for (; at < blocksEnd; at += 4) {
    const k = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)
    h ^= scramble(k)
    h = (h << 13) | (h >>> 19)
    h = (Math.imul(h, 5) + 0xe6546b64) | 0
  }
  let tail = 0
  for (let i = (length & 3) - 1; i >= 0; i--) tail = (tail << 8) | bytes[at + i]
  if (tail !== 0) h ^= scramble(tail)
  return fmix32(h ^ length)
}

/** The mixing of one block of MurmurHash3. */
export function scramble(block: number): number {
  const k = Math.imul(block, 0xcc9e2d51)
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593)
}

/** The finaliser of MurmurHash3: every input bit reaches every output bit. */
export function fmix32(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
