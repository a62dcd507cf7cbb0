import type { StreamMessage, StreamPing } from '../../lib/wire/index.js'
import { CONNECT_PART, EVIDENCE, type Evidence, type TableSlot } from '../../lib/core/index.js'
import type { Process } from './process.js'
import type { Processes } from './processes.js'
import { Streams, type Segment, type StreamListener } from './streams.js'

/** A joiner that nobody has let in by then asks somebody else. */
const JOIN_RETRY_US = 1_000_000
/** A sync that has not ended by then has failed, as the driver has it. */
const SYNC_US = 5_000_000

/** What processes say to each other over streams: syncs, pings, and the ends of processes. */
export class Conversations implements StreamListener {
  private readonly processes: Processes
  private readonly streams: Streams

  constructor(processes: Processes) {
    this.processes = processes
    this.streams = new Streams(processes, this)
  }

  open(source: number, target: number, message: StreamMessage): Segment {
    return this.streams.open(source, target, message)
  }

  /** A ping over a stream; as the driver has it, the sender hears of it when no host answers. */
  ping(source: number, target: number, ping: StreamPing): void {
    const segment = this.open(source, target, { ping })
    const { unheardMult, relayBudgetMs } = this.processes.protocol
    if (unheardMult === 0) return
    this.processes.after(CONNECT_PART * relayBudgetMs * 1_000, () => {
      if (!segment.answered) this.failed(segment, ping.sequence, EVIDENCE.unheard)
    })
  }

  /** Asks to be let in, and asks again, somebody else, until it is. */
  join(process: Process, seed: number, boot: number = process.boot): void {
    if (process.boot !== boot || process.engine === undefined || process.engine.started) return
    this.open(process.index, seed, { offer: process.engine.syncOffer(true) })
    const others = this.processes.peersOf(process.index)
    const next = others.length === 0 ? seed : others[(seed + 1) % others.length]
    this.processes.after(JOIN_RETRY_US, () => this.join(process, next, boot))
  }

  /** One at a time, as the driver has it. */
  sync(source: number, target: number): void {
    const process = this.processes.process(source)
    if (process.syncingUntil > this.processes.time) return
    process.syncingUntil = this.processes.time + SYNC_US
    this.open(source, target, { offer: process.running.syncOffer(false) })
  }

  /** Streams come through again. */
  admit(index: number): void {
    this.streams.refusing.delete(index)
  }

  /** The host refuses streams from now on, and ends those over which these watch it. */
  refuse(index: number, watchers: readonly number[]): void {
    this.streams.refusing.add(index)
    for (const watcher of watchers) {
      const delay = this.processes.judgeStream(index, watcher, 0)
      if (delay >= 0) this.processes.after(delay, () => this.reset(watcher, index as TableSlot))
    }
  }

  refused(segment: Segment, message: StreamMessage): void {
    if ('ping' in message) this.failed(segment, message.ping.sequence, EVIDENCE.refused)
  }

  arrived(segment: Segment, message: StreamMessage): void {
    const { source, target, bytes, targetBoot } = segment
    this.processes.trace.datagram(this.processes.time, source, target, bytes, bytes.length)
    const process = this.processes.process(target)
    if (process.engine === undefined || (targetBoot >= 0 && targetBoot !== process.boot)) return
    this.processes.input(process, bytes.length, (now) => {
      const reply = process.converse(now, message)
      if (reply !== undefined) this.streams.reply(segment, reply)
      return process.running.schedule(now)
    })
  }

  private failed(segment: Segment, sequence: number, how: Evidence): void {
    const process = this.processes.process(segment.source)
    if (process.engine === undefined || segment.sourceBoot !== process.boot) return
    const { source, target } = segment
    if (how === EVIDENCE.unheard) {
      for (const one of this.processes.observers.unheard) one.unheard(source, target)
    }
    this.processes.input(process, 0, (now) => process.running.streamFailed(now, sequence | 0, how))
  }

  private reset(watcher: number, subject: TableSlot): void {
    const process = this.processes.process(watcher)
    if (process.engine === undefined) return
    this.processes.input(process, 0, (now) => process.running.streamReset(now, subject))
  }
}
