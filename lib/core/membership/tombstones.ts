import { type Agenda, DUE } from '../seam/agenda.js'
import type { TableSlot } from '../view/directory.js'

/**
 * The dead members that are remembered, and since when: the longest dead first. While there are any,
 * one is to be tried again (`Healer`).
 */
export class Tombstones {
  size = 0
  /** Made when the first one dies. */
  private since: Map<TableSlot, number> | undefined
  private readonly agenda: Agenda
  private readonly reconnectMs: number

  constructor(agenda: Agenda, reconnectMs: number) {
    this.agenda = agenda
    this.reconnectMs = reconnectMs
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
    this.size = this.since.size
    if (this.agenda[DUE.reconnect] === Infinity) this.agenda[DUE.reconnect] = now + this.reconnectMs
  }

  delete(slot: TableSlot): void {
    if (this.since?.delete(slot) && --this.size === 0) this.agenda[DUE.reconnect] = Infinity
  }

  /** Those that died at this time or before. */
  diedBy(time: number): TableSlot[] {
    if (this.since === undefined) return []
    return [...this.since].filter(([, since]) => since <= time).map(([slot]) => slot)
  }
}
