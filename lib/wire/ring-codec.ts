import { gyre } from '#proto/gyre'
import { fits, type Claim, type RingMessage, type Term } from '../ownership/index.js'

/** A message of one ring, as `RingPacket` of proto/gyre.proto has it. */
export interface RingPacket {
  readonly name: string
  readonly message: RingMessage
}

const FOREVER = 0xffffffff
const SLOTS_MAX = 65_536

interface WireTerm {
  readonly termHigh: number
  readonly termLow: number
}

/** What decoding brings: fields that were left out have their default values. */
interface Wire {
  readonly name: string
  readonly claims?: { readonly claims: (WireTerm & { holder: Uint8Array; slots: number[] })[] }
  readonly digest?: {
    readonly informed: boolean
    readonly asks: boolean
    readonly parts: number[]
    readonly pages: number
  }
  readonly prepare?: { readonly move: number; readonly slots: number[] }
  readonly ready?: number
  readonly flip?: WireTerm & {
    readonly move: number
    readonly slots: number[]
    readonly remainingMs: number
    readonly giver: string
  }
  readonly taken?: number
  readonly ask?: {
    readonly round: number
    readonly wants: (WireTerm & { slots: number[] })[]
    readonly asker: string
    readonly giver: string
  }
  readonly grant?: {
    readonly round: number
    readonly slots: number[]
    readonly seenHigh: number
    readonly seenLow: number
  }
}

export function wireRing({ name, message }: RingPacket): gyre.RingPacket.$Properties {
  switch (message.kind) {
    case 'claims':
      return { name, claims: { claims: message.claims.map(wireClaim) } }
    case 'digest': {
      const { informed, asks, parts, pages } = message
      return { name, digest: { informed, asks, parts: parts.map((part) => part >>> 0), pages } }
    }
    case 'prepare':
      return { name, prepare: { move: message.move, slots: [...message.slots] } }
    case 'ready':
      return { name, ready: message.move }
    case 'flip': {
      const { move, slots, term, remainingMs, giver } = message
      const left = Math.min(FOREVER, Math.max(0, Math.floor(remainingMs)))
      return {
        name,
        flip: { move, slots: [...slots], ...wireTerm(term), remainingMs: left, giver },
      }
    }
    case 'taken':
      return { name, taken: message.move }
    case 'ask': {
      const { round, asker, giver } = message
      const wants = message.wants.map((one) => ({ ...wireTerm(one.term), slots: [...one.slots] }))
      return { name, ask: { round, wants, asker, giver } }
    }
    case 'grant': {
      const { round, slots, seen } = message
      const { termHigh: seenHigh, termLow: seenLow } = wireTerm(seen)
      return { name, grant: { round, slots: [...slots], seenHigh, seenLow } }
    }
  }
}

/** Undefined for what means nothing, or names slots beyond the 65,536 that a ring may have. */
export function ownRing(wire: gyre.RingPacket.$Properties): RingPacket | undefined {
  const packet = wire as Wire
  const message = messageOf(packet)
  if (message === undefined) return undefined
  return fits(message, SLOTS_MAX) ? { name: packet.name, message } : undefined
}

function messageOf(packet: Wire): RingMessage | undefined {
  const { claims, digest, prepare, ready, flip, taken, ask, grant } = packet
  if (claims) return { kind: 'claims', claims: claims.claims.map(ownClaim) }
  if (digest) {
    const { informed, asks, parts, pages } = digest
    return { kind: 'digest', informed, asks, parts: parts.map((part) => part | 0), pages }
  }
  if (prepare) return { kind: 'prepare', move: prepare.move, slots: prepare.slots }
  if (flip) {
    const { move, slots, remainingMs, giver } = flip
    const left = remainingMs === FOREVER ? Infinity : remainingMs
    return { kind: 'flip', move, slots, term: ownTerm(flip), remainingMs: left, giver }
  }
  if (ask) {
    const { round, asker, giver } = ask
    const wants = ask.wants.map((one) => ({ term: ownTerm(one), slots: one.slots }))
    return { kind: 'ask', round, wants, asker, giver }
  }
  if (grant) {
    const { round, slots, seenHigh: termHigh, seenLow: termLow } = grant
    return { kind: 'grant', round, slots, seen: ownTerm({ termHigh, termLow }) }
  }
  if (ready) return { kind: 'ready', move: ready }
  return taken ? { kind: 'taken', move: taken } : undefined
}

function wireTerm(term: Term): WireTerm {
  return { termHigh: Number(term >> 32n), termLow: Number(BigInt.asUintN(32, term)) }
}

function ownTerm({ termHigh, termLow }: WireTerm): Term {
  return (BigInt(termHigh & 0x7fffffff) << 32n) | BigInt(termLow)
}

function wireClaim({ holder, term, slots }: Claim): gyre.RingClaim.$Properties {
  return { holder: Buffer.from(holder ?? ''), ...wireTerm(term), slots: [...slots] }
}

function ownClaim(claim: WireTerm & { holder: Uint8Array; slots: number[] }): Claim {
  const holder = Buffer.from(claim.holder).toString()
  return { holder: holder === '' ? undefined : holder, term: ownTerm(claim), slots: claim.slots }
}
