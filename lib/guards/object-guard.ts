import { GyreError } from '../base/error.js'
import { checkToken, staleToken } from './token.js'

export interface ObjectGuardOptions {
  /** What speaks to the store, and signs where that is asked for. By default the global `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  /**
   * The header that keeps the token with the object: one that the store gives back with it.
   * @default 'x-amz-meta-gyre-token', as S3 and what speaks like it have it
   */
  readonly tokenHeader?: string
  /**
   * How often a write is tried that others have overtaken. Range 1…100.
   * @default 8
   */
  readonly tries?: number
}

/** Writes objects over HTTP that refuse lower tokens than they have seen. */
export interface ObjectGuard {
  /**
   * Writes an object unless a higher token has written it: looks at its ETag and token, then writes
   * under the condition that it is still the same (`If-Match`, RFC 9110 §13.1.1), and looks again if
   * it is not. The store must check conditions on PUT, and its ETags must change with each write.
   * Where they are hashes of the contents alone (S3 without KMS, MinIO), put the token into the contents
   * too: else whoever is late may pass over a newer write that left them as they had been. An
   * object that is deleted forgets its token.
   * @param body sent again with each try: no stream.
   * @returns the store's answer to the write, or to the look if that went wrong, whatever its status.
   * @throws GyreError `STALE_TOKEN`; `BUSY` if others overtook each try; `BAD_OPTION`, also where
   *   the store gives no strong ETag
   */
  put(
    url: string,
    body: string | Uint8Array,
    token: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
}

/** Precondition failed; and S3's "conflicting conditional operation is under way". */
const OVERTAKEN: ReadonlySet<number> = new Set([412, 409])

/** @throws GyreError `BAD_OPTION` */
export function objectGuard({
  fetch: send = fetch,
  tokenHeader = 'x-amz-meta-gyre-token',
  tries = 8,
}: ObjectGuardOptions = {}): ObjectGuard {
  if (!Number.isInteger(tries) || tries < 1 || tries > 100) {
    throw new GyreError('BAD_OPTION', `tries: expected a whole number in 1…100, got ${tries}`)
  }
  return {
    async put(url, body, token, headers = {}) {
      checkToken(token)
      for (let i = 0; i < tries; i++) {
        const held = await send(url, { method: 'HEAD' })
        if (!held.ok && held.status !== 404) return held
        const seen = held.headers.get(tokenHeader)
        if (seen !== null) checkToken(seen)
        if (seen !== null && BigInt(seen) > BigInt(token)) throw staleToken(url, token, seen)
        const unchanged: Record<string, string> = held.ok
          ? { 'if-match': etagOf(url, held) }
          : { 'if-none-match': '*' }
        const written = await send(url, {
          method: 'PUT',
          body: body as string,
          headers: { ...headers, ...unchanged, [tokenHeader]: token },
        })
        if (!OVERTAKEN.has(written.status)) return written
      }
      throw new GyreError('BUSY', `${url} was written by others before each of ${tries} tries`)
    },
  }
}

function etagOf(url: string, { headers }: Response): string {
  const etag = headers.get('etag')
  if (etag?.startsWith('"')) return etag
  throw new GyreError('BAD_OPTION', `${url}: expected a store with strong ETags, got ${etag}`)
}
