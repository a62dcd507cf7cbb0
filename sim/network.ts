import { fmix32 } from '../lib/base/hash.js'

export interface NetworkOptions {
  /**
   * One way, in milliseconds, at the least.
   * @default 0.5
   */
  readonly latencyMs?: number
  /**
   * Added to it, uniform in 0…jitterMs.
   * @default 0.5
   */
  readonly jitterMs?: number
  /**
   * The part of all datagrams that is lost, 0…1. Streams are retransmitted, so they never lose.
   * @default 0
   */
  readonly loss?: number
}

/** A cut between two sets of nodes, in both directions unless `oneWay`. */
export interface Cut {
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Only what goes from `from` to `to` is lost. */
  readonly oneWay?: boolean
}

/** Independent purposes of randomness: one more of one kind never shifts another. */
const STREAM = { loss: 0x6c6f7373, jitter: 0x6a697474 } as const

/**
 * The network between the nodes of a world: which datagrams arrive, and after how long. Every draw
 * is a hash of (seed, purpose, source, target, how many that source had sent), not the next of a
 * shared generator.
 */
export class Network {
  loss: number
  private readonly latencyUs: number
  private readonly jitterUs: number
  private readonly cuts = new Set<(source: number, target: number) => boolean>()
  private readonly sent: Int32Array
  private readonly seed: number

  constructor(nodes: number, seed: number, options: NetworkOptions) {
    this.seed = fmix32(seed ^ 0x6e657477)
    this.loss = options.loss ?? 0
    this.latencyUs = Math.round((options.latencyMs ?? 0.5) * 1_000)
    this.jitterUs = Math.round((options.jitterMs ?? 0.5) * 1_000)
    this.sent = new Int32Array(nodes)
  }

  /** The delay of one datagram in microseconds, or −1: lost. */
  datagram(source: number, target: number): number {
    const count = ++this.sent[source]
    if (this.loss > 0 && this.draw(STREAM.loss, source, target, count) < this.loss) return -1
    if (!this.open(source, target)) return -1
    return this.delay(source, target, count)
  }

  /** The delay of one leg of a stream in microseconds, or −1: no connection. */
  stream(source: number, target: number): number {
    const connected = this.open(source, target) && this.open(target, source)
    return connected ? this.delay(source, target, ++this.sent[source]) : -1
  }

  /** Cuts until the returned function is called. */
  cut(cut: Cut): () => void {
    const [from, to] = [new Set(cut.from), new Set(cut.to)]
    const rule = (source: number, target: number): boolean => {
      const back = cut.oneWay !== true && to.has(source) && from.has(target)
      return back || (from.has(source) && to.has(target))
    }
    this.cuts.add(rule)
    return () => void this.cuts.delete(rule)
  }

  private open(source: number, target: number): boolean {
    for (const blocks of this.cuts) if (blocks(source, target)) return false
    return true
  }

  private delay(source: number, target: number, count: number): number {
    const jitter = this.draw(STREAM.jitter, source, target, count) * this.jitterUs
    return this.latencyUs + Math.floor(jitter)
  }

  /** Uniform in [0, 1). */
  private draw(stream: number, source: number, target: number, count: number): number {
    const who = fmix32(Math.imul(source + 1, 0x9e3779b1) ^ fmix32(target ^ stream))
    return (fmix32(fmix32(who + count) ^ this.seed) >>> 0) / 4_294_967_296
  }
}
