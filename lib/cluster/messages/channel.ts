import { GyreError, type GyreErrorCode } from '../../base/error.js'
import type { Stream } from '../../transport/index.js'
import { decodeStream, encodeStream, type Call, type Reply } from '../../wire/index.js'
import type { Runtime } from '../../runtime/index.js'
import { aborted } from './limits.js'

/** Calls under way at one time in a channel, and bytes of their bodies; further ones are turned away. */
const CALLS_MAX = 1_024
const CALL_BYTES_MAX = 64 * 1_024 * 1_024

/** Codes that a reply may carry. */
const FAILURES: readonly string[] = ['NO_HANDLER', 'HANDLER_FAILED', 'BUSY', 'MESSAGE_TOO_LARGE']

interface Waiting {
  readonly bytes: number
  settle(result: Uint8Array | GyreError): void
}

/** One call, as its user sees it. */
export interface Outgoing {
  readonly kind: number
  readonly topic: string
  readonly body: Uint8Array
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
}

/** Our calls to one member, over one stream: many at a time, answered in any order. */
export class Channel {
  /** When it was used last. */
  usedAt: number
  private readonly stream: Stream
  private readonly runtime: Runtime
  private readonly peer: string
  private readonly waiting = new Map<number, Waiting>()
  private bytes = 0
  private calls = 0
  private closed = false

  constructor(peer: string, stream: Stream, runtime: Runtime) {
    this.peer = peer
    this.stream = stream
    this.runtime = runtime
    this.usedAt = runtime.now()
  }

  get idle(): boolean {
    return this.waiting.size === 0
  }

  /** @throws GyreError `BUSY`, `DEADLINE`, `ABORTED`, `CALL_LOST`, and what the reply says */
  async call({ kind, topic, body, timeoutMs, signal }: Outgoing): Promise<Uint8Array> {
    if (this.closed) throw new GyreError('UNREACHABLE', `the stream to ${this.peer} has ended`)
    if (this.waiting.size >= CALLS_MAX || this.bytes + body.length > CALL_BYTES_MAX) {
      throw new GyreError('BUSY', `${CALLS_MAX} calls to ${this.peer} are under way: slow down`)
    }
    const id = ++this.calls
    return new Promise((resolve, reject) => {
      const cancel = (): void => this.stream.send(encodeStream({ cancel: { id } }))
      const abort = (): void => {
        cancel()
        waiting.settle(aborted(topic, signal))
      }
      const stopTimer = this.runtime.after(timeoutMs, () => {
        cancel()
        const late = `${this.peer} has not answered ${topic} within ${timeoutMs} ms`
        waiting.settle(new GyreError('DEADLINE', late))
      })
      const waiting: Waiting = {
        bytes: body.length,
        settle: (result) => {
          stopTimer()
          signal?.removeEventListener('abort', abort)
          this.waiting.delete(id)
          this.bytes -= body.length
          this.usedAt = this.runtime.now()
          if (result instanceof GyreError) reject(result)
          else resolve(result)
        },
      }
      this.waiting.set(id, waiting)
      this.bytes += body.length
      signal?.addEventListener('abort', abort)
      this.stream.send(encodeStream({ call: { id, kind, topic, body, timeoutMs } }))
    })
  }

  /** Reads replies until the stream ends. */
  async run(): Promise<void> {
    for (;;) {
      const bytes = await this.stream.receive(Infinity)
      const message = bytes && decodeStream(bytes)
      if (message === undefined || !('reply' in message)) break
      this.answer(message.reply)
    }
    this.close()
  }

  /** Closes the stream; calls that wait fail with `CALL_LOST`. */
  close(): void {
    this.closed = true
    this.stream.close()
    const gone = new GyreError('CALL_LOST', `the stream to ${this.peer} has ended`)
    for (const waiting of this.waiting.values()) waiting.settle(gone)
  }

  private answer({ id, failure, reason, body }: Reply): void {
    const code = (FAILURES.includes(failure) ? failure : 'HANDLER_FAILED') as GyreErrorCode
    const failed = failure !== '' && new GyreError(code, `${this.peer}: ${reason}`)
    this.waiting.get(id)?.settle(failed || body)
  }
}

/** What the serving side of a channel does with a call; it resolves with the reply, and never rejects. */
export type Serve = (call: Call, signal: AbortSignal) => Promise<Omit<Reply, 'id'>>

/** The other side: answers calls until the stream ends; then those under way are aborted. */
export async function serveCalls(stream: Stream, runtime: Runtime, serve: Serve): Promise<void> {
  /** What aborts each. */
  const running = new Map<number, () => void>()
  const one = async (call: Call): Promise<void> => {
    const control = new AbortController()
    const stopTimer = runtime.after(Math.max(1, call.timeoutMs), () => control.abort())
    running.set(call.id, () => {
      stopTimer()
      control.abort()
    })
    const reply = await serve(call, control.signal)
    stopTimer()
    // Not if the call was cancelled meanwhile.
    if (running.delete(call.id)) stream.send(encodeStream({ reply: { id: call.id, ...reply } }))
  }
  for (;;) {
    const bytes = await stream.receive(Infinity)
    const message = bytes && decodeStream(bytes)
    if (message === undefined) break
    if ('cancel' in message) {
      running.get(message.cancel.id)?.()
      running.delete(message.cancel.id)
    } else if (!('call' in message)) break
    else if (running.size < CALLS_MAX) void one(message.call)
    else {
      const reason = `${CALLS_MAX} calls are under way`
      const busy = { failure: 'BUSY', reason, body: new Uint8Array(0) }
      stream.send(encodeStream({ reply: { id: message.call.id, ...busy } }))
    }
  }
  for (const abort of running.values()) abort()
  running.clear()
}
