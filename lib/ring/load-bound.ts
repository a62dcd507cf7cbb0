import type { Contender } from './score.js'
import { NOBODY, type Handle, type Ranking } from './ranking.js'

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
  private readonly ranking: Pick<Ranking, 'size' | 'at' | 'costOf'>
  private readonly slots: number
  private readonly limits: Int32Array
  /** How far down its ranks each slot has proposed. */
  private readonly proposed: Uint16Array
  private readonly next: Int32Array
  private readonly heads: Int32Array
  private readonly counts: Int32Array
  private readonly over = new Set<Handle>()

  constructor(ranking: Pick<Ranking, 'size' | 'at' | 'costOf'>, slots: number, limits: Int32Array) {
    this.ranking = ranking
    this.slots = slots
    this.limits = limits
    this.owners = new Uint16Array(slots).fill(NOBODY)
    this.proposed = new Uint16Array(slots)
    this.next = new Int32Array(slots)
    this.heads = new Int32Array(limits.length).fill(-1)
    this.counts = new Int32Array(limits.length)
  }

  /** Works it out, in slices of about so many proposals. */
  *run(slice: number): Generator<void, Uint16Array> {
    if (this.ranking.size === 0) return this.owners
    for (let slot = 0; slot < this.slots; slot++) {
      this.propose(slot)
      if (slot % slice === slice - 1) yield
    }
    let work = 0
    // A set is walked in insertion order, and takes newcomers in while it is walked.
    for (const handle of this.over) {
      this.over.delete(handle)
      for (const slot of this.reject(handle, this.limits[handle])) this.propose(slot)
      work += this.limits[handle]
      if (work < slice) continue
      work = 0
      yield
    }
    return this.owners
  }

  private propose(slot: number): void {
    const handle = this.ranking.at(slot, this.proposed[slot])
    this.owners[slot] = handle
    this.next[slot] = this.heads[handle]
    this.heads[handle] = slot
    if (++this.counts[handle] > this.limits[handle]) this.over.add(handle)
  }

  /** The slots that a contender has to let go, those that cost it most; each a rank further on. */
  private reject(handle: Handle, limit: number): number[] {
    const held: { slot: number; cost: number }[] = []
    for (let slot = this.heads[handle]; slot >= 0; slot = this.next[slot]) {
      held.push({ slot, cost: this.ranking.costOf(handle, slot) })
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
