import { EMPTY_PLAN, type Fault, type Plan } from '../plans/plan.js'
import type { Outcome } from './outcome.js'
import { run } from './run.js'

/** Datagrams, from the first on, that each may be lost, doubled or late. */
const DATAGRAMS = 16
/** Moments at which each node may stand still. */
const STALLS_MS = [300, 600, 900] as const
const STALL_FOR_MS = 900

export interface Explored {
  readonly runs: number
  /** The first that failed; none before it has fewer faults. */
  readonly failed?: Outcome
}

/**
 * Goes through every run of three nodes with at most so many faults, of all that can befall the
 * first datagrams and the nodes themselves; fewer faults first, so that the first one that fails
 * is a shortest counterexample.
 */
export function explore(depth: number, plant: string | undefined, stop: () => boolean): Explored {
  const choices = everyFault()
  let runs = 0
  for (let faults = 0; faults <= depth; faults++) {
    for (const chosen of combinations(choices, faults)) {
      if (stop()) return { runs }
      const outcome = run(planWith(chosen, plant), 1)
      runs++
      if (outcome.violations.length > 0) return { runs, failed: outcome }
    }
  }
  return { runs }
}

function planWith(faults: readonly Fault[], plant: string | undefined): Plan {
  const small = { name: 'explore', nodes: 3, profile: 'local', durationMs: 4_000 } as const
  return { ...EMPTY_PLAN, ...small, faults, ...(plant !== undefined && { plant }) }
}

function everyFault(): Fault[] {
  const single = Array.from({ length: DATAGRAMS }, (_, i) => i + 1).flatMap((nth) => {
    return ['lost', 'doubled', 'late'].map((how): Fault => ({
      kind: 'packet',
      atMs: 0,
      with: { nth, how },
    }))
  })
  const stalls = STALLS_MS.flatMap((atMs) => {
    return [0, 1, 2].map((node): Fault => ({
      kind: 'stall',
      atMs,
      forMs: STALL_FOR_MS,
      nodes: [node],
    }))
  })
  return [...single, ...stalls]
}

function* combinations<T>(items: readonly T[], count: number, from = 0): Generator<T[]> {
  if (count === 0) {
    yield []
    return
  }
  for (let i = from; i < items.length; i++) {
    for (const rest of combinations(items, count - 1, i + 1)) yield [items[i], ...rest]
  }
}
