import { sameBytes } from '../../lib/base/bytes.js'
import {
  ENDPOINT_BYTES_MAX,
  NO_WORD,
  ViewHash,
  writeEndpoint,
  type AddressView,
  type Directory,
  type Endpoint,
  type KnownView,
  type TableSlot,
  type Word,
} from '../../lib/core/index.js'

/** Subjects in dispute that share a block: what one observer holds of them is two cache lines. */
const BLOCK = 16

/** An endpoint and metadata, once for all who hold them. */
interface Address {
  readonly incarnation: number
  readonly endpoint: Uint8Array
  readonly text: Endpoint
  readonly meta: Uint8Array
  readonly degraded: number
}

const NO_BYTES = new Uint8Array(0)
const NO_ADDRESS: Address = {
  incarnation: -1,
  endpoint: NO_BYTES,
  text: '' as Endpoint,
  meta: NO_BYTES,
  degraded: 0,
}

/**
 * The views of all nodes of a simulation in memory that grows with what they disagree about, not
 * with n²: for each subject the word and address that all hold, and for those in dispute a place
 * in a block with one entry an observer.
 *
 *     subject      0      1      2      3                 block 0: observer 0   1   2   3
 *     word         a      a      ·      a                 subject 2         s   a   a   ·
 *     in dispute   −      −      0      −
 *
 * When the last observer has come to hold the same as the others, the subject leaves its block.
 */
export class SharedViews {
  readonly directory: Directory
  private readonly nodes: number
  /** Whether that observer's table is in use, and how many are. */
  private readonly inUse: Uint8Array
  private active = 0
  private words: Int32Array
  /** Indexes into the subject's addresses. */
  private addressOf: Int32Array
  /** The address that all hold, while there is no dispute. */
  private readonly agreed: Address[] = []
  /** Its endpoint by itself: each datagram asks for one. */
  private readonly agreedTexts: Endpoint[] = []
  private readonly addresses: Address[][] = []
  /** The subject's place in the blocks, or −1. */
  private places: Int32Array
  private readonly free: number[] = []
  private readonly blocks: Int32Array[] = []
  private placesUsed = 0
  /** The greatest word held of a subject in dispute, how many hold it, and how many hold none. */
  private latest: Int32Array
  private holders: Int32Array
  private absent: Int32Array

  constructor(nodes: number, directory: Directory) {
    this.nodes = nodes
    this.directory = directory
    this.inUse = new Uint8Array(nodes)
    this.words = new Int32Array(nodes).fill(NO_WORD)
    this.addressOf = new Int32Array(nodes)
    this.places = new Int32Array(nodes).fill(-1)
    this.latest = new Int32Array(nodes)
    this.holders = new Int32Array(nodes)
    this.absent = new Int32Array(nodes)
  }

  /** Subjects that not all hold the same of. */
  get disputes(): number {
    return this.placesUsed - this.free.length
  }

  /** What every observer is given before time starts: node i is alive at endpoint i. */
  begin(endpoints: readonly Endpoint[], word: Word): KnownView {
    const bytes = new Uint8Array(ENDPOINT_BYTES_MAX)
    const view = new ViewHash()
    for (const [slot, endpoint] of endpoints.entries()) {
      const endpointLength = writeEndpoint(endpoint, bytes, 0)
      const none = { endpointOffset: 0, metaOffset: 0, metaLength: 0, degraded: 0 }
      this.words[slot] = word
      this.addressOf[slot] = this.intern(slot, word >>> 2, { ...none, endpointLength }, bytes)
      this.agree(slot, this.addresses[slot][this.addressOf[slot]])
      const { directory } = this
      view.add(directory.hash(slot as TableSlot), directory.hashHigh(slot as TableSlot), word)
    }
    return { live: endpoints.length, viewLow: view.low, viewHigh: view.high }
  }

  /** An observer's table comes into use. Only before the first dispute. */
  admit(observer: number): void {
    this.inUse[observer] = 1
    this.active++
  }

  /** An observer's table is used no more: those that remain may agree now. */
  retire(observer: number): void {
    if (this.inUse[observer] === 0) return
    this.inUse[observer] = 0
    this.active--
    for (let slot = 0; slot < this.places.length; slot++) {
      if (this.places[slot] < 0) continue
      this.recount(slot)
      this.settle(slot)
    }
  }

  word(observer: number, slot: number): Word {
    const place = this.places[slot]
    return place < 0 ? this.words[slot] : this.blocks[place >> 4][cellOf(observer, place)]
  }

  address(observer: number, slot: number): number {
    const place = this.places[slot]
    if (place < 0) return this.addressOf[slot]
    return this.blocks[place >> 4][cellOf(observer, place) + BLOCK]
  }

  addressAt(observer: number, slot: number): Address {
    if (this.places[slot] < 0) return this.agreed[slot]
    return this.addresses[slot]?.[this.address(observer, slot)] ?? NO_ADDRESS
  }

  endpoint(observer: number, slot: number): Endpoint {
    return this.places[slot] < 0 ? this.agreedTexts[slot] : this.addressAt(observer, slot).text
  }

  private agree(slot: number, address: Address): void {
    this.agreed[slot] = address
    this.agreedTexts[slot] = address.text
  }

  set(observer: number, slot: number, word: Word, address: number): void {
    if (slot >= this.places.length) this.grow(slot)
    if (this.places[slot] < 0) this.dispute(slot)
    const place = this.places[slot]
    const block = this.blocks[place >> 4]
    const cell = cellOf(observer, place)
    const old = block[cell]
    block[cell] = word
    block[cell + BLOCK] = address
    if (old !== word) this.count(slot, old, word)
    this.settle(slot)
  }

  /** The index of an address among those that anybody holds of the subject. */
  intern(slot: number, incarnation: number, view: AddressView, bytes: Uint8Array): number {
    const { endpointOffset, endpointLength, metaOffset, metaLength, degraded } = view
    const known = this.addresses[slot] ?? []
    const held = known.findLastIndex((one) => {
      const same = sameBytes(one.endpoint, bytes, endpointOffset, endpointLength)
      return (
        same &&
        one.incarnation === incarnation &&
        one.degraded === degraded &&
        sameBytes(one.meta, bytes, metaOffset, metaLength)
      )
    })
    if (held > 0) return held
    const where = [bytes, endpointOffset, endpointLength] as const
    const { bytes: endpoint, text } = this.directory.knownEndpoint(slot as TableSlot, ...where)
    const meta = metaLength === 0 ? NO_BYTES : bytes.slice(metaOffset, metaOffset + metaLength)
    const address = { incarnation, endpoint, text, meta, degraded }
    if (known.length > 0) return known.push(address) - 1
    this.addresses[slot] = [NO_ADDRESS, address]
    return 1
  }

  private count(slot: number, old: Word, word: Word): void {
    if (old === NO_WORD) this.absent[slot]--
    else if (old === this.latest[slot]) this.holders[slot]--
    if (word === NO_WORD) this.absent[slot]++
    else if (word === this.latest[slot]) this.holders[slot]++
    else if (this.latest[slot] === NO_WORD || word >>> 0 > this.latest[slot] >>> 0) {
      this.latest[slot] = word
      this.holders[slot] = 1
    }
  }

  private recount(slot: number): void {
    this.latest[slot] = NO_WORD
    this.holders[slot] = this.absent[slot] = 0
    for (let observer = 0; observer < this.nodes; observer++) {
      if (this.inUse[observer] === 0) continue
      const word = this.word(observer, slot)
      if (word === NO_WORD) this.absent[slot]++
      else if (word === this.latest[slot]) this.holders[slot]++
      else if (this.latest[slot] === NO_WORD || word >>> 0 > this.latest[slot] >>> 0) {
        this.latest[slot] = word
        this.holders[slot] = 1
      }
    }
  }

  private dispute(slot: number): void {
    const place = this.free.pop() ?? this.placesUsed++
    const block = (this.blocks[place >> 4] ??= new Int32Array(2 * BLOCK * this.nodes))
    for (let observer = 0; observer < this.nodes; observer++) {
      const cell = cellOf(observer, place)
      block[cell] = this.words[slot]
      block[cell + BLOCK] = this.addressOf[slot]
    }
    this.places[slot] = place
    this.latest[slot] = this.words[slot]
    const known = this.words[slot] !== NO_WORD
    this.holders[slot] = known ? this.active : 0
    this.absent[slot] = known ? 0 : this.active
  }

  /** Ends a dispute when all hold the same. */
  private settle(slot: number): void {
    const { active } = this
    const agreed = this.holders[slot] === active || this.absent[slot] === active
    if (!agreed || active === 0) return
    const first = this.inUse.indexOf(1)
    const address = this.address(first, slot)
    for (let observer = first + 1; observer < this.nodes; observer++) {
      if (this.inUse[observer] === 1 && this.address(observer, slot) !== address) return
    }
    this.words[slot] = this.word(first, slot)
    // Nobody holds another address any more.
    this.agree(slot, this.addresses[slot]?.[address] ?? NO_ADDRESS)
    this.addresses[slot] = [NO_ADDRESS, this.agreed[slot]]
    this.addressOf[slot] = 1
    this.free.push(this.places[slot])
    this.places[slot] = -1
  }

  /** Ids that were not there at the start: forged ones, and those of corrupted packets. */
  private grow(slot: number): void {
    const capacity = Math.max(slot + 1, 2 * this.places.length)
    const larger = (old: Int32Array, fill: number): Int32Array => {
      const array = new Int32Array(capacity).fill(fill, old.length)
      array.set(old)
      return array
    }
    this.words = larger(this.words, NO_WORD)
    this.addressOf = larger(this.addressOf, 0)
    this.places = larger(this.places, -1)
    this.latest = larger(this.latest, 0)
    this.holders = larger(this.holders, 0)
    this.absent = larger(this.absent, 0)
  }
}

/** Two lines of a cache an observer: sixteen words, then sixteen addresses. */
function cellOf(observer: number, place: number): number {
  return observer * 2 * BLOCK + (place & (BLOCK - 1))
}
