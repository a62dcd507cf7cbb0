import type { SyncAnswer, SyncOffer } from '../../core/index.js'
import { isSealed, notSealed } from '../../seal/index.js'
import type { Stream } from '../../transport/index.js'
import {
  decodeStream,
  encodeStream,
  type ChannelOpen,
  type KeyChange,
  type StreamMessage,
  type Told,
} from '../../wire/index.js'
import type { EngineLoop } from './engine-loop.js'
import { answerOver } from './key-exchange.js'
import type { SilentStreams } from './silent-streams.js'
import { SYNC_TIMEOUT_MS } from './syncs.js'

/** What a stream that another process opened may ask of us, beside the protocol itself. */
export interface StreamServices {
  /** The stream is to be a channel: serves it until it ends. */
  channel(stream: Stream, open: ChannelOpen): Promise<void>
  /** An operator asks about a member, by id; empty: about ourselves. */
  explain(about: string): Told
  /** A holder of one of our keys wants us to change keys. Resolves with the reason why not, or ''. */
  keyChange(change: KeyChange): Promise<string>
}

/** Serves the streams that others open to us, each by what its first message asks for. */
export class Reception {
  private readonly loop: EngineLoop
  private readonly silentStreams: SilentStreams
  private readonly services: StreamServices

  constructor(parts: {
    readonly loop: EngineLoop
    readonly silentStreams: SilentStreams
    readonly services: StreamServices
  }) {
    this.loop = parts.loop
    this.silentStreams = parts.silentStreams
    this.services = parts.services
  }

  /** Serves one stream, and closes it. */
  async serve(stream: Stream): Promise<void> {
    const first = await stream.receive(SYNC_TIMEOUT_MS)
    if (first && isSealed(first)) stream.send(notSealed)
    const message = first && decodeStream(first)
    if (message && !this.loop.stopped && this.loop.node.started) await this.handle(stream, message)
    stream.close()
  }

  private async handle(stream: Stream, message: StreamMessage): Promise<void> {
    const { services } = this
    if ('offer' in message) await this.answerSync(stream, message.offer)
    else if ('ping' in message && this.isUs(message.ping.target)) {
      stream.send(encodeStream({ ack: { sequence: message.ping.sequence } }))
    } else if ('watch' in message && this.isUs(message.watch.target)) {
      await this.silentStreams.serve(stream)
    } else if ('channelOpen' in message) {
      await services.channel(stream, message.channelOpen)
    } else if ('ask' in message) {
      const told = services.explain(Buffer.from(message.ask.about).toString())
      stream.send(encodeStream({ told }))
    } else if ('keyChange' in message) {
      const change = (asked: KeyChange): Promise<string> => services.keyChange(asked)
      const isUs = (target: Uint8Array): boolean => this.isUs(target)
      await answerOver(stream, message.keyChange, SYNC_TIMEOUT_MS, isUs, change)
    }
  }

  private async answerSync(stream: Stream, offer: SyncOffer): Promise<void> {
    const { loop } = this
    const { node } = loop
    let answer: SyncAnswer | undefined
    loop.input((now) => {
      answer = node.syncAnswer(now, offer)
      return node.schedule(now)
    })
    stream.send(encodeStream({ answer: answer as SyncAnswer }))
    const last = await stream.receive(SYNC_TIMEOUT_MS)
    const close = last && decodeStream(last)
    if (close && 'close' in close) loop.input((now) => node.syncFinish(now, close.close))
  }

  private isUs(target: Uint8Array): boolean {
    const { node } = this.loop
    return node.table.find(target, 0, target.length) === node.self
  }
}
