import { VOTERS_MAX, SLOT_VOTERS } from '../../../lib/ownership/index.js'
import { Ring } from '../../../lib/ring/index.js'

/** The voters of each slot: all nodes, or, where these are too many, a few of them. */
export class Voters {
  readonly all: readonly string[]
  private readonly few: Ring | undefined

  constructor(all: readonly string[], slots: number) {
    this.all = all
    if (all.length <= VOTERS_MAX) return
    this.few = new Ring({ slots, replicas: SLOT_VOTERS })
    this.few.update(all.map((id) => ({ id })))
  }

  of(slot: number): readonly string[] {
    return this.few?.ownersOfSlot(slot) ?? this.all
  }
}
