import type { NodeParts } from '../membership/node-parts.js'
import type { Counters } from '../observing/counters.js'
import type { Endpoint } from '../../base/endpoint.js'
import type { Gossip } from '../gossip/gossip.js'
import type { Membership } from '../membership/membership.js'
import type { Outbox } from '../seam/outbox.js'
import { PacketWriter, type PacketHeader } from '../packets/packet-writer.js'
import { NO_SLOT, type TableSlot } from '../view/directory.js'
import type { MemberTable } from '../view/table.js'
import { ALIVE, stateOf } from '../view/word.js'

/** One for all engines of a process: a packet is lent to the outbox before the next one begins. */
const sharedWriter = new PacketWriter()

/** The tag of a message, and its length. */
const MESSAGE_HEAD_BYTES = 4

/**
 * Composes and sends datagrams: header, body, then rumours up to the mtu. Whoever is not alive in
 * our view hears of it first (Lifeguard's buddy), so that it can refute; a stranger gets the bare
 * answer, shorter than what it sent us.
 */
export class Sender implements PacketHeader {
  private readonly writer = sharedWriter
  label: number
  readonly from: string
  readonly mtuBytes: number
  private readonly buddy: boolean
  private readonly table: MemberTable
  private readonly membership: Membership
  private readonly gossip: Gossip
  private readonly outbox: Outbox
  private readonly counters: Counters

  constructor(parts: NodeParts, membership: Membership, label: number) {
    this.label = label
    this.from = parts.table.id(membership.self)
    this.mtuBytes = parts.options.mtuBytes
    this.buddy = parts.options.buddy
    this.table = parts.table
    this.membership = membership
    this.gossip = parts.gossip
    this.outbox = parts.outbox
    this.counters = parts.counters
  }

  ping(to: TableSlot, sequence: number): void {
    this.begin()
    this.writer.ping(sequence, this.table.id(to))
    this.post(this.table.endpoint(to), to)
  }

  /** To the socket that asked, whatever the member's record says. */
  ack(to: Endpoint, receiver: TableSlot, sequence: number): void {
    this.begin()
    this.writer.ack(sequence)
    this.post(to, receiver)
  }

  pingReq(relay: TableSlot, sequence: number, target: TableSlot, budgetMs: number): void {
    this.begin()
    this.writer.pingReq(sequence, this.table.id(target), budgetMs)
    this.post(this.table.endpoint(relay), relay)
  }

  nack(to: Endpoint, sequence: number): void {
    this.begin()
    this.writer.nack(sequence)
    this.post(to, NO_SLOT)
  }

  /** Plain gossip. */
  rumours(to: TableSlot): void {
    // While news is under way views differ anyway; pings and acks tell in time whether they still do.
    this.writer.begin(this, 0, 0)
    this.post(this.table.endpoint(to), to)
  }

  /** See `SwimNode.warm`. */
  warm(): number {
    return this.label ^ this.mtuBytes ^ this.from.charCodeAt(0)
  }

  private begin(): void {
    const { view } = this.membership
    this.writer.begin(this, view.low, view.high)
  }

  /** A message of the users of the cluster; what room is left goes to rumours. */
  message(to: TableSlot, bytes: Uint8Array): void {
    this.begin()
    this.writer.reserve(bytes.length)
    this.fill(to)
    this.writer.message(bytes)
    this.hand(this.table.endpoint(to))
  }

  /** How long a message may be that goes in a datagram. */
  get messageBytesMax(): number {
    this.begin()
    return this.mtuBytes - this.writer.length - MESSAGE_HEAD_BYTES
  }

  private post(to: Endpoint, receiver: TableSlot): void {
    if (receiver !== NO_SLOT) this.fill(receiver)
    this.hand(to)
  }

  private fill(receiver: TableSlot): void {
    const doubted = this.buddy && stateOf(this.table.word(receiver)) !== ALIVE
    if (doubted) this.gossip.tell(this.writer, receiver, this.membership.accuserOf(receiver))
    if (this.gossip.rumours.size > 0) {
      this.gossip.fill(this.writer, this.membership.liveCount, doubted ? receiver : NO_SLOT)
    }
  }

  private hand(to: Endpoint): void {
    this.counters.datagramsSent++
    this.counters.bytesSent += this.writer.length
    this.outbox.send(to, this.writer.bytes, this.writer.length)
  }
}
