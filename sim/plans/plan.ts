import type { ProfileName, ProtocolOptions } from '../../lib/core/index.js'
import type { RingPlan } from './ring-plan.js'
import type { NetworkOptions } from '../network/network.js'

/** What can befall a process. */
export type ProcessFault =
  | 'crash'
  | 'kill'
  | 'refuse'
  | 'restart'
  | 'join'
  | 'takeover'
  | 'leave'
  | 'withdraw'
  | 'meta'
  | 'stall'
  | 'slow'
  | 'jitter'
  | 'drift'
  | 'step'

/** What can befall the network. */
export type NetworkFault =
  | 'partition'
  | 'bridge'
  | 'majorities'
  | 'isolate'
  | 'nat'
  | 'swizzle'
  | 'cut'
  | 'loss'
  | 'bursts'
  | 'delay'
  | 'duplicate'
  | 'reorder'
  | 'replay'
  | 'corrupt'
  | 'truncate'
  | 'limit'
  | 'packet'

/** What can befall a cluster; what each takes is in `FAULTS`. */
export type FaultKind = ProcessFault | NetworkFault

/** One fault of a plan. What else it takes depends on its kind; see `FAULTS`. */
export interface Fault {
  readonly kind: FaultKind
  /** When it begins, in virtual milliseconds. */
  readonly atMs: number
  /** How long it lasts; without: until all faults end. */
  readonly forMs?: number
  /** It lasts until no view has changed for three times the longest suspicion. */
  readonly untilSettled?: boolean
  /** The nodes that it befalls. */
  readonly nodes?: readonly number[]
  /** Of a fault of the network: only what goes from these nodes, to those. */
  readonly from?: readonly number[]
  readonly to?: readonly number[]
  /** The sides of a partition. */
  readonly groups?: readonly (readonly number[])[]
  /** Numbers and words that the kind takes. */
  readonly with?: Readonly<Record<string, number | string>>
}

/** The nodes that a fault befalls. */
export function nodesOf(fault: Pick<Fault, 'nodes'>): readonly number[] {
  return fault.nodes ?? []
}

/**
 * A run, written out: no chance is left in it but what the seed decides. Plain data, so that it
 * can be kept, shrunk and sent to somebody else.
 */
export interface Plan {
  readonly name: string
  /** 2…100,000 */
  readonly nodes: number
  readonly profile: ProfileName
  readonly protocol: Partial<ProtocolOptions>
  readonly network: NetworkOptions
  readonly start: 'together' | 'empty'
  /** Node i is of cluster i mod so many; they share the network, and nothing else. */
  readonly clusters: number
  /** How long the phase of faults lasts; then all is healed, and must come to rest. */
  readonly durationMs: number
  /** How long that may take. 0: as long as the protocol's own bounds say. */
  readonly settleMs: number
  readonly faults: readonly Fault[]
  /** Situations that a sweep must have met. */
  readonly sometimes: readonly string[]
  /** The nodes have a ring. */
  readonly ring?: RingPlan
  /** A bug that is planted, to see whether it is found. */
  readonly plant?: string
}

export const EMPTY_PLAN: Plan = {
  name: 'unnamed',
  nodes: 8,
  profile: 'lan',
  protocol: {},
  network: {},
  start: 'together',
  clusters: 1,
  durationMs: 60_000,
  settleMs: 0,
  faults: [],
  sometimes: [],
}

/** All nodes but these. */
export function others(nodes: number, except: readonly number[]): number[] {
  const out = new Set(except)
  return Array.from({ length: nodes }, (_, i) => i).filter((i) => !out.has(i))
}
