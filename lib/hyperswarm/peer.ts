import type { Endpoint } from '../base/endpoint.js'
import { Arrivals, frame, FrameReader, type Stream } from '../transport/index.js'
import type { NoiseConnection } from './swarm-api.js'

/** Kinds of frames on a connection; all but HELLO are followed by the number of a stream. */
const HELLO = 0
const OPEN = 1
const DATA = 2
const END = 3
const HEAD_BYTES = 5
/** Streams open at one time over one connection, in each direction. */
const STREAMS_MAX = 64

/** What a peer tells its swarm. */
export interface PeerEvents {
  /** It has said where it is reached. */
  hello(peer: Peer, endpoint: string): void
  datagram(peer: Peer, bytes: Uint8Array): void
  stream(stream: Stream): void
  closed(peer: Peer): void
}

/** One member at the other end of a connection: datagrams, and many streams over one. */
export class Peer {
  private readonly connection: NoiseConnection
  private readonly events: PeerEvents
  private readonly reader = new FrameReader()
  /** By number: odd and even tell who has opened it. */
  private readonly streams = new Map<number, PeerStream>()
  private next: number

  /** Which of two keys is the smaller decides who numbers streams how. */
  constructor(connection: NoiseConnection, ownKey: Uint8Array, events: PeerEvents) {
    this.connection = connection
    this.events = events
    this.next = Buffer.compare(ownKey, connection.remotePublicKey) < 0 ? 1 : 2
    connection.on('data', (piece) => this.take(piece))
    connection.on('message', (bytes) => events.datagram(this, bytes))
    connection.on('error', () => {})
    connection.on('close', () => this.end())
  }

  get key(): Uint8Array {
    return this.connection.remotePublicKey
  }

  hello(endpoint: Endpoint): void {
    this.connection.write(frame(Buffer.concat([Buffer.of(HELLO), Buffer.from(endpoint)])))
  }

  datagram(bytes: Uint8Array): void {
    this.connection.trySend(bytes)
  }

  /** Opens a stream; undefined: too many are open. */
  open(): Stream | undefined {
    if (this.streams.size >= 2 * STREAMS_MAX) return undefined
    const id = this.next
    this.next += 2
    this.write(OPEN, id)
    return this.adopt(id)
  }

  destroy(): void {
    this.connection.destroy()
  }

  private write(kind: number, id: number, bytes: Uint8Array = new Uint8Array(0)): void {
    const message = Buffer.alloc(HEAD_BYTES + bytes.length)
    message[0] = kind
    message.writeUInt32BE(id, 1)
    message.set(bytes, HEAD_BYTES)
    this.connection.write(frame(message))
  }

  private adopt(id: number): PeerStream {
    const stream = new PeerStream(
      (bytes) => this.write(DATA, id, bytes),
      () => {
        if (this.streams.delete(id)) this.write(END, id)
      },
    )
    this.streams.set(id, stream)
    return stream
  }

  private take(piece: Buffer): void {
    this.reader.push(piece)
    for (let next = this.reader.next(); next !== undefined; next = this.reader.next()) {
      if (next === null || next.length === 0) return this.destroy()
      this.handle(Buffer.from(next.buffer, next.byteOffset, next.length))
    }
  }

  private handle(message: Buffer): void {
    const kind = message[0]
    if (kind === HELLO) return this.events.hello(this, message.toString('utf8', 1))
    if (message.length < HEAD_BYTES) return this.destroy()
    const id = message.readUInt32BE(1)
    if (kind === DATA) this.streams.get(id)?.arrive(message.subarray(HEAD_BYTES))
    else if (kind === END) {
      this.streams.get(id)?.end()
      this.streams.delete(id)
    } else if (kind === OPEN) this.accept(id)
  }

  private accept(id: number): void {
    const ours = (id & 1) === (this.next & 1)
    if (ours || this.streams.has(id) || this.streams.size >= 2 * STREAMS_MAX) this.write(END, id)
    else this.events.stream(this.adopt(id))
  }

  private end(): void {
    for (const stream of this.streams.values()) stream.end()
    this.streams.clear()
    this.events.closed(this)
  }
}

/** One of the streams over a connection. */
class PeerStream implements Stream {
  private readonly write: (bytes: Uint8Array) => void
  private readonly finish: () => void
  private readonly arrivals = new Arrivals()
  private ended = false

  constructor(write: (bytes: Uint8Array) => void, finish: () => void) {
    this.write = write
    this.finish = finish
  }

  send(message: Uint8Array): void {
    if (!this.ended) this.write(message)
  }

  receive(timeoutMs: number): Promise<Uint8Array | undefined> {
    return this.arrivals.take(timeoutMs)
  }

  close(): void {
    this.end()
    this.finish()
  }

  arrive(message: Uint8Array): void {
    this.arrivals.put(message)
  }

  end(): void {
    this.ended = true
    this.arrivals.end()
  }
}
