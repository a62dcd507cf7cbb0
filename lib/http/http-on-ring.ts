import { Agent, type IncomingMessage, type ServerResponse } from 'node:http'
import { GyreError } from '../base/error.js'
import type { ClusterRing, Member, Own } from '../cluster/index.js'
import type { RingKey } from '../ring/index.js'
import { headersOf, HOPS_HEADER, MISDIRECTED, OWNER_HEADER, passOn } from './passing-on.js'

/** Answers a request whose key we own; the slot goes to nobody else before it has. */
export type HttpHandler = (request: IncomingMessage, response: ServerResponse, own: Own) => unknown

export interface HttpOnRingOptions {
  /** What a request is about. */
  readonly keyOf: (request: IncomingMessage) => RingKey
  /** Where a member serves HTTP: `host:port`; out of its metadata, say. */
  readonly addressOf: (member: Member) => string
  /**
   * How long to look for an owner that answers, in milliseconds; then 503. 1…3,600,000.
   * @default 10,000
   */
  readonly timeoutMs?: number
  /**
   * Bodies up to so many bytes are kept until they are answered, so that the request can be sent again
   * where it was refused; longer ones are streamed, and sent once. 0…16 MiB.
   * @default 65,536
   */
  readonly keptBytes?: number
  /** @default one for each call of `httpOnRing` that keeps connections alive */
  readonly agent?: Agent
}

const PAUSE_MS = 5
const PAUSE_MS_MAX = 50

/**
 * A listener for `node:http`: requests whose key is ours go to the handler, others on to the owner, with
 * their bodies and answers streamed. One that was refused, or whose owner could not be reached, is tried
 * again; one that may have been handled only if it is GET, HEAD, PUT, DELETE or OPTIONS, which may be done
 * twice (RFC 9110, section 9.2.2).
 */
export function httpOnRing(
  ring: ClusterRing,
  options: HttpOnRingOptions,
  handler: HttpHandler,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { timeoutMs = 10_000, keptBytes = 65_536 } = options
  within('timeoutMs', timeoutMs, 1, 3_600_000)
  within('keptBytes', keptBytes, 0, 16 * 1_024 * 1_024)
  const { keyOf, addressOf, agent = new Agent({ keepAlive: true }) } = options
  const parts = { ring, keyOf, addressOf, agent, handler, timeoutMs, keptBytes }
  return async (request, response) => {
    try {
      await new Exchange(request, response, parts).run()
    } catch (error) {
      fail(response, error)
    }
  }
}

interface Parts extends Required<HttpOnRingOptions> {
  readonly ring: ClusterRing
  readonly handler: HttpHandler
}

/** One request, until it is answered. */
class Exchange {
  private readonly request: IncomingMessage
  private readonly response: ServerResponse
  private readonly parts: Parts
  private readonly control = new AbortController()
  /** Whether the answer is ours, and has begun. */
  private body: Buffer | undefined

  constructor(request: IncomingMessage, response: ServerResponse, parts: Parts) {
    this.request = request
    this.response = response
    this.parts = parts
  }

  async run(): Promise<void> {
    const { request, response, parts } = this
    const key = parts.keyOf(request)
    const passedOn = request.headers[HOPS_HEADER] !== undefined
    if (await this.here(key)) return
    if (passedOn) return this.refuse(key)
    response.on('close', () => this.control.abort())
    const length = Number(request.headers['content-length'] ?? NaN)
    const bodiless = request.method === 'GET' || request.method === 'HEAD'
    if (bodiless || length <= parts.keptBytes) this.body = await bodyOf(request)
    const endsAt = performance.now() + parts.timeoutMs
    let hint: string | undefined
    for (let pauseMs = PAUSE_MS; performance.now() < endsAt;) {
      const found = await this.elsewhere(key, hint)
      if (found === 'answered') return
      hint = typeof found === 'object' ? found.owner : undefined
      if (hint === undefined) {
        await new Promise<void>((resolve) => void setTimeout(resolve, pauseMs))
        pauseMs = Math.min(PAUSE_MS_MAX, 2 * pauseMs)
      }
      if (await this.here(key)) return
    }
    throw new GyreError('DEADLINE', `no owner has answered within ${parts.timeoutMs} ms`)
  }

  /** True: it is ours, and answered. */
  private async here(key: RingKey): Promise<boolean> {
    const { ring, handler } = this.parts
    if (!ring.owns(key)) return false
    try {
      await ring.run(key, (own) => handler(this.asIncoming(), this.response, own))
      return true
    } catch (error) {
      if (error instanceof GyreError && error.code === 'NOT_OWNER') return false
      throw error
    }
  }

  /** Asks another member; where it refuses, whom it names instead. */
  private async elsewhere(
    key: RingKey,
    hint: string | undefined,
  ): Promise<'answered' | 'again' | { readonly owner: string }> {
    const { request, response, parts } = this
    const owner = hint ?? ownerAddress(parts, key)
    if (owner === undefined) return 'again'
    const passed = await passOn(
      {
        address: owner,
        agent: parts.agent,
        method: request.method as string,
        path: request.url as string,
        headers: request.headers,
        signal: this.control.signal,
        body: this.body,
      },
      (out) => void request.pipe(out),
    )
    if (passed.error !== undefined) {
      const again = this.body !== undefined && (!passed.sent || mayBeTwice(request.method))
      if (again && !this.control.signal.aborted) return 'again'
      const cause = passed.error
      throw new GyreError('CALL_LOST', `${owner} has not answered: ${cause.message}`, { cause })
    }
    const { answer } = passed
    if (answer.statusCode === MISDIRECTED && answer.headers[OWNER_HEADER] !== undefined) {
      answer.resume()
      if (this.body === undefined) throw new GyreError('NOT_OWNER', `${owner} is not the owner`)
      const named = String(answer.headers[OWNER_HEADER])
      return named === '' || hint !== undefined ? 'again' : { owner: named }
    }
    response.writeHead(answer.statusCode as number, headersOf(answer))
    await new Promise<void>((resolve) => {
      answer.pipe(response)
      response.on('close', resolve)
      answer.on('error', () => response.destroy())
    })
    return 'answered'
  }

  private refuse(key: RingKey): void {
    const { request, response, parts } = this
    request.resume()
    const owner = ownerAddress(parts, key) ?? ''
    response.writeHead(MISDIRECTED, { [OWNER_HEADER]: owner, 'content-length': 0 })
    response.end()
  }

  /** The request with its body, if that was read already. */
  private asIncoming(): IncomingMessage {
    const { request, body } = this
    if (body !== undefined && request.readableEnded) {
      return Object.assign(Object.create(request) as IncomingMessage, {
        async *[Symbol.asyncIterator]() {
          if (body.length > 0) yield body
        },
      })
    }
    return request
  }
}

function ownerAddress({ ring, addressOf }: Parts, key: RingKey): string | undefined {
  const member = ring.owner(key)?.member
  return member === undefined || member.isSelf ? undefined : addressOf(member)
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function mayBeTwice(method: string | undefined): boolean {
  return ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'].includes(method as string)
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy()
  const ours = error instanceof GyreError
  response.writeHead(ours ? 503 : 500, { 'content-type': 'text/plain' })
  response.end(ours ? `${error.code}: ${error.message}\n` : 'the handler failed\n')
}

function within(name: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return
  throw new GyreError('BAD_OPTION', `${name}: expected ${least}…${most}, got ${value}`)
}
