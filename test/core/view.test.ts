import { readEndpoint } from '../../lib/base/endpoint.js'
import { Rng } from '../../lib/base/rng.js'
import { Rumours } from '../../lib/core/gossip/rumours.js'
import { labelOf } from '../../lib/core/packets/label.js'
import { Directory, NO_SLOT, type TableSlot } from '../../lib/core/view/directory.js'
import { Living } from '../../lib/core/view/living.js'
import { Permutation } from '../../lib/core/view/permutation.js'
import { DenseTable } from '../../lib/core/view/table.js'
import { Turns } from '../../lib/core/view/turns.js'
import { bucketHashes, ViewHash } from '../../lib/core/view/view-hash.js'
import * as W from '../../lib/core/view/word.js'
import { endpoint, endpointBytes } from './rig.js'
import t from 'tap'

const slot = (n: number): TableSlot => n as TableSlot

t.test('of two words the one with the greater incarnation, then state, outranks', async (t) => {
  const { ALIVE, SUSPECT, FAULTY, LEFT } = W
  const ordered = [
    W.wordOf(1, ALIVE),
    W.wordOf(1, SUSPECT),
    W.wordOf(1, FAULTY),
    W.wordOf(1, LEFT),
    W.wordOf(2, ALIVE),
    W.wordOf(2 ** 29, ALIVE),
    W.wordOf(W.INCARNATION_MAX, LEFT),
  ]
  ordered.forEach((word, i) =>
    ordered.forEach((other, j) => t.equal(W.outranks(word, other), i > j, `${i} over ${j}`)),
  )
  t.equal(W.incarnationOf(W.wordOf(W.INCARNATION_MAX, LEFT)), W.INCARNATION_MAX)
  t.same(
    [ALIVE, SUSPECT, FAULTY, LEFT].map((state) => W.isLive(state)),
    [true, true, false, false],
  )
})

t.test('a permutation visits every number once, in another order for another key', async (t) => {
  const permutation = new Permutation()
  for (const size of [1, 2, 3, 4, 5, 16, 17, 64, 100, 1_000]) {
    permutation.reset(size, 7)
    const all = Array.from({ length: size }, (_, i) => permutation.at(i))
    t.same(new Set(all).size, size, `${size} numbers`)
    t.ok(all.every((number) => number >= 0 && number < size))
  }
  permutation.reset(1_000, 1)
  const one = Array.from({ length: 1_000 }, (_, i) => permutation.at(i))
  permutation.reset(1_000, 2)
  const other = Array.from({ length: 1_000 }, (_, i) => permutation.at(i))
  t.notSame(one, other)
  const fixed = one.filter((number, i) => number === i).length
  t.ok(fixed < 10, `a random permutation has about 1 fixed point, got ${fixed}`)
})

t.test('the generator is uniform enough, and wide', async (t) => {
  const rng = new Rng(5)
  const counts = Array<number>(10).fill(0)
  for (let i = 0; i < 100_000; i++) counts[rng.below(10)]++
  // 10,000 expected each, standard deviation 95.
  t.ok(
    counts.every((count) => Math.abs(count - 10_000) < 500),
    counts.join(' '),
  )
  const next = (low: number, high: number): number => new Rng(low, high).next()
  t.not(next(1, 1), next(1, 2), 'both halves of the seed count')
  const around = new Rng(0 - 0x9e3779b9, 3)
  t.type(around.next(), 'number', 'the second lane steps when the first comes round')
})

t.test('turns come to each live member once a pass', async (t) => {
  const directory = new Directory()
  const table = new DenseTable(100, directory)
  const enter = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      table.add(directory.enterId(`m-${i}`))
      table.setWord(slot(i), W.wordOf(5, i % 5 === 4 ? W.FAULTY : W.ALIVE))
    }
  }
  enter(0, 20)
  const parts = { table, self: slot(7), rng: new Rng(9) }
  const pass = (turns: Turns, length: number): number[] =>
    Array.from({ length }, () => turns.next())
  const live = [0, 1, 2, 3, 5, 6, 8, 10, 11, 12, 13, 15, 16, 17, 18].toSorted()
  const shuffled = new Turns({ ...parts, shuffled: true })
  const [first, second] = [pass(shuffled, 15), pass(shuffled, 15)]
  t.same(first.toSorted(), live)
  t.same(second.toSorted(), live)
  t.not(first.join(), second.join(), 'each pass in an order of its own')
  const kept = new Turns({ ...parts, shuffled: false })
  const before = pass(kept, 15)
  t.same(before.toSorted(), live)
  t.same(pass(kept, 15), before, 'or in the same one')
  enter(20, 25)
  t.same(pass(kept, 19).toSorted(), [...live, 20, 21, 22, 23].toSorted(), 'until somebody joins')
})

t.test(
  'a newcomer has its turn within the pass under way, at any place of what is left',
  async (t) => {
    const places: number[] = []
    for (let seed = 0; seed < 2_000; seed++) {
      const directory = new Directory()
      const table = new DenseTable(100, directory)
      const enter = (count: number): void => {
        for (let i = 0; i < count; i++) {
          table.add(directory.enterId(`m-${directory.bound}`))
          table.setWord(slot(directory.bound - 1), W.wordOf(5, W.ALIVE))
        }
      }
      enter(33)
      const turns = new Turns({ table, self: slot(0), rng: new Rng(seed), shuffled: true })
      const order = Array.from({ length: 16 }, () => turns.next())
      enter(2)
      order.push(...Array.from({ length: 18 }, () => turns.next()))
      if (new Set(order).size !== 34) t.fail(`seed ${seed}: not all in one pass: ${order}`)
      places.push(order.indexOf(slot(33)) - 16, order.indexOf(slot(34)) - 16)
    }
    const counts = Array.from(
      { length: 18 },
      (_, place) => places.filter((at) => at === place).length,
    )
    // 222 each; a binomial's standard deviation is 14.5.
    t.ok(
      counts.every((count) => Math.abs(count - 4_000 / 18) < 5 * 14.5),
      counts.join(' '),
    )
  },
)

t.test('a sample is exact: distinct, never the excepted, all equally likely', async (t) => {
  const directory = new Directory()
  const table = new DenseTable(10_000, directory)
  const living = new Living(table, slot(7))
  const rng = new Rng(9)
  t.equal(living.sample(3, rng), 0, 'nobody to draw')
  for (let i = 0; i < 40; i++) {
    table.add(directory.enterId(`m-${i}`))
    table.setWord(slot(i), W.wordOf(5, i < 8 ? W.ALIVE : W.FAULTY))
  }
  living.size = 7
  const counts = Array<number>(7).fill(0)
  for (let i = 0; i < 7_000; i++) {
    const found = living.sample(3, rng, slot(2))
    const picked = [...living.picked.subarray(0, found)]
    if (found !== 3 || new Set(picked).size !== 3) t.fail(`three distinct ones, got ${picked}`)
    for (const one of picked) counts[one]++
  }
  t.equal(counts[2], 0)
  // 3,500 expected for each of the six others, standard deviation 42.
  t.ok(
    counts.every((count, i) => i === 2 || Math.abs(count - 3_500) < 200),
    counts.join(' '),
  )
  t.equal(living.sample(16, rng), 7, 'never more than there are')
  t.same([...living.picked.subarray(0, 7)].toSorted(), [0, 1, 2, 3, 4, 5, 6])
  t.equal(living.sample(7, rng, slot(20)), 7, 'whoever is not live need not be excepted')
  // Where hardly anybody lives, all slots are looked at.
  for (let i = 40; i < 5_000; i++) {
    table.add(directory.enterId(`m-${i}`))
    table.setWord(slot(i), W.wordOf(5, W.FAULTY))
  }
  counts.fill(0)
  for (let i = 0; i < 700; i++) {
    living.sample(1, rng)
    counts[living.picked[0]]++
  }
  t.ok(
    counts.every((count) => Math.abs(count - 100) < 50),
    counts.join(' '),
  )
})

t.test(
  'rumours go least sent first, the newest of those first, and end at their budget',
  async (t) => {
    const rumours = new Rumours()
    const order = (): number[] => {
      const slots: number[] = []
      for (let at = rumours.first(); at >= 0; at = rumours.after(at)) slots.push(rumours.slot(at))
      return slots
    }
    t.same(order(), [])
    rumours.queue(slot(3), 0)
    rumours.queue(slot(5), 77)
    rumours.queue(slot(20), 0)
    t.same(order(), [20, 5, 3])
    t.equal(rumours.accuserOf(slot(5)), 77)
    t.equal(rumours.accuserOf(slot(500)), 0)
    const send = (n: number): void => rumours.sent(rumours.find(slot(n)), 3)
    send(20)
    t.same(order(), [5, 3, 20])
    send(20)
    send(5)
    t.same(order(), [3, 5, 20])
    t.equal(rumours.sendsOf(slot(20)), 2)
    send(20)
    t.same(order(), [3, 5])
    t.equal(rumours.sendsOf(slot(20)), -1)
    t.equal(rumours.sendsOf(slot(999)), -1)
    rumours.queue(slot(5), 0)
    t.same(order(), [5, 3], 'queued again, it starts anew')
    rumours.drop(slot(3))
    rumours.drop(slot(3))
    rumours.drop(slot(999))
    t.same(order(), [5])
    t.equal(rumours.size, 1)
  },
)

t.test('the directory finds ids by their bytes, through growth and forgetting', async (t) => {
  const directory = new Directory()
  const ids = Array.from({ length: 500 }, (_, i) => {
    // Short ones, ones beyond ASCII, and some that differ only behind their first 20 bytes.
    return ['é-', 'a-long-way-to-go-before-', 'node-'][Math.min(2, i % 7)] + i
  })
  const slots = new Map(ids.map((id) => [id, directory.enterId(id)]))
  const find = (id: string): TableSlot => {
    const bytes = Buffer.from(`--${id}`)
    return directory.find(bytes, 2, bytes.length - 2)
  }
  t.ok(ids.every((id) => find(id) === slots.get(id)))
  t.equal(find('nobody'), NO_SLOT)
  t.equal(directory.enterId(ids[3]), slots.get(ids[3]), 'entered twice')
  for (const id of ids.filter((_, i) => i % 3 === 0)) directory.leave(slots.get(id) as TableSlot)
  t.ok(ids.every((id, i) => find(id) === (i % 3 === 0 ? NO_SLOT : slots.get(id))))
  const reused = directory.enterId('newcomer')
  t.ok(reused < 500, 'a freed slot is used again')
  t.equal(directory.findId('newcomer'), reused)
  for (const id of ids.filter((_, i) => i % 3 === 1)) directory.leave(slots.get(id) as TableSlot)
  for (let i = 0; i < 300; i++) directory.enterId(`more-${i}`)
  for (const id of ids.filter((_, i) => i % 3 === 2).slice(0, 9)) {
    directory.leave(slots.get(id) as TableSlot)
  }
  for (let i = 300; i < 1_500; i++) if (i !== 700) directory.enterId(`more-${i}`)
  t.ok(ids.every((id, i) => i < 30 || find(id) === (i % 3 === 2 ? slots.get(id) : NO_SLOT)))
  t.equal(directory.findId(''), NO_SLOT)
  t.equal(directory.findId('x'.repeat(129)), NO_SLOT)
  t.equal(directory.findId('\ud800'), NO_SLOT)
})

t.test('ids of one hash are told apart', async (t) => {
  const pairs = [
    ['node-134472', 'node-160290'],
    ['a-long-way-to-go-before-159021', 'a-long-way-to-go-before-279006'],
  ]
  for (const [one, other] of pairs) {
    const directory = new Directory()
    const slot = directory.enterId(one)
    t.equal(directory.findId(other), NO_SLOT)
    t.equal(directory.hash(directory.enterId(other)), directory.hash(slot), 'they do collide')
    t.equal(directory.id(directory.findId(one)), one)
    t.equal(directory.id(directory.findId(other)), other)
  }
})

t.test('a shared directory forgets nobody', async (t) => {
  const directory = new Directory(true)
  const [one, other] = [new DenseTable(10, directory), new DenseTable(10, directory)]
  const a = directory.enterId('a')
  one.add(a)
  other.add(a)
  one.remove(a)
  t.equal(one.findId('a'), NO_SLOT)
  t.equal(other.findId('a'), a)
  t.same([one.size, other.size], [0, 1])
})

t.test('the table keeps endpoints and copies of metadata', async (t) => {
  const directory = new Directory()
  const table = new DenseTable(2, directory)
  const a = directory.enterId('a')
  table.add(a)
  const bytes = Uint8Array.of(...endpointBytes(5), 1, 2, 3)
  const place = { endpointOffset: 0, endpointLength: 6, metaOffset: 6, metaLength: 3 }
  const address = { ...place, degraded: 1 }
  t.equal(table.addressIncarnation(a), -1)
  table.setAddress(a, 7, address, bytes)
  t.equal(table.addressIncarnation(a), 7)
  t.equal(table.endpoint(a), endpoint(5))
  t.ok(table.sameEndpoint(a, endpointBytes(5), 0, 6))
  t.notOk(table.sameEndpoint(a, endpointBytes(6), 0, 6))
  t.notOk(table.sameEndpoint(a, new Uint8Array(18), 0, 18))
  bytes.fill(9)
  t.same([...table.meta(a)], [1, 2, 3])
  t.equal(table.endpoint(a), endpoint(5))
  t.ok(table.degraded(a))
  table.setAddress(a, 8, { ...address, metaLength: 0, degraded: 0 }, bytes)
  t.notOk(table.degraded(a))
  t.equal(table.meta(a).length, 0)
  t.equal(table.findId('b'), NO_SLOT)
  table.add(directory.enterId('b'))
  t.ok(table.full)
  t.throws(() => table.add(directory.enterId('c')), { message: /full member table/ })
})

t.test(
  'the view hash is a sum: any order gives the same, and tombstones add nothing',
  async (t) => {
    const entries = [
      [1, 2, W.wordOf(5, W.ALIVE)],
      [-7, 8, W.wordOf(6, W.SUSPECT)],
      [0x7f000000, 3, W.wordOf(7, W.ALIVE)],
    ] as const
    const hashOf = (order: readonly (readonly [number, number, number])[]): ViewHash => {
      const view = new ViewHash()
      for (const [low, high, word] of order) view.add(low, high, word)
      return view
    }
    const [one, other] = [hashOf(entries), hashOf(entries.toReversed())]
    t.equal(one.low, other.low)
    t.equal(one.high, other.high)
    const { low, high } = one
    one.add(9, 9, W.wordOf(1, W.FAULTY))
    one.add(9, 9, W.wordOf(1, W.LEFT))
    t.same([one.low, one.high], [low, high])
    for (const [idLow, idHigh, word] of entries) one.subtract(idLow, idHigh, word)
    t.same([one.low, one.high], [0, 0])
  },
)

t.test('the hashes of the buckets add up to that of the view', async (t) => {
  const directory = new Directory()
  const table = new DenseTable(1_000, directory)
  const view = new ViewHash()
  for (let i = 0; i < 300; i++) {
    const one = directory.enterId(`m-${i}`)
    table.add(one)
    table.setWord(one, W.wordOf(i + 1, (i % 4) as W.State))
    view.add(table.hash(one), table.hashHigh(one), table.word(one))
  }
  table.remove(directory.findId('m-3'))
  const buckets = new DataView(bucketHashes(table).buffer)
  let [low, high] = [0, 0]
  for (let i = 0; i < 256; i++) {
    low = (low + buckets.getInt32(8 * i, true)) | 0
    high = (high + buckets.getInt32(8 * i + 4, true)) | 0
  }
  t.same([low, high], [view.low, view.high])
})

t.test('clusters of different names have different labels', async (t) => {
  const labels = new Set(Array.from({ length: 1_000 }, (_, i) => labelOf(`cluster-${i}`)))
  t.equal(labels.size, 1_000)
  t.notOk(labels.has(0))
})

t.test('the text of an endpoint is kept for each slot, and never mixed up', async (t) => {
  const directory = new Directory()
  const slot = directory.enterId('a')
  const bytes = new Uint8Array(18)
  for (let i = 0; i < 3_000; i++) {
    bytes[0] = i % 3
    bytes[17] = bytes[5] = 1
    const length = i % 2 === 0 ? 6 : 18
    const text = directory.endpoint(slot, bytes, 0, length)
    if (text !== readEndpoint(bytes, 0, length)) t.fail(`${i}`)
    if (text !== directory.endpoint(slot, bytes, 0, length)) t.fail(`${i} again`)
  }
})
