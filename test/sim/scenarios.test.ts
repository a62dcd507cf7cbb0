import {
  type FaultKind,
  FAULTS,
  planOf,
  readScenario,
  run,
  scenario,
  shippedScenarios,
} from '../../sim/index.js'
import t from 'tap'

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
