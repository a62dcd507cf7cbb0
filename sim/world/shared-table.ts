import { sameBytes } from '../../lib/base/bytes.js'
import {
  NO_SLOT,
  NO_WORD,
  type AddressView,
  type Directory,
  type Endpoint,
  type MemberTable,
  type TableSlot,
  type Word,
} from '../../lib/core/index.js'
import type { SharedViews } from './shared-views.js'

/** One observer's view, as its engine sees it. */
export class SharedTable implements MemberTable {
  proofs: MemberTable['proofs']
  bound: number
  size: number
  private readonly views: SharedViews
  private readonly directory: Directory
  private readonly observer: number
  private readonly sizeMax: number

  constructor(views: SharedViews, observer: number, known: number, sizeMax: number) {
    this.views = views
    this.directory = views.directory
    this.observer = observer
    this.bound = this.size = known
    this.sizeMax = sizeMax
    views.admit(observer)
  }

  get full(): boolean {
    return this.size >= this.sizeMax
  }

  find(bytes: Uint8Array, offset: number, length: number): TableSlot {
    return this.known(this.directory.find(bytes, offset, length))
  }

  findId(id: string): TableSlot {
    return this.known(this.directory.findId(id))
  }

  private known(slot: TableSlot): TableSlot {
    return slot !== NO_SLOT && this.has(slot) ? slot : NO_SLOT
  }

  add(slot: TableSlot): void {
    this.bound = Math.max(this.bound, slot + 1)
    this.size++
    this.views.set(this.observer, slot, 0, 0)
  }

  remove(slot: TableSlot): void {
    this.size--
    this.views.set(this.observer, slot, NO_WORD, 0)
  }

  has(slot: number): slot is TableSlot {
    return slot < this.bound && this.views.word(this.observer, slot) !== NO_WORD
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
    return this.views.word(this.observer, slot)
  }

  setWord(slot: TableSlot, word: Word): void {
    this.views.set(this.observer, slot, word, this.views.address(this.observer, slot))
  }

  endpoint(slot: TableSlot): Endpoint {
    return this.views.endpoint(this.observer, slot)
  }

  endpointLength(slot: TableSlot): number {
    return this.views.addressAt(this.observer, slot).endpoint.length
  }

  copyEndpoint(slot: TableSlot, out: Uint8Array, at: number): number {
    const { endpoint } = this.views.addressAt(this.observer, slot)
    for (let i = 0; i < endpoint.length; i++) out[at + i] = endpoint[i]
    return at + endpoint.length
  }

  sameEndpoint(slot: TableSlot, bytes: Uint8Array, offset: number, length: number): boolean {
    return sameBytes(this.views.addressAt(this.observer, slot).endpoint, bytes, offset, length)
  }

  meta(slot: TableSlot): Uint8Array {
    return this.views.addressAt(this.observer, slot).meta
  }

  degraded(slot: TableSlot): boolean {
    return this.views.addressAt(this.observer, slot).degraded === 1
  }

  addressIncarnation(slot: TableSlot): number {
    return this.views.addressAt(this.observer, slot).incarnation
  }

  setAddress(slot: TableSlot, incarnation: number, address: AddressView, bytes: Uint8Array): void {
    const { views, observer } = this
    const index = views.intern(slot, incarnation, address, bytes)
    views.set(observer, slot, views.word(observer, slot), index)
  }
}
