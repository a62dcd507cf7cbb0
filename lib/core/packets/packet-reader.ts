import { ENDPOINT_BYTES_MAX, validEndpoint } from '../../base/endpoint.js'
import { ID_BYTES_MAX } from '../view/directory.js'
import { META_BYTES_MAX } from '../view/table.js'
import { utf8Valid } from '../../base/utf8.js'
import { DATAGRAM_BYTES_MAX, FIELD, UPDATES_MAX } from './label.js'
import { ALIVE, stateOf } from '../view/word.js'

/** What a packet is for, by the field of its body. */
export const PACKET = { gossip: 0, ping: 1, ack: 2, pingReq: 3, nack: 4, message: 5 } as const
export type PacketKind = (typeof PACKET)[keyof typeof PACKET]

/** One update of the packet that was read last: offsets into its bytes. */
export interface UpdateView {
  word: number
  idOffset: number
  idLength: number
  endpointOffset: number
  endpointLength: number
  metaOffset: number
  metaLength: number
  accuser: number
  /** 1: the member finds itself slow. */
  degraded: number
  proofOffset: number
  proofLength: number
}

/**
 * Reads one datagram at a time: checks all of it, keeps offsets into the caller's bytes, allocates
 * nothing, never throws, and takes time in proportion to the length. What it accepts is a subset of
 * what protobuf accepts: well-formed, at most one body, everything in bounds.
 */
export class PacketReader {
  label = 0
  fromOffset = 0
  fromLength = 0
  viewLow = 0
  viewHigh = 0
  kind: PacketKind = PACKET.gossip
  sequence = 0
  targetOffset = 0
  targetLength = 0
  budgetMs = 0
  messageOffset = 0
  messageLength = 0
  /** Those in use are the first `updateCount`. */
  readonly updates: UpdateView[] = Array.from({ length: UPDATES_MAX }, emptyUpdate)
  updateCount = 0
  /** Updates that were left out because they break a bound; their neighbours stand. */
  updatesRefused = 0
  private bytes: Uint8Array = NO_BYTES
  private at = 0
  private bodies = 0
  /** Set by whatever goes wrong; sticks until the next packet. */
  private broken = false

  /** False: malformed, and nothing of it may be used. */
  read(bytes: Uint8Array, length: number): boolean {
    this.reset(bytes)
    if (length > DATAGRAM_BYTES_MAX) return false
    while (this.at < length && !this.broken) this.packetField(this.tag(length), length)
    this.bytes = NO_BYTES
    const target = this.kind === PACKET.ping || this.kind === PACKET.pingReq
    if (target && !validId(bytes, this.targetOffset, this.targetLength)) return false
    return !this.broken && this.bodies <= 1 && validId(bytes, this.fromOffset, this.fromLength)
  }

  private reset(bytes: Uint8Array): void {
    this.bytes = bytes
    this.at = 0
    this.broken = false
    this.bodies = 0
    this.kind = PACKET.gossip
    this.label = this.viewLow = this.viewHigh = 0
    this.fromOffset = this.fromLength = this.targetOffset = this.targetLength = 0
    this.sequence = this.budgetMs = this.messageOffset = this.messageLength = 0
    this.updateCount = this.updatesRefused = 0
  }

  private packetField(tag: number, end: number): void {
    switch (tag) {
      case FIELD.packetLabel:
        this.label = this.fixed32(end)
        break
      case FIELD.packetFrom:
        this.fromLength = this.length(end)
        this.fromOffset = this.skipBytes(this.fromLength)
        break
      case FIELD.packetViewLow:
        this.viewLow = this.fixed32(end)
        break
      case FIELD.packetViewHigh:
        this.viewHigh = this.fixed32(end)
        break
      case FIELD.packetPing:
        this.body(PACKET.ping, end)
        break
      case FIELD.packetAck:
        this.body(PACKET.ack, end)
        break
      case FIELD.packetPingReq:
        this.body(PACKET.pingReq, end)
        break
      case FIELD.packetNack:
        this.body(PACKET.nack, end)
        break
      case FIELD.packetUpdates:
        this.update(end)
        break
      case FIELD.packetMessage:
        this.bodies++
        this.kind = PACKET.message
        this.messageLength = this.length(end)
        this.messageOffset = this.skipBytes(this.messageLength)
        break
      default:
        this.skip(tag, end)
    }
  }

  private body(kind: PacketKind, packetEnd: number): void {
    this.bodies++
    this.kind = kind
    const length = this.length(packetEnd)
    const end = this.at + length
    while (this.at < end && !this.broken) {
      const tag = this.tag(end)
      if (tag === FIELD.sequence) this.sequence = this.varint(end)
      else if (tag === FIELD.target) {
        this.targetLength = this.length(end)
        this.targetOffset = this.skipBytes(this.targetLength)
      } else if (tag === FIELD.budgetMs) this.budgetMs = this.varint(end)
      else this.skip(tag, end)
    }
  }

  private update(packetEnd: number): void {
    const length = this.length(packetEnd)
    const end = this.at + length
    if (this.updateCount + this.updatesRefused === UPDATES_MAX) this.broken = true
    if (this.broken) return
    const update = this.updates[this.updateCount]
    clearUpdate(update)
    while (this.at < end && !this.broken) this.updateField(update, this.tag(end), end)
    if (validUpdate(update, this.bytes)) this.updateCount++
    else this.updatesRefused++
  }

  private updateField(update: UpdateView, tag: number, end: number): void {
    switch (tag) {
      case FIELD.word:
        update.word = this.fixed32(end)
        break
      case FIELD.id:
        update.idLength = this.length(end)
        update.idOffset = this.skipBytes(update.idLength)
        break
      case FIELD.endpoint:
        update.endpointLength = this.length(end)
        update.endpointOffset = this.skipBytes(update.endpointLength)
        break
      case FIELD.meta:
        update.metaLength = this.length(end)
        update.metaOffset = this.skipBytes(update.metaLength)
        break
      case FIELD.accuser:
        update.accuser = this.fixed32(end)
        break
      case FIELD.proof:
        update.proofLength = this.length(end)
        update.proofOffset = this.skipBytes(update.proofLength)
        break
      case FIELD.degraded:
        update.degraded = this.varint(end) === 0 ? 0 : 1
        break
      default:
        this.skip(tag, end)
    }
  }

  /** A field that this version does not know. Groups (wire types 3 and 4) are not ours. */
  private skip(tag: number, end: number): void {
    const type = tag & 7
    if (tag >>> 3 === 0) this.broken = true
    else if (type === 0) this.varint(end)
    else if (type === 1) this.fixedSkip(8, end)
    else if (type === 2) this.skipBytes(this.length(end))
    else if (type === 5) this.fixedSkip(4, end)
    else this.broken = true
  }

  /** At most five bytes and 32 bits, unlike other numbers. */
  private tag(end: number): number {
    const start = this.at
    const tag = this.varint(end)
    const length = this.at - start
    if (length > 5 || (length === 5 && this.bytes[this.at - 1] > 15)) this.broken = true
    return tag
  }

  /** Up to ten bytes, of which 32 bits count, as protobuf has it for uint32. */
  private varint(end: number): number {
    let value = 0
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.at >= end) break
      const byte = this.bytes[this.at++]
      if (shift < 32) value |= (byte & 127) << shift
      if (byte < 128) return value
    }
    this.broken = true
    return 0
  }

  private fixed32(end: number): number {
    const { bytes, at } = this
    this.fixedSkip(4, end)
    if (this.broken) return 0
    return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)
  }

  private fixedSkip(size: number, end: number): void {
    this.at += size
    if (this.at > end) this.broken = true
  }

  /** The length of what follows; 0 once it reaches beyond the end, and the packet is broken. */
  private length(end: number): number {
    const length = this.varint(end)
    if (length >= 0 && length <= end - this.at) return length
    this.broken = true
    return 0
  }

  private skipBytes(length: number): number {
    const offset = this.at
    this.at += length
    return offset
  }
}

const NO_BYTES = new Uint8Array(0)

function validId(bytes: Uint8Array, offset: number, length: number): boolean {
  return length >= 1 && length <= ID_BYTES_MAX && utf8Valid(bytes, offset, length)
}

/** The bounds of one update, whether from a datagram or a stream. */
export function validUpdate(update: UpdateView, bytes: Uint8Array): boolean {
  if (!validId(bytes, update.idOffset, update.idLength)) return false
  if (update.metaLength > META_BYTES_MAX || update.endpointLength > ENDPOINT_BYTES_MAX) return false
  if (stateOf(update.word) !== ALIVE && update.endpointLength === 0) return true
  return validEndpoint(bytes, update.endpointOffset, update.endpointLength)
}

/** Nothing yet: offsets and lengths of 0. */
export function emptyUpdate(): UpdateView {
  return {
    word: 0,
    idOffset: 0,
    idLength: 0,
    endpointOffset: 0,
    endpointLength: 0,
    metaOffset: 0,
    metaLength: 0,
    accuser: 0,
    degraded: 0,
    proofOffset: 0,
    proofLength: 0,
  }
}

function clearUpdate(update: UpdateView): void {
  update.word = update.accuser = update.degraded = 0
  update.idOffset = update.idLength = 0
  update.endpointOffset = update.endpointLength = 0
  update.metaOffset = update.metaLength = 0
  update.proofOffset = update.proofLength = 0
}
