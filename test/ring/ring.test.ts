import fc from 'fast-check'
import t from 'tap'
import { diff, hashKey, Ring, type RingKey } from '../../lib/ring/index.js'
import { Matching } from '../../lib/ring/load-bound.js'
import { beats, cost, contender, negativeLog, ringSeed, slotHash } from '../../lib/ring/score.js'

const named = (...ids: string[]): { id: string }[] => ids.map((id) => ({ id }))
const many = (n: number): { id: string }[] => named(...Array.from({ length: n }, (_, i) => `m${i}`))

function ringOf(members: { id: string; weight?: number }[], options = {}): Ring {
  const ring = new Ring(options)
  ring.update(members)
  return ring
}

/** The placement as RING's contract has it, without any of the ring's cleverness. */
function naiveOwners(
  members: readonly { id: string; weight?: number }[],
  { slots, seed = '', loadBound = 1.25 }: { slots: number; seed?: string; loadBound?: number },
): (string | undefined)[] {
  const sorted = members.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const total = sorted.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const pairs = sorted.flatMap(({ id, weight = 1 }) => {
    const who = contender(id, weight)
    const limit = Math.ceil((loadBound * weight * slots) / total)
    return Array.from({ length: slots }, (_, slot) => {
      return { id, slot, limit, cost: cost(who, slotHash(slot, ringSeed(seed))) }
    })
  })
  // Slots and members rank each other by the same costs, so the greedy matching is the stable one.
  pairs.sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1) || a.slot - b.slot)
  const owners = Array<string | undefined>(slots).fill(undefined)
  const loads = new Map<string, number>()
  for (const { id, slot, limit } of pairs) {
    const load = loads.get(id) ?? 0
    if (owners[slot] !== undefined || load >= limit) continue
    owners[slot] = id
    loads.set(id, load + 1)
  }
  return owners
}

t.test('keys hash as the contract says', async (t) => {
  const vectors: [RingKey, number][] = [
    ['', 0],
    ['test', 0xba6bd213],
    ['Hello, world!', 0xc0363e43],
    ['user:42', hashKey(Buffer.from('user:42')) >>> 0],
    ['naïve – 日本 🎉', hashKey(new TextEncoder().encode('naïve – 日本 🎉')) >>> 0],
    ['abcdé', hashKey(new TextEncoder().encode('abcdé')) >>> 0],
    [0, hashKey(new Uint8Array(8)) >>> 0],
    [1, hashKey(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0)) >>> 0],
    [-1, hashKey(new Uint8Array(8).fill(255)) >>> 0],
    [2 ** 40 + 5, hashKey(Uint8Array.of(5, 0, 0, 0, 0, 1, 0, 0)) >>> 0],
  ]
  for (const [key, expected] of vectors) t.equal(hashKey(key) >>> 0, expected, String(key))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      return !text.isWellFormed() || hashKey(text) === hashKey(new TextEncoder().encode(text))
    }),
  )
})

t.test('what is no key is refused', async (t) => {
  const wrong = [1.5, NaN, Infinity, 2 ** 60, '\ud800', null, undefined, {}, true, 7n]
  for (const key of wrong) {
    t.throws(() => hashKey(key as RingKey), { code: 'BAD_KEY' }, String(key))
  }
})

t.test('the logarithm of the score is that of Math.log, to nearly all its digits', async (t) => {
  for (const h of [0, 1, 2, 3, 1_000, 2 ** 16, 2 ** 30, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1]) {
    const expected = -Math.log((h + 0.5) / 2 ** 32)
    const relative = Math.abs(negativeLog(h | 0) - expected) / expected
    // Near u = 1 the subtraction costs digits; monotony below is what matters there.
    t.ok(relative < 1e-9 || h > 2 ** 32 - 10, `${h}: ${relative}`)
  }
  let last = Infinity
  for (let h = 0; h < 2 ** 32; h += 65_537) {
    const value = negativeLog(h | 0)
    if (value >= last) t.fail(`not falling at ${h}`)
    last = value
  }
})

t.test('the placement is fixed: it must never change between releases', async (t) => {
  const ring = ringOf(many(5), { slots: 16, seed: 'jobs' })
  const owners = Array.from({ length: 16 }, (_, slot) => ring.ownerOfSlot(slot))
  t.matchSnapshot(owners.join(' '))
})

t.test('the owners are those of the naive model, through any joins and leaves', async () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'),
    weight: fc.constantFrom(0, 1, 1, 2, 0.5),
  })
  const shape = fc.record({
    slots: fc.constantFrom(1, 16, 64),
    loadBound: fc.constantFrom(1, 1.1, 1.25, 2, Infinity),
    replicas: fc.constantFrom(1, 2),
    seed: fc.constantFrom('', 'jobs'),
  })
  fc.assert(
    fc.property(shape, fc.array(step, { minLength: 1, maxLength: 30 }), (options, steps) => {
      const ring = new Ring(options)
      const members = new Map<string, number>()
      for (const { id, weight } of steps) {
        if (weight === 0) members.delete(id)
        else members.set(id, weight)
        const list = [...members].map(([id, weight]) => ({ id, weight }))
        ring.update(list)
        const expected = naiveOwners(list, options)
        const { owners } = ring.assignment()
        if (JSON.stringify(owners) !== JSON.stringify(expected)) return false
      }
      return true
    }),
    { numRuns: 200 },
  )
})

t.test('any order of the same joins and leaves gives identical owners', async (t) => {
  const expected = ringOf(many(12), { slots: 256, loadBound: 1.1 }).assignment()
  const order = [...many(20).keys()]
  for (let round = 0; round < 100; round++) {
    const ring = new Ring({ slots: 256, loadBound: 1.1 })
    const present = new Set<number>()
    for (const i of shuffled(order, round)) {
      present.add(i)
      ring.update(named(...[...present].map((j) => `m${j}`)))
    }
    for (const i of shuffled(order, round + 1_000)) {
      if (i < 12) continue
      present.delete(i)
      ring.update(named(...[...present].map((j) => `m${j}`)))
    }
    if (diff(expected, ring.assignment()).length > 0) return t.fail(`round ${round}`)
  }
})

t.test('nobody owns more than the load bound allows, and weights are shares', async (t) => {
  for (const loadBound of [1, 1.05, 1.25]) {
    const loads = [...ringOf(many(10), { slots: 1_024, loadBound }).loads().values()]
    t.ok(Math.max(...loads) <= Math.ceil(loadBound * 102.4), `${loadBound}: ${loads}`)
    t.equal(
      loads.reduce((a, b) => a + b),
      1_024,
    )
  }
  const weighted = ringOf([{ id: 'big', weight: 3 }, { id: 'one' }, { id: 'two' }], {
    slots: 8_192,
  })
  const share = (weighted.loads().get('big') as number) / 8_192
  t.ok(Math.abs(share - 0.6) < 0.03, `three fifths, got ${share}`)
})

t.test('balance without the bound is that of rendezvous hashing', async (t) => {
  // 1,000 slots a member in the mean: max/mean 1.05 for 10, 1.08 for 100 (8,192 and 65,536 slots).
  for (const [n, slots, most] of [
    [8, 8_192, 1.12],
    [64, 65_536, 1.15],
  ] as const) {
    const loads = [...ringOf(many(n), { slots, loadBound: Infinity }).loads().values()]
    const ratio = (Math.max(...loads) * n) / slots
    t.ok(ratio < most, `n = ${n}: max/mean ${ratio.toFixed(3)}`)
  }
})

t.test('one join takes slots only for the joiner, save what the bound forces', async (t) => {
  const free = ringOf(many(20), { slots: 4_096, loadBound: Infinity })
  const before = free.assignment()
  free.update(many(21))
  const moves = diff(before, free.assignment())
  t.ok(moves.every((move) => move.to === 'm20'))
  t.ok(Math.abs(moves.length - 4_096 / 21) < 60, `a share, got ${moves.length}`)
  free.update(many(20))
  t.equal(diff(before, free.assignment()).length, 0, 'and its leave puts all back')
  const bound = ringOf(many(20), { slots: 4_096 })
  const held = bound.assignment()
  bound.update(many(21))
  const forced = diff(held, bound.assignment()).filter((move) => move.to !== 'm20')
  t.ok(forced.length <= 0.05 * (4_096 / 21), `${forced.length} moves between the others`)
})

t.test('replicas are distinct, the owner first, and inherit when it dies', async (t) => {
  const ring = ringOf(many(6), { slots: 64, replicas: 3 })
  const heirs = Array.from({ length: 64 }, (_, slot) => ring.ownersOfSlot(slot))
  for (const [slot, owners] of heirs.entries()) {
    t.equal(new Set(owners).size, 3)
    t.equal(owners[0], ring.ownerOfSlot(slot))
  }
  const unbound = ringOf(many(6), { slots: 64, replicas: 2, loadBound: Infinity })
  const before = heirs.map((_, slot) => unbound.ownersOfSlot(slot))
  unbound.update(many(5))
  for (const [slot, [owner, heir]] of before.entries()) {
    if (owner === 'm5') t.equal(unbound.ownerOfSlot(slot), heir)
  }
  t.same(ring.owners('k', 99).toSorted(), ring.members, 'never more than there are')
  t.equal(ringOf(named('only'), { replicas: 3 }).owners('k').length, 1)
})

t.test('a key is found by the upper bits of its hash', async (t) => {
  const ring = ringOf(many(3), { slots: 16 })
  for (const key of ['a', 'user:42', 7, Uint8Array.of(1, 2)]) {
    t.equal(ring.slotOf(key), hashKey(key) >>> 28)
    t.equal(ring.owner(key), ring.ownerOfSlot(ring.slotOf(key)))
  }
  const one = ringOf(many(3), { slots: 1 })
  t.equal(one.slotOf('anything'), 0)
})

t.test('an empty ring owns nothing', async (t) => {
  const ring = new Ring()
  t.same([ring.size, ring.owner('a'), ring.owners('a'), ring.slots], [0, undefined, [], 1_024])
  ring.update(many(2))
  ring.update([])
  t.equal(ring.owner('a'), undefined)
  t.same([...ring.loads()], [])
})

t.test('a refused update leaves the ring as it was', async (t) => {
  const ring = ringOf(many(3))
  const before = ring.assignment()
  const wrong: [{ id: string; weight?: number }[], RegExp][] = [
    [[...many(4), { id: 'm0' }], /distinct ids, got "m0" twice/],
    [[{ id: '' }], /non-empty/],
    [[{ id: '\ud800' }], /well-formed/],
    [[{ id: 'x', weight: 0 }], /weight of x.*above 0/],
    [[{ id: 'x', weight: -1 }], /got -1/],
    [[{ id: 'x', weight: NaN }], /got NaN/],
    [[{ id: 'x', weight: 1e7 }], /at most 1000000/],
    [[{ id: 'x', zone: 5 } as never], /zone of x: expected well-formed text, got 5/],
    [[{ id: 'x', host: '\ud800' } as never], /host of x/],
    [many(65_536), /at most 65535 members/],
  ]
  for (const [members, message] of wrong) {
    t.throws(() => ring.update(members), { code: 'BAD_OPTION', message })
  }
  t.equal(diff(before, ring.assignment()).length, 0)
})

t.test('options out of range are refused, with what was expected', async (t) => {
  const wrong: [object, RegExp][] = [
    [{ slots: 1_000 }, /power of two in 1…65536, got 1000/],
    [{ slots: 131_072 }, /slots/],
    [{ slots: 0 }, /slots/],
    [{ replicas: 0 }, /replicas: expected a whole number in 1…8/],
    [{ replicas: 1.5 }, /got 1.5/],
    [{ loadBound: 0.9 }, /loadBound: expected a number in 1…100/],
    [{ loadBound: NaN }, /got NaN/],
    [{ seed: 5 }, /seed/],
    [{ seed: '\ud800' }, /seed/],
    [{ placement: 'jump' }, /placement: expected "rendezvous" or "vnodes", got "jump"/],
    [{ placement: 'vnodes', points: 0 }, /points: expected a whole number in 1…1000, got 0/],
  ]
  for (const [options, message] of wrong) {
    t.throws(() => new Ring(options), { code: 'BAD_OPTION', message })
  }
  const ring = new Ring({ slots: 4 })
  for (const slot of [-1, 4, 1.5]) {
    t.throws(() => ring.ownerOfSlot(slot), { code: 'BAD_KEY', message: /0…3/ })
    t.throws(() => ring.ownersOfSlot(slot), { code: 'BAD_KEY' })
  }
})

function shuffled(items: readonly number[], seed: number): number[] {
  return items.toSorted((a, b) => hashKey(`${seed}:${a}`) - hashKey(`${seed}:${b}`))
}

t.test('ties go by id, and to the lower slot', async (t) => {
  const [a, b] = [contender('a', 1), contender('b', 1)]
  t.ok(beats(a, 1, b, 1))
  t.notOk(beats(b, 1, a, 1))
  t.ok(beats(b, 0.5, a, 1))
  const equalCosts = { size: 2, at: (_slot: number, rank: number) => rank, costOf: () => 1 }
  const run = new Matching(equalCosts, 4, Int32Array.of(2, 4)).run(1)
  let slices = 1
  let next = run.next()
  for (; next.done !== true; next = run.next()) slices++
  t.same([...next.value], [0, 0, 1, 1])
  t.equal(slices, 6, 'a slice for each slot here, and one for who had too many')
})
