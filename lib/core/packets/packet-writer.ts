import type { TableSlot } from '../view/directory.js'
import type { MemberTable } from '../view/table.js'
import { utf8Length, utf8Write } from '../../base/utf8.js'
import { ALIVE, LEFT, stateOf, SUSPECT } from '../view/word.js'
import { DATAGRAM_BYTES_MAX, FIELD, UPDATES_MAX } from './label.js'

/** What is the same in all packets of one sender. */
export interface PacketHeader {
  readonly label: number
  readonly from: string
  /** Updates are added up to this length. */
  readonly mtuBytes: number
}

/**
 * Writes one datagram at a time into its own buffer: a `Packet` of proto/gyre.proto, byte for byte
 * as protobufjs would write it, without garbage.
 *
 *     begin(…) → at most one of ping, ack, pingReq, nack → update(…)* → bytes[0 … length)
 *     begin(…) → reserve(…) ─────────────────────────────→ update(…)* → message(…) → the same
 */
export class PacketWriter {
  readonly bytes: Uint8Array
  length = 0
  updates = 0
  private prefixFrom = ''
  private prefixLabel = 0
  private prefixLength = 0

  private mtuBytes = 0

  constructor(bytesMax: number = DATAGRAM_BYTES_MAX) {
    this.bytes = new Uint8Array(bytesMax)
  }

  /** Starts a packet. What label and sender come to is kept: they are nearly always the same. */
  begin(header: PacketHeader, viewLow: number, viewHigh: number): void {
    const { label, from } = header
    this.mtuBytes = header.mtuBytes
    this.updates = 0
    if (from !== this.prefixFrom || label !== this.prefixLabel) this.writePrefix(label, from)
    this.length = this.prefixLength
    this.fixed32(FIELD.packetViewLow, viewLow)
    this.fixed32(FIELD.packetViewHigh, viewHigh)
  }

  ping(sequence: number, target: string): void {
    const targetBytes = utf8Length(target)
    const length = numberBytes(sequence) + bytesBytes(targetBytes)
    this.head(FIELD.packetPing, length)
    this.number(FIELD.sequence, sequence)
    this.text(FIELD.target, target, targetBytes)
  }

  ack(sequence: number): void {
    this.head(FIELD.packetAck, numberBytes(sequence))
    this.number(FIELD.sequence, sequence)
  }

  pingReq(sequence: number, target: string, budgetMs: number): void {
    const targetBytes = utf8Length(target)
    const length = numberBytes(sequence) + bytesBytes(targetBytes) + numberBytes(budgetMs)
    this.head(FIELD.packetPingReq, length)
    this.number(FIELD.sequence, sequence)
    this.text(FIELD.target, target, targetBytes)
    this.number(FIELD.budgetMs, budgetMs)
  }

  nack(sequence: number): void {
    this.head(FIELD.packetNack, numberBytes(sequence))
    this.number(FIELD.sequence, sequence)
  }

  /** Keeps so many bytes of the packet free of updates, for a message of that length. */
  reserve(messageBytes: number): void {
    this.mtuBytes -= bytesBytes(messageBytes)
  }

  /** The last thing in a packet, for which room was reserved. */
  message(bytes: Uint8Array): void {
    this.raw(FIELD.packetMessage, bytes)
  }

  /**
   * Adds what the table holds about a member: an alive one with its endpoint and metadata, a
   * suspect or faulty one with the accuser. False, and nothing written, if it does not fit.
   */
  update(table: MemberTable, slot: TableSlot, accuser: number): boolean {
    const word = table.word(slot)
    const state = stateOf(word)
    const id = table.id(slot)
    const idBytes = utf8Length(id)
    const meta = table.meta(slot)
    let length = (word === 0 ? 0 : 5) + bytesBytes(idBytes)
    const degraded = state === ALIVE && table.degraded(slot)
    if (state === ALIVE) length += bytesBytes(table.endpointLength(slot)) + bytesBytes(meta.length)
    else if (state === SUSPECT && accuser !== 0) length += 5
    if (degraded) length += 2
    const proof = state === ALIVE || state === LEFT ? table.proofs?.of(slot, state) : undefined
    if (proof !== undefined) length += bytesBytes(proof.length)
    const all = 1 + varintBytes(length) + length
    if (this.updates === UPDATES_MAX || this.length + all > this.mtuBytes) return false
    this.updates++
    this.head(FIELD.packetUpdates, length)
    this.fixed32(FIELD.word, word)
    this.text(FIELD.id, id, idBytes)
    if (state === ALIVE) this.addressAndMeta(table, slot, meta)
    else if (state === SUSPECT) this.fixed32(FIELD.accuser, accuser)
    if (degraded) this.number(FIELD.degraded, 1)
    if (proof !== undefined && proof.length > 0) this.raw(FIELD.proof, proof)
    return true
  }

  /** The first bytes of the buffer, which nothing behind them overwrites. */
  private writePrefix(label: number, from: string): void {
    this.length = 0
    this.fixed32(FIELD.packetLabel, label)
    this.text(FIELD.packetFrom, from, utf8Length(from))
    this.prefixFrom = from
    this.prefixLabel = label
    this.prefixLength = this.length
  }

  private addressAndMeta(table: MemberTable, slot: TableSlot, meta: Uint8Array): void {
    this.head(FIELD.endpoint, table.endpointLength(slot))
    this.length = table.copyEndpoint(slot, this.bytes, this.length)
    if (meta.length > 0) this.raw(FIELD.meta, meta)
  }

  private raw(tag: number, bytes: Uint8Array): void {
    this.head(tag, bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  private fixed32(tag: number, value: number): void {
    if (value === 0) return
    const { bytes, length } = this
    bytes[length] = tag
    bytes[length + 1] = value
    bytes[length + 2] = value >>> 8
    bytes[length + 3] = value >>> 16
    bytes[length + 4] = value >>> 24
    this.length = length + 5
  }

  private number(tag: number, value: number): void {
    if (value === 0) return
    this.bytes[this.length++] = tag
    this.varint(value)
  }

  private text(tag: number, text: string, byteLength: number): void {
    this.head(tag, byteLength)
    this.length = utf8Write(text, this.bytes, this.length)
  }

  private head(tag: number, length: number): void {
    this.bytes[this.length++] = tag
    this.varint(length)
  }

  private varint(value: number): void {
    let rest = value
    while (rest >>> 0 > 127) {
      this.bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.bytes[this.length++] = rest
  }
}

function varintBytes(value: number): number {
  return Math.max(1, Math.ceil((32 - Math.clz32(value)) / 7))
}

/** A number field with its tag; nothing if it has the default value. */
function numberBytes(value: number): number {
  return value === 0 ? 0 : 1 + varintBytes(value)
}

/** A field of so many bytes with its tag and length; nothing if it is empty. */
function bytesBytes(length: number): number {
  return length === 0 ? 0 : 1 + varintBytes(length) + length
}
