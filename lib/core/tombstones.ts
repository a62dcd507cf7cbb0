import type { TableSlot } from './directory.js'

/** The dead members that are remembered, and since when: the longest dead first. */
export class Tombstones {
  /** Made when the first one dies. */
  private since: Map<TableSlot, number> | undefined

  get size(): number {
    return this.since?.size ?? 0
  }

  /** The one at a place below `size`; 0 is the longest dead. */
  at(place: number): TableSlot {
    const slots = (this.since as Map<TableSlot, number>).keys()
    for (let i = 0; i < place; i++) slots.next()
    return slots.next().value as TableSlot
  }

  add(slot: TableSlot, now: number): void {
    this.since ??= new Map()
    this.since.set(slot, now)
  }

  delete(slot: TableSlot): void {
    this.since?.delete(slot)
  }

  /** Those that died at this time or before. */
  diedBy(time: number): TableSlot[] {
    if (this.since === undefined) return []
    return [...this.since].filter(([, since]) => since <= time).map(([slot]) => slot)
  }
}
