import { draw } from '../network/draw.js'
import { SimError } from '../plans/sim-error.js'
import type { Fault, Plan } from '../plans/plan.js'
import { swarmFaults, type Swarm } from './swarm.js'

/** Nodes of a fault: these, all, or so many that the seed chooses. */
export type NodeSet = readonly number[] | 'all' | { readonly random: number }

/** One entry of a timeline: a fault once, or again and again. */
export interface Entry {
  readonly fault: Omit<Fault, 'atMs' | 'nodes' | 'from' | 'to'>
  readonly atMs: number
  readonly everyMs?: number
  readonly untilMs?: number
  readonly nodes?: NodeSet
  readonly from?: NodeSet
  readonly to?: NodeSet
}

/** Faults on a cluster, and what must come of it. Build one with `scenario()`, or in YAML. */
export interface Scenario {
  readonly name: string
  readonly says: string
  /** Where the figures come from. */
  readonly source: string
  /** What is expected, for people. */
  readonly expected: string
  readonly plan: Omit<Plan, 'faults' | 'name'>
  readonly timeline: readonly Entry[]
  readonly swarm?: Swarm
  /** Figures of the outcome, and the most that each may be. */
  readonly expect: Readonly<Record<string, number>>
}

const PURPOSE = 0x73636e72

/** The scenario with all that its seed decides written out. */
export function planOf(scenario: Scenario, seed: number): Plan {
  const { nodes, durationMs } = scenario.plan
  const choose = (set: NodeSet | undefined, entry: number, turn: number): number[] | undefined => {
    if (set === undefined) return undefined
    if (set === 'all') return Array.from({ length: nodes }, (_, i) => i)
    if (!('random' in set)) return [...set]
    const chosen = new Set<number>()
    for (let i = 0; chosen.size < Math.min(set.random, nodes); i++) {
      chosen.add(Math.floor(draw(seed, PURPOSE, entry, turn, i) * nodes))
    }
    return [...chosen]
  }
  const timed = scenario.timeline.flatMap((entry, i): Fault[] => {
    const { fault, atMs, everyMs = Infinity, untilMs = durationMs } = entry
    const turns = everyMs === Infinity ? 1 : Math.max(1, Math.ceil((untilMs - atMs) / everyMs))
    return Array.from({ length: turns }, (_, turn) => ({
      ...fault,
      atMs: atMs + (turn === 0 ? 0 : turn * everyMs),
      nodes: choose(entry.nodes, i, turn),
      from: choose(entry.from, i, turn),
      to: choose(entry.to, i, turn),
    }))
  })
  const swarm = scenario.swarm === undefined ? [] : swarmFaults(scenario.swarm, nodes, seed)
  const faults = [...timed, ...swarm].toSorted((a, b) => a.atMs - b.atMs)
  checkNodes(scenario.name, nodes, faults)
  return { ...scenario.plan, name: scenario.name, faults }
}

function checkNodes(name: string, nodes: number, faults: readonly Fault[]): void {
  for (const { kind, nodes: on = [], from = [], to = [], groups = [] } of faults) {
    const beyond = [...on, ...from, ...to, ...groups.flat()].find((node) => node >= nodes)
    if (beyond === undefined) continue
    throw new SimError('USAGE', `${name}: ${kind}: expected nodes below ${nodes}, got ${beyond}`)
  }
}
