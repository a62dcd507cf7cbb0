import type { Rng } from './rng.js'
import { NO_SLOT, type TableSlot } from './directory.js'

/** The largest sample. */
export const SAMPLE_MAX = 16

/**
 * The live members other than ourselves, packed, so that sampling them is exact and O(k). Shared
 * by relays, gossip and sync.
 */
export class Living {
  private packed = new Int32Array(16)
  /** slot → its place in `packed`, or −1. */
  private places = new Int32Array(16).fill(-1)
  private count = 0
  /** The last sample; valid until the next one. */
  readonly picked: Int32Array = new Int32Array(SAMPLE_MAX)

  get size(): number {
    return this.count
  }

  at(place: number): TableSlot {
    return this.packed[place] as TableSlot
  }

  add(slot: TableSlot): void {
    if (slot >= this.places.length) this.grow(slot)
    this.places[slot] = this.count
    this.packed[this.count++] = slot
  }

  remove(slot: TableSlot): void {
    this.move(this.packed[--this.count], this.places[slot])
    this.places[slot] = -1
  }

  /**
   * Draws up to `k` ≤ 16 distinct members, never `except`, each with the same chance, into
   * `picked`; returns how many. A partial Fisher–Yates shuffle: right in clusters of 2 and 3 too.
   */
  sample(k: number, rng: Rng, except: TableSlot = NO_SLOT): number {
    let found = 0
    for (let i = 0; i < this.count && found < k; i++) {
      const j = i + rng.below(this.count - i)
      const slot = this.packed[j]
      this.move(this.packed[i], j)
      this.move(slot, i)
      if (slot !== except) this.picked[found++] = slot
    }
    return found
  }

  private move(slot: number, place: number): void {
    this.packed[place] = slot
    this.places[slot] = place
  }

  private grow(slot: TableSlot): void {
    const capacity = 1 << (32 - Math.clz32(slot))
    const places = new Int32Array(capacity).fill(-1)
    places.set(this.places)
    this.places = places
    const packed = new Int32Array(capacity)
    packed.set(this.packed)
    this.packed = packed
  }
}
