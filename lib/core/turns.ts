import type { TableSlot } from './directory.js'
import { Permutation } from './permutation.js'
import type { Rng } from './rng.js'
import type { MemberTable } from './table.js'
import { isLive } from './word.js'

/** Its key and size are set before each use: an order needs no memory but those. */
const order = new Permutation()

/**
 * The live members one by one, each once a pass. Slots of the table are permuted, not places among
 * the living, so that deaths in the middle of a pass make nobody wait twice.
 */
export class Turns {
  private size = 0
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
    const grown = !this.shuffled && this.size !== table.bound
    if (grown) this.shuffle()
    order.reset(this.size, this.key)
    for (;;) {
      if (this.position >= this.size) {
        this.position = 0
        if (this.shuffled) this.shuffle()
        order.reset(this.size, this.key)
      }
      const slot = order.at(this.position++)
      if (slot !== self && table.has(slot) && isLive(table.word(slot))) return slot
    }
  }

  /** See `SwimNode.warm`. */
  warm(): number {
    return this.size
  }

  private shuffle(): void {
    this.size = this.table.bound
    this.key = this.rng.next()
    this.position = 0
  }
}
