import { Agreement } from './agreement/agreement.js'
import type { NodeParts } from './membership/node-parts.js'
import type { Counters } from './observing/counters.js'
import type { Detector } from './probing/detector.js'
import { NO_SLOT, type TableSlot } from './view/directory.js'
import type { Endpoint } from '../base/endpoint.js'
import { utf8Equals } from '../base/utf8.js'
import { HEARD, type Membership } from './membership/membership.js'
import type { ProtocolOptions } from './options/options.js'
import type { Outbox } from './seam/outbox.js'
import { PACKET, PacketReader } from './packets/packet-reader.js'
import type { Relayer } from './probing/relayer.js'
import type { Sender } from './probing/sender.js'
import type { MemberTable } from './view/table.js'
import { isLive } from './view/word.js'

/**
 * One for all engines of a process: it holds a packet only during `take`, which nothing enters
 * twice, and a simulation of thousands would pay for each one's 127 places.
 */
const sharedReader = new PacketReader()

/** Filled anew for each ping-req. */
const request = {
  from: '' as Endpoint,
  asker: NO_SLOT,
  askerSequence: 0,
  target: NO_SLOT,
  budgetMs: 0,
}

/**
 * What a datagram does: all of it is checked, then its updates are merged, one by one, then its
 * body goes to whom it concerns.
 */
export class Inbox {
  private readonly reader = sharedReader
  private readonly options: ProtocolOptions
  /** Packets with another one are none of ours. */
  label: number
  private readonly self: TableSlot
  private readonly table: MemberTable
  private readonly membership: Membership
  private readonly detector: Detector
  private readonly relayer: Relayer
  private readonly sender: Sender
  private readonly outbox: Outbox
  private readonly counters: Counters
  private readonly agreement: Agreement

  constructor(
    parts: NodeParts,
    needs: {
      readonly membership: Membership
      readonly detector: Detector
      readonly relayer: Relayer
      readonly sender: Sender
      readonly label: number
    },
  ) {
    this.options = parts.options
    this.label = needs.label
    this.self = needs.membership.self
    this.table = parts.table
    this.membership = needs.membership
    this.detector = needs.detector
    this.relayer = needs.relayer
    this.sender = needs.sender
    this.outbox = parts.outbox
    this.counters = parts.counters
    this.agreement = new Agreement(parts.options)
  }

  /** One datagram, lent for the call. Bad ones are counted and change nothing. */
  receive(now: number, from: Endpoint, bytes: Uint8Array, length: number): void {
    const { counters, reader } = this
    if (!reader.read(bytes, length)) counters.droppedMalformed++
    else if (reader.label !== this.label) counters.droppedLabel++
    else this.apply(now, from, bytes)
  }

  /** See `SwimNode.warm`. */
  warm(): number {
    return this.label ^ (this.agreement.agreed ? 1 : 0)
  }

  private apply(now: number, from: Endpoint, bytes: Uint8Array): void {
    const { counters, reader, membership } = this
    const sender = this.senderOf(bytes)
    if (sender === this.self) counters.droppedReflected++
    else if (reader.kind === PACKET.ping && !this.isForUs(bytes)) counters.droppedTarget++
    else {
      if (reader.updatesRefused > 0) counters.refusedBounds += reader.updatesRefused
      for (let i = 0; i < reader.updateCount; i++) {
        membership.merge(now, reader.updates[i], bytes, HEARD)
      }
      if (reader.updateCount > 0 && membership.own.superseded) return
      // An update in this very packet may have introduced its sender.
      this.answer(now, from, bytes, sender === NO_SLOT ? this.senderOf(bytes) : sender)
    }
  }

  private answer(now: number, from: Endpoint, bytes: Uint8Array, sender: TableSlot): void {
    const { counters, reader } = this
    if (reader.kind === PACKET.ping) this.sender.ack(from, sender, reader.sequence)
    else if (reader.kind === PACKET.pingReq) this.relay(now, from, bytes, sender)
    else if (reader.kind === PACKET.ack) {
      const ours = this.detector.ack(now, reader.sequence, sender)
      if (!ours) this.relayer.passOn(reader.sequence, sender)
    } else if (reader.kind === PACKET.nack) {
      if (!this.detector.nack(now, reader.sequence, sender)) counters.staleAnswers++
    } else if (reader.kind === PACKET.message) this.hand(bytes, sender)
    if (sender !== NO_SLOT && isLive(this.table.word(sender))) this.compareViews(now, sender)
  }

  /** A message from somebody who is no member is nobody's. */
  private hand(bytes: Uint8Array, sender: TableSlot): void {
    const { messageOffset, messageLength } = this.reader
    if (sender === NO_SLOT || !isLive(this.table.word(sender))) this.counters.droppedMessages++
    else this.outbox.message?.(sender, bytes.subarray(messageOffset, messageOffset + messageLength))
  }

  private senderOf(bytes: Uint8Array): TableSlot {
    return this.table.find(bytes, this.reader.fromOffset, this.reader.fromLength)
  }

  private isForUs(bytes: Uint8Array): boolean {
    const { targetOffset, targetLength } = this.reader
    return utf8Equals(this.table.id(this.self), bytes, targetOffset, targetLength)
  }

  /** Whether the peer that we heard last sees what we see. */
  get agreed(): boolean {
    return this.agreement.agreed
  }

  private relay(now: number, from: Endpoint, bytes: Uint8Array, asker: TableSlot): void {
    const { reader } = this
    request.from = from
    request.asker = asker
    request.askerSequence = reader.sequence
    request.target = this.table.find(bytes, reader.targetOffset, reader.targetLength)
    request.budgetMs = reader.budgetMs >>> 0
    this.relayer.relay(now, request, this.detector.nextSequence())
  }

  private compareViews(now: number, peer: TableSlot): void {
    const { reader, membership } = this
    if (reader.viewLow === 0 && reader.viewHigh === 0) return
    const { view } = membership
    const equal = reader.viewLow === view.low && reader.viewHigh === view.high
    const pair = equal ? 0 : (Math.imul(reader.viewLow, 0x9e3779b1) ^ view.low) | 1
    const repair = this.agreement.observe(now, pair, membership)
    if (repair && this.options.sync) this.outbox.sync(peer)
  }
}
