import type { Socket } from 'node:net'
import { Arrivals } from './arrivals.js'
import { frame, FrameReader, MESSAGE_BYTES_MAX } from './frames.js'
import type { Stream } from './transport.js'

/** How long a peer has to close its side after we have closed ours. */
const CLOSE_MS = 1_000
/** A stream on which nothing is said is kept open, and found broken, by the system. */
const KEEP_ALIVE_MS = 30_000
/** How long it has to take what we have sent. */
const DRAIN_MS = 30_000

/** A `Stream` over one TCP connection. */
export class TcpStream implements Stream {
  private readonly socket: Socket
  private readonly reader: FrameReader
  private readonly arrivals = new Arrivals()
  private closed = false

  constructor(socket: Socket, firstMessageBytesMax: number = MESSAGE_BYTES_MAX) {
    this.reader = new FrameReader(firstMessageBytesMax)
    this.socket = socket
    socket.setNoDelay(true)
    socket.setKeepAlive(true, KEEP_ALIVE_MS)
    socket.on('data', (piece) => this.take(piece))
    socket.on('end', () => this.arrivals.end())
    socket.on('close', () => this.arrivals.end())
    // Whoever waits learns of it by the end; nobody else needs to.
    socket.on('error', () => this.arrivals.end())
  }

  send(message: Uint8Array): void {
    if (!this.socket.destroyed) this.socket.write(frame(message))
  }

  receive(timeoutMs: number): Promise<Uint8Array | undefined> {
    const message = this.arrivals.take(timeoutMs)
    // Read on only once what has come is taken: a peer cannot fill our memory.
    if (this.arrivals.size === 0) this.socket.resume()
    return message
  }

  close(): void {
    this.closed = true
    this.arrivals.clear()
    // Whatever still comes is thrown away. A peer that takes nothing, or never closes its side, is
    // cut off: it has long to take what we sent, and short to answer our end.
    const cut = (): void => void this.socket.destroy()
    const drainTimer = setTimeout(cut, DRAIN_MS).unref()
    this.socket.once('close', () => clearTimeout(drainTimer))
    this.socket.end(() => setTimeout(cut, CLOSE_MS).unref())
    this.socket.resume()
  }

  /** Closes at once. */
  destroy(): void {
    this.socket.destroy()
  }

  private take(piece: Buffer): void {
    if (this.closed) return
    this.reader.push(piece)
    for (let next = this.reader.next(); next !== undefined; next = this.reader.next()) {
      if (next === null) return this.destroy()
      this.arrivals.put(next)
    }
    if (this.arrivals.size > 0) this.socket.pause()
  }
}
