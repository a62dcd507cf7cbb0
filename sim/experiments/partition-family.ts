import * as core from '../../lib/core/index.js'
import { EMPTY_PLAN, others, type Fault, type Plan } from '../plans/plan.js'
import { run } from '../runs/run.js'
import * as E from './experiment.js'

/** ⌊log2 n⌋ + 1 bipartitions that between them separate every pair, and every isolation of one. */
function cuts(nodes: number): number[][][] {
  const all = others(nodes, [])
  const bits = Math.max(1, Math.ceil(Math.log2(nodes)))
  const byBit = Array.from({ length: bits }, (_, bit) => all.filter((node) => (node >> bit) & 1))
  const halves = [...byBit, all.slice(0, nodes >> 1)]
  const sides = halves.filter((side) => side.length > 0 && side.length < nodes)
  const single = all.map((node) => [node])
  return [...sides, ...single].map((side) => [side, others(nodes, side)])
}

/** Complete, one-way, or partial: two sides that a few in between still reach. */
function faultsOf(sides: number[][], kind: number, nodes: number): Fault[] {
  const [one, other] = sides
  const when = { atMs: 2_000, forMs: 40_000 }
  if (kind === 0) return [{ kind: 'partition', ...when, groups: sides }]
  if (kind === 1) return [{ kind: 'cut', ...when, from: one, to: other }]
  const between = other.slice(0, Math.max(1, Math.round(0.02 * nodes)))
  const rest = other.filter((node) => !between.includes(node))
  return [{ kind: 'partition', ...when, groups: [one, rest] }]
}

/** Up to three more events on top: a crash and its restart, and a leave. */
function events(turn: number, nodes: number): Fault[] {
  if (nodes < 5) return []
  const node = turn % nodes
  const further: Fault[] = [
    { kind: 'crash', atMs: 8_000, nodes: [node] },
    { kind: 'restart', atMs: 20_000, nodes: [node] },
    { kind: 'leave', atMs: 30_000, nodes: [(node + 1) % nodes] },
  ]
  return further.slice(0, turn % 4)
}

/** Seconds until there is one view again after half against half for so long; NaN: never in time. */
function longCut(nodes: number, minutes: number, seed: number): number {
  const all = others(nodes, [])
  const groups = [all.slice(0, nodes >> 1), all.slice(nodes >> 1)]
  const forMs = minutes * 60_000
  const faults: Fault[] = [{ kind: 'partition', atMs: 2_000, forMs, groups }]
  const plan = { ...EMPTY_PLAN, name: 'long-partition', nodes, durationMs: forMs + 2_000, faults }
  const { violations, figures } = run(plan, seed)
  return E.onlyIf(violations.length === 0, Number(figures.healMs) / 1_000)
}

export const partitionFamily: E.Experiment = {
  name: 'partition-family',
  says: 'bipartitions and isolations, complete, one-way and partial, with further events',
  source: 'Alquraan et al., OSDI 2018: 88 % of failures need one isolated node',
  expected: 'safe throughout; after the heal one view within the reconnect interval + 2 s',
  takes: { largest: 64, minutes: 10 },
  tiny: { largest: 5, minutes: 1 },
  measure({ largest, minutes }, seed) {
    return [3, 5, 16, 64]
      .filter((nodes) => nodes <= largest)
      .flatMap((nodes) => {
        const reconnectMs = core.PROFILES.lan.reconnectMs
        const [unsafe, stuck]: [string[], string[]] = [[], []]
        const heals: number[] = []
        let turn = 0
        for (const sides of cuts(nodes)) {
          // Complete, one-way and partial as 69 : 29 : 2, as the failures studied were.
          const kind = turn % 50 === 4 ? 2 : turn % 10 < 7 ? 0 : 1
          const faults = [...faultsOf(sides, kind, nodes), ...events(turn, nodes)]
          const plan: Plan = {
            ...EMPTY_PLAN,
            name: 'partition-family',
            nodes,
            durationMs: 42_000,
            faults,
          }
          const outcome = run(plan, seed + turn++)
          const checks = outcome.violations.map(({ check }) => check)
          unsafe.push(...checks.filter((check) => check.startsWith('S')))
          stuck.push(...checks.filter((check) => check.startsWith('L')))
          heals.push(Number(outcome.figures.healMs))
        }
        const healsWithin = reconnectMs / 1_000 + 2
        const long = longCut(nodes, minutes, seed)
        return [
          E.atMost(`n ${nodes}: halves for ${minutes} min, healed, s`, healsWithin, long),
          E.atMost(`n ${nodes}: of ${turn} runs, unsafe`, 0, unsafe.length, unsafe.join(' ')),
          E.atMost(`n ${nodes}: not at rest in time`, 0, stuck.length, stuck.join(' ')),
          E.atMost(`n ${nodes}: healed, s at most`, healsWithin, Math.max(...heals) / 1_000),
        ]
      })
  },
}
