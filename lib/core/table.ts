import { ENDPOINT_BYTES_MAX, type Endpoint } from '../base/endpoint.js'
import { assert } from '../base/error.js'
import { NO_SLOT, type Directory, type TableSlot } from './directory.js'
import type { Word } from './word.js'

export const META_BYTES_MAX = 1_024

const NO_META = new Uint8Array(0)

/**
 * What one node holds about each member, as a struct of arrays over the slots of a directory. The
 * words are only ever set by `Membership`.
 */
export class MemberTable {
  /** Slots in use are below this; not every slot below it is in use. */
  bound = 0
  /** Members known. */
  size = 0
  private capacity = 16
  private present = new Uint8Array(16)
  private words = new Int32Array(16)
  private changedAt = new Float64Array(16)
  private addressed = new Int32Array(16)
  private endpointBytes = new Uint8Array(16 * ENDPOINT_BYTES_MAX)
  private endpointLengths = new Uint8Array(16)
  /** Only those that are not empty. */
  private readonly metas = new Map<TableSlot, Uint8Array>()
  private readonly directory: Directory
  private readonly sizeMax: number

  constructor(sizeMax: number, directory: Directory) {
    this.sizeMax = sizeMax
    this.directory = directory
  }

  get full(): boolean {
    return this.size >= this.sizeMax
  }

  find(bytes: Uint8Array, offset: number, length: number): TableSlot {
    const slot = this.directory.find(bytes, offset, length)
    return slot !== NO_SLOT && this.has(slot) ? slot : NO_SLOT
  }

  findId(id: string): TableSlot {
    const slot = this.directory.findId(id)
    return slot !== NO_SLOT && this.has(slot) ? slot : NO_SLOT
  }

  /** Takes in a slot of the directory. Its word is 0, and its endpoint empty, until set. */
  add(slot: TableSlot): void {
    assert(!this.full, 'a full member table takes nobody in')
    while (slot >= this.capacity) this.grow()
    this.bound = Math.max(this.bound, slot + 1)
    this.size++
    this.present[slot] = 1
    this.words[slot] = 0
    this.addressed[slot] = -1
    this.endpointLengths[slot] = 0
  }

  /** Forgets a member; its slot may be used again. */
  remove(slot: TableSlot): void {
    this.present[slot] = 0
    this.size--
    this.metas.delete(slot)
    this.directory.leave(slot)
  }

  /** Whether the slot is in use. */
  has(slot: number): slot is TableSlot {
    return this.present[slot] === 1
  }

  id(slot: TableSlot): string {
    return this.directory.id(slot)
  }

  hash(slot: TableSlot): number {
    return this.directory.hash(slot)
  }

  hashHigh(slot: TableSlot): number {
    return this.directory.hashHigh(slot)
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

  endpoint(slot: TableSlot): Endpoint {
    const at = slot * ENDPOINT_BYTES_MAX
    return this.directory.endpoint(slot, this.endpointBytes, at, this.endpointLengths[slot])
  }

  /** Takes an endpoint in its wire form. */
  setEndpoint(slot: TableSlot, bytes: Uint8Array, offset: number, length: number): void {
    const at = slot * ENDPOINT_BYTES_MAX
    for (let i = 0; i < length; i++) this.endpointBytes[at + i] = bytes[offset + i]
    this.endpointLengths[slot] = length
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
    return this.metas.get(slot) ?? NO_META
  }

  /** Keeps a copy. */
  setMeta(slot: TableSlot, meta: Uint8Array): void {
    if (meta.length === 0) this.metas.delete(slot)
    else this.metas.set(slot, meta.slice())
  }

  private grow(): void {
    this.capacity *= 2
    this.present = grown(this.present, new Uint8Array(this.capacity))
    this.words = grown(this.words, new Int32Array(this.capacity))
    this.changedAt = grown(this.changedAt, new Float64Array(this.capacity))
    this.addressed = grown(this.addressed, new Int32Array(this.capacity))
    const bytes = new Uint8Array(this.capacity * ENDPOINT_BYTES_MAX)
    this.endpointBytes = grown(this.endpointBytes, bytes)
    this.endpointLengths = grown(this.endpointLengths, new Uint8Array(this.capacity))
  }
}

function grown<T extends Int32Array | Float64Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
