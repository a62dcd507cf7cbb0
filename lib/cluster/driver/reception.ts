import type { SwimNode, SyncAnswer } from '../../core/index.js'
import { isSealed, notSealed } from '../../seal/index.js'
import type { Stream } from '../../transport/index.js'
import { answerOver } from '../keys/key-exchange.js'
import {
  decodeStream,
  encodeStream,
  type ChannelOpen,
  type KeyChange,
} from '../../wire/stream-codec.js'
import { SYNC_TIMEOUT_MS } from './syncs.js'
import type { Watches } from './watches.js'

/** What those who open streams to us may be for. */
export interface Visitors {
  /** A stream is to be a channel: serves it until it ends. */
  channel(stream: Stream, open: ChannelOpen): Promise<void>
  /** An operator asks about a member, by id; empty: about ourselves. */
  asked(about: string): unknown
  /** Somebody with a key of ours wants us to change our keys. Why not, or nothing. */
  keyChange(change: KeyChange): Promise<string>
}

/** What the reception needs of the driver. */
export interface ReceptionHost {
  readonly node: SwimNode
  readonly watches: Watches
  readonly events: Visitors
  readonly stopped: boolean
  input(run: (now: number) => number): void
}

/** Serves the streams that others open to us, each by what its first message asks for. */
export class Reception {
  private readonly host: ReceptionHost

  constructor(host: ReceptionHost) {
    this.host = host
  }

  async serve(stream: Stream): Promise<void> {
    const { host } = this
    const first = await stream.receive(SYNC_TIMEOUT_MS)
    if (first && isSealed(first)) stream.send(notSealed)
    const message = first && decodeStream(first)
    if (message && !host.stopped && host.node.started) {
      if ('offer' in message) {
        let answer: SyncAnswer | undefined
        host.input((now) => {
          answer = host.node.syncAnswer(now, message.offer)
          return host.node.schedule(now)
        })
        stream.send(encodeStream({ answer: answer as SyncAnswer }))
        const last = await stream.receive(SYNC_TIMEOUT_MS)
        const close = last && decodeStream(last)
        if (close && 'close' in close) {
          host.input((now) => host.node.syncFinish(now, close.close))
        }
      } else if ('ping' in message && this.isUs(message.ping.target)) {
        stream.send(encodeStream({ ack: { sequence: message.ping.sequence } }))
      } else if ('watch' in message && this.isUs(message.watch.target)) {
        await host.watches.serve(stream)
      } else if ('channelOpen' in message) {
        await host.events.channel(stream, message.channelOpen)
      } else if ('ask' in message) {
        const told = host.events.asked(Buffer.from(message.ask.about).toString())
        stream.send(encodeStream({ told: { text: JSON.stringify(told) } }))
      } else if ('keyChange' in message) {
        const change = (asked: KeyChange): Promise<string> => host.events.keyChange(asked)
        const isUs = (target: Uint8Array): boolean => this.isUs(target)
        await answerOver(stream, message.keyChange, SYNC_TIMEOUT_MS, isUs, change)
      }
    }
    stream.close()
  }

  private isUs(target: Uint8Array): boolean {
    const { node } = this.host
    return node.table.find(target, 0, target.length) === node.self
  }
}
