import { decodeStream, encodeStream, type StreamMessage } from '../../lib/wire/stream-codec.js'

/** After so long without getting through a stream is broken, as the driver's are. */
const PATIENCE_US = 5_000_000
/** First waits before a segment is sent again, doubled each time (RFC 6298): SYN, and data. */
const OPEN_RETRY_US = 1_000_000
const DATA_RETRY_US = 200_000
/** SYN there, SYN-ACK back; the third segment brings the first message. */
const HANDSHAKE = 2

/** What streams need of the world that they run through. */
export interface StreamHost {
  /** Virtual microseconds. */
  readonly time: number
  /** The delay of one segment in microseconds, or −1: lost. */
  judgeStream(source: number, target: number, length: number): number
  after(us: number, action: () => void): void
  bootOf(index: number): number
  arrived(segment: Segment, message: StreamMessage): void
  /** Whether a host refuses streams: its process is gone, or a firewall is in between. */
  refuses(index: number): boolean
  /** Whether there is a process, be it one that stands still: its host takes streams for it. */
  isUp(index: number): boolean
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
  private readonly host: StreamHost

  constructor(host: StreamHost) {
    this.host = host
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
    const { host } = this
    const delay = host.judgeStream(segment.target, segment.source, 0)
    if (delay < 0) return
    const message = decodeStream(segment.bytes) as StreamMessage
    host.after(delay, () => {
      segment.answered = true
      host.refused(segment, message)
    })
  }

  private segment(
    source: number,
    target: number,
    message: StreamMessage,
    targetBoot: number,
  ): Segment {
    const sourceBoot = this.host.bootOf(source)
    return { source, target, bytes: encodeStream(message), sourceBoot, targetBoot, answered: false }
  }

  /** Takes a segment across, after so many legs of the handshake. */
  private carry(segment: Segment, legs: number, retryUs = 0, since: number = this.host.time): void {
    const { host } = this
    const back = legs === 1
    const [from, to] = back ? [segment.target, segment.source] : [segment.source, segment.target]
    const delay = host.judgeStream(from, to, legs > 0 ? 0 : segment.bytes.length)
    if (delay < 0) {
      const waitUs = retryUs || (legs > 0 ? OPEN_RETRY_US : DATA_RETRY_US)
      if (host.time + waitUs - since > PATIENCE_US) return
      host.after(waitUs, () => this.carry(segment, legs, 2 * waitUs, since))
    } else if (legs > 0) {
      host.after(delay, () => {
        if (back) segment.answered = true
        else if (host.refuses(segment.target)) return this.refuse(segment)
        else if (!host.isUp(segment.target)) return
        this.carry(segment, legs - 1, 0, since)
      })
    } else {
      host.after(delay, () => host.arrived(segment, decodeStream(segment.bytes) as StreamMessage))
    }
  }
}
