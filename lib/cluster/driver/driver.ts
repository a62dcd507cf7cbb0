import {
  CONNECT_PART,
  Journal,
  NO_SLOT,
  REFUSED,
  SwimNode,
  UNHEARD,
  type Endpoint,
  type Identity,
  type Outbox,
  type ProtocolOptions,
  type Standing,
  type TableSlot,
} from '../../core/index.js'
import { StreamRefused, StreamUnanswered, type Transport } from '../../transport/index.js'
import { explain, type Explanation } from '../operators/explain.js'
import { askOver } from '../keys/key-exchange.js'
import type { Member } from '../members/member.js'
import type { Runtime } from '../../runtime/runtime.js'
import { Reception, type ReceptionHost, type Visitors } from './reception.js'
import { NO_COMMON_KEY } from '../../seal/index.js'
import { decodeStream, encodeStream, type KeyChange } from '../../wire/stream-codec.js'
import { Syncs, type SyncsHost } from './syncs.js'
import { Watches } from './watches.js'

/** Stream pings under way at one time; more are left to the relays. */
const STREAM_PINGS_MAX = 8
/** What is remembered of what happened around all members: 20 bytes each. */
const JOURNAL_NOTES = 16_384
/** How often the wall clock is read. */
const CLOCK_INTERVAL_MS = 10_000

/** What the driver tells its cluster, always after the engine has returned. */
export interface DriverEvents extends Visitors {
  changed(slot: TableSlot, from: Standing, to: Standing): void
  superseded(by: Endpoint): void
  /** Everything that came of one input has been told. */
  settled(): void
  /** A message for our users from a live member; the bytes are lent. */
  message(from: string, bytes: Uint8Array): void
}

/**
 * Joins the pure engine to the world: one socket, one timer. It keeps the engine's rule that
 * evidence goes before verdicts: a timer that fires late (this process stood still) fires before
 * the datagrams that wait to be read, so the tick is put behind them with `soon`.
 */
export class Driver implements Outbox, ReceptionHost, SyncsHost {
  readonly node: SwimNode
  readonly journal: Journal = new Journal(JOURNAL_NOTES)
  readonly transport: Transport
  private readonly runtime: Runtime
  readonly events: DriverEvents
  readonly protocol: ProtocolOptions
  private readonly startedAt: number
  private cancelTimer: () => void = () => {}
  /** When the timer, or the tick already on its way, will come. */
  private armedAt = Infinity
  readonly watches: Watches
  readonly syncs: Syncs = new Syncs(this)
  private readonly reception = new Reception(this)
  private streamPings = 0
  stopped = false
  /** When the wall clock is read next. */
  private clockAt = CLOCK_INTERVAL_MS
  /** When the delays of the event loop are looked at next. */
  private delaysAt = 0

  constructor(parts: {
    readonly transport: Transport
    readonly runtime: Runtime
    readonly events: DriverEvents
    readonly protocol: ProtocolOptions
    readonly cluster: string
    readonly id: string
    readonly endpoint: Endpoint
    readonly meta: Uint8Array
    readonly identity: Identity | undefined
    /** What is left of an earlier life of ours; zeros: nothing. */
    readonly past: { readonly incarnation: number; readonly genesis: number }
  }) {
    const { transport, runtime, events, protocol, cluster, id, endpoint, meta, identity } = parts
    this.transport = transport
    this.runtime = runtime
    this.events = events
    this.protocol = protocol
    this.startedAt = runtime.now()
    const epochSeconds = runtime.epochSeconds()
    const seed = [runtime.random(), runtime.random()] as const
    // A clock that was set back does not make us our own past.
    const incarnation = Math.max(epochSeconds, parts.past.incarnation + 1)
    const record = { cluster, id, endpoint, meta, incarnation, epochSeconds, seed, identity }
    this.node = new SwimNode({ ...record, protocol, outbox: this, journal: this.journal })
    this.node.adoptGenesis(parts.past.genesis)
    this.watches = new Watches({
      node: this.node,
      transport,
      runtime,
      count: protocol.watches,
      refreshMs: protocol.gossipIntervalMs,
      patienceMs: protocol.periodMs,
      reset: (slot) => this.input((now) => this.node.streamReset(now, slot)),
    })
    transport.start({
      datagram: (from, bytes) => {
        this.input((now) => this.node.receive(now, from, bytes, bytes.length))
      },
      stream: (stream) => void this.reception.serve(stream),
    })
  }

  /** Runs one input of the engine, then arms the timer and tells what came of it. */
  input(run: (now: number) => number): void {
    if (this.stopped) return
    this.arm(run(this.now()))
    this.events.settled()
  }

  /** Starts without having been let in by anybody: as the founder of a cluster, or to wait for one. */
  start(founds: boolean): void {
    if (founds) this.node.adoptGenesis(this.runtime.random() | 1)
    this.input((now) => this.node.start(now))
  }

  stop(): void {
    this.stopped = true
    this.watches.stop()
    this.node.stop()
    this.cancelTimer()
  }

  /** Has another member change its keys; resolves with why not, or nothing. */
  async askKeyChange(endpoint: Endpoint, change: KeyChange, timeoutMs: number): Promise<string> {
    let why = ''
    // A joiner may know only a key that we do not use any more.
    for (const keyId of this.transport.keyIds as readonly string[]) {
      const stream = await this.transport.connect(endpoint, timeoutMs, keyId).catch(() => undefined)
      if (stream === undefined) return 'it cannot be reached'
      why = await askOver(stream, change, timeoutMs)
      stream.close()
      if (why !== NO_COMMON_KEY) break
    }
    return why
  }

  send(to: Endpoint, bytes: Uint8Array, length: number): void {
    this.transport.send(to, bytes, length)
  }

  streamPing(slot: TableSlot, sequence: number): void {
    const endpoint = this.node.table.endpoint(slot)
    const target = Buffer.from(this.node.table.id(slot))
    if (this.streamPings < STREAM_PINGS_MAX) void this.pingStream(endpoint, target, sequence)
  }

  message(from: TableSlot, bytes: Uint8Array): void {
    this.events.message(this.node.table.id(from), bytes)
  }

  /** A message of our users to a live member. */
  post(to: string, bytes: Uint8Array): void {
    const slot = this.node.table.findId(to)
    if (slot !== NO_SLOT) this.input((now) => this.node.message(now, slot, bytes))
  }

  sync(slot: TableSlot): void {
    const endpoint = this.node.table.endpoint(slot)
    void this.syncs.repair(endpoint)
  }

  changed(slot: TableSlot, from: Standing, to: Standing): void {
    this.watches.refresh()
    this.events.changed(slot, from, to)
  }

  superseded(by: Endpoint): void {
    this.events.superseded(by)
  }

  /** Members whose streams are watched now. */
  get watching(): number {
    return this.watches.open
  }

  /** What happened around a member, and what it is. */
  explain(id: string, member: Member | undefined): Explanation {
    return explain(this.node, this.journal, id, member, this.now())
  }

  now(): number {
    return this.runtime.now() - this.startedAt
  }

  private arm(deadline: number): void {
    if (deadline >= this.armedAt || this.stopped) return
    this.cancelTimer()
    this.armedAt = deadline
    const waitMs = deadline - this.now()
    const tick = (): void => this.runtime.soon(() => this.tick(deadline))
    if (waitMs > 0) this.cancelTimer = this.runtime.after(waitMs, tick)
    else tick()
  }

  /** A tick that was overtaken by an earlier one does nothing. */
  private tick(armedAt: number): void {
    if (armedAt !== this.armedAt) return
    this.armedAt = Infinity
    this.input((now) => {
      if (now >= this.clockAt) this.readClock(now)
      if (now >= this.delaysAt) this.readDelays(now)
      return this.node.tick(now)
    })
  }

  /** A clock that was wrong at the start may have been set since, or the machine was asleep. */
  private readClock(now: number): void {
    this.clockAt = now + CLOCK_INTERVAL_MS
    this.node.setClock(now, this.runtime.epochSeconds())
  }

  /** The worst delay of our event loop since we looked last: a slow process doubts itself. */
  private readDelays(now: number): void {
    this.delaysAt = now + this.protocol.periodMs
    const delayMs = this.runtime.loopDelayMs?.() ?? 0
    if (delayMs > 0) this.node.delayed(now, delayMs)
  }

  private async pingStream(endpoint: Endpoint, target: Buffer, sequence: number): Promise<void> {
    this.streamPings++
    const timeoutMs = this.protocol.relayBudgetMs
    let failure: unknown
    const stream = await this.transport
      .connect(endpoint, timeoutMs * CONNECT_PART)
      .catch((error: unknown) => void (failure = error))
    const how = evidenceOf(failure)
    if (how !== undefined) this.input((now) => this.node.streamFailed(now, sequence, how))
    stream?.send(encodeStream({ ping: { sequence: sequence >>> 0, target } }))
    const reply = await stream?.receive(timeoutMs)
    stream?.close()
    this.streamPings--
    const message = reply && decodeStream(reply)
    if (message && 'ack' in message && (message.ack.sequence | 0) === sequence) {
      this.input((now) => this.node.streamAck(now, sequence))
    }
  }
}

/** What a stream that could not be opened tells of its host. */
function evidenceOf(failure: unknown): typeof REFUSED | typeof UNHEARD | undefined {
  if (failure instanceof StreamRefused) return REFUSED
  return failure instanceof StreamUnanswered ? UNHEARD : undefined
}
