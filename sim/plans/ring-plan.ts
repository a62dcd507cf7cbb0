import type { Mode } from '../../lib/ownership/index.js'

/** The ring that the nodes of a plan have; what is left out is as in `cluster.ring`. */
export interface RingPlan {
  readonly mode: Mode
  /** 1…65,536, a power of two. */
  readonly slots: number
  readonly replicas: number
  readonly stopAfterMs: number
  readonly takeAfterMs: number
}

export const DEFAULT_RING: RingPlan = {
  mode: 'available',
  slots: 64,
  replicas: 2,
  stopAfterMs: 2_000,
  takeAfterMs: 3_000,
}
