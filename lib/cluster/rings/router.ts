import { GyreError } from '../../base/error.js'
import type { RingKey } from '../../ring/index.js'
import type { CallOptions, Handler } from '../messages/message.js'
import type { Member } from '../members/member.js'
import * as envelope from './envelope.js'
import type { RunOptions } from './holdings.js'
import type { Own } from './own-slot.js'

/** A request as the handler of its route gets it. */
export interface RoutedRequest {
  readonly key: RingKey
  readonly body: Uint8Array
  /** The id of the member that was asked first. */
  readonly from: string
  /** The slot that we own; undefined: we are a replica, and its owner is suspect. */
  readonly own: Own | undefined
  /** Aborted when nobody waits any more, or the slot is ours no more. */
  readonly signal: AbortSignal
}

export type RouteHandler = (
  request: RoutedRequest,
) => Uint8Array | void | Promise<Uint8Array | void>

export interface RouteOptions {
  /**
   * Whether a request may be handled twice. Only then it is sent again when its stream breaks.
   * @default false
   */
  readonly idempotent?: boolean
  /**
   * With `idempotent`: as soon as the owner is suspect, a replica is asked too, which handles it without
   * owning the slot.
   * @default false
   */
  readonly hedge?: boolean
  /**
   * Requests that are handled here at one time; more are told to come again. 1…1,000,000.
   * @default 1,024
   */
  readonly inFlightMax?: number
}

/** What a router needs of its ring. */
export interface RouterHost {
  readonly id: string
  readonly name: string
  readonly viewHash: string
  slotOf(key: RingKey): number
  /** Who acts for a slot now, as far as we know. */
  ownerOfSlot(slot: number): { readonly member: Member } | undefined
  owners(key: RingKey, count: number): Member[]
  runSlot<T>(slot: number, work: (own: Own) => T | Promise<T>, options: RunOptions): Promise<T>
  member(id: string): Member | undefined
  handle(topic: string, handler: Handler): () => void
  request(to: string, topic: string, body: Uint8Array, options: CallOptions): Promise<Uint8Array>
  now(): number
  after(ms: number, callback: () => void): () => void
}

/** From member to member in a row; then we wait for news of who owns it. */
const HOPS_MAX = 2
/** Between two tries: at first, and at the most. */
const PAUSE_MS = 2
const PAUSE_MS_MAX = 50
/** How often a suspect owner's answer is looked for before a replica is asked. */
const LOOK_MS = 20
const TIMEOUT_MS = 5_000
const NO_BYTES = new Uint8Array(0)

interface Route {
  readonly handler: RouteHandler
  readonly options: RouteOptions
  inFlight: number
}

/** Has requests handled by the owner of their key, whichever member is asked. */
export class Router {
  private readonly host: RouterHost
  private readonly routes = new Map<string, Route>()

  constructor(host: RouterHost) {
    this.host = host
  }

  /** @throws GyreError `BAD_OPTION` */
  handler(name: string, handler: RouteHandler, options: RouteOptions): () => void {
    const { inFlightMax = 1_024, hedge = false, idempotent = false } = options
    if (!(Number.isInteger(inFlightMax) && inFlightMax >= 1 && inFlightMax <= 1e6)) {
      throw bad(`inFlightMax: expected a whole number in 1…1000000, got ${inFlightMax}`)
    }
    if (hedge && !idempotent) throw bad('hedge: expected idempotent too')
    const route = { handler, options, inFlight: 0 }
    const stop = this.host.handle(this.topic(name), ({ body, from, signal }) => {
      return this.serve(name, route, body, from, signal)
    })
    this.routes.set(name, route)
    return () => {
      this.routes.delete(name)
      stop()
    }
  }

  /**
   * Tries until somebody who owns the key has handled it, or the time is over.
   * @throws GyreError as `ClusterRing.forward`
   */
  async forward(
    name: string,
    key: RingKey,
    body: Uint8Array,
    { timeoutMs = TIMEOUT_MS, signal }: CallOptions,
  ): Promise<Uint8Array> {
    const slot = this.host.slotOf(key)
    if (!(timeoutMs >= 1 && timeoutMs <= 3_600_000)) {
      throw bad(`timeoutMs: expected 1…3600000, got ${timeoutMs}`)
    }
    if (key instanceof Uint8Array ? key.length > envelope.KEY_BYTES_MAX : false) {
      throw bad(`key: expected at most ${envelope.KEY_BYTES_MAX} bytes`)
    }
    const endsAt = this.host.now() + timeoutMs
    let hint: string | undefined
    let pauseMs = PAUSE_MS
    for (let hop = 0; this.host.now() < endsAt; hop++) {
      const to = hint ?? this.host.ownerOfSlot(slot)?.member.id
      hint = undefined
      const leftMs = endsAt - this.host.now()
      if (signal?.aborted) throw aborted(slot, signal)
      const answer =
        to !== undefined &&
        (await this.once(to, name, { key, body, hedged: false }, leftMs, signal))
      if (answer instanceof Uint8Array) return answer
      const elsewhere = answer !== false && answer.owner !== to ? answer.owner : undefined
      if (elsewhere !== undefined && (hop + 1) % (HOPS_MAX + 1) !== 0) hint = elsewhere
      else {
        await this.pause(Math.min(pauseMs, leftMs))
        pauseMs = Math.min(PAUSE_MS_MAX, 2 * pauseMs)
      }
    }
    throw this.late(slot, timeoutMs)
  }

  /** Asks one member. False: it was not there, or is busy, and nothing was handled. */
  private async once(
    to: string,
    name: string,
    request: envelope.Forwarded,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array | envelope.Refused | false> {
    const options: RouteOptions = this.routes.get(name)?.options ?? {}
    try {
      if (to === this.host.id) return await this.here(name, request, timeoutMs, signal)
      return await this.remote(to, name, request, { timeoutMs, signal }, options)
    } catch (error) {
      const { code } = error as GyreError
      if (code === 'NOT_OWNER') return { owner: undefined, hash: '' }
      if (code === 'UNKNOWN_MEMBER' || code === 'UNREACHABLE' || code === 'BUSY') return false
      // The member has the ring, and not this route yet: it is starting, or of another release.
      if (code === 'NO_HANDLER' && timeoutMs > PAUSE_MS_MAX) return false
      if (code === 'CALL_LOST' && options.idempotent) return false
      throw error
    }
  }

  private async here(
    name: string,
    { key, body }: envelope.Forwarded,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> {
    const route = this.routes.get(name)
    if (route === undefined) throw new GyreError('NO_HANDLER', `no handler for ${name}`)
    const { id: from } = this.host
    return (await this.handled(route, { key, body, from }, { timeoutMs, signal })) ?? NO_BYTES
  }

  private async remote(
    to: string,
    name: string,
    request: envelope.Forwarded,
    call: CallOptions,
    { hedge }: RouteOptions,
  ): Promise<Uint8Array | envelope.Refused> {
    const topic = this.topic(name)
    const ask = async (member: string, hedged: boolean): Promise<Uint8Array | envelope.Refused> => {
      const bytes = envelope.encodeForwarded({ ...request, hedged })
      return envelope.decodeAnswer(await this.host.request(member, topic, bytes, call))
    }
    if (!hedge) return ask(to, false)
    const first = ask(to, false)
    const replica = this.host.owners(request.key, 2).find(({ id }) => id !== to)
    if (replica === undefined) return first
    return this.hedged(first, to, () => ask(replica.id, true))
  }

  /** The first answer, or, once its member is suspect, whichever answer comes first. */
  private async hedged<T>(first: Promise<T>, to: string, second: () => Promise<T>): Promise<T> {
    const state = { over: false }
    const done = first.finally(() => (state.over = true))
    const suspected = (async (): Promise<T> => {
      while (!state.over && this.host.member(to)?.state === 'alive') await this.pause(LOOK_MS)
      return state.over ? first : second()
    })()
    return Promise.any([done, suspected]).catch(() => first)
  }

  /** The other side. */
  private async serve(
    name: string,
    route: Route,
    bytes: Uint8Array,
    from: string,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    const request = envelope.decodeForwarded(bytes)
    if (request === undefined) throw bad(`${name}: expected a forwarded request`)
    const { key, body, hedged } = request
    const { hedge } = route.options
    try {
      if (hedged && hedge) {
        const own = undefined
        return envelope.encodeHandled(await route.handler({ key, body, from, own, signal }))
      }
      return envelope.encodeHandled(await this.handled(route, { key, body, from }, { signal }))
    } catch (error) {
      if (!(error instanceof GyreError) || error.code !== 'NOT_OWNER') throw error
      const owner = this.host.ownerOfSlot(this.host.slotOf(key))?.member.id
      return envelope.encodeRefused({ owner, hash: this.host.viewHash })
    }
  }

  private async handled(
    route: Route,
    request: Pick<RoutedRequest, 'key' | 'body' | 'from'>,
    options: RunOptions,
  ): Promise<Uint8Array | void> {
    const { inFlightMax = 1_024 } = route.options
    if (route.inFlight >= inFlightMax) {
      throw new GyreError('BUSY', `${inFlightMax} requests are under way`)
    }
    route.inFlight++
    try {
      const slot = this.host.slotOf(request.key)
      const work = async (own: Own): Promise<Uint8Array | void> => {
        try {
          return await route.handler({ ...request, own, signal: own.signal })
        } catch (cause) {
          const what = cause instanceof Error ? cause.message : String(cause)
          throw new GyreError('HANDLER_FAILED', what, { cause })
        }
      }
      return await this.host.runSlot(slot, work, options)
    } finally {
      route.inFlight--
    }
  }

  private topic(route: string): string {
    return `ring:${this.host.name}:${route}`
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => void this.host.after(Math.max(1, ms), resolve))
  }

  private late(slot: number, timeoutMs: number): GyreError {
    const sentence = `no owner of slot ${slot} of the ring ${this.host.name} has answered`
    return new GyreError('DEADLINE', `${sentence} within ${timeoutMs} ms`)
  }
}

function aborted(slot: number, signal: AbortSignal): GyreError {
  return new GyreError('ABORTED', `slot ${slot}: aborted`, { cause: signal.reason })
}

function bad(message: string): GyreError {
  return new GyreError('BAD_OPTION', message)
}
