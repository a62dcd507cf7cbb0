import { StreamRefused, StreamUnanswered, type Stream } from '../../lib/transport/index.js'
import type { Fabric } from '../world/fabric.js'

/** First waits before a segment is sent again, doubled each time (RFC 6298): SYN, and data. */
const OPEN_RETRY_US = 1_000_000
const DATA_RETRY_US = 200_000
/** A segment that has not got through for this long breaks the stream. */
const BREAK_US = 30_000_000

/** The process at one end. */
export interface StreamEnd {
  readonly index: number
  readonly alive: boolean
  /** Whether it takes streams: its host refuses them else. */
  readonly listening: boolean
  accept(stream: VirtualStream): void
  /** The streams that it has open: its death ends them. */
  readonly streams: Set<VirtualStream>
  when(length: number, run: () => void): void
}

/** One end of a stream: messages in order, sent again when lost, and bytes that are copies. */
export class VirtualStream implements Stream {
  private readonly own: StreamEnd
  private readonly peerEnd: StreamEnd
  private readonly network: Fabric
  private peer: VirtualStream | undefined
  private readonly inbox: Uint8Array[] = []
  private waiting: ((message: Uint8Array | undefined) => void) | undefined
  private ended = false
  /** When the last segment sent will have arrived: later ones do not overtake it. */
  private busyUntil = 0

  private constructor(own: StreamEnd, peerEnd: StreamEnd, network: Fabric) {
    this.own = own
    this.peerEnd = peerEnd
    this.network = network
  }

  /** Opens a stream; rejects if that takes longer, or nobody listens there. */
  static open(
    own: StreamEnd,
    peerEnd: StreamEnd,
    network: Fabric,
    timeoutMs: number,
  ): Promise<Stream> {
    return new Promise((resolve, reject) => {
      const near = new VirtualStream(own, peerEnd, network)
      const far = new VirtualStream(peerEnd, own, network)
      near.peer = far
      far.peer = near
      own.streams.add(near)
      peerEnd.streams.add(far)
      const cancel = network.after(timeoutMs * 1_000, () => {
        own.when(0, () => reject(new StreamUnanswered('no connection in time')))
      })
      const refuse = (): void => {
        cancel()
        own.when(0, () => reject(new StreamRefused('connection refused')))
      }
      const opened = (): void => {
        cancel()
        own.when(0, () => resolve(near))
      }
      const accept = (): void => {
        if (!peerEnd.listening) {
          const delay = network.judgeStream(peerEnd.index, own.index, 0)
          return delay < 0 ? undefined : void network.after(delay, refuse)
        }
        // Its host takes the stream, also while the process stands still.
        far.carry(0, OPEN_RETRY_US, opened)
        peerEnd.when(0, () => peerEnd.accept(far))
      }
      near.carry(0, OPEN_RETRY_US, accept)
    })
  }

  send(message: Uint8Array): void {
    const bytes = message.slice()
    this.carry(bytes.length, DATA_RETRY_US, () => this.peer?.arrive(bytes))
  }

  receive(timeoutMs: number): Promise<Uint8Array | undefined> {
    const ready = this.inbox.shift()
    if (ready !== undefined || this.ended) return Promise.resolve(ready)
    return new Promise((resolve) => {
      const end = (): void => this.give(undefined)
      const forever = timeoutMs === Infinity
      const cancel = forever ? () => {} : this.network.after(timeoutMs * 1_000, end)
      this.waiting = (message) => {
        cancel()
        resolve(message)
      }
    })
  }

  close(): void {
    this.ended = true
    this.own.streams.delete(this)
    this.carry(0, DATA_RETRY_US, () => this.peer?.end())
  }

  /** The process at this end is gone; its system tells the other end, once. */
  abort(): void {
    const { network, own, peerEnd } = this
    const delay = network.judgeStream(own.index, peerEnd.index, 0)
    if (delay >= 0) network.after(delay, () => this.peer?.end())
  }

  private arrive(bytes: Uint8Array): void {
    this.own.when(bytes.length, () => {
      if (this.waiting === undefined) this.inbox.push(bytes)
      else this.give(bytes)
    })
  }

  private end(): void {
    this.own.when(0, () => {
      this.ended = true
      this.give(undefined)
    })
  }

  private give(message: Uint8Array | undefined): void {
    const { waiting } = this
    this.waiting = undefined
    this.own.when(0, () => waiting?.(message))
  }

  /** Takes a segment across, again and again until it gets through. */
  private carry(length: number, retryUs: number, arrived: () => void): void {
    const { network, own, peerEnd } = this
    const since = network.time
    const attempt = (waitUs: number): void => {
      if (!own.alive) return
      const delay = network.judgeStream(own.index, peerEnd.index, length)
      if (delay >= 0) {
        this.busyUntil = Math.max(this.busyUntil, network.time + delay)
        network.after(this.busyUntil - network.time, arrived)
      } else if (network.time - since < BREAK_US) network.after(waitUs, () => attempt(2 * waitUs))
    }
    attempt(retryUs)
  }
}
