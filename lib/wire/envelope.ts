import { gyre } from '#proto/gyre'
import type { RingKey } from '../ring/index.js'
import { decoded } from './decoded.js'

/** A request on its way to the owner of its key: `Forwarded` of proto/gyre.proto. */
export interface Forwarded {
  readonly key: RingKey
  readonly body: Uint8Array
  /** The owner is suspect: a replica may answer. */
  readonly hedged: boolean
}

/** What became of a forwarded request: `ForwardReply` of proto/gyre.proto. */
export type ForwardReply =
  | { readonly handled: Uint8Array }
  /** Not handled. The id of the member to ask instead; '': the refuser knows of none. */
  | { readonly refused: string }

/** The longest key in a request, in bytes. */
export const KEY_BYTES_MAX = 0xffff

export function encodeForwarded({ key, body, hedged }: Forwarded): Uint8Array {
  const field =
    typeof key === 'string'
      ? { text: key }
      : typeof key === 'number'
        ? { number: key }
        : { bytes: key }
  return gyre.Forwarded.encode({ ...field, body, hedged }).finish()
}

/** Undefined for bytes that are no request, or one whose key a ring does not take. */
export function decodeForwarded(bytes: Uint8Array): Forwarded | undefined {
  const wire = decoded(() => gyre.Forwarded.decode(bytes))
  if (wire?.key === undefined) return undefined
  const key = wire[wire.key] as RingKey
  if (typeof key === 'number' && !Number.isSafeInteger(key)) return undefined
  return { key, body: wire.body as Uint8Array, hedged: wire.hedged as boolean }
}

export function encodeForwardReply(reply: ForwardReply): Uint8Array {
  return gyre.ForwardReply.encode(reply).finish()
}

/** Undefined for bytes that are no reply. */
export function decodeForwardReply(bytes: Uint8Array): ForwardReply | undefined {
  const wire = decoded(() => gyre.ForwardReply.decode(bytes))
  if (wire?.outcome === 'handled') return { handled: wire.handled as Uint8Array }
  return wire?.outcome === 'refused' ? { refused: wire.refused as string } : undefined
}
