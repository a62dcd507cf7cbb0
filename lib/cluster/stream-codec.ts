import { gyre } from '#proto/gyre'
import type { SyncAnswer, SyncClose, SyncOffer } from '../core/index.js'

/** One message on a stream, as `StreamMessage` of proto/gyre.proto has it. */
export type StreamMessage =
  | { readonly offer: SyncOffer }
  | { readonly answer: SyncAnswer }
  | { readonly close: SyncClose }
  | { readonly ping: { readonly sequence: number; readonly target: Uint8Array } }
  | { readonly ack: { readonly sequence: number } }
  | { readonly keyChange: KeyChange }
  | { readonly keyDone: { readonly refusal: string } }
  | { readonly watch: { readonly target: Uint8Array } }
  | { readonly watching: Record<string, never> }

/** What a member is to do with its keys: `KeyChange` of proto/gyre.proto. */
export interface KeyChange {
  readonly op: string
  readonly key: Uint8Array
  readonly id: string
  readonly force: boolean
}

export function encodeStream(message: StreamMessage): Uint8Array {
  return gyre.StreamMessage.encode(message as gyre.StreamMessage.$Properties).finish()
}

/** Undefined for bytes that are no message, or one without what it needs. */
export function decodeStream(bytes: Uint8Array): StreamMessage | undefined {
  let message: gyre.StreamMessage
  try {
    message = gyre.StreamMessage.decode(bytes)
  } catch {
    return undefined
  }
  const { offer, answer, close, ping, ack, keyChange, keyDone, watch, watching } = message
  if (offer) return offer.from ? { offer: offer as SyncOffer } : undefined
  if (answer) return validAnswer(answer) ? { answer: answer as SyncAnswer } : undefined
  if (close) return { close: close as SyncClose }
  if (ping) return { ping: ping as { sequence: number; target: Uint8Array } }
  if (keyChange) return { keyChange: keyChange as KeyChange }
  if (keyDone) return { keyDone: keyDone as { refusal: string } }
  if (watch) return { watch: watch as { target: Uint8Array } }
  if (watching) return { watching: {} }
  return ack ? { ack: ack as { sequence: number } } : undefined
}

function validAnswer(answer: gyre.SyncAnswer.$Properties): boolean {
  return Boolean(answer.from) && (answer.refusal !== '' || answer.differing?.length === 32)
}
