import type * as core from '../../lib/core/index.js'
import type { NetworkOptions } from '../network/network.js'
import type { Observer } from './observer.js'

/** Seconds between 2026-01-01 and the start of virtual time. */
export const EPOCH_SECONDS = 10_000_000
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
  /** Checks, measurements, exports. */
  readonly observers?: readonly Observer[]
  /**
   * The two give equal runs; `heap` is there to prove it.
   * @default 'wheel'
   */
  readonly scheduler?: 'wheel' | 'heap'
  /**
   * How nodes that start together keep their tables: `shared` in memory that grows with what they
   * disagree about, `dense` each by itself, as in production. Equal runs.
   * @default 'shared'
   */
  readonly layout?: 'shared' | 'dense'
  /**
   * The name of each node's cluster: those of other names share the network, and nothing else.
   * @default all in one
   */
  readonly clusterOf?: (index: number) => string
  /** @default `node-<index>` */
  readonly idOf?: (index: number) => string
}

/** What a process comes back with: its state as it ended, as it was at its start, or nothing. */
export type Memory = 'kept' | 'stale' | 'lost'
