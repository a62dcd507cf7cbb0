import type { TableSlot } from '../view/directory.js'
import { SlotIndex } from '../view/slot-index.js'

/** No budget is greater: at 10⁶ members `ln` is 24, at most doubled, and SWIM's 42. */
const SENDS_MAX = 64
const EMPTY = new Int32Array(0)

/** An entry's places in the pool. A free one has the next free one at NEXT. */
const NEXT = 0
const PREVIOUS = 1
const SLOT = 2
const SENDS = 3
const ACCUSER = 4
const ENTRY = 5

/** A rumour's place in the pool: it is valid until that rumour ends. */
export type Rumour = number & { readonly brand: 'Rumour' }
export const NO_RUMOUR: Rumour = -1 as Rumour

/**
 * What is being spread: at most one rumour a member, so the queue is bounded by the table. A
 * rumour has no text of its own: the member's current word is what is sent, so a newer claim
 * replaces an older one by itself. Least sent goes first, and of those the newest:
 *
 *     sends 0:  9 ⇄ 4 ⇄ 7        every rumour is in the list of its send count;
 *     sends 1:  2                a send moves it one list down;
 *     sends 2:  5 ⇄ 1            at the budget it is dropped
 *
 * Its memory is that of the rumours under way, not that of the table: entries in a pool.
 */
export class Rumours {
  size = 0
  private pool = EMPTY
  /** The first entry of each list, or −1; and which lists are not empty, a bit each. */
  private heads = EMPTY
  private listsLow = 0
  private listsHigh = 0
  private free: number = NO_RUMOUR
  private used = 0
  /** The second number of a cell is the rumour. */
  private readonly index = new SlotIndex(2)

  /** Queues a rumour, or starts it anew, as if sent so often. The accuser is 0 for alive and left. */
  queue(slot: TableSlot, accuser: number, sends = 0): void {
    const known = this.find(slot)
    const entry = known === NO_RUMOUR ? this.allocate(slot) : known
    if (known !== NO_RUMOUR) this.unlink(known)
    this.pool[entry + ACCUSER] = accuser
    this.link(entry, sends)
  }

  drop(slot: TableSlot): void {
    const rumour = this.find(slot)
    if (rumour !== NO_RUMOUR) this.release(rumour)
  }

  /** The rumour about a member, or NO_RUMOUR. */
  find(slot: TableSlot): Rumour {
    const at = this.index.find(slot)
    return at < 0 ? NO_RUMOUR : (this.index.cells[at + 1] as Rumour)
  }

  /** One more send done; at the budget the rumour ends. */
  sent(rumour: Rumour, budget: number): void {
    const sends = this.pool[rumour + SENDS] + 1
    if (sends >= budget) return this.release(rumour)
    this.unlink(rumour)
    this.link(rumour, sends)
  }

  /** How often it has been sent; −1 if it is not queued. */
  sendsOf(slot: TableSlot): number {
    const rumour = this.find(slot)
    return rumour === NO_RUMOUR ? -1 : this.pool[rumour + SENDS]
  }

  /** Who accuses, as the rumour has it; 0 if it is not queued. */
  accuserOf(slot: TableSlot): number {
    const rumour = this.find(slot)
    return rumour === NO_RUMOUR ? 0 : this.accuser(rumour)
  }

  /** The first to be sent, or NO_RUMOUR. */
  first(): Rumour {
    return this.firstFrom(0)
  }

  /** The one to be sent after this one, or NO_RUMOUR. */
  after(rumour: Rumour): Rumour {
    const next = this.pool[rumour + NEXT]
    return next >= 0 ? (next as Rumour) : this.firstFrom(this.pool[rumour + SENDS] + 1)
  }

  slot(rumour: Rumour): TableSlot {
    return this.pool[rumour + SLOT] as TableSlot
  }

  accuser(rumour: Rumour): number {
    return this.pool[rumour + ACCUSER]
  }

  /** See `SwimNode.warm`. */
  warm(): number {
    return this.size
  }

  private firstFrom(sends: number): Rumour {
    const low = sends < 32 ? this.listsLow & (-1 << sends) : 0
    if (low !== 0) return this.heads[lowestBit(low)] as Rumour
    const high = sends < 32 ? this.listsHigh : this.listsHigh & (-1 << (sends - 32))
    return (high === 0 ? NO_RUMOUR : this.heads[32 + lowestBit(high)]) as Rumour
  }

  private release(entry: number): void {
    this.size--
    this.unlink(entry)
    this.index.remove(this.index.find(this.pool[entry + SLOT]))
    this.pool[entry + NEXT] = this.free
    this.free = entry
  }

  private link(entry: number, sends: number): void {
    const { pool, heads } = this
    const head = heads[sends]
    pool[entry + SENDS] = sends
    pool[entry + PREVIOUS] = -1
    pool[entry + NEXT] = head
    if (head >= 0) pool[head + PREVIOUS] = entry
    else this.mark(sends)
    heads[sends] = entry
  }

  private unlink(entry: number): void {
    const { pool } = this
    const next = pool[entry + NEXT]
    const previous = pool[entry + PREVIOUS]
    if (next >= 0) pool[next + PREVIOUS] = previous
    if (previous >= 0) pool[previous + NEXT] = next
    else {
      const sends = pool[entry + SENDS]
      this.heads[sends] = next
      if (next < 0) this.mark(sends)
    }
  }

  /** A list has got its first entry, or lost its last. */
  private mark(sends: number): void {
    if (sends < 32) this.listsLow ^= 1 << sends
    else this.listsHigh ^= 1 << (sends - 32)
  }

  private allocate(slot: TableSlot): number {
    let entry = this.free
    if (entry >= 0) this.free = this.pool[entry + NEXT]
    else {
      if (this.used === this.pool.length) this.grow()
      entry = this.used
      this.used += ENTRY
    }
    this.size++
    this.pool[entry + SLOT] = slot
    const at = this.index.add(slot)
    this.index.cells[at + 1] = entry
    return entry
  }

  private grow(): void {
    if (this.heads.length === 0) this.heads = new Int32Array(SENDS_MAX).fill(-1)
    const larger = new Int32Array(Math.max(3 * ENTRY, 2 * this.pool.length))
    larger.set(this.pool)
    this.pool = larger
  }
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

/** How often a rumour is sent in a cluster of n. See `ProtocolOptions.rumourBudget`. */
export function rumourBudget(formula: 'ln' | 'swim' | 'memberlist', n: number): number {
  if (formula === 'memberlist') return 4 * Math.ceil(Math.log10(n + 1))
  const swim = 3 * Math.log(n + 1)
  return Math.ceil(formula === 'swim' ? swim : Math.min(swim, Math.log(n + 1) + 10))
}
