import { GyreError } from '../base/error.js'
import type { ClusterRing, Own } from '../cluster/index.js'
import type { RingKey } from '../ring/index.js'

/** Answers a request whose key we own. */
export type FetchHandler = (request: Request, own: Own) => Response | Promise<Response>

export interface FetchOnRingOptions {
  /** What a request is about. */
  readonly keyOf: (request: Request) => RingKey
  /**
   * How long to look for an owner that answers, in milliseconds. 1…3,600,000.
   * @default 10,000
   */
  readonly timeoutMs?: number
  /** The route of the ring that requests are forwarded on: one for each handler. @default 'fetch' */
  readonly route?: string
}

/** What is forwarded: a head as JSON, its length before it, then the body. Peers' heads are checked. */
interface Head {
  readonly headers: [string, string][]
}
interface RequestHead extends Head {
  readonly url: string
  readonly method: string
}
interface AnswerHead extends Head {
  readonly status: number
}

/**
 * A fetch-style handler: requests whose key is ours go to the handler, others over the cluster's own
 * streams to the owner. Bodies are held in memory, up to 8 MiB; `httpOnRing` streams them.
 */
export function fetchOnRing(
  ring: ClusterRing,
  { keyOf, timeoutMs = 10_000, route = 'fetch' }: FetchOnRingOptions,
  handler: FetchHandler,
): (request: Request) => Promise<Response> {
  ring.handler(route, async ({ body, own, signal }) => {
    const asked = unpack(body, isRequestHead)
    if (asked === undefined) {
      ring.countMalformed()
      return pack({ status: 400, headers: [] }, new ArrayBuffer(0))
    }
    const [{ url, method, headers }, rest] = asked
    const init = { method, headers }
    const whole = rest.length > 0 ? { ...init, body: rest } : init
    const answer = await handler(new Request(url, { ...whole, signal }), own as Own)
    const { status } = answer
    return pack({ status, headers: [...answer.headers] }, await answer.arrayBuffer())
  })
  return async (request) => {
    const { url, method, signal } = request
    const bytes = pack({ url, method, headers: [...request.headers] }, await request.arrayBuffer())
    try {
      const answer = await ring.forward(route, keyOf(request), bytes, { timeoutMs, signal })
      const answered = unpack(answer, isAnswerHead)
      if (answered === undefined) {
        ring.countMalformed()
        return new Response('the owner answered with bytes that are no response\n', { status: 502 })
      }
      const [{ status, headers }, body] = answered
      return new Response(body.length > 0 ? body : null, { status, headers })
    } catch (error) {
      if (!(error instanceof GyreError)) throw error
      const failed = error.code === 'HANDLER_FAILED' ? 500 : 503
      return new Response(`${error.code}: ${error.message}\n`, { status: failed })
    }
  }
}

function pack(head: unknown, body: ArrayBuffer): Buffer {
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, text, Buffer.from(body)])
}

/** Undefined for bytes that a peer should not have sent. */
function unpack<T extends Head>(
  bytes: Uint8Array,
  isHead: (head: Partial<T>) => boolean,
): [head: T, body: Buffer<ArrayBuffer>] | undefined {
  const whole = Buffer.from(bytes)
  try {
    const end = 4 + whole.readUInt32BE(0)
    const head = JSON.parse(whole.subarray(4, end).toString()) as T
    // Throws for names and values that no header may have.
    void new Headers(head.headers)
    return isHead(head) ? [head, whole.subarray(end)] : undefined
  } catch {
    return undefined
  }
}

function isRequestHead({ url, method }: Partial<RequestHead>): boolean {
  return typeof url === 'string' && URL.canParse(url) && typeof method === 'string'
}

function isAnswerHead({ status }: Partial<AnswerHead>): boolean {
  return Number.isInteger(status) && (status as number) >= 200 && (status as number) <= 599
}
