import { ENDPOINT_BYTES_MAX, type Endpoint } from '../../base/endpoint.js'
import { assert } from '../../base/error.js'
import { NO_SLOT, type Directory, type TableSlot } from './directory.js'
import type { State, Word } from './word.js'

export const META_BYTES_MAX = 1_024

/** The word of a member that is not known: no incarnation gets that far. */
export const NO_WORD: Word = -1

const NO_META = new Uint8Array(0)

/** Where an endpoint and metadata lie in the bytes of a packet. */
export interface AddressView {
  readonly endpointOffset: number
  readonly endpointLength: number
  readonly metaOffset: number
  readonly metaLength: number
  /** 1: the member finds itself slow. */
  readonly degraded: number
}

/**
 * What one node holds about each member, by slot. The words are only ever set by `Membership`.
 * `DenseTable` is the layout of production; a simulation of many nodes brings one that shares what
 * all of them agree on.
 */
export interface MemberTable {
  /** Slots in use are below this; not every slot below it is in use. */
  readonly bound: number
  /** Members known. */
  readonly size: number
  readonly full: boolean
  find(bytes: Uint8Array, offset: number, length: number): TableSlot
  findId(id: string): TableSlot
  /** Takes in a slot of the directory. Its word is 0, and it has no address, until set. */
  add(slot: TableSlot): void
  /** Forgets a member; its slot may be used again. */
  remove(slot: TableSlot): void
  /** Whether the slot is in use. */
  has(slot: number): slot is TableSlot
  id(slot: TableSlot): string
  /** The lower and the higher hash of the id. */
  hash(slot: TableSlot): number
  hashHigh(slot: TableSlot): number
  /** NO_WORD if the slot is not in use. */
  word(slot: TableSlot): Word
  setWord(slot: TableSlot, word: Word): void
  endpoint(slot: TableSlot): Endpoint
  endpointLength(slot: TableSlot): number
  /** Copies the endpoint's wire form to `out`; returns the position behind it. */
  copyEndpoint(slot: TableSlot, out: Uint8Array, at: number): number
  sameEndpoint(slot: TableSlot, bytes: Uint8Array, offset: number, length: number): boolean
  meta(slot: TableSlot): Uint8Array
  /** Whether it says of itself that it is slow. */
  degraded(slot: TableSlot): boolean
  /** What proves records to be their members' own; undefined: nothing does. */
  proofs?: { of(slot: TableSlot, state: State): Uint8Array }
  /** The incarnation that its endpoint and metadata belong to; −1: none yet. */
  addressIncarnation(slot: TableSlot): number
  /** Takes copies of an endpoint in its wire form, and of metadata; and whether it is degraded. */
  setAddress(slot: TableSlot, incarnation: number, address: AddressView, bytes: Uint8Array): void
}

/** A struct of arrays over the slots of a directory: 27 bytes a slot. */
export class DenseTable implements MemberTable {
  proofs: MemberTable['proofs']
  bound = 0
  size = 0
  private capacity = 16
  private words = new Int32Array(16).fill(NO_WORD)
  private addressed = new Int32Array(16)
  private endpointBytes = new Uint8Array(16 * ENDPOINT_BYTES_MAX)
  private endpointLengths = new Uint8Array(16)
  /** Those that find themselves slow. */
  private readonly slow = new Set<TableSlot>()
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

  add(slot: TableSlot): void {
    assert(!this.full, 'a full member table takes nobody in')
    while (slot >= this.capacity) this.grow()
    this.bound = Math.max(this.bound, slot + 1)
    this.size++
    this.words[slot] = 0
    this.addressed[slot] = -1
    this.endpointLengths[slot] = 0
  }

  remove(slot: TableSlot): void {
    this.words[slot] = NO_WORD
    this.size--
    this.metas.delete(slot)
    this.slow.delete(slot)
    this.directory.leave(slot)
  }

  has(slot: number): slot is TableSlot {
    return slot < this.capacity && this.words[slot] !== NO_WORD
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

  setWord(slot: TableSlot, word: Word): void {
    this.words[slot] = word
  }

  endpoint(slot: TableSlot): Endpoint {
    const at = slot * ENDPOINT_BYTES_MAX
    return this.directory.endpoint(slot, this.endpointBytes, at, this.endpointLengths[slot])
  }

  endpointLength(slot: TableSlot): number {
    return this.endpointLengths[slot]
  }

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

  degraded(slot: TableSlot): boolean {
    return this.slow.has(slot)
  }

  addressIncarnation(slot: TableSlot): number {
    return this.addressed[slot]
  }

  setAddress(slot: TableSlot, incarnation: number, address: AddressView, bytes: Uint8Array): void {
    const { endpointOffset, endpointLength, metaOffset, metaLength } = address
    const at = slot * ENDPOINT_BYTES_MAX
    for (let i = 0; i < endpointLength; i++) {
      this.endpointBytes[at + i] = bytes[endpointOffset + i]
    }
    this.endpointLengths[slot] = endpointLength
    this.addressed[slot] = incarnation
    if (address.degraded === 1) this.slow.add(slot)
    else this.slow.delete(slot)
    if (metaLength === 0) this.metas.delete(slot)
    else this.metas.set(slot, bytes.slice(metaOffset, metaOffset + metaLength))
  }

  private grow(): void {
    const used = this.capacity
    this.capacity *= 2
    this.words = grown(this.words, new Int32Array(this.capacity)).fill(NO_WORD, used)
    this.addressed = grown(this.addressed, new Int32Array(this.capacity))
    const bytes = new Uint8Array(this.capacity * ENDPOINT_BYTES_MAX)
    this.endpointBytes = grown(this.endpointBytes, bytes)
    this.endpointLengths = grown(this.endpointLengths, new Uint8Array(this.capacity))
  }
}

function grown<T extends Int32Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
