import { fmix32 } from '../../base/hash.js'
import type { MemberTable } from './table.js'
import { isLive, type Word } from './word.js'

export const BUCKETS = 256

/**
 * A 64-bit hash of the whole view, kept up to date in O(1) per change: two wrapping sums over the
 * live members. Tombstones are left out, so that members which forget them at different times
 * still agree. The formula is in proto/gyre.proto.
 */
export class ViewHash {
  low = 0
  high = 0

  /** A member with these id hashes enters the view with this word; tombstones add nothing. */
  add(idLow: number, idHigh: number, word: Word): void {
    if (!isLive(word)) return
    this.low = (this.low + lowOf(idLow, word)) | 0
    this.high = (this.high + highOf(idHigh, word)) | 0
  }

  /** The opposite of `add`. */
  subtract(idLow: number, idHigh: number, word: Word): void {
    if (!isLive(word)) return
    this.low = (this.low - lowOf(idLow, word)) | 0
    this.high = (this.high - highOf(idHigh, word)) | 0
  }

  /** A member's word changes. */
  replace(idLow: number, idHigh: number, old: Word, word: Word): void {
    this.subtract(idLow, idHigh, old)
    this.add(idLow, idHigh, word)
  }
}

/**
 * The same sums for each bucket of ids, low and high alternating, eight bytes a bucket: what a sync
 * compares. Worked out when asked for, since a sync reads the whole table anyway.
 */
export function bucketHashes(table: MemberTable): Uint8Array {
  const sums = new Int32Array(2 * BUCKETS)
  for (let slot = 0; slot < table.bound; slot++) {
    if (!table.has(slot)) continue
    const word = table.word(slot)
    if (!isLive(word)) continue
    const at = 2 * bucketOf(table.hash(slot))
    sums[at] += lowOf(table.hash(slot), word)
    sums[at + 1] += highOf(table.hashHigh(slot), word)
  }
  const bytes = new Uint8Array(8 * BUCKETS)
  for (let i = 0; i < bytes.length; i++) bytes[i] = sums[i >> 2] >>> (8 * (i & 3))
  return bytes
}

export function bucketOf(idLow: number): number {
  return idLow >>> 24
}

function lowOf(idLow: number, word: Word): number {
  return fmix32(idLow ^ Math.imul(word, 0x9e3779b1))
}

function highOf(idHigh: number, word: Word): number {
  return fmix32((idHigh + Math.imul(word, 0x85ebca77)) | 0)
}
