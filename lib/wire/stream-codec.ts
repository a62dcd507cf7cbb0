import { gyre } from '#proto/gyre'
import type { SyncAnswer, SyncClose, SyncOffer } from '../core/index.js'
import { decoded } from './decoded.js'

/** A ping where datagrams may be eaten; the target's id in UTF-8. */
export interface StreamPing {
  readonly sequence: number
  readonly target: Uint8Array
}

/** One message on a stream, as `StreamMessage` of proto/gyre.proto has it. */
export type StreamMessage =
  | { readonly offer: SyncOffer }
  | { readonly answer: SyncAnswer }
  | { readonly close: SyncClose }
  | { readonly ping: StreamPing }
  | { readonly ack: { readonly sequence: number } }
  | { readonly keyChange: KeyChange }
  | { readonly keyDone: { readonly refusal: string } }
  | { readonly watch: { readonly target: Uint8Array } }
  | { readonly watching: Record<string, never> }
  | { readonly channelOpen: ChannelOpen }
  | { readonly channelOpened: { readonly refusal: string } }
  | { readonly call: Call }
  | { readonly reply: Reply }
  | { readonly cancel: { readonly id: number } }
  | { readonly ask: { readonly about: Uint8Array } }
  | { readonly told: Told }

/** What a member is to do with its keys: `KeyChange` of proto/gyre.proto. */
export interface KeyChange {
  readonly op: string
  readonly key: Uint8Array
  readonly id: string
  readonly force: boolean
  /** The id of the member that is meant; empty: whoever is asked. */
  readonly target: Uint8Array
}

/** Makes a stream a channel: `ChannelOpen` of proto/gyre.proto. */
export interface ChannelOpen {
  readonly label: number
  readonly from: Uint8Array
  readonly target: Uint8Array
}

/** `Call` of proto/gyre.proto. */
export interface Call {
  readonly id: number
  readonly kind: number
  readonly topic: string
  readonly body: Uint8Array
  readonly timeoutMs: number
}

/** `Reply` of proto/gyre.proto. */
export interface Reply {
  readonly id: number
  /** Empty, or the code of an error. */
  readonly failure: string
  readonly reason: string
  readonly body: Uint8Array
}

/** What a member is, in the eyes of the one that was asked: `Told` of proto/gyre.proto. */
export interface Told {
  readonly id: string
  readonly state: string
  readonly incarnation: number
  readonly degraded: boolean
  readonly suspicion?: {
    readonly agoMs: number
    readonly leftMs: number
    readonly accusers: readonly string[]
  } | null
  readonly events: readonly {
    readonly agoMs: number
    readonly what: string
    readonly by: string
    readonly rttMs: number
  }[]
}

export function encodeStream(message: StreamMessage): Uint8Array {
  return gyre.StreamMessage.encode(message as gyre.StreamMessage.$Properties).finish()
}

/** Undefined for bytes that are no message, or one without what it needs. */
export function decodeStream(bytes: Uint8Array): StreamMessage | undefined {
  const message = decoded(() => gyre.StreamMessage.decode(bytes))
  if (message === undefined) return undefined
  const { offer, answer, body } = message
  if (offer && !offer.from) return undefined
  if (answer && !validAnswer(answer)) return undefined
  // Nothing is set in a message that only a later version knows.
  return body && ({ [body]: message[body] } as unknown as StreamMessage)
}

function validAnswer(answer: gyre.SyncAnswer.$Properties): boolean {
  return Boolean(answer.from) && (answer.refusal !== '' || answer.differing?.length === 32)
}
