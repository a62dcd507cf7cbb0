import {
  ENDPOINT_BYTES_MAX,
  readEndpoint,
  writeEndpoint,
  type Endpoint,
} from '../../base/endpoint.js'
import { assert } from '../../base/error.js'
import { type Agenda, DUE } from '../seam/agenda.js'
import type { NodeParts } from './node-parts.js'
import type { Counters } from '../observing/counters.js'
import type { TableSlot } from '../view/directory.js'
import type { Gossip } from '../gossip/gossip.js'
import type { Outbox } from '../seam/outbox.js'
import type { UpdateView } from '../packets/packet-reader.js'
import type { MemberTable } from '../view/table.js'
import type { ViewHash } from '../view/view-hash.js'
import * as W from '../view/word.js'

/** What we are to begin with. */
export interface Beginning {
  readonly endpoint: Endpoint
  readonly meta: Uint8Array
  readonly incarnation: number
}

/**
 * Our own record: nobody else raises its incarnation. We deny what is said against us, and give way
 * to another process of our id that began later.
 */
export class OwnRecord {
  private readonly agenda: Agenda
  /** Refutations not yet charged to local health. */
  refuted = 0
  /** Whether anybody can know us yet. */
  announced = false
  private readonly self: TableSlot
  private readonly table: MemberTable
  private readonly view: ViewHash
  private readonly gossip: Gossip
  private readonly outbox: Outbox
  private readonly counters: Counters

  constructor(parts: NodeParts, self: TableSlot, view: ViewHash) {
    this.self = self
    this.table = parts.table
    this.view = view
    this.gossip = parts.gossip
    this.outbox = parts.outbox
    this.counters = parts.counters
    this.agenda = parts.agenda
  }

  /** Whether another process has taken our id. */
  get superseded(): boolean {
    return this.agenda[DUE.superseded] !== Infinity
  }

  get word(): W.Word {
    return this.table.word(this.self)
  }

  get state(): W.State {
    return W.stateOf(this.word)
  }

  /** We enter a view in which there is nobody yet. */
  begin({ endpoint, meta, incarnation }: Beginning): void {
    const { self, table, view } = this
    const word = W.wordOf(incarnation, W.ALIVE)
    table.add(self)
    this.setAddress(endpoint, meta, -1, false)
    table.setWord(self, word)
    view.add(table.hash(self), table.hashHigh(self), word)
  }

  /** Our metadata from now on. */
  setMeta(now: number, meta: Uint8Array): void {
    const { self, table } = this
    this.setAddress(
      table.endpoint(self),
      meta,
      table.addressIncarnation(self),
      table.degraded(self),
    )
    this.raise(now, 0)
  }

  /** Tells all whether we find ourselves slow. */
  setDegraded(now: number, degraded: boolean): void {
    const { self, table } = this
    const held = table.addressIncarnation(self)
    this.setAddress(table.endpoint(self), table.meta(self), held, degraded)
    this.raise(now, 0)
  }

  /** Raises our incarnation, and tells the world. */
  raise(now: number, above: number): void {
    const incarnation = Math.max(W.incarnationOf(this.word), above) + 1
    assert(incarnation <= W.INCARNATION_MAX, 'an incarnation has 30 bits')
    this.set(now, W.wordOf(incarnation, W.ALIVE))
  }

  /** Announces our leave. */
  leave(now: number): void {
    this.set(now, this.word | W.LEFT)
  }

  /** Spreads our record, as a new member does. */
  announce(now: number, spread: boolean): void {
    this.announced = true
    if (spread) this.gossip.spread(now, this.self, 0)
  }

  /** Somebody speaks of us. */
  merge(now: number, update: UpdateView, bytes: Uint8Array): void {
    const own = this.word
    // Leaving, we deny nothing: left outranks every accusation of this incarnation.
    if (W.stateOf(own) === W.LEFT || W.outranks(own, update.word)) return
    const { endpointOffset, endpointLength } = update
    const ours = this.table.sameEndpoint(this.self, bytes, endpointOffset, endpointLength)
    if (!this.announced) {
      // Listening before we join: whoever had this id is our past, or about to be superseded.
      this.raise(now, W.incarnationOf(update.word))
    } else if (ours && update.word === own) return
    else if (W.stateOf(update.word) !== W.ALIVE) {
      this.counters.refutations++
      this.refuted++
      this.raise(now, W.incarnationOf(update.word))
      // An earlier life of ours, under a clock that has been set back since.
    } else if (ours) this.raise(now, W.incarnationOf(update.word))
    else this.yield(now, update.word, readEndpoint(bytes, endpointOffset, endpointLength))
  }

  /** Another process lives under our id, with our incarnation or a later one. */
  private yield(now: number, word: W.Word, rival: Endpoint): void {
    // Both started in the same second: one of the two must be the later, so let text decide.
    if (word === this.word && this.table.endpoint(this.self) > rival) {
      this.raise(now, W.incarnationOf(word))
    } else {
      this.agenda[DUE.superseded] = now
      this.outbox.superseded(rival)
    }
  }

  private set(now: number, word: W.Word): void {
    const { self, table } = this
    const old = this.word
    this.view.replace(table.hash(self), table.hashHigh(self), old, word)
    table.setWord(self, word)
    this.gossip.spread(now, self, 0)
    this.outbox.changed(self, W.stateOf(old), W.stateOf(word))
  }

  private setAddress(
    endpoint: Endpoint,
    meta: Uint8Array,
    incarnation: number,
    slow: boolean,
  ): void {
    const bytes = new Uint8Array(ENDPOINT_BYTES_MAX + meta.length)
    const endpointLength = writeEndpoint(endpoint, bytes, 0)
    bytes.set(meta, endpointLength)
    const degraded = slow ? 1 : 0
    const lengths = { endpointLength, metaLength: meta.length, degraded }
    const address = { endpointOffset: 0, metaOffset: endpointLength, ...lengths }
    this.table.setAddress(this.self, incarnation, address, bytes)
  }
}
