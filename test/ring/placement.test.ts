import t from 'tap'
import { diff, Ring, type RingMember, type RingOptions } from '../../lib/ring/index.js'

// What every placement must keep to, whichever it is.

const many = (n: number, from = 0): RingMember[] =>
  Array.from({ length: n }, (_, i) => ({ id: `m${from + i}` }))

const zoned = (n: number, zones: number): RingMember[] =>
  many(n).map(({ id }, i) => ({ id, zone: `z${i % zones}`, host: `h${i >> 1}` }))

for (const placement of ['rendezvous', 'vnodes'] as const) {
  const ringOf = (members: readonly RingMember[], options: RingOptions = {}): Ring => {
    const ring = new Ring({ placement, slots: 512, ...options })
    ring.update(members)
    return ring
  }

  t.test(`${placement}: every slot has an owner, and distinct replicas behind it`, async (t) => {
    const ring = ringOf(many(7), { replicas: 3 })
    for (let slot = 0; slot < ring.slots; slot++) {
      const owners = ring.ownersOfSlot(slot)
      t.equal(new Set(owners).size, 3)
      t.equal(owners[0], ring.ownerOfSlot(slot))
      t.same(ring.ownersOfSlot(slot, 5).slice(0, 3), owners)
    }
    t.equal(ring.ownersOfSlot(1, 99).length, 7, 'never more than there are')
    t.same(ringOf([], { replicas: 2 }).ownersOfSlot(1), [])
    t.same(ringOf([], { replicas: 2 }).ownersOfSlot(1, 3), [])
    t.equal(ringOf([]).heirOfSlot(1), undefined)
  })

  t.test(`${placement}: history does not count, only who is there`, async (t) => {
    const expected = ringOf(many(9)).assignment()
    const ring = ringOf(many(20))
    ring.update(many(3, 4))
    ring.update([...many(5, 4), ...many(4)].toReversed())
    t.same(diff(expected, ring.assignment()), [])
  })

  t.test(`${placement}: the bound holds, and shares follow weights`, async (t) => {
    const loads = [...ringOf(many(8)).loads().values()]
    t.ok(Math.max(...loads) <= Math.ceil((1.25 * 512) / 8), `${loads}`)
    const heavy = ringOf([...many(4), { id: 'big', weight: 4 }], { slots: 4_096, points: 400 })
    const share = (heavy.loads().get('big') as number) / 4_096
    t.ok(Math.abs(share - 0.5) < 0.07, `half, got ${share}`)
  })

  t.test(
    `${placement}: a join takes only for the joiner, a leave gives only its own`,
    async (t) => {
      const ring = ringOf(many(10), { loadBound: Infinity })
      const before = ring.assignment()
      ring.update(many(11))
      const joined = diff(before, ring.assignment())
      t.ok(joined.length > 0 && joined.every(({ to }) => to === 'm10'))
      ring.update(many(10))
      t.same(diff(before, ring.assignment()), [])
    },
  )

  t.test(`${placement}: replicas stand in distinct zones, then on distinct hosts`, async (t) => {
    const three = ringOf(zoned(9, 3), { replicas: 3 })
    const zoneOf = new Map(zoned(9, 3).map(({ id, zone }) => [id, zone]))
    const one = ringOf(zoned(8, 1), { replicas: 2 })
    const hostOf = new Map(zoned(8, 1).map(({ id, host }) => [id, host]))
    const alone = ringOf(zoned(2, 1), { replicas: 2 })
    for (let slot = 0; slot < three.slots; slot++) {
      t.equal(new Set(three.ownersOfSlot(slot).map((id) => zoneOf.get(id))).size, 3)
      t.equal(new Set(one.ownersOfSlot(slot).map((id) => hostOf.get(id))).size, 2)
      t.equal(alone.ownersOfSlot(slot).length, 2, 'where there is nobody else, anybody will do')
    }
  })

  t.test(`${placement}: who inherits a slot is its first replica`, async (t) => {
    const members = zoned(9, 3)
    const before = ringOf(members, { replicas: 2 })
    const gone = members[4]
    const after = ringOf(members.toSpliced(4, 1), { replicas: 2 })
    let inherited = 0
    for (let slot = 0; slot < before.slots; slot++) {
      const [owner, replica] = before.ownersOfSlot(slot)
      if (owner !== gone.id) continue
      inherited++
      t.equal(after.heirOfSlot(slot, gone), replica)
    }
    t.ok(inherited > 20)
    t.equal(after.heirOfSlot(3), after.heirOfSlot(3, {}), 'wherever that one stood')
  })

  t.test(`${placement}: a plan tells what would move, and moves nothing`, async (t) => {
    const ring = ringOf(many(6))
    const before = ring.assignment()
    const change = { add: [{ id: 'new' }], remove: ['m2'], weights: { m3: 2 } }
    const { moves, loads } = ring.plan(change)
    t.same(diff(before, ring.assignment()), [])
    const after = [{ id: 'new' }, ...many(6).filter(({ id }) => id !== 'm2')]
    ring.update(after.map(({ id }) => ({ id, weight: id === 'm3' ? 2 : 1 })))
    t.same(moves, diff(before, ring.assignment()))
    t.same([...loads], [...ring.loads()])
    t.same(ring.plan({}).moves, [])
    t.throws(() => ring.plan({ remove: ['m2'] }), {
      code: 'BAD_OPTION',
      message: /expected a member of the ring, got m2/,
    })
    t.throws(() => ring.plan({ weights: { m3: -1 } }), { message: /weight of m3.*got -1/ })
  })

  t.test(`${placement}: a change in slices shows only when it is done`, async (t) => {
    const ring = ringOf(many(3), { slots: 65_536, replicas: 2, points: 10 })
    const before = ring.assignment()
    const change = ring.updating(many(4))
    let slices = 0
    while (change.next().done !== true) {
      slices++
      t.equal(ring.ownersOfSlot(slices).length, 2)
      if (diff(before, ring.assignment()).length > 0) return t.fail('it showed too early')
    }
    t.ok(slices > 6, `${slices} slices`)
    t.same(diff(ringOf(many(4), { slots: 65_536, points: 10 }).assignment(), ring.assignment()), [])
  })

  t.test(`${placement}: a new weight, zone or host is a change`, async (t) => {
    const ring = ringOf(zoned(6, 2), { replicas: 2 })
    const moved = zoned(6, 2).map(({ id }) => ({ id, zone: 'z0', host: 'h' }))
    ring.update(moved)
    const fresh = ringOf(moved, { replicas: 2 })
    for (let slot = 0; slot < 512; slot++) {
      if (`${ring.ownersOfSlot(slot)}` !== `${fresh.ownersOfSlot(slot)}`) t.fail(`slot ${slot}`)
    }
  })
}

t.test('points of vnodes go round the circle, and ties go by id', async (t) => {
  const ring = new Ring({ placement: 'vnodes', slots: 65_536, points: 1, loadBound: Infinity })
  ring.update([{ id: 'a' }, { id: 'b' }])
  const twice = new Ring({ placement: 'vnodes', points: 1_000 })
  // With so many points some fall on one place.
  twice.update([
    { id: 'b', weight: 200 },
    { id: 'a', weight: 200 },
  ])
  const turned = new Ring({ placement: 'vnodes', points: 1_000 })
  turned.update([
    { id: 'a', weight: 200 },
    { id: 'b', weight: 200 },
  ])
  t.same(diff(twice.assignment(), turned.assignment()), [])
  t.equal(ring.ownerOfSlot(0), ring.ownerOfSlot(65_535), 'past the last point comes the first')
  t.equal(ring.loads().size, 2)
})
