import type { StreamMessage } from '../../lib/wire/index.js'
import * as core from '../../lib/core/index.js'
import type { Machine } from './machine.js'
import type { Records } from './records.js'
import { EPOCH_SECONDS, type Memory } from './world-options.js'

/** What a process remembers of itself and others on disk. */
export interface Saved {
  readonly incarnation: number
  readonly records: readonly core.MemberRecord[]
}

/** One simulated process: an engine on a machine, and when it wants to be woken. */
export class Process {
  engine: core.SwimNode | undefined
  /** What is not right with the machine that it runs on; undefined: nothing ever was. */
  machine: Machine | undefined
  /** Counts its lives. */
  boot = 0
  /** One sync is under way until this virtual time, at the latest. */
  syncingUntil = 0
  endpoint: core.Endpoint
  /** What it knew when it was started, and when it ended. */
  savedAtBoot: Saved | undefined
  savedAtEnd: Saved | undefined
  /** Hears the messages for whoever runs on it; the bytes are lent. */
  hears: ((from: core.TableSlot, bytes: Uint8Array) => void) | undefined
  readonly index: number

  constructor(index: number, endpoint: core.Endpoint) {
    this.index = index
    this.endpoint = endpoint
  }

  get running(): core.SwimNode {
    return this.engine as core.SwimNode
  }

  /** Its own clock at a virtual time, in milliseconds. */
  localMs(time: number): number {
    return this.machine === undefined ? Math.floor(time / 1_000) : this.machine.clock.ms(time)
  }

  /** Its wall clock, in seconds since 2026-01-01. */
  wallSeconds(time: number): number {
    return EPOCH_SECONDS + Math.floor(time / 1e6) + (this.machine?.clock.wallOffsetSeconds ?? 0)
  }

  /** What it does with a message on a stream: its answer, if it has one. */
  converse(now: number, message: StreamMessage): StreamMessage | undefined {
    const engine = this.running
    if ('offer' in message) {
      return engine.started ? { answer: engine.syncAnswer(now, message.offer) } : undefined
    }
    if ('answer' in message) {
      this.syncingUntil = 0
      if (message.answer.refusal !== '') return undefined
      engine.adoptGenesis(message.answer.genesis)
      const close = engine.syncClose(now, message.answer)
      // The answer to a joiner's offer: now it knows whom to tell that it is here. With only a page of
      // it, it asks again as one that nobody has let in.
      if (!engine.started && !message.answer.more) engine.start(now)
      return { close }
    }
    if ('close' in message) engine.syncFinish(now, message.close)
    else if ('ack' in message) engine.streamAck(now, message.ack.sequence | 0)
    else if ('ping' in message && engine.started && this.isUs(message.ping.target))
      return { ack: { sequence: message.ping.sequence } }
    return undefined
  }

  /** Another life begins. */
  begin(): void {
    this.boot++
    this.syncingUntil = 0
  }

  /** What it comes back with after it has run before; undefined: nothing. */
  remembers(memory: Memory): Saved | undefined {
    const { savedAtEnd: end } = this
    if (memory === 'lost' || end === undefined) return undefined
    if (memory === 'kept') return { ...end, incarnation: end.incarnation + 1 }
    return this.savedAtBoot ?? { ...end, incarnation: EPOCH_SECONDS }
  }

  /** Its own incarnation, and the records of those it holds to be alive. */
  save(records: Records): Saved {
    const { table, self, record } = this.running
    const live: core.MemberRecord[] = []
    for (let slot = 0; slot < table.bound; slot++) {
      if (slot === self || !table.has(slot) || !core.isLive(table.word(slot))) continue
      live.push(records.of(this.running, slot))
    }
    return { incarnation: core.incarnationOf(record.word), records: live }
  }

  /** A ping over a stream names its target, as one in a datagram does: addresses change hands. */
  private isUs(target: Uint8Array): boolean {
    return this.table.find(target, 0, target.length) === this.running.self
  }

  private get table(): core.MemberTable {
    return this.running.table
  }
}
