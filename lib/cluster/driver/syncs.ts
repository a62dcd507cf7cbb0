import { GyreError } from '../../base/error.js'
import type { Endpoint, ProtocolOptions, SyncAnswer } from '../../core/index.js'
import { readRefusal } from '../../seal/index.js'
import type { Stream, Transport } from '../../transport/index.js'
import { decodeStream, encodeStream } from '../../wire/index.js'
import type { EngineLoop } from './engine-loop.js'

/** How long a message of a sync may take to come. */
export const SYNC_TIMEOUT_MS = 5_000
/** Pages of a sync in a row, of about a MiB each; more come with the next one. */
const SYNC_PAGES_MAX = 256

/** Syncs that we open: to be let in, and to repair a view that differs. */
export class Syncs {
  private readonly loop: EngineLoop
  private readonly transport: Pick<Transport, 'connect'>
  private readonly protocol: ProtocolOptions
  private repairing = false

  constructor(parts: {
    readonly loop: EngineLoop
    readonly transport: Pick<Transport, 'connect'>
    readonly protocol: ProtocolOptions
  }) {
    this.loop = parts.loop
    this.transport = parts.transport
    this.protocol = parts.protocol
  }

  /**
   * One sync with the member at the endpoint, as a joiner or as a member.
   * @returns false if it could not be reached.
   * @throws GyreError `JOIN_REFUSED` or `CLOCK_SKEW`
   */
  async with(
    endpoint: Endpoint,
    joining: boolean,
    pages: number = SYNC_PAGES_MAX,
  ): Promise<boolean> {
    const { loop } = this
    const { node } = loop
    const stream = await this.connect(endpoint)
    if (stream === undefined) return false
    try {
      stream.send(encodeStream({ offer: node.syncOffer(joining) }))
      const reply = await stream.receive(SYNC_TIMEOUT_MS)
      checkRefusal(endpoint, reply)
      const message = reply && decodeStream(reply)
      if (message === undefined || !('answer' in message) || loop.stopped) return false
      this.checkAnswer(endpoint, message.answer)
      node.adoptGenesis(message.answer.genesis)
      loop.input((now) => {
        stream.send(encodeStream({ close: node.syncClose(now, message.answer) }))
        const over = node.started || message.answer.more
        return over ? node.schedule(now) : node.start(now)
      })
      if (!message.answer.more || pages === 1) return true
    } finally {
      stream.close()
    }
    return this.with(endpoint, joining, pages - 1)
  }

  /** Repairs what differs, one sync at a time. */
  async repair(endpoint: Endpoint): Promise<void> {
    if (this.repairing) return
    this.repairing = true
    try {
      await this.with(endpoint, false)
    } catch {
      // Refused: another cluster has that address now. Its counters have the reason.
    } finally {
      this.repairing = false
    }
  }

  private connect(endpoint: Endpoint): Promise<Stream | undefined> {
    return this.transport.connect(endpoint, this.protocol.periodMs * 2).catch(() => undefined)
  }

  private checkAnswer(endpoint: Endpoint, answer: SyncAnswer): void {
    const { node } = this.loop
    const { refusal, reason, from } = answer
    if (refusal !== '') {
      const code = refusal === 'CLOCK_SKEW' ? 'CLOCK_SKEW' : 'JOIN_REFUSED'
      throw new GyreError(code, `${endpoint} refused us (${refusal}): ${reason}`)
    }
    if (node.isForeign(answer.genesis)) {
      const sentence = 'it goes back to another founding than we do'
      throw new GyreError('JOIN_REFUSED', `${endpoint} is refused (FOREIGN_GENESIS): ${sentence}`)
    }
    const aheadSeconds = node.secondsAhead(this.loop.now(), from)
    if (aheadSeconds > 0) {
      const days = Math.ceil(1 + aheadSeconds / 86_400)
      throw new GyreError('CLOCK_SKEW', `the clock of ${endpoint} is ${days} days ahead of ours`)
    }
  }
}

/** @throws GyreError `JOIN_REFUSED` if we and the other side have no key in common */
function checkRefusal(endpoint: Endpoint, reply: Uint8Array | undefined): void {
  const refused = reply && readRefusal(reply)
  if (refused === undefined) return
  const { reason, sentence } = refused
  throw new GyreError('JOIN_REFUSED', `${endpoint} refused us (${reason}): ${sentence}`)
}
