import type { Contender } from './score.js'
import { NOBODY, type Handle, type Ranks } from './ranks.js'

/** ⌈c·w/Σw·Q⌉ for each handle. The sum is taken in the order of ids, so that all members get it. */
export function capacities(
  contenders: readonly (Contender | undefined)[],
  slots: number,
  loadBound: number,
): Int32Array {
  const present = contenders.filter((who) => who !== undefined)
  present.sort((a, b) => (a.id < b.id ? -1 : 1))
  const total = present.reduce((sum, who) => sum + who.weight, 0)
  const limits = new Int32Array(contenders.length)
  contenders.forEach((who, handle) => {
    if (who === undefined) return
    const limit = Math.ceil((loadBound * who.weight * slots) / total)
    limits[handle] = Math.min(slots, limit)
  })
  return limits
}

/**
 * Gives each slot to one contender, none beyond its capacity: deferred acceptance (Gale and
 * Shapley 1962). Slots propose down their ranks; a contender that has too many keeps those that it
 * costs least. The outcome is the same whatever the order of the proposals.
 */
export class Matching {
  readonly owners: Uint16Array
  private readonly ranks: Pick<Ranks, 'size' | 'at' | 'costOf'>
  private readonly slots: number
  /** How far down its ranks each slot has proposed. */
  private readonly proposed: Uint16Array
  private readonly next: Int32Array
  private heads: Int32Array = new Int32Array(0)
  private counts: Int32Array = new Int32Array(0)

  constructor(ranks: Pick<Ranks, 'size' | 'at' | 'costOf'>, slots: number) {
    this.ranks = ranks
    this.slots = slots
    this.owners = new Uint16Array(slots).fill(NOBODY)
    this.proposed = new Uint16Array(slots)
    this.next = new Int32Array(slots)
  }

  run(limits: Int32Array): void {
    this.heads = new Int32Array(limits.length).fill(-1)
    this.counts = new Int32Array(limits.length)
    this.proposed.fill(0)
    this.owners.fill(NOBODY)
    if (this.ranks.size === 0) return
    const over = new Set<Handle>()
    for (let slot = 0; slot < this.slots; slot++) this.propose(slot, limits, over)
    // A set is walked in insertion order, and takes newcomers in while it is walked.
    for (const handle of over) {
      over.delete(handle)
      for (const slot of this.reject(handle, limits[handle])) this.propose(slot, limits, over)
    }
  }

  private propose(slot: number, limits: Int32Array, over: Set<Handle>): void {
    const handle = this.ranks.at(slot, this.proposed[slot])
    this.owners[slot] = handle
    this.next[slot] = this.heads[handle]
    this.heads[handle] = slot
    if (++this.counts[handle] > limits[handle]) over.add(handle)
  }

  /** The slots that a contender has to let go, those that cost it most; each a rank further on. */
  private reject(handle: Handle, limit: number): number[] {
    const held: { slot: number; cost: number }[] = []
    for (let slot = this.heads[handle]; slot >= 0; slot = this.next[slot]) {
      held.push({ slot, cost: this.ranks.costOf(handle, slot) })
    }
    held.sort((a, b) => a.cost - b.cost || a.slot - b.slot)
    this.heads[handle] = -1
    for (const { slot } of held.slice(0, limit)) {
      this.next[slot] = this.heads[handle]
      this.heads[handle] = slot
    }
    this.counts[handle] = limit
    const rejected = held.slice(limit).map((entry) => entry.slot)
    for (const slot of rejected) this.proposed[slot]++
    return rejected
  }
}
