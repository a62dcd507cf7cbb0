import { huntPlan } from '../../sim/experiments/controls.js'
import {
  compareTwins,
  decodeToken,
  EMPTY_PLAN,
  encodeToken,
  explore,
  type Plan,
  planOf,
  run,
  scenario,
} from '../../sim/index.js'
import t from 'tap'

t.test('gyre comes through a quick sweep of any faults at any time', async (t) => {
  const met = new Set<string>()
  for (let seed = 1; seed <= 40; seed++) {
    const outcome = run(huntPlan(seed), seed)
    t.same(outcome.violations, [], `seed ${seed}`)
    for (const situation of outcome.met) met.add(situation)
  }
  t.ok(met.size > 15, [...met].join(', '))
})

t.test('the same run in other ways is the same run', async (t) => {
  for (let seed = 1; seed <= 8; seed++) {
    t.same(compareTwins(run(huntPlan(seed), seed)).violations, [], `seed ${seed}`)
  }
  const steps = scenario({ name: 'steps' }).at(1_000, 'step', { nodes: 'all' }).build()
  const twins = compareTwins(run(planOf(steps, 1), 1))
  t.same([twins.violations, twins.runs], [[], 4])
  const mixed = scenario({ name: 'mixed' })
    .at(1_000, 'step', { nodes: [1] })
    .at(2_000, 'loss')
  t.same(compareTwins(run(planOf(mixed.build(), 1), 1)).violations, [])
})

t.test('odd plans', async (t) => {
  const verdict = (plan: Partial<Plan>): string => run({ ...EMPTY_PLAN, ...plan }, 1).verdict
  const everybody = [0, 1, 2, 3]
  const gone: Plan['faults'] = [
    { kind: 'crash', atMs: 500, nodes: everybody },
    { kind: 'join', atMs: 1_000, nodes: [1] },
  ]
  t.equal(verdict({ nodes: 4, faults: gone }), 'pass', 'nobody to join over')
  t.equal(verdict({ nodes: 2, faults: [{ kind: 'crash', atMs: 500, nodes: [1] }] }), 'pass')
  const nobody = ['crash', 'bridge', 'majorities', 'isolate', 'nat', 'swizzle'] as const
  const idle = nobody.map((kind) => ({ kind, atMs: 100 }))
  t.equal(verdict({ faults: [...idle, { kind: 'partition', atMs: 1 }] }), 'pass')
  const groups = [
    [0, 1],
    [2, 3, 4, 5, 6, 7],
  ]
  const settled: Plan['faults'] = [{ kind: 'partition', atMs: 100, untilSettled: true, groups }]
  t.equal(verdict({ durationMs: 20_000, faults: settled }), 'pass')
  t.equal(verdict({ profile: 'swim-2002', nodes: 4 }), 'pass')
  const late: Plan['faults'] = [{ kind: 'crash', atMs: 70_000, nodes: [1] }]
  t.equal(verdict({ faults: late, settleMs: 20_000 }), 'pass', 'after the heal nothing begins')
  const busy = scenario({ name: 'busy', nodes: 60, durationMs: 15_000 })
    .at(1_000, 'stall', { nodes: [1], forMs: 9_000 })
    .every(100, 'meta', { nodes: { random: 20 } }, 4_000)
  const { met, verdict: stalled } = run(planOf(busy.build(), 1), 1)
  t.equal(stalled, 'pass')
  t.ok(met.includes('queue overflow'))
  const slow = { latency: { kind: 'constant', ms: 600 } } as const
  const leave: Plan['faults'] = [{ kind: 'leave', atMs: 5_000, nodes: [1] }]
  const { violations } = run({ ...EMPTY_PLAN, network: slow, faults: leave }, 1)
  t.ok(violations.some(({ check }) => check === 'L6'))
})

t.test('a token is the run in one word', async (t) => {
  const token = { plan: huntPlan(3), seed: 3, check: 'S5', hash: 'abc' }
  t.same(decodeToken(encodeToken(token)), JSON.parse(JSON.stringify(token)))
  t.throws(() => decodeToken('nonsense'), { code: 'USAGE', message: /expected a token/ })
  t.throws(() => decodeToken('gyre99.AAAA'), { message: /version 1, got version 99/ })
  t.throws(() => decodeToken('gyre1.AAAA'), { message: /damaged/ })
})

t.test('exploring goes from no fault to more, and finds the shortest', async (t) => {
  t.same(
    explore(1, undefined, () => false),
    { runs: 58 },
  )
  const { failed } = explore(2, 'no-refute', () => false)
  t.equal(failed?.plan.faults.length, 1)
  t.equal(explore(2, undefined, () => true).runs, 0)
})
