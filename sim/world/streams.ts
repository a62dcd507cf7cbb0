import { decodeStream, encodeStream, type StreamMessage } from '../../lib/wire/index.js'
import type { Processes } from './processes.js'

/** A stream breaks once a segment has not got through for this long, as the driver's do. */
const BREAK_US = 5_000_000
/** First waits before a segment is sent again, doubled each time (RFC 6298): SYN, and data. */
const OPEN_RETRY_US = 1_000_000
const DATA_RETRY_US = 200_000
/** SYN there, SYN-ACK back; the third segment brings the first message. */
const HANDSHAKE = 2

/** Takes up what streams bring. */
export interface StreamListener {
  arrived(segment: Segment, message: StreamMessage): void
  /** A stream to a host that refuses it was to begin with this message. */
  refused(segment: Segment, message: StreamMessage): void
}

/** One message on its way over a stream. */
export interface Segment {
  readonly source: number
  readonly target: number
  readonly bytes: Uint8Array
  /** The lives of both ends: a restarted process does not know of its past's streams. */
  readonly sourceBoot: number
  readonly targetBoot: number
  /** Whether the host at the other end has taken the stream, or refused it. */
  answered: boolean
}

/**
 * Streams between processes: messages in the bytes of the schema, over the same network as the
 * datagrams. What is lost is sent again, later and later, until the stream counts as broken.
 */
export class Streams {
  /** Nodes whose hosts refuse streams: their process is gone, or a firewall is in between. */
  readonly refusing: Set<number> = new Set()
  private readonly processes: Processes
  private readonly listener: StreamListener

  constructor(processes: Processes, listener: StreamListener) {
    this.processes = processes
    this.listener = listener
  }

  /** Opens a stream and sends its first message. */
  open(source: number, target: number, message: StreamMessage): Segment {
    const segment = this.segment(source, target, message, -1)
    this.carry(segment, HANDSHAKE)
    return segment
  }

  /** Sends a message back on the stream that this segment came over. */
  reply(to: Segment, message: StreamMessage): void {
    this.carry(this.segment(to.target, to.source, message, to.sourceBoot), 0)
  }

  private refuse(segment: Segment): void {
    const { processes, listener } = this
    const delay = processes.judgeStream(segment.target, segment.source, 0)
    if (delay < 0) return
    const message = decodeStream(segment.bytes) as StreamMessage
    processes.after(delay, () => {
      segment.answered = true
      listener.refused(segment, message)
    })
  }

  private segment(
    source: number,
    target: number,
    message: StreamMessage,
    targetBoot: number,
  ): Segment {
    const sourceBoot = this.processes.process(source).boot
    return { source, target, bytes: encodeStream(message), sourceBoot, targetBoot, answered: false }
  }

  /** Takes a segment across, after so many legs of the handshake. */
  private carry(
    segment: Segment,
    legs: number,
    retryUs = 0,
    since: number = this.processes.time,
  ): void {
    const { processes } = this
    const back = legs === 1
    const [from, to] = back ? [segment.target, segment.source] : [segment.source, segment.target]
    const delay = processes.judgeStream(from, to, legs > 0 ? 0 : segment.bytes.length)
    if (delay < 0) {
      const waitUs = retryUs || (legs > 0 ? OPEN_RETRY_US : DATA_RETRY_US)
      if (processes.time + waitUs - since > BREAK_US) return
      processes.after(waitUs, () => this.carry(segment, legs, 2 * waitUs, since))
    } else if (legs > 0) {
      processes.after(delay, () => {
        if (back) segment.answered = true
        else if (this.refusing.has(segment.target)) return this.refuse(segment)
        else if (!processes.up(segment.target)) return
        this.carry(segment, legs - 1, 0, since)
      })
    } else {
      processes.after(delay, () =>
        this.listener.arrived(segment, decodeStream(segment.bytes) as StreamMessage),
      )
    }
  }
}
