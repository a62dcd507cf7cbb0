import { gyre } from '#proto/gyre'
import type { Fact, Facts } from '../state/index.js'
import { decoded } from './decoded.js'
import { ownRing, wireRing, type RingPacket } from './ring-codec.js'

/** `Broadcast` of proto/gyre.proto. */
export interface Broadcast {
  readonly origin: string
  readonly run: number
  readonly sequence: number
  readonly topic: string
  readonly body: Uint8Array
}

/** `UserPacket` of proto/gyre.proto. */
export interface UserPacket {
  readonly datagram?: { readonly topic: string; readonly body: Uint8Array }
  readonly broadcasts?: readonly Broadcast[]
  readonly facts?: readonly Facts[]
  readonly stateLow?: number
  readonly stateHigh?: number
  readonly ring?: RingPacket
}

/** A packet as it was received. */
export type ReceivedPacket = Required<Omit<UserPacket, 'ring'>> & Pick<UserPacket, 'ring'>

/** `FactsPage` of proto/gyre.proto. */
export interface FactsPage {
  readonly facts: readonly Facts[]
  readonly all: boolean
}

const TOPIC_BYTES_MAX = 128

/** Whether a text can be the name of a topic: 1…128 bytes. */
export function validTopic(topic: unknown): topic is string {
  if (typeof topic !== 'string' || topic.length === 0) return false
  return Buffer.byteLength(topic) <= TOPIC_BYTES_MAX
}

export function encodeUserPacket(packet: UserPacket): Uint8Array {
  const { datagram, broadcasts = [], facts = [], stateLow = 0, stateHigh = 0, ring } = packet
  return gyre.UserPacket.encode({
    datagram,
    broadcasts: broadcasts.map(wireBroadcast),
    facts: facts.map(wireFacts),
    stateLow: stateLow >>> 0,
    stateHigh: stateHigh >>> 0,
    ring: ring && wireRing(ring),
  }).finish()
}

/** Undefined for bytes that are no user packet. */
export function decodeUserPacket(bytes: Uint8Array): ReceivedPacket | undefined {
  const packet = decoded(() => gyre.UserPacket.decode(bytes))
  if (packet === undefined) return undefined
  const { datagram, broadcasts, facts, stateLow, stateHigh, ring } = packet
  return {
    datagram: (datagram ?? NO_DATAGRAM) as typeof NO_DATAGRAM,
    broadcasts: broadcasts.map((one) => ownBroadcast(one as WireBroadcast)),
    facts: facts.map((one) => ownFacts(one as WireFacts)),
    stateLow: stateLow | 0,
    stateHigh: stateHigh | 0,
    ring: ring ? ownRing(ring) : undefined,
  }
}

export function encodeBroadcasts(broadcasts: readonly Broadcast[]): Uint8Array {
  return gyre.Broadcasts.encode({ broadcasts: broadcasts.map(wireBroadcast) }).finish()
}

export function decodeBroadcasts(bytes: Uint8Array): Broadcast[] {
  const { broadcasts } = decoded(() => gyre.Broadcasts.decode(bytes)) ?? NOTHING
  return broadcasts.map((one) => ownBroadcast(one as WireBroadcast))
}

export function encodeFactsPage({ facts, all }: FactsPage): Uint8Array {
  return gyre.FactsPage.encode({ facts: facts.map(wireFacts), all }).finish()
}

export function decodeFactsPage(bytes: Uint8Array): FactsPage {
  const { facts, all } = decoded(() => gyre.FactsPage.decode(bytes)) ?? NOTHING
  return { facts: facts.map((one) => ownFacts(one as WireFacts)), all }
}

/** How long a broadcast is in a packet, at the most. */
export function broadcastBytes({ origin, topic, body }: Broadcast): number {
  return Buffer.byteLength(origin) + Buffer.byteLength(topic) + body.length + FRAME_BYTES
}

/** Tags, lengths and numbers of a broadcast, at their longest. */
const FRAME_BYTES = 28
const NO_DATAGRAM = { topic: '', body: new Uint8Array(0) }
const NOTHING = { broadcasts: [], facts: [], all: false }

/** What decoding brings: fields that were left out have their default values. */
type WireBroadcast = Omit<Broadcast, 'origin'> & { readonly origin: Uint8Array }
type WireFacts = Omit<Facts, 'owner'> & { readonly owner: Uint8Array; readonly facts: Fact[] }

function wireBroadcast({ origin, ...rest }: Broadcast): gyre.Broadcast.$Properties {
  return { origin: Buffer.from(origin), ...rest }
}

function ownBroadcast({ origin, run, sequence, topic, body }: WireBroadcast): Broadcast {
  return { origin: Buffer.from(origin).toString(), run, sequence, topic, body }
}

function wireFacts({ owner, ...rest }: Facts): gyre.Facts.$Properties {
  return { owner: Buffer.from(owner), ...rest, facts: [...rest.facts] }
}

function ownFacts({ owner, run, since, upto, facts }: WireFacts): Facts {
  return { owner: Buffer.from(owner).toString(), run, since, upto, facts }
}
