import { DUE, newAgenda } from './seam/agenda.js'
import type { Evidence } from './suspicion/evidence.js'
import { newCounters, type Counters } from './observing/counters.js'
import { Detector } from './probing/detector.js'
import type { Endpoint } from '../base/endpoint.js'
import { GyreError } from '../base/error.js'
import { Gossip } from './gossip/gossip.js'
import { checkId, checkMeta } from './membership/record-bounds.js'
import { Healer } from './agreement/healer.js'
import { Inbox } from './inbox.js'
import type { Inside } from './observing/inside.js'
import type { Journal } from './observing/journal.js'
import { Membership, SYNCED } from './membership/membership.js'
import type { ProtocolOptions } from './options/options.js'
import type { SwimNodeOptions } from './node-options.js'
import { Proofs } from './membership/proofs.js'
import { Relayer } from './probing/relayer.js'
import { Slowness } from './probing/slowness.js'
import { Rng } from '../base/rng.js'
import { Sender } from './probing/sender.js'
import { Sync } from './agreement/sync.js'
import type { MemberRecord, SyncAnswer, SyncClose, SyncOffer } from './agreement/sync-messages.js'
import { Directory, type TableSlot } from './view/directory.js'
import { DenseTable, type MemberTable } from './view/table.js'
import { Turns } from './view/turns.js'
import { labelOf } from './packets/label.js'
import { SKEW_SECONDS_MAX } from './view/wall-clock.js'
import * as W from './view/word.js'

/** How often tombstones are looked through, at the least. */
const FORGET_INTERVAL_MS = 60_000

/**
 * One member's protocol engine: SWIM with Lifeguard. Pure: time and bytes come in as arguments,
 * everything else leaves through the `Outbox`, nothing is queued, awaited or cancelled.
 *
 * `now` is in milliseconds on a clock of the caller's that never goes back; whole numbers keep it
 * free of garbage. Every input returns the next deadline, absolute on that clock, at which `tick`
 * wants to be called; Infinity: never. A tick that comes early does no harm.
 */
export class SwimNode {
  readonly table: MemberTable
  readonly counters: Counters = newCounters()
  readonly self: TableSlot
  private readonly protocol: ProtocolOptions
  private readonly relayer: Relayer
  private readonly gossip: Gossip
  private readonly membership: Membership
  private readonly sender: Sender
  private readonly detector: Detector
  private readonly inbox: Inbox
  private readonly label: number
  private readonly sync: Sync
  private readonly healer: Healer
  private readonly rng: Rng
  private readonly journal: Journal | undefined
  private running = false
  private readonly agenda = newAgenda()
  /** Whom a round of gossip goes to. */
  private readonly turns: Turns
  private readonly slowness: Slowness

  constructor(options: SwimNodeOptions) {
    const { protocol, outbox } = options
    checkId(options.id)
    checkMeta(options.meta ?? new Uint8Array(0), options.id, protocol.mtuBytes)
    const { counters } = this
    const { directory = new Directory() } = options
    const { table = new DenseTable(protocol.membersMax, directory) } = options
    const { agenda } = this
    const gossip = new Gossip(protocol, table, agenda)
    const label = labelOf(options.cluster)
    const rng = new Rng(...options.seed)
    const { id, endpoint, incarnation, epochSeconds, cluster } = options
    const meta = options.meta ?? new Uint8Array(0)
    const { known, journal, identity } = options
    const proofs = identity && new Proofs(table, cluster, directory.enterId(id), identity)
    if (proofs !== undefined) table.proofs = proofs
    const parts = { options: protocol, table, gossip, outbox, counters, agenda, rng, journal }
    const record = { id, endpoint, meta, incarnation, epochSeconds, known }
    const membership = new Membership(parts, record, directory, proofs)
    const sender = new Sender(parts, membership, label)
    const { self } = membership
    const detector = new Detector(parts, membership, sender)
    const relayer = new Relayer(parts, { membership, sender, detector })
    this.inbox = new Inbox(parts, { membership, sender, detector, relayer, label })
    this.detector = detector
    this.slowness = new Slowness(parts, detector, membership.own)
    this.relayer = relayer
    this.sync = new Sync(parts, { membership, label, cluster })
    this.label = label
    this.healer = new Healer(parts, membership)
    this.turns = new Turns({ table, self, rng, shuffled: false })
    this.protocol = protocol
    this.table = table
    this.gossip = gossip
    this.rng = rng
    this.journal = journal
    this.membership = membership
    this.sender = sender
    this.self = self
  }

  /** Our own state; `left` from the call of `leave` on. */
  get state(): W.State {
    return this.membership.own.state
  }

  /** Live members, ourselves included. */
  get liveCount(): number {
    return this.membership.liveCount
  }

  /** Whether inputs have an effect: from `start` until `stop`, or until we were superseded. */
  get started(): boolean {
    return this.running
  }

  /** Local health: 0 well … 8 worst. */
  get health(): number {
    return this.detector.health
  }

  /** Rumours that still have sends to go. */
  get rumourCount(): number {
    return this.gossip.rumours.size
  }

  /** The view hash, as two int32. */
  get viewLow(): number {
    return this.membership.view.low
  }

  get viewHigh(): number {
    return this.membership.view.high
  }

  get agreed(): boolean {
    return this.inbox.agreed
  }

  /** Which founding our cluster goes back to; 0: none is known yet. */
  get genesis(): number {
    return this.sync.genesis
  }

  /** Takes a genesis over, if we have none yet; a founder draws one. */
  adoptGenesis(genesis: number): void {
    if (this.sync.genesis !== 0) return
    this.sync.genesis = genesis >>> 0
    if (this.protocol.foreignGenesis === 'merge') return
    this.inbox.label = this.sender.label = this.label ^ genesis
  }

  /** Whether a genesis keeps its members and us apart for ever. */
  isForeign(genesis: number): boolean {
    return this.sync.isForeign(genesis)
  }

  /** What is under way: for those who look on. */
  get inside(): Inside {
    const { suspicions } = this.membership
    return { suspicions, probe: this.detector, rumours: this.gossip.rumours }
  }

  /** Starts probing and gossiping, and announces ourselves, unless all know us already. */
  start(now: number, announce: boolean = true): number {
    this.running = true
    this.detector.start(now)
    this.agenda[DUE.forget] = now + this.forgetIntervalMs
    this.membership.own.announce(now, announce)
    return this.schedule(now)
  }

  /** One datagram, lent for the call. Bad ones are counted and change nothing. */
  receive(now: number, from: Endpoint, bytes: Uint8Array, length: number): number {
    const { counters } = this
    counters.datagramsReceived++
    counters.bytesReceived += length
    if (!this.running) return Infinity
    this.inbox.receive(now, from, bytes, length)
    return this.schedule(now)
  }

  /** Time has passed. Evidence is consumed before verdicts are given. */
  tick(now: number): number {
    if (!this.running) return Infinity
    const { agenda } = this
    const lateMs = now - agenda[DUE.expectedTick]
    this.journal?.lateMs.add(Math.max(0, lateMs))
    this.slowness.ticked(now, lateMs)
    if (now >= agenda[DUE.relayed]) this.relayer.tick(now)
    this.detector.tick(now)
    this.judge(now)
    if (now >= agenda[DUE.gossip]) this.gossipRound(now)
    if (now >= agenda[DUE.reconnect]) this.healer.tryOne(now)
    this.slowness.show(now)
    if (now >= agenda[DUE.forget]) {
      this.membership.forget(now)
      agenda[DUE.forget] = now + this.forgetIntervalMs
    }
    return this.schedule(now)
  }

  /** The driver's stream ping was answered. */
  streamAck(now: number, sequence: number): number {
    if (!this.detector.streamAck(now, sequence)) this.relayer.streamAck(sequence)
    return this.schedule(now)
  }

  /** The driver's stream ping was refused: its host lives; or `unheard`: its host is silent too. */
  streamFailed(now: number, sequence: number, how: Evidence): number {
    if (!this.detector.streamFailed(now, sequence, how)) this.relayer.streamFailed(sequence, how)
    return this.schedule(now)
  }

  /** A stream that was kept open to a member (see `watchedBy`) ended without a goodbye. */
  streamReset(now: number, slot: TableSlot): number {
    if (this.running) this.detector.reset(now, slot)
    return this.schedule(now)
  }

  /** The process could not run for so long, as its event loop measured it. */
  delayed(now: number, delayMs: number): number {
    if (this.running) this.slowness.delayed(now, delayMs)
    return this.schedule(now)
  }

  /**
   * New metadata, at most 1,024 bytes and what fits a packet, under a new incarnation.
   * @throws GyreError `BAD_OPTION`; `META_TOO_OFTEN` once it has changed 43,200 times more often
   *   than once a second, since others would soon take our incarnations for a wrong clock.
   */
  setMeta(now: number, meta: Uint8Array): number {
    checkMeta(meta, this.table.id(this.self), this.protocol.mtuBytes)
    const own = W.incarnationOf(this.table.word(this.self))
    if (own > this.membership.clock.ceiling(now) - SKEW_SECONDS_MAX / 2) {
      throw new GyreError('META_TOO_OFTEN', 'expected metadata to change once a second at the most')
    }
    this.membership.own.setMeta(now, meta)
    return this.schedule(now)
  }

  /**
   * A message of users to a live member, in a datagram of its own with what rumours there is room for.
   */
  message(now: number, to: TableSlot, bytes: Uint8Array): number {
    this.sender.message(to, bytes)
    return this.schedule(now)
  }

  get messageBytesMax(): number {
    return this.sender.messageBytesMax
  }

  /** Announces our leave. Keep ticking until `rumourCount` is 0, or as long as you can; then `stop`. */
  leave(now: number): number {
    this.membership.own.leave(now)
    return this.schedule(now)
  }

  /** The end: inputs change nothing any more. */
  stop(): void {
    this.running = false
  }

  /** Takes in what is known from elsewhere, as a sync does: nothing of it is gossiped on. */
  learn(now: number, records: Iterable<MemberRecord>): number {
    for (const record of records) this.sync.merge(now, record, SYNCED)
    this.tellAccused()
    return this.schedule(now)
  }

  /** Our own record, as a sync sends it. */
  get record(): MemberRecord {
    return this.sync.record(this.self)
  }

  /** A member's record, as a sync sends it. */
  recordOf(slot: TableSlot): MemberRecord {
    return this.sync.record(slot)
  }

  /** Tells what the wall clock says now, in seconds since 2026-01-01 UTC: now and then is enough. */
  setClock(now: number, epochSeconds: number): void {
    this.membership.clock.set(now, epochSeconds)
  }

  /** By how much a record's incarnation is further ahead of our clock than we believe; ≤ 0: fine. */
  secondsAhead(now: number, record: MemberRecord): number {
    return W.incarnationOf(record.word) - this.membership.clock.ceiling(now)
  }

  /** Opens a sync; see `Sync` for the three messages. */
  syncOffer(joining: boolean): SyncOffer {
    return this.sync.offer(joining)
  }

  syncAnswer(now: number, offer: SyncOffer): SyncAnswer {
    const answer = this.sync.answer(now, offer)
    if (answer.refusal === '') this.adoptGenesis(offer.genesis)
    return answer
  }

  /** Merges an answer that is no refusal. Call `schedule` afterwards for the deadline. */
  syncClose(now: number, answer: SyncAnswer): SyncClose {
    const close = this.sync.close(now, answer)
    this.tellAccused()
    return close
  }

  syncFinish(now: number, close: SyncClose): number {
    this.sync.finish(now, close)
    this.tellAccused()
    return this.schedule(now)
  }

  /** The next deadline, as the other inputs return it. */
  schedule(now: number): number {
    const { agenda } = this
    if (agenda[DUE.superseded] <= now) this.running = false
    if (!this.running) return (agenda[DUE.expectedTick] = Infinity)
    // A period that ends in the middle of a probe, since our health has fallen, waits for it.
    const probeAt =
      agenda[DUE.probeStage] === Infinity ? agenda[DUE.nextProbe] : agenda[DUE.probeStage]
    const verdictAt = Math.max(agenda[DUE.suspicion], agenda[DUE.verdicts])
    const probing = Math.min(probeAt, agenda[DUE.relayed], verdictAt)
    const spreading = Math.min(agenda[DUE.gossip], agenda[DUE.reconnect], agenda[DUE.forget])
    return (agenda[DUE.expectedTick] = Math.min(probing, spreading))
  }

  /**
   * Reads what inputs read first, in each of our parts, and changes nothing: whoever runs thousands of
   * nodes asks for it a little ahead of their turns, so that they all wait for memory together. The
   * number means nothing; it is what keeps the reading from being optimised away.
   */
  warm(): number {
    const { agenda, counters, table, slowness } = this
    const times = agenda[DUE.probeStage] < agenda[DUE.superseded] ? 1 : 0
    const few = this.label ^ counters.bytesReceived ^ table.bound ^ slowness.warm()
    return few ^ times ^ this.detector.warm() ^ this.inbox.warm() ^ this.sender.warm()
  }

  /** The same, one step further in. */
  warmInside(): number {
    return this.membership.warm() ^ this.gossip.warm()
  }

  private get forgetIntervalMs(): number {
    return Math.min(FORGET_INTERVAL_MS, this.protocol.tombstoneMs)
  }

  private judge(now: number): void {
    if (now < this.agenda[DUE.verdicts] || this.agenda[DUE.suspicion] > now) return
    const { suspicions } = this.membership
    while (suspicions.nextDeadline <= now) this.membership.condemn(now, suspicions.nextSlot)
  }

  private gossipRound(now: number): void {
    const { fanout, gossipOrder } = this.protocol
    const { living } = this.membership
    const inTurn = gossipOrder === 'round-robin'
    const count = inTurn ? Math.min(fanout, living.size) : living.sample(fanout, this.rng)
    for (let i = 0; i < count && this.gossip.rumours.size > 0; i++) {
      this.sender.rumours(inTurn ? this.turns.next() : (living.picked[i] as TableSlot))
    }
    this.gossip.roundDone(now, count)
  }

  private tellAccused(): void {
    for (const slot of this.membership.accused) {
      // With too many tombstones it may have been forgotten again already.
      if (this.table.has(slot)) this.sender.rumours(slot)
    }
    this.membership.accused.length = 0
  }
}
