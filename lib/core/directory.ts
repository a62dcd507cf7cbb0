import { readEndpoint, type Endpoint } from '../base/endpoint.js'
import { sameBytes } from '../base/bytes.js'
import { hash32 } from '../base/hash.js'
import { utf8Equals, utf8Length, utf8Read, utf8Write } from '../base/utf8.js'

/** The dense index of a member in a table. Local: never on the wire, reused after forgetting. */
export type TableSlot = number & { readonly brand: 'TableSlot' }
/** No such member. */
export const NO_SLOT: TableSlot = -1 as TableSlot

/** The seeds of the two hashes of an id (proto/gyre.proto). */
const ID_SEED = 0x67797265
const ID_SEED_HIGH = 0x72696e67

export const ID_BYTES_MAX = 128

/**
 * Who has which slot: ids, found by their bytes, in place.
 *
 *     id bytes ── hash32 ──► index (open addressing) ──► slot ──► id, hashes
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
  /** slot + 1, or 0; a power of two, at most half full. */
  private index = new Int32Array(32)

  constructor(shared = false) {
    this.shared = shared
  }

  find(bytes: Uint8Array, offset: number, length: number): TableSlot {
    const hash = hash32(bytes, offset, length, ID_SEED)
    const mask = this.index.length - 1
    for (let at = hash & mask; this.index[at] !== 0; at = (at + 1) & mask) {
      const slot = (this.index[at] - 1) as TableSlot
      if (this.hash(slot) === hash && utf8Equals(this.id(slot), bytes, offset, length)) return slot
    }
    return NO_SLOT
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
    this.ids[slot] = utf8Read(bytes, offset, length)
    this.hashes[2 * slot] = hash32(bytes, offset, length, ID_SEED)
    this.hashes[2 * slot + 1] = hash32(bytes, offset, length, ID_SEED_HIGH)
    this.insert(slot)
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
    const known = this.endpoints[slot]
    if (known !== undefined && sameBytes(known.bytes, bytes, offset, length)) return known.text
    const text = readEndpoint(bytes, offset, length)
    this.endpoints[slot] = { bytes: bytes.slice(offset, offset + length), text }
    return text
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

  private grow(): void {
    this.capacity *= 2
    const hashes = new Int32Array(2 * this.capacity)
    hashes.set(this.hashes)
    this.hashes = hashes
    this.index = new Int32Array(2 * this.capacity)
    this.ids.forEach((id, slot) => id !== undefined && this.insert(slot as TableSlot))
  }

  private insert(slot: TableSlot): void {
    const mask = this.index.length - 1
    let at = this.hash(slot) & mask
    while (this.index[at] !== 0) at = (at + 1) & mask
    this.index[at] = slot + 1
  }

  /** Leaves no hole in a chain: whoever stands behind and may stand here moves up. */
  private unindex(slot: TableSlot): void {
    const mask = this.index.length - 1
    let hole = this.hash(slot) & mask
    while (this.index[hole] !== slot + 1) hole = (hole + 1) & mask
    for (let at = (hole + 1) & mask; this.index[at] !== 0; at = (at + 1) & mask) {
      const home = this.hash((this.index[at] - 1) as TableSlot) & mask
      if (((at - home) & mask) < ((at - hole) & mask)) continue
      this.index[hole] = this.index[at]
      hole = at
    }
    this.index[hole] = 0
  }
}

interface KnownEndpoint {
  readonly bytes: Uint8Array
  readonly text: Endpoint
}

const scratch = new Uint8Array(ID_BYTES_MAX)
