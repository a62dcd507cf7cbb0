import { decodeStream, encodeStream, type StreamMessage } from '../lib/cluster/stream-codec.js'
import * as core from '../lib/core/index.js'
import { Network, type Cut, type NetworkOptions } from './network.js'
import { Process, type ProcessHost } from './process.js'
import { Scheduler } from './scheduler.js'
import { Trace } from './trace.js'

export interface WorldOptions {
  /** How many nodes: 1…100,000. */
  readonly nodes: number
  /**
   * The same seed gives the same run, byte for byte.
   * @default 1
   */
  readonly seed?: number
  /** @default 'lan' */
  readonly profile?: core.ProfileName
  readonly protocol?: Partial<core.ProtocolOptions>
  readonly network?: NetworkOptions
  /**
   * `together`: all know each other when time starts. `empty`: nobody runs; see `World.boot`.
   * @default 'together'
   */
  readonly start?: 'together' | 'empty'
  /** Called at every change that any node sees. */
  readonly onChange?: (change: Change) => void
}

/** Node `observer` now holds `subject` as `to`. */
export interface Change {
  /** Virtual milliseconds. */
  readonly now: number
  readonly observer: number
  readonly subject: number
  readonly from: core.Standing
  readonly to: core.Standing
}

const TICK = 0
const DATAGRAM = 1
const STREAM = 2
const ACTION = 3

/** Seconds between 2026-01-01 and the start of virtual time. */
const EPOCH_SECONDS = 10_000_000

interface Datagram {
  source: number
  target: number
  length: number
  bytes: Uint8Array
}

interface Stream {
  readonly source: number
  readonly target: number
  readonly bytes: Uint8Array
  /** The process that sent it: a restarted one does not know of its streams. */
  readonly boot: number
  readonly sourceBoot: number
}

/**
 * A cluster in virtual time: as many engines as wanted, exchanging their real bytes over a network
 * that obeys. Single-threaded and deterministic: nothing in it reads a clock or draws a random
 * number that is not a function of the seed.
 */
export class World implements ProcessHost {
  readonly trace: Trace = new Trace()
  readonly network: Network
  readonly nodes: number
  /** Before time starts: what all know then is no change. */
  beginning = false
  /** Entries worked off so far. */
  events = 0
  private readonly options: WorldOptions
  private readonly protocol: core.ProtocolOptions
  private readonly seed: number
  private readonly scheduler = new Scheduler()
  /** Slots are the same in all nodes, so what belongs to an id is kept once. */
  private readonly directory = new core.Directory(true)
  private readonly processes: Process[] = []
  private readonly indexes = new Map<core.Endpoint, number>()
  private readonly endpoints: core.Endpoint[] = []
  private readonly datagrams: Datagram[] = []
  private readonly freeDatagrams: number[] = []
  private readonly streams = new Map<number, Stream>()
  private readonly actions = new Map<number, () => void>()
  private serial = 0
  /** Virtual microseconds. */
  private time = 0

  constructor(options: WorldOptions) {
    this.options = options
    this.nodes = options.nodes
    this.seed = options.seed ?? 1
    this.protocol = core.protocolOptions(options.profile, options.protocol)
    this.network = new Network(this.nodes, this.seed, options.network ?? {})
    for (let i = 0; i < this.nodes; i++) {
      const endpoint = `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}:7946` as core.Endpoint
      this.endpoints.push(endpoint)
      this.indexes.set(endpoint, i)
      this.processes.push(new Process(i, this))
    }
    if (options.start !== 'empty') this.startTogether()
  }

  /** Virtual milliseconds since the start. */
  get now(): number {
    return Math.floor(this.time / 1_000)
  }

  /** The engine of a node that is up. */
  node(index: number): core.SwimNode {
    return this.processes[index].running
  }

  up(index: number): boolean {
    return this.processes[index].engine !== undefined
  }

  /** The id of a node. */
  id(index: number): string {
    return `node-${index}`
  }

  /** What `observer` holds `subject` to be. */
  standing(observer: number, subject: number): core.Standing {
    const { table } = this.node(observer)
    const slot = table.findId(this.id(subject))
    return slot === core.NO_SLOT ? core.ABSENT : core.stateOf(table.word(slot))
  }

  /** Whether all nodes that are up have equal view hashes. */
  viewsEqual(): boolean {
    const up = this.processes.filter((process) => process.engine !== undefined)
    const [first] = up
    return up.every(
      ({ running }) =>
        running.viewLow === first.running.viewLow && running.viewHigh === first.running.viewHigh,
    )
  }

  /** Starts a node that knows nobody, or that joins over another one. Also restarts a crashed one. */
  boot(index: number, seed?: number): void {
    this.create(index)
    const process = this.processes[index]
    if (seed === undefined) this.schedule(process, process.running.start(this.now))
    else this.stream(index, seed, { offer: process.running.syncOffer(true) })
  }

  /** Ends a node without a word. */
  crash(index: number): void {
    this.trace.event(this.time, index, index, 0xdead)
    this.processes[index].engine = undefined
    this.processes[index].deadline = Infinity
  }

  /** Has a node announce its leave; it goes on answering until it is crashed or stopped. */
  leave(index: number): void {
    const process = this.processes[index]
    this.schedule(process, process.running.leave(this.now))
  }

  /** Cuts the network between sets of nodes until the returned function is called. */
  cut(cut: Cut): () => void {
    return this.network.cut(cut)
  }

  /** Calls `action` at a time. */
  at(nowMs: number, action: () => void): void {
    this.actions.set(this.serial, action)
    this.scheduler.push(Math.round(nowMs * 1_000), ACTION, this.serial++)
  }

  /** Lets so many milliseconds pass. */
  run(ms: number): void {
    this.runUntil(() => false, ms)
  }

  /** Lets time pass until the condition holds; false if it does not within so many milliseconds. */
  runUntil(holds: () => boolean, ms: number): boolean {
    const end = this.time + ms * 1_000
    while (!holds()) {
      if (this.scheduler.nextTime > end) {
        this.time = end
        return holds()
      }
      this.step()
    }
    return true
  }

  indexOf(endpoint: core.Endpoint): number {
    return this.indexes.get(endpoint) as number
  }

  /** @internal */
  noteChange(observer: number, subject: number, from: core.Standing, to: core.Standing): void {
    this.trace.event(this.time, observer, subject, from * 8 + to)
    this.options.onChange?.({ now: this.now, observer, subject, from, to })
  }

  /** @internal */
  post(source: number, to: core.Endpoint, bytes: Uint8Array, length: number): void {
    const target = this.indexOf(to)
    const delay = this.network.datagram(source, target)
    if (delay < 0) return
    const place = this.freeDatagrams.pop() ?? this.datagrams.length
    const datagram = (this.datagrams[place] ??= this.newDatagram())
    datagram.source = source
    datagram.target = target
    datagram.length = length
    for (let i = 0; i < length; i++) datagram.bytes[i] = bytes[i]
    this.scheduler.push(this.time + delay, DATAGRAM, place)
  }

  /** @internal */
  stream(source: number, target: number, message: StreamMessage, boot = -1): void {
    const delay = this.network.stream(source, target)
    if (delay < 0) return
    const sourceBoot = this.processes[source].boot
    const bytes = encodeStream(message)
    this.streams.set(this.serial, { source, target, bytes, boot, sourceBoot })
    this.scheduler.push(this.time + delay, STREAM, this.serial++)
  }

  private step(): void {
    this.scheduler.pop()
    this.events++
    const { kind, value, time } = this.scheduler
    this.time = time
    if (kind === TICK) this.wake(this.processes[value])
    else if (kind === DATAGRAM) this.deliver(value)
    else if (kind === STREAM) this.deliverStream(value)
    else this.act(value)
  }

  /** An entry that was overtaken by an earlier one is stale; one that came too early goes back. */
  private wake(process: Process): void {
    if (this.time !== process.wakeAt) return
    process.wakeAt = Infinity
    if (process.engine === undefined) return
    if (process.deadline > this.now) this.schedule(process, process.deadline)
    else this.schedule(process, process.engine.tick(this.now))
  }

  private schedule(process: Process, deadline: number): void {
    process.deadline = deadline
    const wakeAt = Math.max(this.time, Math.ceil(deadline) * 1_000)
    if (wakeAt >= process.wakeAt) return
    process.wakeAt = wakeAt
    this.scheduler.push(wakeAt, TICK, process.index)
  }

  private deliver(place: number): void {
    const { source, target, bytes, length } = this.datagrams[place]
    const process = this.processes[target]
    this.trace.datagram(this.time, source, target, bytes, length)
    if (process.engine !== undefined) {
      const from = this.endpoints[source]
      this.schedule(process, process.engine.receive(this.now, from, bytes, length))
    }
    this.freeDatagrams.push(place)
  }

  private deliverStream(serial: number): void {
    const stream = this.streams.get(serial) as Stream
    this.streams.delete(serial)
    const { source, target, bytes, boot, sourceBoot } = stream
    this.trace.datagram(this.time, source, target, bytes, bytes.length)
    const process = this.processes[target]
    if (process.engine === undefined || (boot >= 0 && boot !== process.boot)) return
    const message = decodeStream(bytes) as StreamMessage
    const reply = this.converse(process, message)
    if (reply !== undefined) this.stream(target, source, reply, sourceBoot)
    this.schedule(process, process.running.schedule(this.now))
  }

  /** What a process does with a message on a stream: its answer, if it has one. */
  private converse(process: Process, message: StreamMessage): StreamMessage | undefined {
    const engine = process.running
    const { now } = this
    if ('offer' in message) return { answer: engine.syncAnswer(now, message.offer) }
    if ('answer' in message) {
      const close = engine.syncClose(now, message.answer)
      // The answer to a joiner's offer: now it knows whom to tell that it is here.
      if (!engine.started) engine.start(now)
      return { close }
    }
    if ('close' in message) engine.syncFinish(now, message.close)
    else if ('ping' in message) return { ack: { sequence: message.ping.sequence } }
    else engine.streamAck(now, message.ack.sequence | 0)
    return undefined
  }

  private act(serial: number): void {
    const action = this.actions.get(serial) as () => void
    this.actions.delete(serial)
    action()
  }

  private create(index: number): void {
    const process = this.processes[index]
    process.boot++
    process.engine = new core.SwimNode({
      protocol: this.protocol,
      cluster: 'world',
      id: this.id(index),
      endpoint: this.endpoints[index],
      incarnation: EPOCH_SECONDS + Math.floor(this.now / 1_000),
      epochSeconds: EPOCH_SECONDS,
      seed: [Math.imul(this.seed, 0x9e3779b1) ^ index, process.boot],
      outbox: process,
      directory: this.directory,
    })
  }

  private startTogether(): void {
    for (const process of this.processes) this.create(process.index)
    const records = this.processes.map((process) => process.running.record)
    this.beginning = true
    for (const { index, running } of this.processes) {
      running.learn(0, records.toSpliced(index, 1))
    }
    this.beginning = false
    for (const process of this.processes) this.schedule(process, process.running.start(0))
  }

  private newDatagram(): Datagram {
    return { source: 0, target: 0, length: 0, bytes: new Uint8Array(this.protocol.mtuBytes) }
  }
}
