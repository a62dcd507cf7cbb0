import { GyreError } from '../../base/error.js'
import type { SwimNode } from '../../core/index.js'
import type { Runtime, Teller } from '../../runtime/index.js'
import type { Stream, Transport } from '../../transport/index.js'
import {
  encodeStream,
  encodeUserPacket,
  type Call,
  type ChannelOpen,
  type Reply,
} from '../../wire/index.js'
import type { Driver } from '../driver/driver.js'
import type { Roster } from '../members/roster.js'
import { serveCalls } from './channel.js'
import { Channels } from './channels.js'
import { gatherReplies } from './gather-replies.js'
import {
  aborted,
  badOption,
  CALL_BODY_BYTES_MAX,
  checkBody,
  checkTimeout,
  checkTopic,
  TIMEOUT_MS,
} from './limits.js'
import * as M from './message.js'

/** Members that a query asks at one time. */
const QUERY_AT_ONCE = 64
/** Tags, lengths and numbers around a body in a datagram, at their longest. */
const DATAGRAM_FRAME_BYTES = 40

/** What `Call.kind` says: `internal` calls are between the libraries themselves, not for users' handlers. */
const KIND = { request: 0, send: 1, query: 2, internal: 3 } as const
const KINDS: readonly M.MessageKind[] = ['request', 'send', 'query']
const NO_BYTES = new Uint8Array(0)
const NO_FAILURE = { failure: '', reason: '' }

/** Answers an internal call; never throws. */
export type InternalHandler = (body: Uint8Array) => Uint8Array

/** Messages to one member, in a datagram or over a channel, each for the handler of its topic. */
export class Messenger {
  readonly counters: M.MessageCounters = M.newMessageCounters()
  private readonly id: string
  private readonly label: number
  private readonly node: SwimNode
  private readonly runtime: Runtime
  private readonly roster: Roster
  private readonly driver: Pick<Driver, 'post'>
  private readonly teller: Teller
  private readonly handlers = new Map<string, M.Handler>()
  private readonly internal = new Map<string, InternalHandler>()
  private readonly channels: Channels
  private readonly ending = new AbortController()

  constructor(parts: {
    readonly id: string
    readonly label: number
    readonly node: SwimNode
    readonly runtime: Runtime
    readonly roster: Roster
    readonly driver: Pick<Driver, 'post'>
    readonly transport: Pick<Transport, 'connect'>
    readonly teller: Teller
  }) {
    this.id = parts.id
    this.label = parts.label
    this.node = parts.node
    this.runtime = parts.runtime
    this.roster = parts.roster
    this.driver = parts.driver
    this.teller = parts.teller
    this.channels = new Channels(parts)
  }

  /**
   * Registers the handler of a topic; returns what removes it.
   * @throws GyreError `BAD_OPTION` for a bad topic, or one that has a handler already
   */
  handle(topic: string, handler: M.Handler): () => void {
    checkTopic(topic)
    if (this.handlers.has(topic)) throw badOption(`the topic ${topic} has a handler already`)
    this.handlers.set(topic, handler)
    return () => void this.handlers.delete(topic)
  }

  /** Registers what answers calls of other members' `callInternal` with this topic. */
  handleInternal(topic: string, handler: InternalHandler): void {
    this.internal.set(topic, handler)
  }

  async send(to: string, topic: string, body: Uint8Array, options: M.SendOptions): Promise<void> {
    checkTopic(topic)
    if (options.reliable) {
      await this.call(to, KIND.send, topic, body, options)
      return
    }
    checkBody(topic, body, this.datagramBytesMax(topic))
    this.counters.messagesSent++
    if (to === this.id) await this.deliver(topic, body.slice(), to, 'send')
    else {
      this.checkLive(to)
      this.driver.post(to, encodeUserPacket({ datagram: { topic, body } }))
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

  /** Calls the internal handler of another member. @throws GyreError as a channel does */
  callInternal(to: string, topic: string, body: Uint8Array): Promise<Uint8Array> {
    const call = { kind: KIND.internal, topic, body, signal: undefined, timeoutMs: TIMEOUT_MS }
    return this.channels.call(to, call)
  }

  /** Yields answers as they come; ends with the last one, and stops asking once the caller stops reading. */
  query(topic: string, body: Uint8Array, options: M.QueryOptions): AsyncGenerator<M.Answer> {
    const { filter = () => true, signal, ...others } = options
    checkTopic(topic)
    checkBody(topic, body, CALL_BODY_BYTES_MAX)
    const { timeoutMs = TIMEOUT_MS } = options
    checkTimeout(timeoutMs)
    const control = new AbortController()
    const either = signal ? AbortSignal.any([signal, control.signal]) : control.signal
    const asked = this.roster.live().filter(filter)
    const ask = async ({ id: member }: { readonly id: string }): Promise<M.Answer> => {
      try {
        const call = { ...others, signal: either }
        return { member, body: await this.call(member, KIND.query, topic, body, call) }
      } catch (error) {
        return { member, error: error as Error }
      }
    }
    return gatherReplies(asked, ask, QUERY_AT_ONCE, () => control.abort())
  }

  /** Hands a message that expects no answer to its handler. */
  async deliver(topic: string, body: Uint8Array, from: string, kind: M.MessageKind): Promise<void> {
    const handler = this.handlers.get(topic)
    if (handler === undefined) {
      this.counters.messagesUnhandled++
      return
    }
    this.counters.messagesReceived++
    try {
      await handler({ topic, body, from, kind, signal: this.ending.signal })
    } catch (error) {
      this.teller.fault(error)
    }
  }

  /** Serves a stream whose opener wants it to be a channel. */
  async serve(stream: Stream, { label, from, target }: ChannelOpen): Promise<void> {
    const caller = Buffer.from(from).toString()
    const refusal = this.refusalOf(label, caller, Buffer.from(target).toString())
    stream.send(encodeStream({ channelOpened: { refusal } }))
    if (refusal !== '') return
    await serveCalls(stream, this.runtime, (call, signal) => this.answer(call, caller, signal))
  }

  /** A member is faulty or forgotten: calls to it fail now. One that left goes on answering for a moment. */
  disconnect(id: string, left: boolean): void {
    if (left) this.channels.retire(id)
    else this.channels.drop(id)
  }

  stop(): void {
    this.ending.abort()
    this.channels.stop()
  }

  /** The longest body of a topic that fits into a datagram. */
  datagramBytesMax(topic: string): number {
    return this.node.messageBytesMax - Buffer.byteLength(topic) - DATAGRAM_FRAME_BYTES
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
      if (to !== this.id) {
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
    if (kind === KIND.internal) {
      const answer = this.internal.get(topic)
      if (answer === undefined) return failed('NO_HANDLER', `no internal handler for ${topic}`)
      return { ...NO_FAILURE, body: answer(body) }
    }
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
      this.teller.fault(error)
      return failed('HANDLER_FAILED', error instanceof Error ? error.message : String(error))
    }
  }

  private refusalOf(label: number, caller: string, target: string): string {
    if ((label | 0) !== this.label) return 'another cluster'
    if (target !== this.id) return `this is ${this.id}`
    if (this.roster.isLive(caller)) return ''
    return `${caller} is no live member here`
  }

  private checkLive(id: string): void {
    if (this.roster.isLive(id)) return
    throw new GyreError('UNKNOWN_MEMBER', `${id} is no live member`)
  }
}

function failed(failure: string, reason: string): Omit<Reply, 'id'> {
  return { failure, reason, body: NO_BYTES }
}
