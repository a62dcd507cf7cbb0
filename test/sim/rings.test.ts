import t from 'tap'
import { Owners } from '../../sim/world/rings/owners.js'
import { RingCheck } from '../../sim/checks/rings/ring-check.js'
import { DEFAULT_RING, type RingPlan } from '../../sim/plans/ring-plan.js'
import { unrest } from '../../sim/checks/rings/ring-rest.js'
import { planOf, readScenario, run, shippedScenarios, World } from '../../sim/index.js'

// Rings over simulated nodes: the real ownership machine, on real engines, datagrams and faults.

// With more seeds in test/long/rings.test.ts.
for (const name of ['planned-leave', 'majority', 'ring-swarm', 'leases']) {
  t.test(`${name} holds for any seed`, async (t) => {
    const scenario = shippedScenarios().find((one) => one.name === name)
    if (scenario === undefined) return t.fail('not shipped')
    for (let seed = 1; seed <= 4; seed++) {
      const outcome = run(planOf(scenario, seed), seed)
      t.same(outcome.violations, [], `seed ${seed}`)
      for (const [figure, most] of Object.entries(scenario.expect)) {
        t.ok(outcome.figures[figure] <= most, `${figure} ${outcome.figures[figure]}`)
      }
    }
  })
}

t.test('a ring in a file is checked', async (t) => {
  const { plan } = readScenario('ring: { mode: lease, slots: 16, replicas: 3 }', 'x.yaml')
  t.same(plan.ring, { ...DEFAULT_RING, mode: 'lease', slots: 16, replicas: 3 })
  const times = readScenario('ring: { stopAfter: 1s, takeAfter: 2s }', 'x.yaml').plan.ring
  t.match(times, { stopAfterMs: 1_000, takeAfterMs: 2_000, mode: 'available' })
  t.throws(() => readScenario('ring: { slots: 100 }', 'x.yaml'), {
    message: /x.yaml:1:16: slots: expected a power of two, got 100/,
  })
})

function settled(nodes: number, ring: Partial<RingPlan> = {}): Owners {
  const owners = new Owners(new World({ nodes, seed: 5 }), { ...DEFAULT_RING, slots: 16, ...ring })
  owners.world.run(8_000)
  return owners
}

t.test('above 20 nodes each slot has a few voters of its own', async (t) => {
  const owners = settled(22, { mode: 'majority' })
  t.equal(unrest(owners), undefined)
  t.equal(owners.voters.of(3).length, 5)
  owners.node(0)?.receive(1, Uint8Array.of(255))
  owners.node(0)?.send('a stranger', { kind: 'ready', move: 1 })
})

// oxlint-disable-next-line typescript/no-explicit-any -- what is spoilt here is private
const inside = (of: unknown): any => of

t.test('rest is told from unrest', async (t) => {
  const spoil: [(owners: Owners) => void, RegExp][] = [
    [(o) => inside(o.node(0)?.machine).moves.want(first(o, 0), 'node-1'), /on their way/],
    [(o) => inside(o.node(0)?.machine).held.delete(first(o, 0)), /has 0 owners/],
    [(o) => o.node(1)?.machine.claims.merge(first(o, 0), 'node-2', 2n ** 62n), /knows not/],
    [
      (o) => {
        const [slot] = [first(o, 0)]
        const { held } = inside(o.node(0)?.machine)
        inside(o.node(1)?.machine).held.set(slot, held.get(slot))
        held.delete(slot)
      },
      /is node-1's, and for node-0/,
    ],
  ]
  for (const [how, expected] of spoil) {
    const owners = settled(3)
    t.equal(unrest(owners), undefined)
    how(owners)
    if (String(expected).includes('way')) inside(owners.node(0)?.machine).moves.start()
    t.match(unrest(owners), expected)
  }
})

function first(owners: Owners, node: number): number {
  const [slot] = owners.node(node)?.machine.heldSlots.keys() ?? []
  return slot as number
}

t.test('where most voters are dead nobody owns anything, and that is rest', async (t) => {
  const owners = settled(3, { mode: 'majority' })
  t.equal(unrest(owners), undefined)
  owners.world.kill(1)
  owners.world.kill(2)
  owners.world.run(20_000)
  t.equal(owners.node(0)?.machine.heldSlots.size, 0)
  t.equal(unrest(owners), undefined)
})

t.test('the judge measures how long slots have two owners, and none', async (t) => {
  const owners = settled(6)
  const judge = new RingCheck(owners, () => {}, false)
  owners.observe(judge)
  owners.world.kill(2)
  owners.world.run(5_000)
  judge.second()
  judge.end()
  t.equal(judge.figures.dualMs, 0)
  t.match(Object.keys(judge.figures), ['unownedMs', 'unownedMaxMs', 'dualMs', 'inFlightMaxMs'])
})
