import type { TableSlot } from './directory.js'

/** More sends than any budget: ⌈3·ln(10⁶ + 1)⌉ is 42. */
const SENDS_MAX = 64

/**
 * What is being spread: at most one rumour a member, so the queue is bounded by the table. A
 * rumour has no text of its own: the member's current word is what is sent, so a newer claim
 * replaces an older one by itself. Least sent goes first, and of those the newest:
 *
 *     sends 0:  9 ⇄ 4 ⇄ 7        every member is in the list of its send count;
 *     sends 1:  2                a send moves it one list down;
 *     sends 2:  5 ⇄ 1            at the budget it is dropped
 */
export class Rumours {
  private next = new Int32Array(16)
  private previous = new Int32Array(16)
  /** −1: not queued. */
  private sends = new Int8Array(16).fill(-1)
  private accusers = new Int32Array(16)
  private readonly heads = new Int32Array(SENDS_MAX).fill(-1)
  private count = 0

  get size(): number {
    return this.count
  }

  /** Queues a rumour, or starts it anew. The accuser is 0 for alive and left. */
  queue(slot: TableSlot, accuser: number): void {
    if (slot >= this.sends.length) this.grow(slot)
    this.drop(slot)
    this.accusers[slot] = accuser
    this.link(slot, 0)
    this.count++
  }

  drop(slot: TableSlot): void {
    if (slot >= this.sends.length || this.sends[slot] < 0) return
    this.unlink(slot)
    this.sends[slot] = -1
    this.count--
  }

  /** One more send done; at the budget the rumour ends. */
  sent(slot: TableSlot, budget: number): void {
    const sends = this.sends[slot] + 1
    this.unlink(slot)
    if (sends < budget) this.link(slot, sends)
    else {
      this.sends[slot] = -1
      this.count--
    }
  }

  /** How often it has been sent; −1 if it is not queued. */
  sendsOf(slot: TableSlot): number {
    return slot < this.sends.length ? this.sends[slot] : -1
  }

  accuser(slot: TableSlot): number {
    return slot < this.accusers.length ? this.accusers[slot] : 0
  }

  /** The first to be sent, or −1. */
  first(): number {
    return this.firstFrom(0)
  }

  /** The one to be sent after this one, or −1. */
  after(slot: TableSlot): number {
    const next = this.next[slot]
    return next >= 0 ? next : this.firstFrom(this.sends[slot] + 1)
  }

  private firstFrom(sends: number): number {
    for (let list = sends; list < SENDS_MAX; list++)
      if (this.heads[list] >= 0) return this.heads[list]
    return -1
  }

  private link(slot: TableSlot, sends: number): void {
    const head = this.heads[sends]
    this.sends[slot] = sends
    this.previous[slot] = -1
    this.next[slot] = head
    if (head >= 0) this.previous[head] = slot
    this.heads[sends] = slot
  }

  private unlink(slot: TableSlot): void {
    const next = this.next[slot]
    const previous = this.previous[slot]
    if (next >= 0) this.previous[next] = previous
    if (previous >= 0) this.next[previous] = next
    else this.heads[this.sends[slot]] = next
  }

  private grow(slot: TableSlot): void {
    const capacity = 1 << (32 - Math.clz32(slot))
    const larger = (old: Int32Array) => {
      const array = new Int32Array(capacity)
      array.set(old)
      return array
    }
    this.next = larger(this.next)
    this.previous = larger(this.previous)
    this.accusers = larger(this.accusers)
    const sends = new Int8Array(capacity).fill(-1)
    sends.set(this.sends)
    this.sends = sends
  }
}

/** How often a rumour is sent in a cluster of n. See `ProtocolOptions.rumourBudget`. */
export function rumourBudget(formula: 'ln' | 'memberlist', n: number): number {
  return formula === 'ln' ? Math.ceil(3 * Math.log(n + 1)) : 4 * Math.ceil(Math.log10(n + 1))
}
