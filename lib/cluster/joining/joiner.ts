import { GyreError } from '../../base/error.js'
import type { Endpoint } from '../../core/index.js'
import type { Discovery } from '../../discovery/index.js'
import type { Runtime, Teller } from '../../runtime/index.js'
import type { Driver } from '../driver/driver.js'
import type { Roster } from '../members/roster.js'

/** Seeds tried at one time. */
const SEEDS_AT_ONCE = 10
/** The wait before the first retry; doubled each time, up to the maximum. */
const RETRY_MS = 200
const RETRY_MS_MAX = 5_000

/**
 * Finds the first peers, and finds them again whenever we are alone: each attempt asks the discovery
 * anew, with back-off, for ever.
 */
export class Joiner {
  private readonly discovery: Discovery
  private readonly runtime: Runtime
  private readonly driver: Pick<Driver, 'node' | 'syncs'>
  private readonly roster: Pick<Roster, 'live'>
  private readonly teller: Pick<Teller, 'fault'>
  private retryMs = RETRY_MS
  private trying = false
  private stopped = false
  private cancelRetry: () => void = () => {}
  private cancelWatch: () => void = () => {}
  private stopDiscovery: () => void = () => {}

  constructor(parts: {
    readonly discovery: Discovery
    readonly runtime: Runtime
    readonly driver: Pick<Driver, 'node' | 'syncs'>
    readonly roster: Pick<Roster, 'live'>
    readonly teller: Pick<Teller, 'fault'>
  }) {
    this.discovery = parts.discovery
    this.runtime = parts.runtime
    this.driver = parts.driver
    this.roster = parts.roster
    this.teller = parts.teller
  }

  /**
   * One round over all seeds. True once one has let us in.
   * @throws GyreError the first refusal, if seeds answered and none let us in.
   */
  async attempt(): Promise<boolean> {
    const { endpoints, failures } = await this.discovery.find()
    for (const failure of failures) this.teller.fault(failure)
    const seeds = endpoints.filter((endpoint) => !this.isSelf(endpoint))
    let refusal: unknown
    for (let at = 0; at < seeds.length; at += SEEDS_AT_ONCE) {
      const batch = seeds.slice(at, at + SEEDS_AT_ONCE)
      const results = await Promise.allSettled(batch.map((seed) => this.sync(seed)))
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
    this.stopDiscovery = discovery.watch?.(() => void this.look()) ?? (() => {})
  }

  private healLater(intervalMs: number): void {
    if (this.stopped) return
    this.cancelWatch = this.runtime.after(intervalMs, () => void this.heal(intervalMs))
  }

  /** The discovery says that there may be other seeds now. */
  private async look(): Promise<void> {
    if (this.isAlone) await this.attempt().catch((error: GyreError) => this.teller.fault(error))
    else await this.tryMissing()
  }

  stop(): void {
    this.stopped = true
    this.cancelRetry()
    this.cancelWatch()
    this.stopDiscovery()
  }

  private async heal(intervalMs: number): Promise<void> {
    // Alone, all of them are tried anyway.
    if (!this.isAlone) await this.tryMissing()
    this.healLater(intervalMs)
  }

  private async tryMissing(): Promise<void> {
    const { endpoints } = await this.discovery.find()
    const live = new Set(this.roster.live().map(({ endpoint }) => endpoint))
    const missing = endpoints.filter((seed) => !live.has(seed) && !this.isSelf(seed))
    const seed = missing[(this.runtime.random() >>> 0) % missing.length]
    // A refusal was reported when we joined, and is nothing new.
    if (seed !== undefined && !this.stopped) await this.sync(seed).catch(() => false)
  }

  /** One sync with a seed; false if it cannot be reached. @throws GyreError if it refuses */
  private sync(seed: Endpoint): Promise<boolean> {
    return this.driver.syncs.with(seed, !this.driver.node.started)
  }

  private get isAlone(): boolean {
    return this.driver.node.liveCount === 1
  }

  private isSelf(seed: Endpoint): boolean {
    const { table, self } = this.driver.node
    return table.endpoint(self) === seed
  }

  private later(): void {
    // A random part, or all members of a cluster that starts would try in step.
    const spread = 0.5 + (this.runtime.random() >>> 0) / 2 ** 32
    this.cancelRetry = this.runtime.after(this.retryMs * spread, () => void this.retry())
    this.retryMs = Math.min(RETRY_MS_MAX, this.retryMs * 2)
  }

  private async retry(): Promise<void> {
    if (this.isAlone && !this.stopped) {
      await this.attempt().catch((error: GyreError) => this.teller.fault(error))
    }
    this.trying = this.isAlone && !this.stopped
    if (this.trying) this.later()
  }
}
