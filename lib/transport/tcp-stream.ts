import type { Socket } from 'node:net'
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
  private readonly messages: Uint8Array[] = []
  private waiting: ((message: Uint8Array | undefined) => void) | undefined
  private ended = false
  private closed = false

  constructor(socket: Socket, firstMessageBytesMax: number = MESSAGE_BYTES_MAX) {
    this.reader = new FrameReader(firstMessageBytesMax)
    this.socket = socket
    socket.setNoDelay(true)
    socket.setKeepAlive(true, KEEP_ALIVE_MS)
    socket.on('data', (piece) => this.take(piece))
    socket.on('end', () => this.end())
    socket.on('close', () => this.end())
    // Whoever waits learns of it by the end; nobody else needs to.
    socket.on('error', () => this.end())
  }

  send(message: Uint8Array): void {
    if (!this.socket.destroyed) this.socket.write(frame(message))
  }

  receive(timeoutMs: number): Promise<Uint8Array | undefined> {
    const ready = this.messages.shift()
    // Read on only once what has come is taken: a peer cannot fill our memory.
    if (this.messages.length === 0) this.socket.resume()
    if (ready !== undefined || this.ended) return Promise.resolve(ready)
    return new Promise((resolve) => {
      const end = (): void => this.waiting?.(undefined)
      const timer = timeoutMs === Infinity ? undefined : setTimeout(end, timeoutMs)
      this.waiting = (message) => {
        clearTimeout(timer)
        this.waiting = undefined
        resolve(message)
      }
    })
  }

  close(): void {
    this.closed = true
    this.messages.length = 0
    // Whatever still comes is thrown away. A peer that takes nothing, or never closes its side, is
    // cut off: it has long to take what we sent, and short to answer our end.
    const cut = (): void => void this.socket.destroy()
    const patience = setTimeout(cut, DRAIN_MS).unref()
    this.socket.once('close', () => clearTimeout(patience))
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
      if (this.waiting !== undefined) this.waiting(next)
      else this.messages.push(next)
    }
    if (this.messages.length > 0) this.socket.pause()
  }

  private end(): void {
    this.ended = true
    this.waiting?.(undefined)
  }
}
