import { GyreError } from '../../base/error.js'
import type { Endpoint } from '../../core/index.js'
import type { Stream } from '../../transport/index.js'
import type { Runtime } from '../../runtime/runtime.js'
import { decodeStream, encodeStream } from '../../wire/stream-codec.js'
import { Channel, type Outgoing } from './channel.js'

/** How long a member has to open a channel. */
const OPEN_MS = 5_000
/** A channel that nobody uses for so long is closed. */
const IDLE_MS = 60_000

/** What channels need of the cluster. */
export interface ChannelsHost {
  readonly runtime: Runtime
  readonly id: string
  readonly label: number
  /** Where a live member is reached; undefined: there is none of this id. */
  endpointOf(id: string): Endpoint | undefined
  connect(endpoint: Endpoint, timeoutMs: number): Promise<Stream>
}

/** Our channels to other members, each opened when it is needed first. */
export class Channels {
  private readonly host: ChannelsHost
  private readonly channels = new Map<string, Promise<Channel>>()
  private cancel: () => void = () => {}
  private stopped = false

  constructor(host: ChannelsHost) {
    this.host = host
  }

  /** Calls a member. @throws GyreError `UNKNOWN_MEMBER`, `UNREACHABLE`, and as a channel does */
  async call(id: string, outgoing: Outgoing): Promise<Uint8Array> {
    const { runtime } = this.host
    const from = runtime.now()
    const channel = await this.open(id, outgoing)
    const timeoutMs = Math.max(1, outgoing.timeoutMs - (runtime.now() - from))
    return channel.call({ ...outgoing, timeoutMs })
  }

  /** A member is gone: whoever waits for it learns of it now. */
  drop(id: string): void {
    const channel = this.channels.get(id)
    this.channels.delete(id)
    channel?.then(
      (open) => open.end(),
      () => {},
    )
  }

  /** No more calls to a member; those under way are answered, or end with their stream. */
  retire(id: string): void {
    this.channels.delete(id)
  }

  stop(): void {
    this.stopped = true
    this.cancel()
    for (const id of this.channels.keys()) this.drop(id)
  }

  /** Waits for the channel no longer than for the answer. */
  private open(id: string, { topic, timeoutMs, signal }: Outgoing): Promise<Channel> {
    const opening = this.channels.get(id) ?? this.begin(id)
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        stopTimer()
        signal?.removeEventListener('abort', abort)
      }
      const fail = (error: unknown): void => {
        stop()
        reject(error)
      }
      const abort = (): void => {
        fail(new GyreError('ABORTED', `${topic}: aborted`, { cause: signal?.reason }))
      }
      const stopTimer = this.host.runtime.after(timeoutMs, () => {
        fail(new GyreError('DEADLINE', `no channel to ${id} within ${timeoutMs} ms`))
      })
      signal?.addEventListener('abort', abort)
      opening.finally(stop).then(resolve, reject)
    })
  }

  private begin(id: string): Promise<Channel> {
    const opening = this.connect(id)
    this.channels.set(id, opening)
    opening.catch(() => this.forget(id, opening))
    if (this.channels.size === 1) this.tidyLater()
    return opening
  }

  private async connect(id: string): Promise<Channel> {
    const { host } = this
    const endpoint = host.endpointOf(id)
    if (endpoint === undefined || this.stopped) {
      throw new GyreError('UNKNOWN_MEMBER', `${id} is no live member`)
    }
    const stream = await host.connect(endpoint, OPEN_MS).catch((cause: unknown) => {
      throw new GyreError('UNREACHABLE', `${id} at ${endpoint} cannot be reached`, { cause })
    })
    const [from, target] = [Buffer.from(host.id), Buffer.from(id)]
    stream.send(encodeStream({ channelOpen: { label: host.label >>> 0, from, target } }))
    const bytes = await stream.receive(OPEN_MS)
    const message = bytes && decodeStream(bytes)
    const refusal =
      message && 'channelOpened' in message ? message.channelOpened.refusal : 'silence'
    if (refusal !== '') {
      stream.close()
      throw new GyreError('UNREACHABLE', `${id} at ${endpoint} opens no channel: ${refusal}`)
    }
    const channel = new Channel(id, stream, host.runtime)
    void channel.run().then(() => this.forget(id))
    return channel
  }

  /** The channel has ended; another one may have taken its place. */
  private forget(id: string, opening = this.channels.get(id)): void {
    if (this.channels.get(id) === opening) this.channels.delete(id)
  }

  private tidyLater(): void {
    this.cancel()
    if (this.stopped) return
    this.cancel = this.host.runtime.after(IDLE_MS / 2, () => void this.tidy())
  }

  private async tidy(): Promise<void> {
    const now = this.host.runtime.now()
    for (const [id, opening] of this.channels) {
      const channel = await opening.catch(() => undefined)
      if (channel?.idle && now - channel.usedAt >= IDLE_MS) this.drop(id)
    }
    if (this.channels.size > 0) this.tidyLater()
  }
}
