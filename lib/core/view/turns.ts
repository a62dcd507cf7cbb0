import type { TableSlot } from './directory.js'
import { Permutation } from './permutation.js'
import type { Rng } from '../../base/rng.js'
import type { MemberTable } from './table.js'
import { isLive } from './word.js'

/** Its key and size are set before each use: an order needs no memory but those. */
const order = new Permutation()

/**
 * The live members one by one, each once a pass. Slots of the table are permuted, not places among
 * the living, so that deaths in the middle of a pass make nobody wait twice; who joins in the middle
 * of one does not wait for the next.
 */
export class Turns {
  /** Slots that are permuted; those from there to `bound` have joined since, and had their turns. */
  private size = 0
  private bound = 0
  private key = 0
  private position = 0
  private readonly table: MemberTable
  private readonly self: TableSlot
  private readonly rng: Rng
  /** Whether each pass has an order of its own, or only a table that has grown gets a new one. */
  private readonly shuffled: boolean

  constructor(parts: {
    readonly table: MemberTable
    readonly self: TableSlot
    readonly rng: Rng
    readonly shuffled: boolean
  }) {
    this.table = parts.table
    this.self = parts.self
    this.rng = parts.rng
    this.shuffled = parts.shuffled
  }

  /** The next one. There must be one. */
  next(): TableSlot {
    const { table, self } = this
    // After a join of many most are newcomers: they get an order too.
    const grown = this.shuffled ? table.bound - this.bound > this.size : this.size !== table.bound
    if (grown) this.begin()
    order.reset(this.size, this.key)
    for (;;) {
      const slot = this.step()
      if (slot !== self && table.has(slot) && isLive(table.word(slot))) return slot
    }
  }

  /** See `SwimNode.warm`. */
  warm(): number {
    return this.size
  }

  private step(): number {
    const left = this.size - this.position
    const joined = this.table.bound - this.bound
    if (left + joined > 0) {
      // A newcomer's place is any of those that are left, as if it had been there when they were drawn.
      const chosen = joined > 0 && this.rng.below(left + joined) < joined
      return chosen ? this.bound++ : order.at(this.position++)
    }
    if (this.shuffled) this.begin()
    else this.position = 0
    order.reset(this.size, this.key)
    return order.at(this.position++)
  }

  private begin(): void {
    this.size = this.bound = this.table.bound
    this.key = this.rng.next()
    this.position = 0
  }
}
