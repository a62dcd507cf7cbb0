import t from 'tap'
import { atMost, deviation, near, onlyIf, told, within } from '../../sim/experiments/experiment.js'
import { EXPERIMENTS, PLANTS } from '../../sim/index.js'

// All of them are shrunk in test/long/controls.test.ts.
t.test('each planted bug is found in a small sweep, by its own check, and shrinks', async (t) => {
  const controls = EXPERIMENTS.find(({ name }) => name === 'negative-controls')!
  const rows = controls.measure({ ...controls.takes, shrinkEach: 9 }, 1)
  for (const { what, measured, gate, ok } of rows) t.ok(ok, `${what}: ${measured}, ${gate}`)
  t.ok(PLANTS.length >= 20 && rows.length === PLANTS.length + 1)
  const [missed] = controls.measure({ seeds: 0, plants: 1, shrinkEach: 1 }, 1)
  t.match(missed, { measured: 'missed', ok: false })
})

t.test('every experiment runs, tiny, and tells what it measured', async (t) => {
  const passes = ['swim-2002-load', 'swim-2002-infection', 'demers-tables', 'ring-order']
  passes.push('partition-family')
  for (const { name, takes, tiny, measure } of EXPERIMENTS) {
    if (name === 'negative-controls') continue
    t.ok(
      Object.keys(tiny).every((key) => key in takes),
      name,
    )
    const rows = measure({ ...takes, ...tiny }, 1)
    t.ok(rows.length > 0 && rows.every(({ measured }) => measured !== ''), name)
    // The others are too small, so tiny, to come out as they should.
    if (passes.includes(name)) for (const { what, ok } of rows) t.ok(ok, `${name}: ${what}`)
  }
  const larger = [
    ['lifeguard-stalls', { seconds: 10, nodes: 32, most: 16 }],
    ['failover', { crashes: 2, largest: 16 }],
  ] as const
  for (const [name, parameters] of larger) {
    const experiment = EXPERIMENTS.find((known) => known.name === name)!
    t.ok(experiment.measure({ ...experiment.takes, ...parameters }, 1).length > 3)
  }
})

t.test('gates are what they say', async (t) => {
  t.match(within('a', 2, 2.05, 0.03), { ok: true, gate: '± 3.000 %', measured: '2.050' })
  t.notOk(within('a', 2, 2.07, 0.03).ok)
  t.notOk(near('a', 0, 0.01, 0.005).ok)
  t.match(atMost('a', 1e-6, 2e-6, 'x'), { ok: false, gate: '≤ 1.00e-6', expected: 'x' })
  t.match(told('a', 1_234.5), { ok: true, measured: '1234.5' })
  t.notOk(atMost('a', 1, NaN).ok)
  t.equal(deviation([1, 3]), 1)
  t.same([onlyIf(true, 3), onlyIf(false, 3)], [3, NaN])
})
