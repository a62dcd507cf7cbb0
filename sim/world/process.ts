import type { StreamMessage, StreamPing } from '../../lib/wire/stream-codec.js'
import * as core from '../../lib/core/index.js'
import type { Machine } from './machine.js'
import type { Records } from './records.js'
import { EPOCH_SECONDS, type Memory } from './world-options.js'

/** What a process needs of the world that it lives in. */
export interface ProcessHost {
  /** Before time starts: what all know then is no change. */
  readonly beginning: boolean
  /** What processes have left on their disks. */
  readonly records: Records
  indexOf(endpoint: core.Endpoint): number
  post(source: number, target: number, bytes: Uint8Array, length: number): void
  pingStream(source: number, target: number, ping: StreamPing): void
  startSync(source: number, target: number): void
  noteChange(observer: number, slot: core.TableSlot, from: core.Standing, to: core.Standing): void
}

/** What a process remembers of itself and others on disk. */
export interface Saved {
  readonly incarnation: number
  readonly records: readonly core.MemberRecord[]
}

/** One simulated process: an engine on a machine, and when it wants to be woken. */
export class Process implements core.Outbox {
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
  private readonly world: ProcessHost

  constructor(index: number, endpoint: core.Endpoint, world: ProcessHost) {
    this.index = index
    this.endpoint = endpoint
    this.world = world
  }

  send(to: core.Endpoint, bytes: Uint8Array, length: number): void {
    const peer = this.world.indexOf(to)
    if (peer >= 0) this.world.post(this.index, peer, bytes, length)
  }

  streamPing(slot: core.TableSlot, sequence: number): void {
    const target = new TextEncoder().encode(this.table.id(slot))
    const ping = { sequence: sequence >>> 0, target }
    const peer = this.world.indexOf(this.table.endpoint(slot))
    if (peer >= 0) this.world.pingStream(this.index, peer, ping)
  }

  sync(slot: core.TableSlot): void {
    const peer = this.world.indexOf(this.table.endpoint(slot))
    if (peer >= 0) this.world.startSync(this.index, peer)
  }

  message(from: core.TableSlot, bytes: Uint8Array): void {
    this.hears?.(from, bytes)
  }

  changed(slot: core.TableSlot, from: core.Standing, to: core.Standing): void {
    if (!this.world.beginning) this.world.noteChange(this.index, slot, from, to)
  }

  superseded(): void {
    const { self } = this.running
    this.world.noteChange(this.index, self, core.ALIVE, core.ABSENT)
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
  save(): Saved {
    const { table, self, record } = this.running
    const live: core.MemberRecord[] = []
    for (let slot = 0; slot < table.bound; slot++) {
      if (slot === self || !table.has(slot) || !core.isLive(table.word(slot))) continue
      live.push(this.world.records.of(this.running, slot))
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
