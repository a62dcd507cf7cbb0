import { GyreError } from '../../base/error.js'
import { optionsOf, type OptionRows } from '../../base/option-rows.js'
import { hashKey, type Ring, type RingKey } from '../../ring/index.js'
import { pause } from '../../runtime/index.js'
import * as envelope from '../../wire/index.js'
import { aborted, badOption, checkTimeout, TIMEOUT_MS } from '../messages/limits.js'
import type { CallOptions, Handler } from '../messages/message.js'
import type { Answers } from './answers.js'
import type { OwnSlots, RunOptions } from './own-slots.js'
import type { Own } from './own-slot.js'
import type { RingParts } from './ring-parts.js'

/** A request as the handler of its route gets it. */
export interface RoutedRequest {
  readonly key: RingKey
  readonly body: Uint8Array
  /** The id of the member that was asked first. */
  readonly from: string
  /** The slot that we own; undefined: we are a replica, and its owner is suspect. */
  readonly own: Own | undefined
  /** Aborted when the caller waits no longer, or the slot is no longer ours. */
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
   * Requests that are handled here at one time; further ones are told to come again. Range
   * 1…1,000,000.
   * @default 1,024
   */
  readonly inFlightMax?: number
}

/** Hops from member to member in a row; then we wait for news of who owns the slot. */
const HOPS_MAX = 2
/** Between two tries: at first, and at the most. */
const PAUSE_MS = 2
const PAUSE_MS_MAX = 50
/** How often a suspect owner's answer is looked for before a replica is asked. */
const LOOK_MS = 20
const NO_BYTES = new Uint8Array(0)

/** The table of a route's options. */
export const ROUTE_ROWS: OptionRows<keyof RouteOptions> = {
  idempotent: { choices: [false, true], default: false },
  hedge: { choices: [false, true], default: false },
  inFlightMax: { range: [1, 1_000_000], whole: true, default: 1_024 },
}

interface Route {
  readonly handler: RouteHandler
  readonly options: Required<RouteOptions>
  inFlight: number
}

/** Has requests handled by the owner of their key, whichever member is asked. */
export class Router {
  private readonly parts: RingParts
  private readonly name: string
  private readonly ring: Ring
  private readonly answers: Answers
  private readonly ownSlots: OwnSlots
  private readonly routes = new Map<string, Route>()
  private closed = false

  constructor(
    parts: RingParts,
    of: {
      /** The ring's. */
      readonly name: string
      readonly ring: Ring
      readonly answers: Answers
      readonly ownSlots: OwnSlots
    },
  ) {
    this.parts = parts
    this.name = of.name
    this.ring = of.ring
    this.answers = of.answers
    this.ownSlots = of.ownSlots
  }

  /** @throws GyreError `BAD_OPTION` */
  handler(name: string, handler: RouteHandler, options: RouteOptions): () => void {
    const checked = optionsOf(ROUTE_ROWS, options)
    if (checked.hedge && !checked.idempotent) throw badOption('hedge: expected idempotent too')
    const route = { handler, options: checked, inFlight: 0 }
    const serve: Handler = ({ body, from, signal }) => this.serve(route, body, from, signal)
    const stop = this.parts.messenger.handle(this.topic(name), serve)
    this.routes.set(name, route)
    return () => {
      this.routes.delete(name)
      stop()
    }
  }

  /**
   * Tries until an owner of the key has handled it, or the time is over.
   * @throws GyreError as `ClusterRing.forward`
   */
  async forward(
    name: string,
    key: RingKey,
    body: Uint8Array,
    { timeoutMs = TIMEOUT_MS, signal }: CallOptions,
  ): Promise<Uint8Array> {
    const { roster, runtime } = this.parts
    // Also where the ring has one slot, and need not hash: what cannot be a key is refused at once.
    hashKey(key)
    const slot = this.ring.slotOf(key)
    checkTimeout(timeoutMs)
    if (key instanceof Uint8Array ? key.length > envelope.KEY_BYTES_MAX : false) {
      throw badOption(`key: expected at most ${envelope.KEY_BYTES_MAX} bytes`)
    }
    const endsAt = runtime.now() + timeoutMs
    let hint: string | undefined
    let pauseMs = PAUSE_MS
    for (let hop = 0; runtime.now() < endsAt; hop++) {
      const to = hint ?? this.answers.ownerOfSlot(slot)?.member.id
      hint = undefined
      const leftMs = endsAt - runtime.now()
      if (signal?.aborted) throw aborted(`slot ${slot}`, signal)
      if (this.closed) throw new GyreError('CLOSED', `the ring ${this.name} is closed`)
      const answer =
        to !== undefined &&
        (await this.once(to, name, { key, body, hedged: false }, leftMs, signal))
      if (answer && 'handled' in answer) return answer.handled
      const elsewhere = answer && answer.refused !== to && roster.isLive(answer.refused)
      if (elsewhere && (hop + 1) % (HOPS_MAX + 1) !== 0) hint = answer.refused
      else {
        await pause(runtime, Math.max(1, Math.min(pauseMs, leftMs)))
        pauseMs = Math.min(PAUSE_MS_MAX, 2 * pauseMs)
      }
    }
    throw this.late(slot, timeoutMs)
  }

  /** Requests that are being forwarded end with `CLOSED`. */
  close(): void {
    this.closed = true
  }

  /** Asks one member. False: it cannot be reached, or is busy, and nothing was handled. */
  private async once(
    to: string,
    name: string,
    request: envelope.Forwarded,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<envelope.ForwardReply | false> {
    const options: RouteOptions = this.routes.get(name)?.options ?? {}
    try {
      if (to === this.parts.id) return await this.here(name, request, timeoutMs, signal)
      return await this.remote(to, name, request, { timeoutMs, signal }, options)
    } catch (error) {
      const { code } = error as GyreError
      if (code === 'NOT_OWNER') return { refused: '' }
      if (code === 'UNKNOWN_MEMBER' || code === 'UNREACHABLE' || code === 'BUSY') return false
      // The member has opened the ring, but has no such route yet: it is starting, or of another release.
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
  ): Promise<envelope.ForwardReply> {
    const route = this.routes.get(name)
    if (route === undefined) throw new GyreError('NO_HANDLER', `no handler for ${name}`)
    const { id: from } = this.parts
    const handled = await this.handled(route, { key, body, from }, { timeoutMs, signal })
    return { handled: handled ?? NO_BYTES }
  }

  private async remote(
    to: string,
    name: string,
    request: envelope.Forwarded,
    call: CallOptions,
    { hedge }: RouteOptions,
  ): Promise<envelope.ForwardReply> {
    const topic = this.topic(name)
    const { messenger } = this.parts
    const ask = async (member: string, hedged: boolean): Promise<envelope.ForwardReply> => {
      const bytes = envelope.encodeForwarded({ ...request, hedged })
      const answer = await messenger.request(member, topic, bytes, call)
      const reply = envelope.decodeForwardReply(answer)
      if (reply !== undefined) return reply
      messenger.counters.messagesMalformed++
      // It may have been handled all the same.
      throw new GyreError(
        'CALL_LOST',
        `${member} has answered ${name} with bytes that are no reply`,
      )
    }
    if (!hedge) return ask(to, false)
    const first = ask(to, false)
    const { roster } = this.parts
    const replicas = this.ring.owners(request.key, 2)
    const replica = replicas.find((id) => id !== to && roster.isKnown(id))
    if (replica === undefined) return first
    return this.hedged(first, to, () => ask(replica, true))
  }

  /** The first answer, or, once its member is suspect, whichever answer comes first. */
  private async hedged<T>(first: Promise<T>, to: string, second: () => Promise<T>): Promise<T> {
    const state = { over: false }
    const done = first.finally(() => (state.over = true))
    const suspected = (async (): Promise<T> => {
      const { roster, runtime } = this.parts
      while (!state.over && roster.get(to)?.state === 'alive') await pause(runtime, LOOK_MS)
      return state.over ? first : second()
    })()
    return Promise.any([done, suspected]).catch(() => first)
  }

  /** Serves a request that another member has forwarded to us. */
  private async serve(
    route: Route,
    bytes: Uint8Array,
    from: string,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    const request = envelope.decodeForwarded(bytes)
    if (request === undefined) {
      this.parts.messenger.counters.messagesMalformed++
      return envelope.encodeForwardReply({ refused: '' })
    }
    const { key, body, hedged } = request
    const { hedge } = route.options
    try {
      if (hedged && hedge) {
        const handled = await route.handler({ key, body, from, own: undefined, signal })
        return envelope.encodeForwardReply({ handled: handled ?? NO_BYTES })
      }
      const handled = await this.handled(route, { key, body, from }, { signal })
      return envelope.encodeForwardReply({ handled: handled ?? NO_BYTES })
    } catch (error) {
      if (!(error instanceof GyreError) || error.code !== 'NOT_OWNER') throw error
      const owner = this.answers.ownerOfSlot(this.ring.slotOf(key))?.member.id
      return envelope.encodeForwardReply({ refused: owner ?? '' })
    }
  }

  private async handled(
    route: Route,
    request: Pick<RoutedRequest, 'key' | 'body' | 'from'>,
    options: RunOptions,
  ): Promise<Uint8Array | void> {
    const { inFlightMax } = route.options
    if (route.inFlight >= inFlightMax) {
      throw new GyreError('BUSY', `${inFlightMax} requests are under way`)
    }
    route.inFlight++
    try {
      const slot = this.ring.slotOf(request.key)
      const work = async (own: Own): Promise<Uint8Array | void> => {
        try {
          return await route.handler({ ...request, own, signal: own.signal })
        } catch (cause) {
          const what = cause instanceof Error ? cause.message : String(cause)
          throw new GyreError('HANDLER_FAILED', what, { cause })
        }
      }
      return await this.ownSlots.run(slot, work, options)
    } finally {
      route.inFlight--
    }
  }

  private topic(route: string): string {
    // Not `ring:`, under which an earlier version took requests in another form.
    return `route:${this.name}:${route}`
  }

  private late(slot: number, timeoutMs: number): GyreError {
    const sentence = `no owner of slot ${slot} of the ring ${this.name} has answered`
    return new GyreError('DEADLINE', `${sentence} within ${timeoutMs} ms`)
  }
}
