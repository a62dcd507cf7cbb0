import { fmix32 } from '../base/hash.js'
import type { TableSlot } from './directory.js'

/** More sends than any budget: ⌈3·ln(10⁶ + 1)⌉ is 42. */
const SENDS_MAX = 64
const EMPTY = new Int32Array(0)

/**
 * What is being spread: at most one rumour a member, so the queue is bounded by the table. A
 * rumour has no text of its own: the member's current word is what is sent, so a newer claim
 * replaces an older one by itself. Least sent goes first, and of those the newest:
 *
 *     sends 0:  9 ⇄ 4 ⇄ 7        every rumour is in the list of its send count;
 *     sends 1:  2                a send moves it one list down;
 *     sends 2:  5 ⇄ 1            at the budget it is dropped
 *
 * Its memory is that of the rumours under way, not that of the table: entries in a pool, found by
 * slot in an index with open addressing.
 */
export class Rumours {
  private slots = EMPTY
  private next = EMPTY
  private previous = EMPTY
  private sends = EMPTY
  private accusers = EMPTY
  /** entry + 1, or 0; twice the capacity, so at most half full. */
  private index = EMPTY
  /** The first entry of each list, or −1. */
  private heads = EMPTY
  private count = 0

  get size(): number {
    return this.count
  }

  /** Queues a rumour, or starts it anew, as if sent so often. The accuser is 0 for alive and left. */
  queue(slot: TableSlot, accuser: number, sends = 0): void {
    this.drop(slot)
    if (this.count === this.slots.length) this.grow()
    // Entries are kept dense: the next one is behind all others.
    const entry = this.count++
    this.slots[entry] = slot
    this.accusers[entry] = accuser
    this.insert(entry)
    this.link(entry, sends)
  }

  drop(slot: TableSlot): void {
    const entry = this.find(slot)
    if (entry >= 0) this.release(entry)
  }

  /** One more send done; at the budget the rumour ends. */
  sent(slot: TableSlot, budget: number): void {
    const entry = this.find(slot)
    const sends = this.sends[entry] + 1
    if (sends >= budget) return this.release(entry)
    this.unlink(entry)
    this.link(entry, sends)
  }

  /** How often it has been sent; −1 if it is not queued. */
  sendsOf(slot: TableSlot): number {
    const entry = this.find(slot)
    return entry < 0 ? -1 : this.sends[entry]
  }

  /** Who accuses, as the rumour has it; 0 if it is not queued. */
  accuser(slot: TableSlot): number {
    const entry = this.find(slot)
    return entry < 0 ? 0 : this.accusers[entry]
  }

  /** The first to be sent, or −1. */
  first(): number {
    return this.slotOf(this.firstFrom(0))
  }

  /** The one to be sent after this one, or −1. */
  after(slot: TableSlot): number {
    const entry = this.find(slot)
    const next = this.next[entry]
    return this.slotOf(next >= 0 ? next : this.firstFrom(this.sends[entry] + 1))
  }

  private slotOf(entry: number): number {
    return entry < 0 ? -1 : this.slots[entry]
  }

  private firstFrom(sends: number): number {
    if (this.count === 0) return -1
    for (let list = sends; list < SENDS_MAX; list++)
      if (this.heads[list] >= 0) return this.heads[list]
    return -1
  }

  private find(slot: number): number {
    if (this.count === 0) return -1
    const mask = this.index.length - 1
    for (let at = fmix32(slot) & mask; this.index[at] !== 0; at = (at + 1) & mask) {
      const entry = this.index[at] - 1
      if (this.slots[entry] === slot) return entry
    }
    return -1
  }

  /** Frees an entry; the last one takes its place. */
  private release(entry: number): void {
    this.unlink(entry)
    this.unindex(entry)
    const last = --this.count
    if (last === entry) return
    this.index[this.placeOf(last)] = entry + 1
    for (const array of [this.slots, this.next, this.previous, this.sends, this.accusers]) {
      array[entry] = array[last]
    }
    const [next, previous] = [this.next[entry], this.previous[entry]]
    if (next >= 0) this.previous[next] = entry
    if (previous >= 0) this.next[previous] = entry
    else this.heads[this.sends[entry]] = entry
  }

  private link(entry: number, sends: number): void {
    const head = this.heads[sends]
    this.sends[entry] = sends
    this.previous[entry] = -1
    this.next[entry] = head
    if (head >= 0) this.previous[head] = entry
    this.heads[sends] = entry
  }

  private unlink(entry: number): void {
    const next = this.next[entry]
    const previous = this.previous[entry]
    if (next >= 0) this.previous[next] = previous
    if (previous >= 0) this.next[previous] = next
    else this.heads[this.sends[entry]] = next
  }

  private insert(entry: number): void {
    const mask = this.index.length - 1
    let at = fmix32(this.slots[entry]) & mask
    while (this.index[at] !== 0) at = (at + 1) & mask
    this.index[at] = entry + 1
  }

  private placeOf(entry: number): number {
    const mask = this.index.length - 1
    let at = fmix32(this.slots[entry]) & mask
    while (this.index[at] !== entry + 1) at = (at + 1) & mask
    return at
  }

  /** Leaves no hole in a chain: whoever stands behind and may stand here moves up. */
  private unindex(entry: number): void {
    const mask = this.index.length - 1
    let hole = this.placeOf(entry)
    for (let at = (hole + 1) & mask; this.index[at] !== 0; at = (at + 1) & mask) {
      const home = fmix32(this.slots[this.index[at] - 1]) & mask
      if (((at - home) & mask) < ((at - hole) & mask)) continue
      this.index[hole] = this.index[at]
      hole = at
    }
    this.index[hole] = 0
  }

  private grow(): void {
    const capacity = Math.max(4, 2 * this.slots.length)
    const larger = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(capacity)
      array.set(old)
      return array
    }
    if (this.heads.length === 0) this.heads = new Int32Array(SENDS_MAX).fill(-1)
    this.slots = larger(this.slots)
    this.next = larger(this.next)
    this.previous = larger(this.previous)
    this.sends = larger(this.sends)
    this.accusers = larger(this.accusers)
    this.index = new Int32Array(2 * capacity)
    for (let entry = 0; entry < this.count; entry++) this.insert(entry)
  }
}

/** How often a rumour is sent in a cluster of n. See `ProtocolOptions.rumourBudget`. */
export function rumourBudget(formula: 'ln' | 'memberlist', n: number): number {
  return formula === 'ln' ? Math.ceil(3 * Math.log(n + 1)) : 4 * Math.ceil(Math.log10(n + 1))
}
