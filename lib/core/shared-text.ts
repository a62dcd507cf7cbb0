import { hash32 } from '../base/hash.js'
import { readEndpoint, type Endpoint } from '../base/endpoint.js'
import { utf8Equals, utf8Read } from '../base/utf8.js'

const PLACES = 8_192

/**
 * Strings read from bytes lately, so that the many engines of a simulation, which all read the same
 * ids and endpoints, share one copy of each. A cache of fixed size: it can only be missed.
 */
const ids: string[] = Array.from({ length: PLACES }, () => '')
const endpoints: (KnownEndpoint | undefined)[] = Array.from({ length: PLACES }, () => undefined)

interface KnownEndpoint {
  readonly bytes: Uint8Array
  readonly endpoint: Endpoint
}

/** The text of well-formed UTF-8. */
export function idFrom(bytes: Uint8Array, offset: number, length: number): string {
  const place = hash32(bytes, offset, length, 0) & (PLACES - 1)
  if (utf8Equals(ids[place], bytes, offset, length)) return ids[place]
  return (ids[place] = utf8Read(bytes, offset, length))
}

/** The endpoint that valid bytes stand for. */
export function endpointFrom(bytes: Uint8Array, offset: number, length: number): Endpoint {
  const place = hash32(bytes, offset, length, 0) & (PLACES - 1)
  const known = endpoints[place]
  if (known !== undefined && equal(known.bytes, bytes, offset, length)) return known.endpoint
  const endpoint = readEndpoint(bytes, offset, length)
  endpoints[place] = { bytes: bytes.slice(offset, offset + length), endpoint }
  return endpoint
}

function equal(known: Uint8Array, bytes: Uint8Array, offset: number, length: number): boolean {
  if (known.length !== length) return false
  for (let i = 0; i < length; i++) if (known[i] !== bytes[offset + i]) return false
  return true
}
