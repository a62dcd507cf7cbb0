import { type Agenda, DUE } from '../seam/agenda.js'
import type { NodeParts } from '../membership/node-parts.js'
import type { Counters } from '../observing/counters.js'
import { NOTE, type Journal } from '../observing/journal.js'
import { EVIDENCE, Resets, type Evidence } from '../suspicion/evidence.js'
import type { ProbeView } from '../observing/inside.js'
import type { Gossip } from '../gossip/gossip.js'
import { healthAfter } from './health.js'
import type { Membership } from '../membership/membership.js'
import type { ProtocolOptions } from '../options/options.js'
import type { Outbox } from '../seam/outbox.js'
import type { Rng } from '../../base/rng.js'
import type { Sender } from './sender.js'
import { NO_SLOT, type TableSlot } from '../view/directory.js'
import type { MemberTable } from '../view/table.js'
import { Turns } from '../view/turns.js'
import { incarnationOf, isLive } from '../view/word.js'

const IDLE = 0
const DIRECT = 1
const INDIRECT = 2

/** The least part of `probeTimeoutMs` that the direct time-out adapts to. */
const TIMEOUT_PART = 3
/** And in how many of the longest round trips of late. */
const ROUND_TRIPS = 3
/** The longest round trip is kept in 256ths of a millisecond, and forgotten by a 32nd each time. */
const RTT_SCALE = 256

/**
 * The failure detector of SWIM with Lifeguard's health: one probe a period.
 *
 *     period starts   ping ────────────────► target
 *     + time-out      ping-req ─► k relays ─► target      and a ping over a stream
 *     + budget        no ack at all: accuse, and charge our health for every missing nack
 *     period ends     the next one, round robin over a fresh permutation each pass
 */
export class Detector implements ProbeView {
  /** Local health: 0 well … 8 worst. */
  health = 0
  private stage: typeof IDLE | typeof DIRECT | typeof INDIRECT = IDLE
  target: TableSlot = NO_SLOT
  private incarnation = 0
  private sequence = 0
  /** The sequence of the pending ping, and the one given to the relays. */
  directSequence = 0
  relaySequence = 0
  private readonly relays: number[] = []
  /** Whether that relay has answered with a nack. */
  private readonly nacked: number[] = []
  private relayCount = 0
  /** A late tick is charged once a period. */
  private lateCharged = false
  /** What our stream to the target has shown during this probe. */
  private seen: Evidence = EVIDENCE.silent
  private sentAt = 0
  /** The longest round trip of late, in 256ths of a millisecond. */
  private longest: number
  /** Made when the first stream ends. */
  private resets: Resets | undefined
  private readonly turns: Turns
  private readonly gossip: Gossip

  private readonly agenda: Agenda
  private readonly options: ProtocolOptions
  private readonly table: MemberTable
  private readonly membership: Membership
  private readonly sender: Sender
  private readonly outbox: Outbox
  private readonly counters: Counters
  private readonly rng: Rng
  private readonly journal: Journal | undefined

  constructor(parts: NodeParts, membership: Membership, sender: Sender) {
    const { table, rng, options } = parts
    this.turns = new Turns({ table, self: membership.self, rng, shuffled: true })
    this.gossip = parts.gossip
    this.agenda = parts.agenda
    this.options = options
    this.table = table
    this.membership = membership
    this.sender = sender
    this.outbox = parts.outbox
    this.counters = parts.counters
    this.rng = rng
    this.journal = parts.journal
    this.sequence = rng.below(0x7fffffff)
    this.longest = Math.ceil(options.probeTimeoutMs) * RTT_SCALE
  }

  get pending(): boolean {
    return this.stage !== IDLE
  }

  /** The first period starts at a random time, so that members do not probe in step. */
  start(now: number): void {
    this.agenda[DUE.nextProbe] = now + this.rng.below(this.options.periodMs)
  }

  /** A fresh sequence number; relayed pings draw from the same well. */
  nextSequence(): number {
    // 1 … 2³¹ − 1: 0 means "none" wherever a sequence is stored.
    this.sequence = (this.sequence % 0x7fffffff) + 1
    return this.sequence
  }

  /** This process was slow: it doubts itself, once a period. */
  late(): void {
    this.counters.lateTicks++
    if (!this.lateCharged) this.charge(1)
    this.lateCharged = true
  }

  /** This process stood still: what it missed is no evidence against anybody. */
  excuse(): void {
    this.stage = IDLE
    this.agenda[DUE.probeStage] = Infinity
  }

  /** A watched stream to a member has ended without a goodbye: it is probed next, and at once. */
  reset(now: number, slot: TableSlot): void {
    const word = this.table.word(slot)
    if (!isLive(word) || this.options.watches === 0) return
    this.counters.resets++
    this.resets ??= new Resets()
    this.resets.note(slot, incarnationOf(word))
    this.journal?.note(now, NOTE.streamEnded, slot, 0)
    if (this.stage === IDLE) this.agenda[DUE.nextProbe] = now
  }

  /** What is known of a member besides its silence, after what a stream to it has shown. */
  evidenceOf(seen: Evidence, slot: TableSlot, incarnation: number): Evidence {
    if (seen !== EVIDENCE.refused) return seen
    return this.resets?.has(slot, incarnation) ? EVIDENCE.reset : EVIDENCE.refused
  }

  tick(now: number): void {
    const { own } = this.membership
    if (own.refuted > 0) {
      this.charge(own.refuted)
      own.refuted = 0
    }
    if (now >= this.agenda[DUE.probeStage]) {
      if (this.stage === DIRECT && this.isStillThere()) this.askRelays(now)
      else this.conclude(now)
    }
    if (now >= this.agenda[DUE.nextProbe] && this.stage === IDLE) this.probe(now)
  }

  /** True if the ack answers the pending probe: by its sequence, and from whom it was expected. */
  ack(now: number, sequence: number, from: TableSlot): boolean {
    if (this.stage === IDLE) return false
    const relayed = this.stage === INDIRECT && sequence === this.relaySequence && this.isRelay(from)
    if (!relayed && (sequence !== this.directSequence || from !== this.target)) return false
    if (!relayed) {
      this.measure(now - this.sentAt)
      this.journal?.roundTripMs.add(now - this.sentAt)
      this.journal?.note(now, NOTE.answered, from, now - this.sentAt)
    }
    this.succeed(now, relayed)
    return true
  }

  /** The ping over a stream was answered. False: it was not this probe's. */
  streamAck(now: number, sequence: number): boolean {
    if (this.stage === IDLE || sequence !== this.directSequence) return false
    this.succeed(now, true)
    return true
  }

  /** The target's host refuses streams, or does not answer. False: it was not this probe's. */
  streamFailed(now: number, sequence: number, seen: Evidence): boolean {
    if (this.stage === IDLE || sequence !== this.directSequence) return false
    this.seen = seen
    const note = seen === EVIDENCE.unheard ? NOTE.streamUnanswered : NOTE.streamsRefused
    this.journal?.note(now, note, this.target, 0)
    return true
  }

  nack(now: number, sequence: number, from: TableSlot): boolean {
    if (this.stage !== INDIRECT || sequence !== this.relaySequence) return false
    for (let i = 0; i < this.relayCount; i++) {
      if (this.relays[i] !== from || this.nacked[i] === 1) continue
      this.nacked[i] = 1
      this.journal?.note(now, NOTE.nacked, this.target, from)
      return true
    }
    return false
  }

  /** See `SwimNode.warm`. */
  warm(): number {
    return this.health ^ this.directSequence ^ this.longest ^ this.turns.warm()
  }

  private probe(now: number): void {
    this.agenda[DUE.nextProbe] = now + this.options.periodMs * this.scale
    this.lateCharged = false
    const urgent = this.resets?.waiting === true
    this.target = urgent ? this.nextReset() : this.nextTarget()
    if (this.target === NO_SLOT) return
    this.counters.probes++
    this.incarnation = incarnationOf(this.table.word(this.target))
    this.stage = DIRECT
    this.seen = EVIDENCE.silent
    this.sentAt = now
    this.agenda[DUE.probeStage] = now + this.timeoutMs * this.scale
    this.directSequence = this.nextSequence()
    this.journal?.note(now, NOTE.probed, this.target, 0)
    this.sender.ping(this.target, this.directSequence)
    if (urgent && this.options.streamPing) this.outbox.streamPing(this.target, this.directSequence)
  }

  /** The next member whose stream has ended, and that has not been heard of since. */
  private nextReset(): TableSlot {
    const resets = this.resets as Resets
    while (resets.waiting) {
      const slot = resets.next()
      if (this.table.has(slot) && isLive(this.table.word(slot))) return slot
      resets.clear(slot)
    }
    return this.nextTarget()
  }

  private get timeoutMs(): number {
    const { probeTimeoutMs, adaptiveTimeout } = this.options
    if (!adaptiveTimeout) return probeTimeoutMs
    const wantedMs = Math.ceil((ROUND_TRIPS * this.longest) / RTT_SCALE)
    return Math.min(probeTimeoutMs, Math.max(Math.ceil(probeTimeoutMs / TIMEOUT_PART), wantedMs))
  }

  private measure(rttMs: number): void {
    const forgotten = this.longest - (this.longest >> 5)
    this.longest = Math.max(Math.ceil(rttMs) * RTT_SCALE, forgotten)
  }

  private askRelays(now: number): void {
    const { living } = this.membership
    const budgetMs = this.options.relayBudgetMs * this.scale
    this.stage = INDIRECT
    this.agenda[DUE.probeStage] = now + budgetMs
    this.relaySequence = this.nextSequence()
    this.relayCount = living.sample(this.options.relays, this.rng, this.target)
    for (let i = 0; i < this.relayCount; i++) {
      this.relays[i] = living.picked[i]
      this.nacked[i] = 0
    }
    for (let i = 0; i < this.relayCount; i++) {
      const relay = this.relays[i] as TableSlot
      this.journal?.note(now, NOTE.askedRelay, this.target, relay)
      this.sender.pingReq(relay, this.relaySequence, this.target, Math.floor(budgetMs))
    }
    if (this.options.streamPing && this.seen !== EVIDENCE.refused) {
      this.outbox.streamPing(this.target, this.directSequence)
    }
  }

  private conclude(now: number): void {
    if (this.stage === INDIRECT) this.counters.probesFailed++
    this.excuse()
    if (this.resets?.waiting) this.agenda[DUE.nextProbe] = now
    if (!this.isStillThere()) return
    this.charge(this.missingNacks())
    this.journal?.note(now, NOTE.noAnswer, this.target, 0)
    const evidence = this.evidenceOf(this.seen, this.target, this.incarnation)
    this.membership.accuse(now, this.target, evidence)
  }

  /** Refuted, left or declared faulty meanwhile: the probe says nothing about what it is now. */
  private isStillThere(): boolean {
    const word = this.table.word(this.target)
    return isLive(word) && incarnationOf(word) === this.incarnation
  }

  private missingNacks(): number {
    if (this.relayCount === 0) return 1
    let missing = this.relayCount
    for (let i = 0; i < this.relayCount; i++) missing -= this.nacked[i]
    return missing
  }

  /** It lives. If it has not answered ourselves, a ping or its ack was lost. */
  private succeed(now: number, elsewhere: boolean): void {
    if (elsewhere) {
      this.counters.probesRelayed++
      this.journal?.note(now, NOTE.answeredElsewhere, this.target, 0)
    }
    this.gossip.probed(elsewhere)
    this.excuse()
    if (this.resets !== undefined) {
      this.resets.clear(this.target)
      if (this.resets.waiting) this.agenda[DUE.nextProbe] = now
    }
    this.charge(-1)
  }

  private charge(points: number): void {
    this.health = Math.min(this.options.healthMax, healthAfter(this.health, points))
  }

  /** What time-outs and the period are multiplied by: 1 … 9. */
  private get scale(): number {
    return this.health + 1
  }

  isRelay(slot: TableSlot): boolean {
    for (let i = 0; i < this.relayCount; i++) if (this.relays[i] === slot) return true
    return false
  }

  private nextTarget(): TableSlot {
    const { living } = this.membership
    if (living.size === 0) return NO_SLOT
    if (this.options.probeOrder === 'round-robin') return this.turns.next()
    living.sample(1, this.rng)
    return living.picked[0] as TableSlot
  }
}
