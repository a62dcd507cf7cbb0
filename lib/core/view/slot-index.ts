import { fmix32 } from '../../base/hash.js'

const EMPTY = new Int32Array(0)

/**
 * Cells by slot: open addressing in one small array, so that a look-up touches one line of a cache.
 * Its memory is that of the slots in it, however large the table is.
 *
 *     cells   [slot + 1, …]  [0, …]  [slot + 1, …]  [0, …]      0: nobody; at most half full
 */
export class SlotIndex {
  size = 0
  cells: Int32Array = EMPTY
  /** Numbers in a cell: a power of two; the first is ours, the others are the owner's. */
  private readonly stride: number

  constructor(stride: number) {
    this.stride = stride
  }

  /** Where the cell of a slot begins, until the next `add` or `remove`; −1: it has none. */
  find(slot: number): number {
    if (this.size === 0) return -1
    const { cells, stride } = this
    const mask = cells.length - 1
    for (let at = homeOf(slot, stride, mask); cells[at] !== 0; at = (at + stride) & mask) {
      if (cells[at] === slot + 1) return at
    }
    return -1
  }

  /** Where the new cell of a slot begins that has none yet; what is in it is undefined. */
  add(slot: number): number {
    if (2 * this.stride * this.size >= this.cells.length) this.grow()
    this.size++
    return this.take(slot)
  }

  /** Leaves no hole in a chain of cells: whoever may stand in it moves up. */
  remove(at: number): void {
    const { cells, stride } = this
    const mask = cells.length - 1
    let hole = at
    for (let next = (hole + stride) & mask; cells[next] !== 0; next = (next + stride) & mask) {
      const home = homeOf(cells[next] - 1, stride, mask)
      if (((next - home) & mask) < ((next - hole) & mask)) continue
      cells.copyWithin(hole, next, next + stride)
      hole = next
    }
    cells[hole] = 0
    this.size--
  }

  private take(slot: number): number {
    const { cells, stride } = this
    const mask = cells.length - 1
    let at = homeOf(slot, stride, mask)
    while (cells[at] !== 0) at = (at + stride) & mask
    cells[at] = slot + 1
    return at
  }

  private grow(): void {
    const { cells: old, stride } = this
    this.cells = new Int32Array(Math.max(4 * stride, 2 * old.length))
    for (let from = 0; from < old.length; from += stride) {
      if (old[from] === 0) continue
      const to = this.take(old[from] - 1)
      for (let i = 1; i < stride; i++) this.cells[to + i] = old[from + i]
    }
  }
}

/** Where the cell of a slot would begin if nobody else stood there. */
function homeOf(slot: number, stride: number, mask: number): number {
  return Math.imul(fmix32(slot), stride) & mask
}
