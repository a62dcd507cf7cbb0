import { vacancy, type Handle, type Ranking } from './ranking.js'
import { beats, cost, slotHash, type Contender } from './score.js'

/**
 * For each slot its best contenders, best first: not all of them, but always exactly the top of
 * the whole order, so that one join or leave touches only the slots where it matters.
 *
 *     slot 0:  7 2 9 4     join of 5:  compared with the last kept, mostly dropped at once
 *     slot 1:  2 4 7       leave of 9: taken out where it stands; a slot left with
 *     …                                fewer than `least` is ranked anew from all
 */
export class Rendezvous implements Ranking {
  readonly contenders: (Contender | undefined)[] = []
  private count = 0
  private readonly slots: number
  private readonly seed: number
  private readonly least: number
  private readonly most: number
  private readonly kept: Uint16Array
  private readonly lengths: Uint8Array

  constructor(slots: number, seed: number, least: number) {
    this.slots = slots
    this.seed = seed
    this.least = least
    this.most = least + 2
    this.kept = new Uint16Array(slots * this.most)
    this.lengths = new Uint8Array(slots)
  }

  get size(): number {
    return this.count
  }

  add(who: Contender): Handle {
    const handle = vacancy(this.contenders)
    this.contenders[handle] = who
    this.count++
    return handle
  }

  enter(handle: Handle, from: number, to: number): void {
    const who = this.contenders[handle] as Contender
    for (let slot = from; slot < to; slot++) this.insert(slot, handle, who)
  }

  remove(handle: Handle): void {
    this.contenders[handle] = undefined
    this.count--
  }

  withdraw(handle: Handle, from: number, to: number): void {
    for (let slot = from; slot < to; slot++) this.takeOut(slot, handle)
  }

  clone(): Rendezvous {
    const copy = new Rendezvous(this.slots, this.seed, this.least)
    copy.contenders.push(...this.contenders)
    copy.count = this.count
    copy.kept.set(this.kept)
    copy.lengths.set(this.lengths)
    return copy
  }

  at(slot: number, rank: number): Handle {
    if (rank < this.lengths[slot]) return this.kept[slot * this.most + rank]
    return this.order(slot)[rank]
  }

  costOf(handle: Handle, slot: number): number {
    return cost(this.contenders[handle] as Contender, slotHash(slot, this.seed))
  }

  private insert(slot: number, handle: Handle, who: Contender): void {
    const base = slot * this.most
    const length = this.lengths[slot]
    const hashOfSlot = slotHash(slot, this.seed)
    const own = cost(who, hashOfSlot)
    let at = length
    while (at > 0) {
      const other = this.contenders[this.kept[base + at - 1]] as Contender
      if (!beats(who, own, other, cost(other, hashOfSlot))) break
      at--
    }
    // Behind the last kept there may be others that are better, unless all are kept.
    if (at === length && length < this.count - 1) return
    if (at === this.most) return
    const end = Math.min(length, this.most - 1)
    this.kept.copyWithin(base + at + 1, base + at, base + end)
    this.kept[base + at] = handle
    this.lengths[slot] = end + 1
  }

  private takeOut(slot: number, handle: Handle): void {
    const base = slot * this.most
    const end = base + this.lengths[slot]
    const at = this.kept.subarray(base, end).indexOf(handle)
    if (at < 0) return
    this.kept.copyWithin(base + at, base + at + 1, end)
    this.lengths[slot]--
    if (this.lengths[slot] >= Math.min(this.least, this.count)) return
    const best = this.order(slot).slice(0, this.most)
    this.kept.set(best, base)
    this.lengths[slot] = best.length
  }

  /** All contenders of a slot, best first. The slow way, for what is not kept. */
  private order(slot: number): Handle[] {
    const hashOfSlot = slotHash(slot, this.seed)
    const all: { handle: Handle; who: Contender; cost: number }[] = []
    this.contenders.forEach((who, handle) => {
      if (who !== undefined) all.push({ handle, who, cost: cost(who, hashOfSlot) })
    })
    all.sort((a, b) => (beats(a.who, a.cost, b.who, b.cost) ? -1 : 1))
    return all.map((entry) => entry.handle)
  }
}
