import {
  CONNECT_PART,
  Journal,
  NO_SLOT,
  EVIDENCE,
  SwimNode,
  type Endpoint,
  type Evidence,
  type Identity,
  type Outbox,
  type ProtocolOptions,
  type Standing,
  type TableSlot,
} from '../../core/index.js'
import type { Runtime } from '../../runtime/index.js'
import { NO_COMMON_KEY } from '../../seal/index.js'
import { StreamRefused, StreamUnanswered, type Transport } from '../../transport/index.js'
import { decodeStream, encodeStream, type KeyChange } from '../../wire/index.js'
import { EngineLoop } from './engine-loop.js'
import { askOver } from './key-exchange.js'
import { Reception, type StreamServices } from './reception.js'
import { SilentStreams } from './silent-streams.js'
import { Syncs } from './syncs.js'

/** Stream pings under way at one time; further ones are left to the relays. */
const STREAM_PINGS_MAX = 8
/** Notes that the journal keeps, of all members together: 20 bytes each. */
const JOURNAL_NOTES = 16_384

/** What the driver reports to the cluster, always after the engine has returned. */
export interface DriverListener extends StreamServices {
  changed(slot: TableSlot, from: Standing, to: Standing): void
  superseded(by: Endpoint): void
  /** Everything that came of one input has been reported. */
  settled(): void
  /** A users' message from a live member; the bytes are lent. */
  message(from: string, bytes: Uint8Array): void
}

/** Joins the pure engine to the network: its outbox on one side, datagrams and streams on the other. */
export class Driver implements Outbox {
  readonly node: SwimNode
  readonly loop: EngineLoop
  readonly journal: Journal = new Journal(JOURNAL_NOTES)
  readonly transport: Transport
  readonly silentStreams: SilentStreams
  readonly syncs: Syncs
  private readonly runtime: Runtime
  private readonly protocol: ProtocolOptions
  private listener!: DriverListener
  private streamPings = 0

  constructor(parts: {
    readonly transport: Transport
    readonly runtime: Runtime
    readonly protocol: ProtocolOptions
    readonly cluster: string
    readonly id: string
    readonly endpoint: Endpoint
    readonly meta: Uint8Array
    readonly identity: Identity | undefined
    /** From the snapshot: our last incarnation, and the genesis; 0 if unknown. */
    readonly past: { readonly incarnation: number; readonly genesis: number }
  }) {
    const { transport, runtime, protocol, cluster, id, endpoint, meta, identity, past } = parts
    this.transport = transport
    this.runtime = runtime
    this.protocol = protocol
    const epochSeconds = runtime.epochSeconds()
    const seed = [runtime.random(), runtime.random()] as const
    // Above our last one even where the clock was set back, or others would hold us to be our own past.
    const incarnation = Math.max(epochSeconds, past.incarnation + 1)
    const record = { cluster, id, endpoint, meta, incarnation, epochSeconds, seed, identity }
    this.node = new SwimNode({ ...record, protocol, outbox: this, journal: this.journal })
    this.node.adoptGenesis(past.genesis)
    const settled = (): void => this.listener.settled()
    this.loop = new EngineLoop({ node: this.node, runtime, protocol, settled })
    this.silentStreams = new SilentStreams({ loop: this.loop, transport, runtime, protocol })
    this.syncs = new Syncs({ loop: this.loop, transport, protocol })
  }

  /** From now on datagrams and streams are taken in, and what comes of them is reported. */
  listen(listener: DriverListener): void {
    const { loop, node, transport, silentStreams } = this
    this.listener = listener
    const reception = new Reception({ loop, silentStreams, services: listener })
    transport.start({
      datagram: (from, bytes) => {
        loop.input((now) => node.receive(now, from, bytes, bytes.length))
      },
      stream: (stream) => void reception.serve(stream),
    })
  }

  /** Starts without having been let in by another member: as a founder, or to wait for one. */
  start(founds: boolean): void {
    if (founds) this.node.adoptGenesis(this.runtime.random() | 1)
    this.loop.input((now) => this.node.start(now))
  }

  stop(): void {
    this.silentStreams.stop()
    this.loop.stop()
  }

  /** Has another member change its keys. Resolves with the reason why not, or ''. */
  async askKeyChange(endpoint: Endpoint, change: KeyChange, timeoutMs: number): Promise<string> {
    let why = ''
    // A joiner may know only a key that we no longer use.
    for (const keyId of this.transport.keyIds as readonly string[]) {
      const stream = await this.transport.connect(endpoint, timeoutMs, keyId).catch(() => undefined)
      if (stream === undefined) return 'it cannot be reached'
      why = await askOver(stream, change, timeoutMs)
      stream.close()
      if (why !== NO_COMMON_KEY) break
    }
    return why
  }

  /** Sends a users' message to a member in a datagram; does nothing where no member has the id. */
  post(to: string, bytes: Uint8Array): void {
    const slot = this.node.table.findId(to)
    if (slot !== NO_SLOT) this.loop.input((now) => this.node.message(now, slot, bytes))
  }

  // The engine's outbox.

  send(to: Endpoint, bytes: Uint8Array, length: number): void {
    this.transport.send(to, bytes, length)
  }

  streamPing(slot: TableSlot, sequence: number): void {
    const endpoint = this.node.table.endpoint(slot)
    const target = Buffer.from(this.node.table.id(slot))
    if (this.streamPings < STREAM_PINGS_MAX) void this.pingStream(endpoint, target, sequence)
  }

  message(from: TableSlot, bytes: Uint8Array): void {
    this.listener.message(this.node.table.id(from), bytes)
  }

  sync(slot: TableSlot): void {
    void this.syncs.repair(this.node.table.endpoint(slot))
  }

  changed(slot: TableSlot, from: Standing, to: Standing): void {
    this.silentStreams.refresh()
    this.listener.changed(slot, from, to)
  }

  superseded(by: Endpoint): void {
    this.listener.superseded(by)
  }

  private async pingStream(endpoint: Endpoint, target: Buffer, sequence: number): Promise<void> {
    const { loop, node } = this
    this.streamPings++
    const timeoutMs = this.protocol.relayBudgetMs
    let failure: unknown
    const stream = await this.transport
      .connect(endpoint, timeoutMs * CONNECT_PART)
      .catch((error: unknown) => void (failure = error))
    const evidence = evidenceOf(failure)
    if (evidence !== undefined) loop.input((now) => node.streamFailed(now, sequence, evidence))
    stream?.send(encodeStream({ ping: { sequence: sequence >>> 0, target } }))
    const reply = await stream?.receive(timeoutMs)
    stream?.close()
    this.streamPings--
    const message = reply && decodeStream(reply)
    if (message && 'ack' in message && (message.ack.sequence | 0) === sequence) {
      loop.input((now) => node.streamAck(now, sequence))
    }
  }
}

/** What a stream that could not be opened tells of its host. */
function evidenceOf(failure: unknown): Evidence | undefined {
  if (failure instanceof StreamRefused) return EVIDENCE.refused
  return failure instanceof StreamUnanswered ? EVIDENCE.unheard : undefined
}
