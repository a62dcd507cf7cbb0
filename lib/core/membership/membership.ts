import type { NodeParts } from './node-parts.js'
import type { Counters } from '../observing/counters.js'
import { accuserOf, type Evidence } from '../suspicion/evidence.js'
import { readEndpoint } from '../../base/endpoint.js'
import { assert } from '../../base/error.js'
import { Flaps } from '../suspicion/flaps.js'
import type { Gossip } from '../gossip/gossip.js'
import { NOTE, type Journal } from '../observing/journal.js'
import { Living } from '../view/living.js'
import type { ProtocolOptions } from '../options/options.js'
import type { Proofs } from './proofs.js'
import { OwnRecord, type Beginning } from './own-record.js'
import type { Outbox } from '../seam/outbox.js'
import type { UpdateView } from '../packets/packet-reader.js'
import { suspicionSpan, type SuspicionSpan } from '../suspicion/suspicion-span.js'
import { Suspicions } from '../suspicion/suspicions.js'
import { NO_SLOT, type Directory, type TableSlot } from '../view/directory.js'
import type { MemberTable } from '../view/table.js'
import { Tombstones } from './tombstones.js'
import { ViewHash } from '../view/view-hash.js'
import { WallClock } from '../view/wall-clock.js'
import * as W from '../view/word.js'

/** Where a claim comes from: it decides whether it is passed on. */
export const HEARD = 0
/** From a sync: repaired, not gossiped on, or old news would circle for ever. */
export const SYNCED = 1
export type Source = typeof HEARD | typeof SYNCED

/** A table that is not empty: its live members, ourselves included, and its view hash. */
export interface KnownView {
  readonly live: number
  readonly viewLow: number
  readonly viewHigh: number
}

/** Who we are, when, and what we know to begin with. */
export interface OwnBeginning extends Beginning {
  readonly id: string
  readonly epochSeconds: number
  readonly known: KnownView | undefined
}

/**
 * The view: who is what. Every claim about a member, from gossip, sync or our own probes, ends in
 * `become`, the one place where a word changes:
 *
 *     merge ── bounds ── find ─┬─ unknown ──► introduce ─┐
 *                              ├─ ourselves ─► OwnRecord ├──► become ──► view hash, living,
 *     accuse / condemn ────────┴─ outranks ──────────────┘               suspicions, rumours,
 *                                                                        Outbox.changed
 */
export class Membership {
  readonly self: TableSlot
  readonly own: OwnRecord
  readonly living: Living
  readonly suspicions: Suspicions
  readonly view: ViewHash = new ViewHash()
  /** Members that a sync has shown us to be accused: they must be told, so that they can refute. */
  readonly accused: TableSlot[] = []
  readonly tombstones: Tombstones
  /** Made when the first one comes back. */
  private flaps: Flaps | undefined
  /** The span of a suspicion in a cluster of `spanMembers`. */
  private span: SuspicionSpan | undefined
  private spanMembers = 0

  private readonly options: ProtocolOptions
  private readonly directory: Directory
  private readonly table: MemberTable
  private readonly gossip: Gossip
  private readonly outbox: Outbox
  private readonly counters: Counters
  private readonly journal: Journal | undefined
  readonly clock: WallClock
  /** Undefined: records are not signed. */
  private readonly proofs: Proofs | undefined

  constructor(parts: NodeParts, record: OwnBeginning, directory: Directory, proofs?: Proofs) {
    const { options, table, agenda } = parts
    this.suspicions = new Suspicions(agenda)
    this.tombstones = new Tombstones(agenda, options.reconnectMs)
    this.options = options
    this.directory = directory
    this.table = table
    this.gossip = parts.gossip
    this.outbox = parts.outbox
    this.counters = parts.counters
    this.journal = parts.journal
    this.clock = new WallClock(record.epochSeconds)
    this.proofs = proofs
    this.self = directory.enterId(record.id)
    this.living = new Living(table, this.self)
    this.own = new OwnRecord(parts, this.self, this.view)
    if (record.known === undefined) this.own.begin(record)
    else {
      this.living.size = record.known.live - 1
      this.view.low = record.known.viewLow
      this.view.high = record.known.viewHigh
    }
  }

  /** Live members, ourselves included. */
  get liveCount(): number {
    return this.living.size + 1
  }

  /** Takes in a claim from the network, its bounds checked by the reader. */
  merge(now: number, update: UpdateView, bytes: Uint8Array, source: Source): void {
    if (W.incarnationOf(update.word) > this.clock.ceiling(now)) {
      this.counters.refusedIncarnation++
      return
    }
    const slot = this.table.find(bytes, update.idOffset, update.idLength)
    if (!this.believes(slot, update, bytes)) return void this.counters.refusedSignature++
    if (slot === NO_SLOT) return this.introduce(now, update, bytes, source)
    this.proofs?.keep(slot, update, bytes)
    if (slot === this.self) this.own.merge(now, update, bytes)
    else {
      if (update.endpointLength > 0) this.mergeAddress(now, slot, update, bytes)
      const word = this.table.word(slot)
      if (W.outranks(update.word, word)) {
        this.become(now, slot, update.word, update.accuser, source)
      } else if (update.word === word && W.stateOf(word) === W.SUSPECT) {
        this.confirm(now, slot, update.accuser, source)
      }
    }
  }

  /** Whether a claim is signed by whom it is about, where that is asked for. */
  believes(slot: TableSlot, update: UpdateView, bytes: Uint8Array): boolean {
    return this.proofs === undefined || this.proofs.believes(slot, update, bytes)
  }

  /** Who raised the suspicion that stands; 0: nobody, or nobody knows. */
  accuserOf(slot: TableSlot): number {
    return this.suspicions.accuserOf(slot)
  }

  /** Our own probe of a member failed: raise a suspicion, or confirm the one that stands. */
  accuse(now: number, slot: TableSlot, evidence: Evidence): void {
    const word = this.table.word(slot)
    const accuser = accuserOf(this.table.hash(this.self), evidence)
    this.counters.accusations++
    if (W.stateOf(word) === W.SUSPECT) this.confirm(now, slot, accuser, HEARD)
    else this.become(now, slot, word | W.SUSPECT, accuser, HEARD)
  }

  /** A ping of ours on another's behalf went unanswered: confirm the suspicion, if there is one. */
  confirmUnanswered(now: number, slot: TableSlot, incarnation: number, evidence: Evidence): void {
    const suspected = this.table.word(slot) === W.wordOf(incarnation, W.SUSPECT)
    const accuser = accuserOf(this.table.hash(this.self), evidence)
    if (suspected) this.confirm(now, slot, accuser, HEARD)
  }

  /** A suspicion has run out. */
  condemn(now: number, slot: TableSlot): void {
    const word = W.wordOf(W.incarnationOf(this.table.word(slot)), W.FAULTY)
    this.counters.verdicts++
    this.become(now, slot, word, this.table.hash(this.self), HEARD)
  }

  /** Forgets the tombstones whose time has come. */
  forget(now: number): void {
    for (const slot of this.tombstones.diedBy(now - this.options.tombstoneMs)) this.drop(slot)
  }

  /** See `SwimNode.warm`. */
  warm(): number {
    return this.self ^ this.spanMembers ^ this.view.low ^ this.own.refuted ^ this.living.size
  }

  private introduce(now: number, update: UpdateView, bytes: Uint8Array, source: Source): void {
    if (update.endpointLength === 0 || !W.isLive(update.word)) return
    if (this.table.full && this.tombstones.size > 0) this.dropOldest()
    if (this.table.full) {
      this.counters.refusedFull++
      return
    }
    const slot = this.directory.enter(bytes, update.idOffset, update.idLength)
    this.table.add(slot)
    this.takeAddress(slot, update, bytes)
    this.proofs?.keep(slot, update, bytes)
    this.enter(slot, update.word & ~W.SUSPECT)
    if (source === HEARD) this.gossip.spread(now, slot, 0)
    if (W.stateOf(update.word) === W.SUSPECT) {
      this.become(now, slot, update.word, update.accuser, source)
    }
  }

  /** A member that we did not know: absent becomes alive. */
  private enter(slot: TableSlot, word: W.Word): void {
    this.table.setWord(slot, word)
    this.view.add(this.table.hash(slot), this.table.hashHigh(slot), word)
    this.living.size++
    this.outbox.changed(slot, W.ABSENT, W.ALIVE)
  }

  /** The one place where the word of another member changes. */
  private become(
    now: number,
    slot: TableSlot,
    word: W.Word,
    accuser: number,
    source: Source,
  ): void {
    const old = this.table.word(slot)
    this.journal?.changed(now, slot, W.stateOf(old), W.stateOf(word), accuser)
    this.journal?.endSuspicion(now, this.suspicions.of(slot))
    assert(W.outranks(word, old), 'a word only ever rises')
    this.view.replace(this.table.hash(slot), this.table.hashHigh(slot), old, word)
    this.table.setWord(slot, word)
    this.resettle(now, slot, W.isLive(old), W.isLive(word))
    if (W.stateOf(word) === W.SUSPECT) {
      const span = this.suspicionSpan()
      const stretched = this.flaps?.stretched(span, now, slot) ?? span
      this.suspicions.start(now, slot, accuser, stretched)
    } else {
      this.suspicions.stop(slot)
      this.flaps?.doubted(now, slot)
    }
    const doubted = W.stateOf(word) === W.SUSPECT
    if (source === HEARD) this.gossip.news(now, slot, accuser, doubted, this.liveCount)
    else if (W.stateOf(word) !== W.ALIVE && W.stateOf(word) !== W.LEFT) this.accused.push(slot)
    this.outbox.changed(slot, W.stateOf(old), W.stateOf(word))
    if (this.tombstones.size > this.options.tombstonesMax) this.dropOldest()
  }

  private resettle(now: number, slot: TableSlot, wasLive: boolean, live: boolean): void {
    if (wasLive && !live) {
      this.living.size--
      this.tombstones.add(slot, now)
    } else if (!wasLive && live) {
      this.living.size++
      this.tombstones.delete(slot)
      if (this.options.flapDamping) (this.flaps ??= new Flaps()).note(now, slot)
    }
  }

  /** The same for all suspicions that start while the cluster has one size. */
  private suspicionSpan(): SuspicionSpan {
    if (this.span === undefined || this.spanMembers !== this.liveCount) {
      this.spanMembers = this.liveCount
      this.span = suspicionSpan(this.options, this.liveCount)
    }
    return this.span
  }

  private confirm(now: number, slot: TableSlot, accuser: number, source: Source): void {
    const news = this.suspicions.confirm(slot, accuser)
    if (news) this.journal?.note(now, NOTE.confirmed, slot, accuser)
    if (news && source === HEARD) this.gossip.confirm(now, slot, accuser, this.liveCount)
  }

  /**
   * Endpoint and metadata belong to one incarnation, and come with it; an accusation that overtook
   * them left us with older ones. Two endpoints of one incarnation are two processes with one id:
   * the greater text is kept, and told, so that both learn of it.
   */
  private mergeAddress(now: number, slot: TableSlot, update: UpdateView, bytes: Uint8Array): void {
    const incarnation = W.incarnationOf(update.word)
    const held = this.table.addressIncarnation(slot)
    if (incarnation < held) return
    const { endpointOffset, endpointLength } = update
    if (incarnation > held) this.takeAddress(slot, update, bytes)
    else if (!this.table.sameEndpoint(slot, bytes, endpointOffset, endpointLength)) {
      const rival = readEndpoint(bytes, endpointOffset, endpointLength)
      if (rival > this.table.endpoint(slot)) this.takeAddress(slot, update, bytes)
      this.gossip.spread(now, slot, this.gossip.rumours.accuserOf(slot))
    }
  }

  private takeAddress(slot: TableSlot, update: UpdateView, bytes: Uint8Array): void {
    this.table.setAddress(slot, W.incarnationOf(update.word), update, bytes)
  }

  private drop(slot: TableSlot): void {
    this.outbox.changed(slot, W.stateOf(this.table.word(slot)), W.ABSENT)
    this.gossip.rumours.drop(slot)
    this.table.remove(slot)
    this.tombstones.delete(slot)
    this.flaps?.forget(slot)
    this.proofs?.forget(slot)
  }

  private dropOldest(): void {
    this.drop(this.tombstones.at(0))
  }
}
