import type { Fault, Plan } from '../plans/plan.js'
import { run } from './run.js'

/** Runs that a shrinking may take. */
const RUNS_MAX = 400
const NODES_LEAST = 2

/** A smaller plan that still fails the same check. */
export interface Shrunk {
  readonly plan: Plan
  readonly runs: number
}

/**
 * Looks for the smallest plan that fails the same check with the same seed: fewer faults, then
 * fewer nodes, then shorter, then without latency, and again until nothing helps (the idea of
 * delta debugging, Zeller and Hildebrandt, TSE 2002).
 */
export function shrink(
  plan: Plan,
  seed: number,
  check: string,
  /** For a `gate`: what the figures are held against. */
  expect?: Readonly<Record<string, number>>,
): Shrunk {
  const search = new Search(plan, seed, check, expect)
  let before: Plan | undefined
  while (before !== search.best) {
    before = search.best
    dropFaults(search)
    fewer(search.best.nodes).some((nodes) => search.attempt(withNodes(search.best, nodes)))
    let shorterFails = true
    while (shorterFails) shorterFails = search.attempt(shorter(search.best))
    search.attempt(withoutLatency(search.best))
  }
  return { plan: search.best, runs: search.runs }
}

/** The smallest plan that failed so far. */
class Search {
  best: Plan
  runs = 0
  private readonly seed: number
  private readonly check: string
  private readonly expect: Readonly<Record<string, number>> | undefined

  constructor(
    plan: Plan,
    seed: number,
    check: string,
    expect: Readonly<Record<string, number>> | undefined,
  ) {
    this.expect = expect
    this.best = plan
    this.seed = seed
    this.check = check
  }

  /** Whether a candidate fails the same check; it is then the best. */
  attempt(candidate: Plan | undefined): boolean {
    if (candidate === undefined || this.runs >= RUNS_MAX) return false
    this.runs++
    const { violations } = run(candidate, this.seed, { expect: this.expect })
    if (!violations.some(({ check }) => check === this.check)) return false
    this.best = candidate
    return true
  }
}

/** Halves of the faults, then quarters, and so on to single ones. */
function dropFaults(search: Search): void {
  for (let size = search.best.faults.length; size >= 1; size >>= 1) {
    let at = 0
    while (at < search.best.faults.length) {
      const faults = search.best.faults.toSpliced(at, size)
      if (!search.attempt({ ...search.best, faults })) at += size
    }
  }
}

/** Numbers of nodes to try, the fewest first. */
function fewer(nodes: number): number[] {
  const tries = [NODES_LEAST, 3, 4, 5, 6, 8, nodes >> 1, nodes - 1]
  return [...new Set(tries)].filter((count) => count >= NODES_LEAST && count < nodes)
}

/** The same plan without the last nodes; faults that nobody is left for are dropped. */
function withNodes(plan: Plan, nodes: number): Plan {
  const kept = (list: readonly number[] | undefined): number[] | undefined => {
    return list?.filter((node) => node < nodes)
  }
  const faults = plan.faults.map((fault): Fault => {
    const groups = fault.groups?.map((group) => kept(group) as number[])
    return {
      ...fault,
      nodes: kept(fault.nodes),
      from: kept(fault.from),
      to: kept(fault.to),
      groups,
    }
  })
  const somebody = (fault: Fault): boolean => {
    return [fault.nodes, fault.from, fault.to].every((list) => list?.length !== 0)
  }
  return { ...plan, nodes, faults: faults.filter(somebody) }
}

/** Half of the time: of the run after its last fault, then of the faults themselves. */
function shorter(plan: Plan): Plan | undefined {
  const last = Math.max(0, ...plan.faults.map(({ atMs }) => atMs))
  const durationMs = Math.max(last + 1_000, plan.durationMs >> 1)
  if (durationMs < plan.durationMs) return { ...plan, durationMs }
  if (last < 2_000) return undefined
  const faults = plan.faults.map((fault) => ({ ...fault, atMs: fault.atMs >> 1 }))
  return { ...plan, faults, durationMs: Math.max(1_000, plan.durationMs - (last >> 1)) }
}

function withoutLatency(plan: Plan): Plan | undefined {
  if (plan.network.latency?.kind === 'constant' && plan.network.latency.ms === 0) return undefined
  return { ...plan, network: { loss: plan.network.loss, latency: { kind: 'constant', ms: 0 } } }
}
