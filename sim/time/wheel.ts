import type { Scheduler } from './scheduler.js'

const LEVELS = 4
/** Each level has 2¹² places. */
const BITS = 12
const PLACES = 1 << BITS
const MASK = PLACES - 1
/** Microseconds in a place of level 2. */
const HIGH_US = 2 ** (2 * BITS)
/** Words of one level's bitmap, and of the summary above it. */
const WORDS = PLACES >> 5
const SUMMARY = WORDS >> 5
/** Places within an entry; the next entry's number is at 0. */
const HIGH = 1
const LOW = 2
const PAYLOAD = 3

/**
 * A hierarchical timing wheel (Varghese and Lauck, SOSP 1987) in typed arrays: constant time for
 * each entry however many wait.
 *
 *     level 0   4,096 places of 1 µs         the window that time stands in
 *     level 1   4,096 places of 4.1 ms       its places are emptied into level 0, one by one,
 *     level 2   4,096 places of 16.8 s       as time comes to them; and so on
 *     level 3   4,096 places of 19 hours
 *
 * A place is a list in order of scheduling. An entry goes to level 0 only once time stands in its
 * window, and by then all that was scheduled earlier has been emptied into it: so entries for one
 * time stay in order.
 */
export class Wheel implements Scheduler {
  time = 0
  kind = 0
  value = 0
  length = 0
  /** The window of level 0: time / 2²⁴, and its place in level 1. */
  private high = 0
  private middle = 0
  /** Where to look on in level 0. */
  private position = 0
  private readonly heads = new Int32Array(LEVELS * PLACES).fill(-1)
  private readonly tails = new Int32Array(LEVELS * PLACES)
  /** A bit for each place in use, and a bit for each word of those that is not 0. */
  private readonly maps = new Int32Array(LEVELS * WORDS)
  private readonly summaries = new Int32Array(LEVELS * SUMMARY)
  /** Four numbers an entry: the next one, time / 2²⁴, time mod 2²⁴, value * 4 + kind. */
  private entries = new Int32Array(4 * 1_024)
  private free = -1
  private used = 0

  push(time: number, kind: number, value: number): void {
    const entry = this.allocate()
    const high = Math.floor(time / HIGH_US)
    this.entries[entry + HIGH] = high
    this.entries[entry + LOW] = time - high * HIGH_US
    this.entries[entry + PAYLOAD] = value * 4 + kind
    this.place(entry)
    this.length++
  }

  next(limit: number): boolean {
    for (;;) {
      const position = this.find(0, this.position)
      if (position >= 0) {
        const time = this.high * HIGH_US + this.middle * PLACES + position
        if (time > limit) return false
        this.position = position
        this.take(position, time)
        return true
      }
      if (!this.advance(limit)) return false
    }
  }

  /** Looks no further than the present window. */
  ahead(out: Int32Array): number {
    let count = 0
    for (let at = this.find(0, this.position); at >= 0; at = this.find(0, at + 1)) {
      for (let entry = this.heads[at]; entry >= 0; entry = this.entries[entry]) {
        if (count === out.length) return count
        out[count++] = this.entries[entry + PAYLOAD]
      }
    }
    return count
  }

  /** Moves on to the next window with something in it, if that starts by `limit`. */
  private advance(limit: number): boolean {
    const middle = this.find(1, this.middle + 1)
    if (middle >= 0) {
      if (this.high * HIGH_US + middle * PLACES > limit) return false
      this.middle = middle
      this.position = 0
      this.empty(PLACES + middle)
      return true
    }
    const low = this.find(2, (this.high & MASK) + 1)
    const far = low >= 0 ? -1 : this.find(3, (this.high >>> BITS) + 1)
    if (low < 0 && far < 0) return false
    const high = low >= 0 ? (this.high & ~MASK) | low : far << BITS
    if (high * HIGH_US > limit) return false
    this.high = high
    this.middle = this.position = 0
    this.empty(low >= 0 ? 2 * PLACES + low : 3 * PLACES + far)
    return true
  }

  private take(position: number, time: number): void {
    const entry = this.heads[position]
    const next = this.entries[entry]
    this.heads[position] = next
    if (next < 0) this.unmark(position)
    this.time = time
    this.kind = this.entries[entry + PAYLOAD] & 3
    this.value = this.entries[entry + PAYLOAD] >> 2
    this.entries[entry] = this.free
    this.free = entry
    this.length--
  }

  /** Puts an entry where it belongs as seen from the present window. */
  private place(entry: number): void {
    const high = this.entries[entry + HIGH]
    const low = this.entries[entry + LOW]
    if (high !== this.high) {
      const near = high >>> BITS === this.high >>> BITS
      this.append(near ? 2 * PLACES + (high & MASK) : 3 * PLACES + (high >>> BITS), entry)
    } else if (low >>> BITS === this.middle) this.append(low & MASK, entry)
    else this.append(PLACES + (low >>> BITS), entry)
  }

  private append(at: number, entry: number): void {
    this.entries[entry] = -1
    if (this.heads[at] < 0) {
      this.heads[at] = entry
      this.maps[at >> 5] |= 1 << (at & 31)
      this.summaries[at >> 10] |= 1 << ((at >> 5) & 31)
    } else this.entries[this.tails[at]] = entry
    this.tails[at] = entry
  }

  /** Spreads the entries of one place over the levels below it, in their order. */
  private empty(at: number): void {
    let entry = this.heads[at]
    this.heads[at] = -1
    this.unmark(at)
    while (entry >= 0) {
      const next = this.entries[entry]
      this.place(entry)
      entry = next
    }
  }

  private unmark(at: number): void {
    this.maps[at >> 5] &= ~(1 << (at & 31))
    if (this.maps[at >> 5] === 0) this.summaries[at >> 10] &= ~(1 << ((at >> 5) & 31))
  }

  /** The first place in use of a level, from a position on; −1 if there is none. */
  private find(level: number, position: number): number {
    if (position >= PLACES) return -1
    const word = position >> 5
    const bits = this.maps[level * WORDS + word] & (-1 << (position & 31))
    if (bits !== 0) return word * 32 + lowestBit(bits)
    for (let at = (word + 1) >> 5, mask = -1 << ((word + 1) & 31); at < SUMMARY; at++, mask = -1) {
      const words = this.summaries[level * SUMMARY + at] & mask
      if (words === 0) continue
      const found = at * 32 + lowestBit(words)
      return found * 32 + lowestBit(this.maps[level * WORDS + found])
    }
    return -1
  }

  private allocate(): number {
    const entry = this.free
    if (entry >= 0) {
      this.free = this.entries[entry]
      return entry
    }
    if (this.used === this.entries.length) this.grow()
    this.used += 4
    return this.used - 4
  }

  private grow(): void {
    const larger = new Int32Array(2 * this.entries.length)
    larger.set(this.entries)
    this.entries = larger
  }
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}
