import { GyreError } from '../../base/error.js'
import type { Stream } from '../../transport/index.js'
import { encodeStream, type Call, type ChannelOpen, type Reply } from '../../wire/stream-codec.js'
import { serveCalls } from './channel.js'
import { Channels, type ChannelsHost } from './channels.js'
import * as M from './message.js'
import { asTheyCome } from './gather-replies.js'
import { Spreader, type SpreaderHost } from '../spreading/spreader.js'
import * as codec from '../../wire/payload-codec.js'

/** What a request, a reliable send, a query or an answer may be long. */
export const CALL_BODY_BYTES_MAX: number = 8 * 1_024 * 1_024
/** Members that a query asks at one time. */
const QUERY_AT_ONCE = 64
const TIMEOUT_MS = 5_000
const TIMEOUT_MS_MAX = 3_600_000

const KIND = { request: 0, send: 1, query: 2, own: 3 } as const
const KINDS: readonly M.MessageKind[] = ['request', 'send', 'query']
const NO_BYTES = new Uint8Array(0)
const NO_FAILURE = { failure: '', reason: '' }

/** What messages need of the cluster. */
export interface MessengerHost
  extends Omit<ChannelsHost, 'endpointOf'>, Omit<SpreaderHost, 'counters' | 'call' | 'handle'> {
  /** A handler threw. */
  fault(error: unknown): void
  /** A message of a ring's. False: there is no such ring here. */
  ring(from: string, packet: NonNullable<codec.HeardPacket['ring']>): boolean
}

/**
 * Messages between members, each for the handler of its topic. To one member in a datagram, or over
 * a channel; to all by gossip of their own, in datagrams of their own: neither can starve the news of
 * who is alive, nor be starved by it.
 */
export class Messenger {
  readonly counters: M.MessageCounters = M.newMessageCounters()
  readonly spreader: Spreader
  private readonly host: MessengerHost
  private readonly handlers = new Map<string, M.Handler>()
  private readonly channels: Channels
  private readonly ending = new AbortController()

  constructor(host: MessengerHost) {
    this.host = host
    const { peers } = host
    this.channels = new Channels({ ...host, endpointOf: (id) => peers.endpointOf(id) })
    const { counters, channels } = this
    this.spreader = new Spreader({
      ...host,
      counters,
      call: (to, topic, body) => {
        const options = { kind: KIND.own, topic, body, signal: undefined, timeoutMs: TIMEOUT_MS }
        return channels.call(to, options)
      },
      handle: ({ origin, topic, body }) => void this.handleHere(topic, body, origin, 'broadcast'),
    })
  }

  /** @throws GyreError `BAD_OPTION` for a bad topic, or one that has a handler already */
  handle(topic: string, handler: M.Handler): () => void {
    checkTopic(topic)
    if (this.handlers.has(topic)) throw bad(`the topic ${topic} has a handler already`)
    this.handlers.set(topic, handler)
    return () => void this.handlers.delete(topic)
  }

  async send(to: string, topic: string, body: Uint8Array, options: M.SendOptions): Promise<void> {
    checkTopic(topic)
    if (options.reliable) {
      await this.call(to, KIND.send, topic, body, options)
      return
    }
    checkBody(topic, body, this.datagramBytesMax(topic))
    this.counters.messagesSent++
    if (to === this.host.id) {
      await this.handleHere(topic, body.slice(), to, 'send')
    } else {
      this.knownPeer(to)
      this.host.post(to, codec.encodeUserPacket({ datagram: { topic, body } }))
    }
  }

  request(
    to: string,
    topic: string,
    body: Uint8Array,
    options: M.CallOptions,
  ): Promise<Uint8Array> {
    return this.call(to, KIND.request, topic, body, options)
  }

  broadcast(topic: string, body: Uint8Array): void {
    checkTopic(topic)
    checkBody(topic, body, this.datagramBytesMax(topic) - 2 * this.host.id.length)
    this.spreader.publish(topic, body)
    this.counters.broadcastsSent++
    void this.handleHere(topic, body.slice(), this.host.id, 'broadcast')
  }

  /** Answers as they come; it ends with the last one, and whoever stops listening stops asking. */
  query(topic: string, body: Uint8Array, options: M.QueryOptions): AsyncGenerator<M.Answer> {
    const { filter = () => true, signal, ...others } = options
    checkTopic(topic)
    checkBody(topic, body, CALL_BODY_BYTES_MAX)
    checkTimeout(options.timeoutMs)
    const control = new AbortController()
    const either = signal ? AbortSignal.any([signal, control.signal]) : control.signal
    const asked = this.host.peers.live().filter(filter)
    const ask = async ({ id: member }: { readonly id: string }): Promise<M.Answer> => {
      try {
        const call = { ...others, signal: either }
        return { member, body: await this.call(member, KIND.query, topic, body, call) }
      } catch (error) {
        return { member, error: error as Error }
      }
    }
    return asTheyCome(asked, ask, QUERY_AT_ONCE, () => control.abort())
  }

  /** A user packet has come from a live member. */
  receive(from: string, bytes: Uint8Array): void {
    const packet = codec.decodeUserPacket(bytes)
    if (packet === undefined) {
      this.counters.messagesUnhandled++
      return
    }
    const { topic, body } = packet.datagram
    if (topic !== '') void this.handleHere(topic, body, from, 'send')
    if (packet.ring && !this.host.ring(from, packet.ring)) this.counters.messagesUnhandled++
    this.spreader.receive(from, packet)
  }

  /** A stream whose opener wants it to be a channel. */
  async serve(stream: Stream, { label, from, target }: ChannelOpen): Promise<void> {
    const caller = Buffer.from(from).toString()
    const refusal = this.refusalOf(label, caller, Buffer.from(target).toString())
    stream.send(encodeStream({ channelOpened: { refusal } }))
    if (refusal !== '') return
    await serveCalls(stream, this.host.runtime, (call, signal) => this.answer(call, caller, signal))
  }

  /** A member is faulty, has left, or is known no more. One that leaves still answers for a moment. */
  gone(id: string, forgotten: boolean, left: boolean = false): void {
    if (left) this.channels.retire(id)
    else this.channels.drop(id)
    if (forgotten) this.spreader.forget(id)
  }

  stop(): void {
    this.ending.abort()
    this.channels.stop()
    this.spreader.stop()
  }

  private async call(
    to: string,
    kind: number,
    topic: string,
    body: Uint8Array,
    { timeoutMs = TIMEOUT_MS, signal }: M.CallOptions,
  ): Promise<Uint8Array> {
    checkTopic(topic)
    checkBody(topic, body, CALL_BODY_BYTES_MAX)
    checkTimeout(timeoutMs)
    if (signal?.aborted) throw aborted(topic, signal)
    this.counters.messagesSent++
    try {
      if (to !== this.host.id) {
        return await this.channels.call(to, { kind, topic, body, timeoutMs, signal })
      }
      const own = { id: 0, kind, topic, body: body.slice(), timeoutMs }
      const { failure, reason, body: reply } = await this.answer(own, to, this.ending.signal)
      if (failure !== '') throw new GyreError(failure as 'NO_HANDLER', reason)
      return reply
    } catch (error) {
      this.counters.callsFailed++
      throw error
    }
  }

  private async answer(call: Call, from: string, signal: AbortSignal): Promise<Omit<Reply, 'id'>> {
    const { kind, topic, body } = call
    if (kind === KIND.own) return { ...NO_FAILURE, body: this.spreader.answer(topic, body) }
    const handler = this.handlers.get(topic)
    if (handler === undefined) return failed('NO_HANDLER', `no handler for ${topic}`)
    this.counters.messagesReceived++
    try {
      const reply = await handler({ topic, body, from, kind: KINDS[kind] ?? 'request', signal })
      const bytes = reply ?? NO_BYTES
      if (!(bytes instanceof Uint8Array)) throw new TypeError('expected a Uint8Array as the answer')
      if (bytes.length <= CALL_BODY_BYTES_MAX) return { ...NO_FAILURE, body: bytes }
      return failed('MESSAGE_TOO_LARGE', `the answer to ${topic} has ${bytes.length} bytes`)
    } catch (error) {
      if (error instanceof GyreError && error.code === 'BUSY') return failed('BUSY', error.message)
      this.host.fault(error)
      return failed('HANDLER_FAILED', error instanceof Error ? error.message : String(error))
    }
  }

  /** A message that nobody answers. */
  private async handleHere(
    topic: string,
    body: Uint8Array,
    from: string,
    kind: M.MessageKind,
  ): Promise<void> {
    const handler = this.handlers.get(topic)
    if (handler === undefined) {
      this.counters.messagesUnhandled++
      return
    }
    this.counters.messagesReceived++
    try {
      await handler({ topic, body, from, kind, signal: this.ending.signal })
    } catch (error) {
      this.host.fault(error)
    }
  }

  private refusalOf(label: number, caller: string, target: string): string {
    if ((label | 0) !== this.host.label) return 'another cluster'
    if (target !== this.host.id) return `this is ${this.host.id}`
    if (this.host.peers.isLive(caller)) return ''
    return `${caller} is no live member here`
  }

  private knownPeer(id: string): void {
    if (this.host.peers.isLive(id)) return
    throw new GyreError('UNKNOWN_MEMBER', `${id} is no live member`)
  }

  private datagramBytesMax(topic: string): number {
    return this.host.node.messageBytesMax - Buffer.byteLength(topic) - DATAGRAM_FRAME_BYTES
  }
}

/** Tags, lengths and numbers around a body in a datagram, at their longest. */
const DATAGRAM_FRAME_BYTES = 40

function failed(failure: string, reason: string): Omit<Reply, 'id'> {
  return { failure, reason, body: NO_BYTES }
}

function checkTopic(topic: unknown): void {
  if (codec.validTopic(topic)) return
  throw bad(`expected a topic of 1…128 bytes, got ${JSON.stringify(topic)}`)
}

function checkBody(topic: string, body: unknown, most: number): void {
  if (!(body instanceof Uint8Array)) throw bad(`${topic}: expected a Uint8Array`)
  if (body.length <= most) return
  const message = `${topic}: expected at most ${most} bytes, got ${body.length}`
  throw new GyreError('MESSAGE_TOO_LARGE', message)
}

function checkTimeout(timeoutMs = TIMEOUT_MS): void {
  if (timeoutMs >= 1 && timeoutMs <= TIMEOUT_MS_MAX) return
  throw bad(`timeoutMs: expected 1…${TIMEOUT_MS_MAX}, got ${String(timeoutMs)}`)
}

function aborted(topic: string, signal: AbortSignal): GyreError {
  return new GyreError('ABORTED', `${topic}: aborted`, { cause: signal.reason })
}

function bad(message: string): GyreError {
  return new GyreError('BAD_OPTION', message)
}
