import { GyreError } from '../../base/error.js'
import { Once, type Runtime } from '../../runtime/index.js'
import type { Transport } from '../../transport/index.js'
import { decodeStream, encodeStream } from '../../wire/index.js'
import type { Roster } from '../members/roster.js'
import { Channel, type Outgoing } from './channel.js'
import { aborted } from './limits.js'

/** How long a member has to open a channel. */
const OPEN_MS = 5_000
/** A channel that has not been used for this long is closed. */
const IDLE_MS = 60_000

/** Our channels to other members, each opened when it is needed first. */
export class Channels {
  private readonly id: string
  private readonly label: number
  private readonly runtime: Runtime
  private readonly roster: Pick<Roster, 'endpointOf'>
  private readonly transport: Pick<Transport, 'connect'>
  private readonly channels = new Map<string, Promise<Channel>>()
  private readonly closingIdle: Once
  private stopped = false

  constructor(parts: {
    readonly id: string
    readonly label: number
    readonly runtime: Runtime
    readonly roster: Pick<Roster, 'endpointOf'>
    readonly transport: Pick<Transport, 'connect'>
  }) {
    this.id = parts.id
    this.label = parts.label
    this.runtime = parts.runtime
    this.roster = parts.roster
    this.transport = parts.transport
    this.closingIdle = new Once(parts.runtime, () => void this.closeIdle())
  }

  /** Calls a member. @throws GyreError `UNKNOWN_MEMBER`, `UNREACHABLE`, and as a channel does */
  async call(id: string, outgoing: Outgoing): Promise<Uint8Array> {
    const { runtime } = this
    const from = runtime.now()
    const channel = await this.open(id, outgoing)
    const timeoutMs = Math.max(1, outgoing.timeoutMs - (runtime.now() - from))
    return channel.call({ ...outgoing, timeoutMs })
  }

  /** A member is gone: calls that wait for it fail now. */
  drop(id: string): void {
    const channel = this.channels.get(id)
    this.channels.delete(id)
    channel?.then(
      (open) => open.close(),
      () => {},
    )
  }

  /** No more calls to a member; those under way are answered, or end with their stream. */
  retire(id: string): void {
    this.channels.delete(id)
  }

  stop(): void {
    this.stopped = true
    this.closingIdle.stop()
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
        fail(aborted(topic, signal))
      }
      const stopTimer = this.runtime.after(timeoutMs, () => {
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
    if (!this.stopped) this.closingIdle.after(IDLE_MS / 2)
    return opening
  }

  private async connect(id: string): Promise<Channel> {
    const endpoint = this.roster.endpointOf(id)
    if (endpoint === undefined || this.stopped) {
      throw new GyreError('UNKNOWN_MEMBER', `${id} is no live member`)
    }
    const stream = await this.transport.connect(endpoint, OPEN_MS).catch((cause: unknown) => {
      throw new GyreError('UNREACHABLE', `${id} at ${endpoint} cannot be reached`, { cause })
    })
    const [from, target] = [Buffer.from(this.id), Buffer.from(id)]
    stream.send(encodeStream({ channelOpen: { label: this.label >>> 0, from, target } }))
    const bytes = await stream.receive(OPEN_MS)
    const message = bytes && decodeStream(bytes)
    const refusal =
      message && 'channelOpened' in message ? message.channelOpened.refusal : 'silence'
    if (refusal !== '') {
      stream.close()
      throw new GyreError('UNREACHABLE', `${id} at ${endpoint} opens no channel: ${refusal}`)
    }
    const channel = new Channel(id, stream, this.runtime)
    void channel.run().then(() => this.forget(id))
    return channel
  }

  /** The channel has ended; another one may have taken its place. */
  private forget(id: string, opening = this.channels.get(id)): void {
    if (this.channels.get(id) === opening) this.channels.delete(id)
  }

  private async closeIdle(): Promise<void> {
    const now = this.runtime.now()
    for (const [id, opening] of this.channels) {
      const channel = await opening.catch(() => undefined)
      if (channel?.idle && now - channel.usedAt >= IDLE_MS) this.drop(id)
    }
    if (this.channels.size > 0 && !this.stopped) this.closingIdle.after(IDLE_MS / 2)
  }
}
