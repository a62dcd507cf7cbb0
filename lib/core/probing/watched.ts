import type { TableSlot } from '../view/directory.js'
import type { MemberTable } from '../view/table.js'
import { isLive } from '../view/word.js'

/**
 * Whom a member keeps a stream open to: the live members that follow it on the circle of hashes, so
 * that all who hold one view have each member watched by equally many. Their end tells at once that
 * a process was killed.
 */
export function watchedBy(table: MemberTable, self: TableSlot, count: number): TableSlot[] {
  const nearest: TableSlot[] = []
  const own = table.hash(self)
  const distance = (slot: TableSlot): number => (table.hash(slot) - own) >>> 0
  for (let slot = 0; slot < table.bound; slot++) {
    if (slot === self || !table.has(slot) || !isLive(table.word(slot))) continue
    let place = nearest.length
    while (place > 0 && distance(nearest[place - 1]) > distance(slot)) place--
    nearest.splice(place, 0, slot)
    if (nearest.length > count) nearest.pop()
  }
  return nearest
}
