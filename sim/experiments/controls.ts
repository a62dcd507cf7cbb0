import { PLANTS, type Plant } from '../plants/index.js'
import { compareTwins } from '../runs/twins.js'
import { run } from '../runs/run.js'
import type { Token } from '../runs/token.js'
import { shrink } from '../runs/shrink.js'
import { EMPTY_PLAN, type Plan } from '../plans/plan.js'
import { swarmFaults, USUAL_KINDS } from '../scenarios/swarm.js'
import * as E from './experiment.js'

/** The swarm that bugs are hunted in, and that gyre itself must come through. */
export function huntPlan(seed: number): Plan {
  const nodes = 8
  const swarm = { faults: 6, kinds: USUAL_KINDS, fromMs: 2_000, untilMs: 40_000, forMs: 15_000 }
  return { ...EMPTY_PLAN, name: 'hunt', nodes, faults: swarmFaults(swarm, nodes, seed) }
}

/** The first seed at which one of the plant's checks fails, and which. */
export function hunt(name: string, seeds: number): (Token & { readonly plan: Plan }) | undefined {
  const plant = PLANTS.find((known) => known.name === name) as Plant
  for (let seed = 1; seed <= seeds; seed++) {
    const plan: Plan = { ...huntPlan(seed), ...plant.where, plant: name }
    const outcome = run(plan, seed)
    const twins = plant.finds.includes('S21') ? compareTwins(outcome).violations : []
    const found = [...outcome.violations, ...twins].find(({ check }) => plant.finds.includes(check))
    if (found !== undefined) return { plan, seed, check: found.check, hash: outcome.hash }
  }
  return undefined
}

/** Faults and nodes to which a found bug should shrink. */
const FAULTS_MOST = 5
const NODES_MOST = 8

export const negativeControls: E.Experiment = {
  name: 'negative-controls',
  says: 'bugs planted in the engine: the checks must find each, and shrink it',
  source: 'gyre',
  expected: 'all found in a small sweep; ≥ 90 % shrink to ≤ 5 faults and ≤ 8 nodes',
  takes: { seeds: 20, plants: PLANTS.length, shrinkEach: 1 },
  tiny: { seeds: 5, plants: 2 },
  measure({ seeds, plants, shrinkEach }) {
    const hunted = PLANTS.slice(0, plants).map(({ name }, i) => {
      const found = hunt(name, seeds)
      // A run that differs from its own repetition cannot be shrunk.
      const shrinks = found !== undefined && found.check !== 'S21' && i % shrinkEach === 0
      const small = shrinks ? shrink(found.plan, found.seed, found.check) : undefined
      return { name, found, small }
    })
    const shrunk = hunted.flatMap(({ small }) => (small === undefined ? [] : [small]))
    const little = shrunk.filter(({ plan }) => {
      return plan.faults.length <= FAULTS_MOST && plan.nodes <= NODES_MOST
    })
    return [
      ...hunted.map(({ name, found, small }): E.Row => ({
        what: name,
        expected: 'found',
        measured: found === undefined ? 'missed' : `${found.check}, seed ${found.seed}`,
        gate:
          small === undefined
            ? ''
            : `${small.plan.faults.length} faults, ${small.plan.nodes} nodes`,
        ok: found !== undefined,
      })),
      E.near('shrunk to ≤ 5 faults, ≤ 8 nodes, %', 100, (100 * little.length) / shrunk.length, 10),
    ]
  },
}
