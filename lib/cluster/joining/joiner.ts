import { GyreError } from '../../base/error.js'
import type { Endpoint } from '../../core/index.js'
import { together, type Discovery } from '../../discovery/index.js'
import type { Driver } from '../driver/driver.js'
import type { Runtime } from '../../runtime/runtime.js'

/** Seeds tried at one time. */
const SEEDS_AT_ONCE = 10
/** The wait before the first retry; doubled each time, up to the maximum. */
const RETRY_MS = 200
const RETRY_MS_MAX = 5_000

/** What the joiner asks of its cluster. */
export interface JoinerHost {
  /** One sync; false if nobody answered, throws a GyreError if refused. */
  sync(endpoint: Endpoint): Promise<boolean>
  /** Whether there is still nobody but us. */
  isAlone(): boolean
  /** Whether a live member has this endpoint. */
  isKnown(endpoint: Endpoint): boolean
  /** Something that an operator should know; the joiner goes on. */
  report(error: GyreError): void
}

/**
 * Finds the first peers, and finds them again whenever we are alone: seeds are asked for anew at
 * each attempt, with back-off, for ever.
 */
export class Joiner {
  private readonly discovery: Discovery
  private readonly runtime: Runtime
  private readonly host: JoinerHost
  private readonly self: Endpoint
  private retryMs = RETRY_MS
  private trying = false
  private stopped = false
  private cancel: () => void = () => {}
  private cancelWatch: () => void = () => {}
  private endWatching: () => void = () => {}

  constructor(parts: {
    readonly discovery: Discovery
    readonly runtime: Runtime
    readonly host: JoinerHost
    readonly self: Endpoint
  }) {
    this.discovery = parts.discovery
    this.runtime = parts.runtime
    this.host = parts.host
    this.self = parts.self
  }

  /**
   * One round over all seeds. True once one has let us in.
   * @throws GyreError the refusal, if somebody answered, but nobody let us in.
   */
  async attempt(): Promise<boolean> {
    const { endpoints, failures } = await this.discovery.find()
    for (const failure of failures) this.host.report(failure)
    const seeds = endpoints.filter((endpoint) => endpoint !== this.self)
    let refusal: unknown
    for (let at = 0; at < seeds.length; at += SEEDS_AT_ONCE) {
      const batch = seeds.slice(at, at + SEEDS_AT_ONCE)
      const results = await Promise.allSettled(batch.map((seed) => this.host.sync(seed)))
      if (results.some((result) => result.status === 'fulfilled' && result.value)) return true
      refusal ??= results.find((result) => result.status === 'rejected')?.reason
    }
    if (refusal !== undefined) throw refusal
    return false
  }

  /** Goes on in the background for as long as we are alone. May be called at any time. */
  keepTrying(): void {
    if (this.trying || this.stopped) return
    this.trying = true
    this.retryMs = RETRY_MS
    this.later()
  }

  /**
   * From now on tries one seed each interval that is no live member's, for as long as there is one:
   * clusters that grew apart, or never knew each other, find together over their seeds.
   */
  watch(intervalMs: number): void {
    if (this.stopped) return
    this.healLater(intervalMs)
    const { discovery } = this
    this.endWatching = discovery.watch?.(() => void this.look()) ?? (() => {})
  }

  private healLater(intervalMs: number): void {
    if (this.stopped) return
    this.cancelWatch = this.runtime.after(intervalMs, () => void this.heal(intervalMs))
  }

  /** There may be other seeds now. */
  private async look(): Promise<void> {
    if (this.host.isAlone())
      await this.attempt().catch((error: GyreError) => this.host.report(error))
    else await this.tryMissing()
  }

  stop(): void {
    this.stopped = true
    this.cancel()
    this.cancelWatch()
    this.endWatching()
  }

  private async heal(intervalMs: number): Promise<void> {
    // Alone, all of them are tried anyway.
    if (!this.host.isAlone()) await this.tryMissing()
    this.healLater(intervalMs)
  }

  private async tryMissing(): Promise<void> {
    const { endpoints } = await this.discovery.find()
    const missing = endpoints.filter((seed) => seed !== this.self && !this.host.isKnown(seed))
    const seed = missing[(this.runtime.random() >>> 0) % missing.length]
    // A refusal was told when we joined, and is nothing new.
    if (seed !== undefined && !this.stopped) await this.host.sync(seed).catch(() => false)
  }

  private later(): void {
    // A random part, or all members of a cluster that starts would try in step.
    const spread = 0.5 + (this.runtime.random() >>> 0) / 2 ** 32
    this.cancel = this.runtime.after(this.retryMs * spread, () => void this.retry())
    this.retryMs = Math.min(RETRY_MS_MAX, this.retryMs * 2)
  }

  private async retry(): Promise<void> {
    if (this.host.isAlone() && !this.stopped) {
      await this.attempt().catch((error: GyreError) => this.host.report(error))
    }
    this.trying = this.host.isAlone() && !this.stopped
    if (this.trying) this.later()
  }
}

/** A joiner for a member, over seeds and over those whom it remembers. */
export function joinerFor(
  driver: Pick<Driver, 'node' | 'syncs'>,
  discovery: Discovery,
  remembered: readonly Endpoint[],
  runtime: Runtime,
  host: Pick<JoinerHost, 'isKnown' | 'report'>,
): Joiner {
  const { node } = driver
  const known = { find: () => Promise.resolve({ endpoints: remembered, failures: [] }) }
  return new Joiner({
    discovery: together([discovery, known]),
    runtime,
    self: node.table.endpoint(node.self),
    host: {
      ...host,
      sync: (seed) => driver.syncs.with(seed, !node.started),
      isAlone: () => node.liveCount === 1,
    },
  })
}
