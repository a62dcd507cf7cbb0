import type { Rng } from '../../base/rng.js'
import { NO_SLOT, type TableSlot } from './directory.js'
import type { MemberTable } from './table.js'
import { isLive } from './word.js'

/** The largest sample. */
export const SAMPLE_MAX = 16
/** Draws before a sample is taken by looking at every slot. */
const DRAWS_MAX = 32

/** The last sample of whichever node drew last: read it before anybody draws again. */
const picked = new Int32Array(SAMPLE_MAX)

/**
 * The live members other than ourselves: how many, and samples of them. Shared by relays, gossip
 * and sync. Draws slots until one is live, so that no list of the living is kept, which would be
 * n² in a simulation of n; where few slots are live, all are looked at instead.
 */
export class Living {
  size = 0
  readonly picked: Int32Array = picked
  private readonly table: MemberTable
  private readonly self: TableSlot

  constructor(table: MemberTable, self: TableSlot) {
    this.table = table
    this.self = self
  }

  /**
   * Draws up to `k` ≤ 16 distinct members, never `except`, each with the same chance, into
   * `picked`; returns how many. Right in clusters of 2 and 3 too.
   */
  sample(k: number, rng: Rng, except: TableSlot = NO_SLOT): number {
    const excepted = except !== NO_SLOT && this.isMember(except) ? 1 : 0
    const most = Math.min(k, this.size - excepted)
    for (let found = 0; found < most; found++) picked[found] = this.draw(found, rng, except)
    return most
  }

  private draw(found: number, rng: Rng, except: TableSlot): number {
    for (let draws = 0; draws < DRAWS_MAX; draws++) {
      const slot = rng.below(this.table.bound)
      if (this.isEligible(slot, found, except)) return slot
    }
    // Each one seen takes the place with the chance that makes all equal (Vitter's reservoir).
    let chosen = 0
    let seen = 0
    for (let slot = 0; slot < this.table.bound; slot++) {
      if (this.isEligible(slot, found, except) && rng.below(++seen) === 0) chosen = slot
    }
    return chosen
  }

  private isEligible(slot: number, found: number, except: TableSlot): boolean {
    if (slot === except || !this.isMember(slot)) return false
    for (let i = 0; i < found; i++) if (picked[i] === slot) return false
    return true
  }

  private isMember(slot: number): boolean {
    const { table } = this
    return slot !== this.self && table.has(slot) && isLive(table.word(slot))
  }
}
