import type { Runtime } from '../../lib/cluster/index.js'
import type { Endpoint } from '../../lib/core/index.js'
import {
  noFailures,
  type Receiver,
  type Stream,
  type Transport,
  type TransportFailures,
} from '../../lib/transport/index.js'
import { draw } from '../network/draw.js'
import { Machine } from '../world/machine.js'
import { EPOCH_SECONDS } from '../world/world-options.js'
import { indexAt } from '../world/addresses.js'
import type { Fabric } from '../world/fabric.js'
import { VirtualStream, type StreamEnd } from './virtual-stream.js'

const PURPOSE = 0x67756573

/**
 * One process of a user's simulation: the clock, timers, randomness and transport that a cluster
 * gets there instead of the machine's.
 */
export class Guest implements Transport, Runtime, StreamEnd {
  readonly endpoint: Endpoint
  readonly failures: TransportFailures = noFailures()
  readonly index: number
  readonly machine: Machine = new Machine()
  readonly streams: Set<VirtualStream> = new Set()
  /** Whether it runs; a crashed one does nothing any more. */
  alive = true
  private readonly fabric: Fabric
  /** All of the world's, by index. */
  private readonly guests: readonly Guest[]
  private receiver: Receiver | undefined
  private drawn = 0

  constructor(index: number, endpoint: Endpoint, fabric: Fabric, guests: readonly Guest[]) {
    this.index = index
    this.endpoint = endpoint
    this.fabric = fabric
    this.guests = guests
  }

  // What Runtime asks for.

  now(): number {
    return this.machine.clock.ms(this.fabric.time)
  }

  epochSeconds(): number {
    return EPOCH_SECONDS + Math.floor(this.now() / 1_000) + this.machine.clock.wallOffsetSeconds
  }

  wallMs(): number {
    const { wallOffsetSeconds } = this.machine.clock
    return Date.UTC(2026, 0, 1) + 1_000 * (EPOCH_SECONDS + wallOffsetSeconds) + this.now()
  }

  after(ms: number, callback: () => void): () => void {
    const due = this.machine.clock.timeOf(this.now() + Math.max(0, ms))
    return this.fabric.after(Math.max(0, due - this.fabric.time), () => this.when(0, callback))
  }

  soon(callback: () => void): void {
    this.fabric.after(0, () => this.when(0, callback))
  }

  random(): number {
    const part = draw(this.fabric.seed, PURPOSE, this.index, 0, ++this.drawn)
    return Math.floor(part * 4_294_967_296) | 0
  }

  // What Transport asks for.

  start(receiver: Receiver): void {
    this.receiver = receiver
  }

  send(to: Endpoint, bytes: Uint8Array, length: number): void {
    const target = this.peerAt(to)
    if (this.alive && target !== undefined) {
      this.fabric.post(this.index, target.index, bytes, length)
    }
  }

  connect(to: Endpoint, timeoutMs: number): Promise<Stream> {
    const target = this.peerAt(to)
    if (target === undefined) return Promise.reject(new Error(`no node has the endpoint ${to}`))
    return VirtualStream.open(this, target, this.fabric, timeoutMs)
  }

  close(): Promise<void> {
    this.receiver = undefined
    for (const stream of this.streams) stream.abort()
    return Promise.resolve()
  }

  /** The process ends without a word; its host says so to whoever has a stream to it. */
  kill(): void {
    this.alive = false
    for (const stream of this.streams) stream.abort()
    this.streams.clear()
  }

  /** A datagram has come; the bytes are lent. */
  deliver(from: Endpoint, bytes: Uint8Array): void {
    const kept = this.machine.isBusy(this.fabric.time) ? bytes.slice() : bytes
    this.when(bytes.length, () => this.receiver?.datagram(from, kept))
  }

  get listening(): boolean {
    return this.alive && this.receiver !== undefined
  }

  /** Somebody has opened a stream to us. */
  accept(stream: VirtualStream): void {
    this.receiver?.stream(stream)
  }

  /** Does something now, or once it is no longer standing still; never after its crash. */
  when(length: number, run: () => void): void {
    if (!this.alive) return
    if (this.machine.isBusy(this.fabric.time)) this.machine.defer(length, run)
    else run()
  }

  private peerAt(endpoint: Endpoint): Guest | undefined {
    return this.guests[indexAt(endpoint)]
  }
}
