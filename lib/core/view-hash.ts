import { fmix32 } from '../base/hash.js'
import { isLive, type Word } from './word.js'

export const BUCKETS = 256

/**
 * A 64-bit hash of the whole view, kept up to date in O(1) per change: two wrapping sums over the
 * live members, split into 256 buckets by id for the sync. Tombstones are left out, so that
 * members which forget them at different times still agree. The formula is in proto/gyre.proto.
 */
export class ViewHash {
  low = 0
  high = 0
  /** low and high of each bucket, alternating. */
  readonly buckets: Int32Array = new Int32Array(2 * BUCKETS)

  /** A member with these id hashes enters the view with this word; tombstones add nothing. */
  add(idLow: number, idHigh: number, word: Word): void {
    if (isLive(word)) this.shift(idLow, lowOf(idLow, word), highOf(idHigh, word))
  }

  /** The opposite of `add`. */
  subtract(idLow: number, idHigh: number, word: Word): void {
    if (isLive(word)) this.shift(idLow, -lowOf(idLow, word), -highOf(idHigh, word))
  }

  private shift(idLow: number, low: number, high: number): void {
    const bucket = bucketOf(idLow) * 2
    this.low = (this.low + low) | 0
    this.high = (this.high + high) | 0
    this.buckets[bucket] += low
    this.buckets[bucket + 1] += high
  }
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
