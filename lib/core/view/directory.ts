import { readEndpoint, type Endpoint } from '../../base/endpoint.js'
import { sameBytes } from '../../base/bytes.js'
import { hash32 } from '../../base/hash.js'
import { utf8Equals, utf8Length, utf8Read, utf8Write } from '../../base/utf8.js'

/** The dense index of a member in a table. Local: never on the wire, reused after forgetting. */
export type TableSlot = number & { readonly brand: 'TableSlot' }
/** No such member. */
export const NO_SLOT: TableSlot = -1 as TableSlot

/** The seeds of the two hashes of an id (proto/gyre.proto). */
const ID_SEED = 0x67797265
const ID_SEED_HIGH = 0x72696e67

export const ID_BYTES_MAX = 128

/** A cell of the index: slot + 1, the lower hash, the length, and as much of the id as there is room. */
const CELL = 8
const HASH = 1
const LENGTH = 2
const TEXT = 3
const TEXT_BYTES = 4 * (CELL - TEXT)

/**
 * Who has which slot: ids, found by their bytes, in place.
 *
 *     id bytes ── hash32 ──► cell [slot + 1, hash, length, id …] ──► slot ──► id, hashes
 *
 * An id of up to 20 bytes is compared within its cell: a look-up then reads one line of a cache,
 * and each packet takes one or more. Open addressing; a cell whose first number is 0 is empty.
 *
 * What is in it is the same for whoever knows the id, so the engines of a simulation share one; a
 * shared one forgets nobody, since another engine may still know them.
 */
export class Directory {
  /** Slots in use are below this; a freed slot in between has no id. */
  bound = 0
  readonly shared: boolean
  private capacity = 16
  private readonly free: TableSlot[] = []
  private readonly ids: (string | undefined)[] = []
  private readonly endpoints: (KnownEndpoint | undefined)[] = []
  /** Both hashes of each slot, side by side. */
  private hashes = new Int32Array(32)
  /** A power of two cells, at most three quarters full. */
  private index = new Int32Array(32 * CELL)

  constructor(shared = false) {
    this.shared = shared
  }

  find(bytes: Uint8Array, offset: number, length: number): TableSlot {
    const hash = hash32(bytes, offset, length, ID_SEED)
    const { index } = this
    const mask = index.length - 1
    for (let at = homeOf(hash, mask); index[at] !== 0; at = (at + CELL) & mask) {
      const may = index[at + HASH] === hash && index[at + LENGTH] === length
      if (may && this.isAt(at, bytes, offset, length)) return (index[at] - 1) as TableSlot
    }
    return NO_SLOT
  }

  private isAt(at: number, bytes: Uint8Array, offset: number, length: number): boolean {
    for (let from = 0; from < Math.min(length, TEXT_BYTES); from += 4) {
      if (this.index[at + TEXT + (from >> 2)] !== wordAt(bytes, offset, from, length)) return false
    }
    if (length <= TEXT_BYTES) return true
    return utf8Equals(this.id((this.index[at] - 1) as TableSlot), bytes, offset, length)
  }

  /** By text; NO_SLOT also for what can be no id. */
  findId(id: string): TableSlot {
    const length = utf8Length(id)
    if (length < 1 || length > ID_BYTES_MAX) return NO_SLOT
    utf8Write(id, scratch, 0)
    return this.find(scratch, 0, length)
  }

  /** The slot of valid id bytes, a new one if need be. */
  enter(bytes: Uint8Array, offset: number, length: number): TableSlot {
    const known = this.find(bytes, offset, length)
    if (known !== NO_SLOT) return known
    const slot = this.free.pop() ?? (this.bound++ as TableSlot)
    if (this.bound > this.capacity) this.grow()
    if (4 * (this.bound + 1) * CELL > 3 * this.index.length) this.growIndex()
    this.ids[slot] = utf8Read(bytes, offset, length)
    this.hashes[2 * slot] = hash32(bytes, offset, length, ID_SEED)
    this.hashes[2 * slot + 1] = hash32(bytes, offset, length, ID_SEED_HIGH)
    this.insert(slot, bytes, offset, length)
    return slot
  }

  /** The slot of a valid id, a new one if need be. */
  enterId(id: string): TableSlot {
    return this.enter(scratch, 0, utf8Write(id, scratch, 0))
  }

  /** Forgets an id, unless the directory is shared. */
  leave(slot: TableSlot): void {
    if (this.shared) return
    this.unindex(slot)
    this.ids[slot] = undefined
    this.free.push(slot)
  }

  /**
   * The text of an endpoint in its wire form, as some member with this slot has it. The last one of
   * each slot is kept, since it is asked for again and again.
   */
  endpoint(slot: TableSlot, bytes: Uint8Array, offset: number, length: number): Endpoint {
    return this.knownEndpoint(slot, bytes, offset, length).text
  }

  /** The same, with a copy of the bytes. */
  knownEndpoint(slot: TableSlot, bytes: Uint8Array, offset: number, length: number): KnownEndpoint {
    const known = this.endpoints[slot]
    if (known !== undefined && sameBytes(known.bytes, bytes, offset, length)) return known
    const text = readEndpoint(bytes, offset, length)
    return (this.endpoints[slot] = { bytes: bytes.slice(offset, offset + length), text })
  }

  id(slot: TableSlot): string {
    return this.ids[slot] as string
  }

  /** The lower hash of the id: also what tells accusers apart. */
  hash(slot: TableSlot): number {
    return this.hashes[2 * slot]
  }

  hashHigh(slot: TableSlot): number {
    return this.hashes[2 * slot + 1]
  }

  /** Reads where an id is found, before it is looked for. */
  warm(slot: TableSlot): number {
    return this.index[homeOf(this.hashes[2 * slot], this.index.length - 1)]
  }

  private grow(): void {
    this.capacity *= 2
    const hashes = new Int32Array(2 * this.capacity)
    hashes.set(this.hashes)
    this.hashes = hashes
  }

  private growIndex(): void {
    const old = this.index
    const mask = 2 * old.length - 1
    this.index = new Int32Array(2 * old.length)
    for (let from = 0; from < old.length; from += CELL) {
      if (old[from] === 0) continue
      let at = homeOf(old[from + HASH], mask)
      while (this.index[at] !== 0) at = (at + CELL) & mask
      this.index.set(old.subarray(from, from + CELL), at)
    }
  }

  private insert(slot: TableSlot, bytes: Uint8Array, offset: number, length: number): void {
    const { index } = this
    const mask = index.length - 1
    let at = homeOf(this.hash(slot), mask)
    while (index[at] !== 0) at = (at + CELL) & mask
    index[at] = slot + 1
    index[at + HASH] = this.hash(slot)
    index[at + LENGTH] = length
    for (let from = 0; from < TEXT_BYTES; from += 4) {
      index[at + TEXT + (from >> 2)] = wordAt(bytes, offset, from, length)
    }
  }

  /** Leaves no hole in a chain: whoever stands behind and may stand here moves up. */
  private unindex(slot: TableSlot): void {
    const { index } = this
    const mask = index.length - 1
    let hole = homeOf(this.hash(slot), mask)
    while (index[hole] !== slot + 1) hole = (hole + CELL) & mask
    for (let at = (hole + CELL) & mask; index[at] !== 0; at = (at + CELL) & mask) {
      const home = homeOf(index[at + HASH], mask)
      if (((at - home) & mask) < ((at - hole) & mask)) continue
      index.copyWithin(hole, at, at + CELL)
      hole = at
    }
    index[hole] = 0
  }
}

/** Where the cell of an id with this hash would begin if nobody else stood there. */
function homeOf(hash: number, mask: number): number {
  return Math.imul(hash, CELL) & mask
}

/** Four bytes of an id as one number; zeros behind its end. */
function wordAt(bytes: Uint8Array, offset: number, from: number, length: number): number {
  const at = offset + from
  const rest = length - from
  if (rest >= 4) {
    return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)
  }
  let word = 0
  for (let i = 0; i < rest; i++) word |= bytes[at + i] << (8 * i)
  return word
}

/** An endpoint in its wire form, and as text. */
export interface KnownEndpoint {
  readonly bytes: Uint8Array
  readonly text: Endpoint
}

const scratch = new Uint8Array(ID_BYTES_MAX)
