import t from 'tap'
import { FAULTY, SUSPECT, type TableSlot } from '../../lib/core/index.js'
import { gyre } from '#proto/gyre'
import { LIVENESS, SAFETY, type Aftermath, type Scene } from '../../sim/checks/index.js'
import { Wire } from '../../sim/checks/wire.js'
import { huntPlan } from '../../sim/experiments/controls.js'
import {
  compareTwins,
  decodeToken,
  EMPTY_PLAN,
  encodeToken,
  explore,
  FAULTS,
  planOf,
  readScenario,
  run,
  scenario,
  shippedScenarios,
  World,
  type FaultKind,
  type Plan,
} from '../../sim/index.js'

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

t.test('every kind of fault begins, ends, and is lived with', async (t) => {
  for (const kind of Object.keys(FAULTS) as FaultKind[]) {
    const { about } = FAULTS[kind]
    const befalls =
      about === 'groups'
        ? {
            groups: [
              [0, 1],
              [2, 3, 4, 5],
            ],
          }
        : { nodes: kind === 'takeover' ? [1] : [1, 2, 3] }
    const built = scenario({ name: kind, nodes: 6, durationMs: 30_000 })
      .at(2_000, kind, about === 'links' ? { forMs: 9_000 } : { ...befalls, forMs: 9_000 })
      .at(3_000, kind, about === 'links' ? { from: [1], to: 'all' } : befalls)
      .build()
    t.same(run(planOf(built, 1), 1).violations, [], kind)
  }
})

t.test('latencies, and processes that are gone, in faults', async (t) => {
  const builder = scenario({ name: 'odd', nodes: 5, durationMs: 20_000 })
  for (const shape of ['constant', 'uniform', 'exponential', 'lognormal']) {
    builder.at(1_000, 'delay', { with: { shape, ms: 2 }, forMs: 9_000 })
  }
  builder.at(5_000, 'crash', { nodes: [1] }).at(6_000, 'leave', { nodes: [1] })
  builder.at(6_000, 'meta', { nodes: [1] }).at(7_000, 'join', { nodes: [0, 1] })
  builder.at(8_000, 'takeover', { nodes: [3], with: { of: 2 } })
  builder.at(9_000, 'restart', { nodes: [4], with: { memory: 'kept' } })
  t.equal(run(planOf(builder.build(), 1), 1).verdict, 'pass')
})

t.test('the checks of liveness find what never comes to rest', async (t) => {
  const plan: Plan = {
    ...EMPTY_PLAN,
    nodes: 5,
    settleMs: 1,
    start: 'empty',
    durationMs: 1_500,
    faults: [{ kind: 'join', atMs: 1_499, nodes: [1, 2, 3, 4] }],
  }
  const { verdict, violations } = run(plan, 1)
  t.equal(verdict, 'liveness')
  t.ok(['L3', 'L4', 'L5'].every((name) => violations.some(({ check }) => check === name)))
  const slow = { protocol: { suspicionMult: 0 }, network: { loss: 0.01 } }
  const found = new Set<string>()
  for (let seed = 1; seed <= 12; seed++) {
    const base = { ...EMPTY_PLAN, ...slow, nodes: 16, durationMs: 90_000 }
    for (const { check } of run(base, seed).violations) found.add(check)
    const lossy: Plan['faults'] = [{ kind: 'loss', atMs: 0, with: { rate: 0.1 } }]
    for (const { check } of run({ ...base, faults: lossy }, seed).violations) found.add(check)
    const cut: Plan['faults'] = [{ kind: 'cut', atMs: 0, from: [1], to: [2] }]
    const direct = { suspicionMult: 0, relays: 0, streamPing: false }
    const narrow = { ...base, protocol: direct, faults: cut }
    for (const { check } of run({ ...base, protocol: direct }, seed).violations) found.add(check)
    for (const { check } of run(narrow, seed).violations) found.add(check)
  }
  for (const name of ['L2', 'L7', 'L13']) t.ok(found.has(name), `${name} of ${[...found]}`)
  const late = {
    protocol: { suspicionMult: 100, suspicionMaxMult: 100, unheardMult: 0 },
    durationMs: 3_000,
  }
  const crash: Plan['faults'] = [{ kind: 'crash', atMs: 1_000, nodes: [1] }]
  const missed = run({ ...EMPTY_PLAN, ...late, settleMs: 1_000, faults: crash }, 1).violations
  t.ok(missed.some(({ check }) => check === 'L1'))
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

t.test('a check reports, the rest of its run says nothing new', async (t) => {
  const reports: string[] = []
  const world = new World({ nodes: 4 })
  const scene: Scene = {
    world,
    wire: new Wire(),
    report: (check, observer, subject, what) =>
      void reports.push(`${check} ${observer} ${subject} ${what}`),
  }
  const running = new Map(SAFETY.map((check) => [check.name, check.begin(scene)]))
  // A view that lies: the events do not say so.
  world.run(1_000)
  world.truth.up[2] = 0
  const silent = running.get('S20')
  const datagram = { source: 2, target: 0, length: 9_000, bytes: new Uint8Array(10), place: 0 }
  silent?.sent?.(datagram)
  world.truth.up[2] = 1
  running.get('S11')?.sent?.(datagram)
  running.get('S15')?.changed?.(0, 1 as TableSlot, SUSPECT, FAULTY)
  running.get('S15')?.end?.()
  running.get('S22')?.changed?.(0, 1 as TableSlot, SUSPECT, FAULTY)
  for (const check of running.values()) check.changed?.(0, 99 as TableSlot, 1, 4)
  t.same(
    reports.map((report) => report.split(' ')[0]),
    ['S20', 'S11', 'S15', 'S15'],
    reports.join('; '),
  )
  reports.length = 0
  const ask = (sequence: number): void => {
    const from = Buffer.from('node-1')
    const pingReq = { sequence, target: Buffer.from('node-3'), budgetMs: 100 }
    const bytes = gyre.Packet.encode({ label: 1, from, pingReq }).finish()
    scene.wire.forget()
    running.get('S8')?.sent?.({ source: 1, target: 2, length: bytes.length, bytes, place: 0 })
  }
  for (let sequence = 1; sequence < 4_200; sequence++) ask(sequence)
  t.same(reports, [])
  ask(4_199)
  t.match(reports, [/S8 1 2 asked twice/])
  reports.length = 0
  const crowded = { rumours: { size: 99 }, suspicions: { size: 99 } }
  const full = Object.create(world, {
    waiting: { value: 1e9 },
    node: { value: () => ({ inside: crowded, table: { size: 1 } }) },
  }) as World
  const bounded = SAFETY.find(({ name }) => name === 'S19')
  bounded?.begin({ ...scene, world: full }).second?.()
  t.equal(reports.length, 9)
  reports.length = 0
  const burst = { plan: EMPTY_PLAN, world, burst: 1e6, asleep: [] } as unknown as Aftermath
  LIVENESS.find(({ name }) => name === 'L11')?.judge(burst, scene)
  t.match(reports, [/L11.*1000000 datagrams in 100 ms after a stall/])
  const stalled = new World({ nodes: 2 })
  stalled.stall(0, 1_000)
  const calls: string[] = []
  const twenty = SAFETY.find(({ name }) => name === 'S20')
  const report = (check: string): void => void calls.push(check)
  twenty?.begin({ world: stalled, wire: new Wire(), report }).sent?.({ ...datagram, source: 0 })
  t.same(calls, ['S20'])
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

t.test('every scenario of the package comes out as it says', async (t) => {
  const all = shippedScenarios()
  t.ok(all.length > 12)
  for (const one of all) {
    if (one.plan.nodes > 100) continue
    const { violations, figures } = run(planOf(one, 1), 1)
    t.same(violations, [], one.name)
    for (const [figure, most] of Object.entries(one.expect)) {
      t.ok((figures[figure] ?? 0) <= most, `${one.name}: ${figure}`)
    }
  }
})

t.test('a scenario in YAML is read, or refused with its line and column', async (t) => {
  const text = `
name: all
says: everything
source: here
expected: well
nodes: 12
profile: local
options: { relays: 2 }
network:
  latency: { uniform: 3ms, min: 1ms }
  siteLatency: { exponential: 5ms }
  loss: 2%
  sites: 2
  asymmetry: 1.5
for: 1m
settle: 2h
timeline:
  - { at: 2s, crash: 3 }
  - { at: 500ms, for: 2s, stall: random 2 }
  - { every: 10s, until: 35s, loss: { from: 0..2, to: all, rate: 0.25 } }
  - { at: 1s, until: settled, partition: [[0..5], [6, 7]] }
  - { at: 1s, isolate: { nodes: [1, 2], way: in } }
  - { at: 1s, drift: { nodes: 4, ppm: -50 } }
  - { at: 1s, slow: { nodes: 4, ms: 7ms } }
swarm: { faults: 2, kinds: [crash, loss], from: 1s, until: 9s, for: 3s }
expect: { detectionMs: 9s, falseDeaths: 3 }
sometimes: [refuted in time]
`
  const one = readScenario(text, 'all.yaml')
  const plan = planOf(one, 5)
  t.match(plan, { name: 'all', nodes: 12, durationMs: 60_000, settleMs: 7_200_000 })
  t.match(plan.network, { latency: { kind: 'uniform', minMs: 1, maxMs: 3 }, loss: 0.02 })
  t.equal(plan.faults.length, 11)
  t.equal(plan.faults.filter(({ kind, with: w }) => kind === 'loss' && w).length >= 3, true)
  t.same(planOf(one, 5), plan)
  t.notSame(planOf(one, 6), plan)
  t.match(
    readScenario('network: { latency: { lognormal: 3ms, sigma: 2 } }', 'x.yaml').plan.network,
    {
      latency: { kind: 'lognormal', medianMs: 3, sigma: 2 },
    },
  )
  t.equal(readScenario('network: { latency: 2ms }', 'dir/name.yml').name, 'name')
  t.match(readScenario('network: { latency: { lognormal: 3ms } }', 'x.yaml').plan.network, {
    latency: { sigma: 1 },
  })
  const usual = readScenario('swarm: {}\ntimeline: [{ crash: 1 }]', 'x.yaml')
  t.match(usual, { swarm: { faults: 6, fromMs: 2_000, untilMs: 60_000, forMs: 15_000 } })
  t.equal(usual.timeline[0].atMs, 0)
  t.same(readScenario('expect: { falseDeaths: 1 }', 'x.yaml').expect, { falseDeaths: 1 })
  const refused: [string, RegExp][] = [
    ['nodes: many', /x.yaml:1:8: nodes: expected a whole number in 2…100000, got "many"/],
    ['nodes: 1.5', /expected a whole number/],
    ['', /x.yaml:1:1: the file: expected a mapping, got null/],
    ['name:', /x.yaml:1:\d: name: expected/],
    ['{ name }', /x.yaml:1:3: name: expected a single value, got null/],
    ['node: 3', /x.yaml:1:1: unknown key 'node': expected one of name/],
    ['for: 60', /for: expected a time with its unit/],
    ['- 1', /x.yaml:1:1: the file: expected a mapping, got \[1\]/],
    ['nodes: 3\n  - bad: [', /x.yaml:\d+:\d+: /],
    ['timeline: 3', /timeline: expected a list/],
    ['timeline:\n  - { at: 1s }', /x.yaml:2:5: timeline\[0\]: expected one fault of crash/],
    ['timeline:\n  - { at: 1s, crash: 1, leave: 2 }', /expected one fault/],
    ['timeline:\n  - { every: 0s, crash: 1 }', /expected a time between two faults/],
    ['timeline:\n  - { at: 1s, crash: nobody }', /crash: expected nodes, as 3/],
    ['timeline:\n  - { at: 1s, crash: 5..2 }', /expected a range that rises/],
    ['timeline:\n  - { at: 1s, crash: [a] }', /expected a node/],
    ['timeline:\n  - { at: 1s, partition: [[a]] }', /expected a node/],
    ['timeline:\n  - { at: 1s, partition: [all] }', /expected nodes/],
    ['timeline:\n  - { at: 1s, loss: { rate: 3 } }', /rate: expected a part of 1/],
    ['timeline:\n  - { at: 1s, loss: { rates: 3 } }', /unknown key 'rates'/],
    ['timeline:\n  - { at: 1s, isolate: { nodes: 1, way: up } }', /expected one of both, in, out/],
    ['profile: moon', /expected one of local, lan/],
    ['name: 3', /name: expected text/],
    ['name: [1, 2]', /expected a single value/],
    ['network: { latency: { min: 1ms } }', /expected uniform, exponential or lognormal/],
    ['network: { asymmetry: 0 }', /expected a number in 0.01…100/],
    ['sometimes: [never]', /sometimes\[0\]: expected one of/],
    [`name: [${'"long", '.repeat(30)}]`, /…/],
  ]
  for (const [yaml, message] of refused) {
    t.throws(() => readScenario(yaml, 'x.yaml'), { code: 'USAGE', message }, yaml)
  }
  const beyond = scenario({ name: 'far', nodes: 3 })
    .at(1, 'crash', { nodes: [3] })
    .build()
  t.throws(() => planOf(beyond, 1), { message: /far: crash: expected nodes below 3, got 3/ })
  const often = scenario({ name: 'often' }).every(10_000, 'meta', { nodes: { random: 2 } }, 35_000)
  t.equal(planOf(often.build(), 1).faults.length, 3)
})
