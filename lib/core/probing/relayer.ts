import { type Agenda, DUE } from '../seam/agenda.js'
import type { Endpoint } from '../../base/endpoint.js'
import type { NodeParts } from '../membership/node-parts.js'
import type { Counters } from '../observing/counters.js'
import type { Membership } from '../membership/membership.js'
import type { ProtocolOptions } from '../options/options.js'
import type { Detector } from './detector.js'
import { EVIDENCE, type Evidence } from '../suspicion/evidence.js'
import type { Outbox } from '../seam/outbox.js'
import { RelayedProbes, type Relayed } from './relayed-probes.js'
import type { Sender } from './sender.js'
import type { MemberTable } from '../view/table.js'
import { incarnationOf } from '../view/word.js'
import { NO_SLOT, type TableSlot } from '../view/directory.js'

/** A relay answers with a nack at this part of the budget that it was given. */
const NACK_PART = 0.8

/** Somebody's wish that we probe for it. */
export interface RelayRequest {
  /** The socket that asked, and the member that it belongs to. */
  readonly from: Endpoint
  readonly asker: TableSlot
  readonly askerSequence: number
  readonly target: TableSlot
  readonly budgetMs: number
}

/**
 * Probes for others:
 *
 *     asker ── ping-req ──► us ── ping ──► target
 *           ◄──── ack ─────    ◄── ack ───             or, at 80 % of the budget, a nack
 *           ◄─ confirmation ──                         if it is then accused, and still silent
 */
export class Relayer {
  /** Made when somebody asks us for the first time. */
  private probes: RelayedProbes | undefined
  private readonly agenda: Agenda
  private readonly options: ProtocolOptions
  private readonly sender: Sender
  private readonly membership: Membership
  private readonly counters: Counters
  private readonly self: TableSlot
  private readonly outbox: Outbox
  private readonly table: MemberTable
  private readonly detector: Pick<Detector, 'evidenceOf'>

  constructor(
    parts: NodeParts,
    needs: {
      readonly sender: Sender
      readonly membership: Membership
      readonly detector: Pick<Detector, 'evidenceOf'>
    },
  ) {
    this.agenda = parts.agenda
    this.options = parts.options
    this.sender = needs.sender
    this.membership = needs.membership
    this.counters = parts.counters
    this.self = needs.membership.self
    this.outbox = parts.outbox
    this.table = parts.table
    this.detector = needs.detector
  }

  /** Pings the target with this sequence, and remembers whom to tell. Only for members. */
  relay(now: number, request: RelayRequest, sequence: number): void {
    const { from, asker, askerSequence, target } = request
    if (target === NO_SLOT || target === this.self) {
      this.counters.droppedTarget++
      return
    }
    const relayed = asker === NO_SLOT ? undefined : (this.probes ??= new RelayedProbes()).open(now)
    if (relayed === undefined) {
      this.counters.droppedRelay++
      return
    }
    const budgetMs = Math.min(request.budgetMs, 10 * this.options.periodMs)
    relayed.sequence = sequence
    relayed.target = target
    relayed.asker = from
    relayed.askerSequence = askerSequence
    relayed.seen = EVIDENCE.silent
    relayed.nackAt = now + Math.ceil(budgetMs * NACK_PART)
    // By then the asker's accusation has come, and we know what became of our stream.
    relayed.endsAt = Math.max(
      now + budgetMs + this.options.gossipIntervalMs,
      relayed.nackAt + this.options.relayBudgetMs,
    )
    relayed.incarnation = incarnationOf(this.table.word(target))
    this.note()
    this.sender.ping(target, sequence)
  }

  /** An ack that is not for our own probe may be the answer to one that we relayed. */
  passOn(sequence: number, from: TableSlot): void {
    this.answer(this.probes?.close(sequence, from))
  }

  /**
   * Tells the askers whose targets have not answered in time; and where the asker has accused such a
   * target by the end, confirms it: our own ping went unanswered too. Only when something is due.
   */
  tick(now: number): void {
    const probes = this.probes as RelayedProbes
    for (let due = probes.due(now); due !== undefined; due = probes.due(now)) {
      this.sender.nack(due.asker, due.askerSequence)
      if (this.seeksEvidence) this.outbox.streamPing(due.target, due.sequence)
    }
    for (let end = probes.ended(now); end !== undefined; end = probes.ended(now)) {
      const { target, incarnation, seen } = end
      const evidence = this.detector.evidenceOf(seen, target, incarnation)
      if (this.options.relaysConfirm)
        this.membership.confirmUnanswered(now, target, incarnation, evidence)
    }
    this.note()
  }

  /** Our ping over a stream was answered: so the asker's probe is. */
  streamAck(sequence: number): void {
    this.answer(this.probes?.answered(sequence))
  }

  streamFailed(sequence: number, seen: Evidence): void {
    this.probes?.streamFailed(sequence, seen)
  }

  private get seeksEvidence(): boolean {
    const { streamPing, evidenceMult, unheardMult } = this.options
    return streamPing && (evidenceMult > 0 || unheardMult > 0)
  }

  private answer(relayed: Relayed | undefined): void {
    this.note()
    if (relayed === undefined) this.counters.staleAnswers++
    else this.sender.ack(relayed.asker, NO_SLOT, relayed.askerSequence)
  }

  private note(): void {
    this.agenda[DUE.relayed] = this.probes?.nextDeadline ?? Infinity
  }
}
