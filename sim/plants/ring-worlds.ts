import { DEFAULT_RING } from '../plans/ring-plan.js'
import type { Fault, Plan } from '../plans/plan.js'

// Where bugs of rings show.

export const AVAILABLE: Partial<Plan> = { ring: { ...DEFAULT_RING, slots: 64 } }
export const MAJORITY: Partial<Plan> = { ring: { ...DEFAULT_RING, mode: 'majority', slots: 16 } }

export const comeAndGo: Fault[] = [
  { kind: 'withdraw', atMs: 3_000, nodes: [1] },
  { kind: 'withdraw', atMs: 8_000, nodes: [2, 3] },
  { kind: 'join', atMs: 15_000, nodes: [1] },
]
/** Planned changes alone. */
export const CALM: Partial<Plan> = { ...AVAILABLE, durationMs: 25_000, faults: comeAndGo }
