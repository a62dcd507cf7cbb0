import { assert } from '../base/error.js'
import { ENDPOINT_BYTES_MAX, type Endpoint } from '../base/endpoint.js'
import { hash32 } from '../base/hash.js'
import { utf8Equals, utf8Length, utf8Write } from '../base/utf8.js'
import { endpointFrom } from './shared-text.js'
import type { Word } from './word.js'

/** The dense index of a member in one node's table. Local: never on the wire, reused after forgetting. */
export type TableSlot = number & { readonly brand: 'TableSlot' }
/** No such member. */
export const NO_SLOT: TableSlot = -1 as TableSlot

/** The seeds of the two hashes of an id (proto/gyre.proto). */
export const ID_SEED = 0x67797265
export const ID_SEED_HIGH = 0x72696e67

export const ID_BYTES_MAX = 128
export const META_BYTES_MAX = 1_024

const NO_META = new Uint8Array(0)

/**
 * All members that we know, as a struct of arrays. Ids are found by their bytes, in place:
 *
 *     id bytes ── hash32 ──► index (open addressing) ──► slot ──► words, endpoints, metas, …
 *
 * The words are only ever set by `Membership`.
 */
export class MemberTable {
  /** Slots in use are below this; a freed slot in between has no name. */
  bound = 0
  private capacity = 16
  private free: TableSlot[] = []
  private names: (string | undefined)[] = []
  /** As text, once somebody has asked for it. */
  private endpoints: (Endpoint | undefined)[] = []
  private metas: Uint8Array[] = []
  private words = new Int32Array(16)
  private hashes = new Int32Array(16)
  private hashesHigh = new Int32Array(16)
  private changedAt = new Float64Array(16)
  private addressed = new Int32Array(16)
  private endpointBytes = new Uint8Array(16 * ENDPOINT_BYTES_MAX)
  private endpointLengths = new Uint8Array(16)
  /** slot + 1, or 0; a power of two, at most half full. */
  private index = new Int32Array(32)

  private readonly slotsMax: number

  constructor(slotsMax: number) {
    this.slotsMax = slotsMax
  }

  get size(): number {
    return this.bound - this.free.length
  }

  get full(): boolean {
    return this.size >= this.slotsMax
  }

  find(bytes: Uint8Array, offset: number, length: number): TableSlot {
    const hash = hash32(bytes, offset, length, ID_SEED)
    const mask = this.index.length - 1
    for (let at = hash & mask; this.index[at] !== 0; at = (at + 1) & mask) {
      const slot = (this.index[at] - 1) as TableSlot
      if (this.hashes[slot] === hash && utf8Equals(this.id(slot), bytes, offset, length))
        return slot
    }
    return NO_SLOT
  }

  findId(id: string): TableSlot {
    const length = utf8Length(id)
    if (length < 1 || length > ID_BYTES_MAX) return NO_SLOT
    utf8Write(id, idScratch, 0)
    return this.find(idScratch, 0, length)
  }

  /** Takes in an id that `find` does not know. Its word is 0, and its endpoint empty, until set. */
  add(id: string): TableSlot {
    assert(!this.full, 'a full member table takes nobody in')
    const slot = this.free.pop() ?? (this.bound++ as TableSlot)
    if (this.bound > this.capacity) this.grow()
    const length = utf8Write(id, idScratch, 0)
    this.names[slot] = id
    this.hashes[slot] = hash32(idScratch, 0, length, ID_SEED)
    this.hashesHigh[slot] = hash32(idScratch, 0, length, ID_SEED_HIGH)
    this.words[slot] = 0
    this.addressed[slot] = -1
    this.metas[slot] = NO_META
    this.insert(slot)
    return slot
  }

  /** Forgets a member; its slot will be used again. */
  remove(slot: TableSlot): void {
    this.names[slot] = undefined
    this.metas[slot] = NO_META
    this.free.push(slot)
    this.unindex(slot)
  }

  /** Whether the slot is in use. */
  has(slot: number): slot is TableSlot {
    return this.names[slot] !== undefined
  }

  id(slot: TableSlot): string {
    return this.names[slot] as string
  }

  word(slot: TableSlot): Word {
    return this.words[slot]
  }

  setWord(slot: TableSlot, word: Word, now: number): void {
    this.words[slot] = word
    this.changedAt[slot] = now
  }

  /** When the word last changed. */
  since(slot: TableSlot): number {
    return this.changedAt[slot]
  }

  hash(slot: TableSlot): number {
    return this.hashes[slot]
  }

  hashHigh(slot: TableSlot): number {
    return this.hashesHigh[slot]
  }

  endpoint(slot: TableSlot): Endpoint {
    const at = slot * ENDPOINT_BYTES_MAX
    return (this.endpoints[slot] ??= endpointFrom(
      this.endpointBytes,
      at,
      this.endpointLengths[slot],
    ))
  }

  /** Takes an endpoint in its wire form. */
  setEndpoint(slot: TableSlot, bytes: Uint8Array, offset: number, length: number): void {
    const at = slot * ENDPOINT_BYTES_MAX
    for (let i = 0; i < length; i++) this.endpointBytes[at + i] = bytes[offset + i]
    this.endpointLengths[slot] = length
    this.endpoints[slot] = undefined
  }

  /** The incarnation that its endpoint and metadata belong to; −1: none yet. */
  addressIncarnation(slot: TableSlot): number {
    return this.addressed[slot]
  }

  setAddressIncarnation(slot: TableSlot, incarnation: number): void {
    this.addressed[slot] = incarnation
  }

  endpointLength(slot: TableSlot): number {
    return this.endpointLengths[slot]
  }

  /** Copies the endpoint's wire form to `out`; returns the position behind it. */
  copyEndpoint(slot: TableSlot, out: Uint8Array, at: number): number {
    const from = slot * ENDPOINT_BYTES_MAX
    const length = this.endpointLengths[slot]
    for (let i = 0; i < length; i++) out[at + i] = this.endpointBytes[from + i]
    return at + length
  }

  sameEndpoint(slot: TableSlot, bytes: Uint8Array, offset: number, length: number): boolean {
    if (length !== this.endpointLengths[slot]) return false
    const from = slot * ENDPOINT_BYTES_MAX
    for (let i = 0; i < length; i++) {
      if (this.endpointBytes[from + i] !== bytes[offset + i]) return false
    }
    return true
  }

  meta(slot: TableSlot): Uint8Array {
    return this.metas[slot]
  }

  /** Keeps a copy. */
  setMeta(slot: TableSlot, meta: Uint8Array): void {
    this.metas[slot] = meta.length === 0 ? NO_META : meta.slice()
  }

  private grow(): void {
    this.capacity *= 2
    this.words = grown(this.words, new Int32Array(this.capacity))
    this.hashes = grown(this.hashes, new Int32Array(this.capacity))
    this.hashesHigh = grown(this.hashesHigh, new Int32Array(this.capacity))
    this.changedAt = grown(this.changedAt, new Float64Array(this.capacity))
    this.addressed = grown(this.addressed, new Int32Array(this.capacity))
    const bytes = new Uint8Array(this.capacity * ENDPOINT_BYTES_MAX)
    this.endpointBytes = grown(this.endpointBytes, bytes)
    this.endpointLengths = grown(this.endpointLengths, new Uint8Array(this.capacity))
    this.index = new Int32Array(this.capacity * 2)
    this.reindex()
  }

  private reindex(): void {
    this.index.fill(0)
    for (let slot = 0; slot < this.bound; slot++) if (this.has(slot)) this.insert(slot)
  }

  /** Leaves no hole in a chain: whoever stands behind and may stand here moves up. */
  private unindex(slot: TableSlot): void {
    const mask = this.index.length - 1
    let hole = this.hashes[slot] & mask
    while (this.index[hole] !== slot + 1) hole = (hole + 1) & mask
    for (let at = (hole + 1) & mask; this.index[at] !== 0; at = (at + 1) & mask) {
      const home = this.hashes[this.index[at] - 1] & mask
      if (((at - home) & mask) < ((at - hole) & mask)) continue
      this.index[hole] = this.index[at]
      hole = at
    }
    this.index[hole] = 0
  }

  private insert(slot: TableSlot): void {
    const mask = this.index.length - 1
    let at = this.hashes[slot] & mask
    while (this.index[at] !== 0) at = (at + 1) & mask
    this.index[at] = slot + 1
  }
}

const idScratch = new Uint8Array(ID_BYTES_MAX)

function grown<T extends Int32Array | Float64Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
