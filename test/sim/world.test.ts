import {
  ABSENT,
  ALIVE,
  Directory,
  type Endpoint,
  FAULTY,
  LEFT,
  NO_SLOT,
  type Standing,
  type TableSlot,
} from '../../lib/core/index.js'
import { World } from '../../sim/index.js'
import { endpointAt, indexAt } from '../../sim/world/addresses.js'
import { Machine } from '../../sim/world/machine.js'
import { SharedTable } from '../../sim/world/shared-table.js'
import { SharedViews } from '../../sim/world/shared-views.js'
import t from 'tap'

const everySees = (world: World, count: number): boolean => {
  const up = world.running()
  return up.length === count && up.every((index) => world.node(index).liveCount === count)
}

interface Change {
  readonly observer: number
  readonly subject: number
  readonly to: Standing
}

function watched(options: ConstructorParameters<typeof World>[0]) {
  const changes: Change[] = []
  const world = new World({
    ...options,
    observers: [
      { changed: (observer, subject, _from, to) => void changes.push({ observer, subject, to }) },
    ],
  })
  return { world, changes }
}

/** Whom a node probes, and the last sequence that it gave to relays. */
function seen(world: World, index: number): { target: number; relayed: number } {
  const { target, relaySequence } = world.node(index).inside.probe
  return { target, relayed: relaySequence }
}

t.test('a machine that stands still keeps what comes in, up to its buffer', async (t) => {
  const machine = new Machine()
  const done: number[] = []
  machine.frozenUntil = 100
  t.ok(machine.isBusy(50))
  for (let i = 0; i < 300; i++) machine.defer(100, () => done.push(i))
  t.equal(machine.overflowed, 300 - Math.floor(212_992 / 768))
  t.notOk(machine.catchUp(50))
  t.ok(machine.catchUp(100))
  t.equal(done.length, 277)
  machine.slowUs = 10
  machine.frozenUntil = 0
  machine.defer(1, () => done.push(-1))
  machine.defer(1, () => done.push(-2))
  t.notOk(machine.catchUp(200), 'busy with the first')
  t.equal(done.at(-1), -1)
  machine.clear()
  t.notOk(machine.isBusy(300))
  t.ok(machine.takesTime(300))
})

t.test('endpoints are numbers in disguise', async (t) => {
  for (const index of [0, 1, 255, 256, 65_536, 99_999]) t.equal(indexAt(endpointAt(index)), index)
  t.equal(indexAt('192.168.0.1:7946' as Endpoint), -1)
  t.equal(indexAt('10.0.0.1:80' as Endpoint), -1)
})

t.test('shared views hold what a table of one’s own would hold', async (t) => {
  const directory = new Directory(true)
  const endpoints = [0, 1, 2].map(endpointAt)
  for (const id of ['a', 'b', 'c']) directory.enterId(id)
  const views = new SharedViews(3, directory)
  views.begin(endpoints, 40)
  const tables = [0, 1, 2].map((observer) => new SharedTable(views, observer, 3, 4))
  const [one, two, three] = tables
  const b = 1 as TableSlot
  const place = { endpointOffset: 0, endpointLength: 6, metaOffset: 6, metaLength: 2 }
  const address = { ...place, degraded: 0 }
  const bytes = Uint8Array.of(10, 9, 9, 9, 31, 10, 1, 2)
  t.equal(views.disputes, 0)
  one.setAddress(b, 11, address, bytes)
  one.setWord(b, 44)
  t.equal(views.disputes, 1)
  t.same([one.word(b), two.word(b)], [44, 40])
  t.same([one.endpoint(b), two.endpoint(b)], ['10.9.9.9:7946', endpoints[1]])
  t.same([one.addressIncarnation(b), two.addressIncarnation(b)], [11, 10])
  t.same([...one.meta(b)], [1, 2])
  t.ok(one.sameEndpoint(b, bytes, 0, 6))
  t.notOk(one.sameEndpoint(b, bytes, 0, 5))
  t.notOk(two.sameEndpoint(b, bytes, 0, 6))
  t.equal(one.copyEndpoint(b, new Uint8Array(20), 3), 9)
  t.equal(one.endpointLength(b), 6)
  two.setAddress(b, 11, address, bytes)
  two.setWord(b, 44)
  three.setWord(b, 44)
  t.equal(views.disputes, 1, 'one address is still the old one')
  three.setAddress(b, 11, address, bytes)
  t.equal(views.disputes, 0)
  t.equal(three.endpoint(b), '10.9.9.9:7946')
  // Who has the latest word is gone: the others agree among themselves.
  one.setWord(b, 48)
  views.retire(0)
  views.retire(0)
  t.equal(views.disputes, 0)
  // All forget, one after the other; a stranger comes, and more than there was room for.
  two.remove(b)
  t.ok(three.has(b))
  t.notOk(two.has(b))
  three.remove(b)
  t.equal(views.disputes, 0)
  t.equal(two.findId('b'), NO_SLOT)
  t.equal(two.findId('nobody'), NO_SLOT)
  t.equal(two.find(Buffer.from('c'), 0, 1), 2)
  t.equal(two.find(Buffer.from('x'), 0, 1), NO_SLOT)
  two.add(b)
  two.setWord(b, 52)
  t.equal(two.endpoint(b), '')
  const d = directory.enterId('d')
  t.notOk(two.has(d))
  two.add(d)
  t.equal(two.endpoint(d), '', 'no address yet')
  two.remove(d)
  three.add(d)
  three.remove(d)
  t.equal(two.find(Buffer.from('d'), 0, 1), NO_SLOT, 'known to the directory alone')
  t.equal(two.findId('d'), NO_SLOT)
  two.add(d)
  two.setWord(d, 4)
  two.setAddress(d, 1, { ...address, metaLength: 1 }, bytes)
  two.setAddress(d, 1, { ...address, endpointOffset: 1, metaLength: 0 }, bytes)
  two.setAddress(d, 1, { ...address, metaLength: 1 }, bytes)
  two.setAddress(d, 1, { ...address, metaLength: 0 }, bytes)
  t.ok(two.full)
  t.same([two.id(d), two.hash(d), two.hashHigh(d)], ['d', directory.hash(d), directory.hashHigh(d)])
  t.equal(two.endpoint(d), '10.9.9.9:7946')
  two.setWord(b, 56)
  two.setWord(b, 53)
  t.equal(two.word(b), 53)
  // Who alone knew them is gone: that nobody does is no dispute.
  views.retire(1)
  t.notOk(three.has(b))
  t.equal(views.disputes, 0)
})

t.test('equal seeds, schedulers and layouts give equal runs, another seed another', async (t) => {
  const hash = (options: object): string => {
    const world = new World({ nodes: 20, seed: 5, network: { loss: 0.05 }, ...options })
    world.run(2_000)
    world.crash(3)
    world.at(5_000, () => world.boot(3, 0))
    world.at(4_000, () => world.setMeta(7, Uint8Array.of(1)))
    world.leave(8)
    world.run(20_000)
    return `${world.trace.hash} ${world.story.hash}`
  }
  t.equal(hash({}), hash({}))
  t.equal(hash({ scheduler: 'heap' }), hash({}))
  t.equal(hash({ layout: 'dense' }), hash({}))
  t.not(hash({ seed: 6 }), hash({}))
})

t.test('a crash is found in clusters of any size, and nobody else is accused', async (t) => {
  for (const nodes of [3, 4, 5, 8, 16, 64]) {
    const { world, changes } = watched({ nodes, seed: nodes })
    world.run(2_000)
    world.crash(0)
    world.crash(0)
    t.notOk(world.up(0))
    t.ok(
      world.runUntil(() => world.running().every((i) => world.standing(i, 0) === FAULTY), 30_000),
    )
    t.notOk(world.runUntil(() => false, 100))
    t.ok(changes.every(({ subject, to }) => subject === 0 || to === ALIVE))
    t.ok(world.viewsEqual())
  }
})

t.test('under 10 % loss nobody healthy is called faulty in ten minutes', async (t) => {
  const { world, changes } = watched({ nodes: 32, network: { loss: 0.1 } })
  world.run(600_000)
  t.same(
    changes.filter(({ to }) => to === FAULTY),
    [],
  )
})

t.test('a joiner is seen by all, also over a seed that is gone, and sees all', async (t) => {
  const world = new World({ nodes: 20, start: 'empty' })
  t.notOk(world.up(0))
  world.boot(0)
  for (let i = 1; i < 20; i++) world.at(100 * i, () => world.boot(i, i === 5 ? 19 : 0))
  world.run(50)
  t.equal(world.standing(0, 7), ABSENT)
  t.ok(
    world.runUntil(() => everySees(world, 20), 20_000),
    `at ${world.now} ms`,
  )
  t.ok(world.viewsEqual())
  const fresh = new World({ nodes: 2, start: 'empty' })
  fresh.boot(0, undefined, 'kept')
  fresh.boot(1, undefined, 'stale')
  t.ok(fresh.node(0).started, 'with nothing to remember')
  const alone = new World({ nodes: 2, start: 'empty' })
  alone.boot(0, 1)
  alone.run(10_000)
  t.notOk(alone.node(0).started, 'nobody lets it in')
})

t.test('who restarts outranks its past, with its state kept, stale or lost', async (t) => {
  for (const memory of ['kept', 'stale', 'lost'] as const) {
    const world = new World({ nodes: 8, seed: 3 })
    world.run(2_000)
    world.setMeta(4, Uint8Array.of(1))
    world.run(2_000)
    world.crash(4)
    world.run(20_000)
    t.equal(world.standing(0, 4), FAULTY)
    world.boot(4, memory === 'kept' ? undefined : 0, memory)
    t.ok(
      world.runUntil(() => everySees(world, 8), 30_000),
      memory,
    )
  }
})

t.test('a restart before its death was seen is no death at all', async (t) => {
  const { world, changes } = watched({ nodes: 8, seed: 3 })
  world.run(2_500)
  world.crash(4)
  world.run(1_000)
  world.boot(4, 0)
  world.run(30_000)
  t.ok(everySees(world, 8))
  t.ok(changes.every(({ to }) => to !== FAULTY))
})

t.test('an address changes hands, and nobody takes the new one for the old', async (t) => {
  const world = new World({ nodes: 5 })
  world.run(3_000)
  world.crash(1)
  world.crash(2)
  world.takeOver(1, 2, 0)
  t.equal(world.indexOf(world.endpointOf(2)), 1)
  t.equal(world.indexOf('10.9.9.9:7946' as Endpoint), -1)
  world.run(60_000)
  for (const i of world.running()) t.equal(world.standing(i, 2), FAULTY)
  t.ok(world.running().every((i) => world.node(i).liveCount === 4))
})

t.test('a stall shorter than a suspicion kills nobody; a long one does, and heals', async (t) => {
  const { world, changes } = watched({ nodes: 8 })
  world.run(2_000)
  world.stall(1, 1_500)
  world.run(20_000)
  t.ok(changes.every(({ to }) => to !== FAULTY))
  world.stall(1, 30_000)
  world.run(29_000)
  t.equal(world.standing(0, 1), FAULTY)
  t.ok(world.overflowed(1) >= 0)
  t.ok(world.runUntil(() => everySees(world, 8), 30_000))
})

t.test('a host that is gone is told from a process that stands still', async (t) => {
  const secondsTo = (end: (world: World) => void): number => {
    const world = new World({ nodes: 8, seed: 5 })
    let known = 0
    world.observe({
      changed: (_by, of, _from, to) => void (known += of === 3 && to === FAULTY ? 1 : 0),
    })
    world.run(2_000)
    const at = world.now
    end(world)
    world.runUntil(() => known === 7, 20_000)
    return (world.now - at) / 1_000
  }
  const gone = secondsTo((world) => world.crash(3))
  const still = secondsTo((world) => world.stall(3, 30_000))
  t.ok(still - gone >= 0.99, `${gone} s, ${still} s: two periods, and four`)
})

t.test('an accuser may die before it knows what became of its stream', async (t) => {
  const world = new World({ nodes: 5, seed: 1 })
  world.run(2_000)
  world.crash(0)
  const before = [1, 2, 3, 4].map((index) => seen(world, index).relayed)
  const asking = () =>
    [1, 2, 3, 4].find((index) => seen(world, index).relayed !== before[index - 1])
  world.runUntil(() => asking() !== undefined, 20_000)
  const accuser = asking() ?? 0
  t.equal(seen(world, accuser).target, 0, 'its stream is under way')
  let unheard = 0
  world.observe({ unheard: (source) => void (unheard += source === accuser ? 1 : 0) })
  world.crash(accuser)
  world.run(5_000)
  t.equal(unheard, 0, 'the dead find out nothing')
  const left = [1, 2, 3, 4].filter((index) => index !== accuser)
  t.same(
    left.map((index) => world.node(index).liveCount),
    [3, 3, 3],
  )
})

t.test('slow machines, late timers and odd clocks are lived with', async (t) => {
  const { world, changes } = watched({ nodes: 6 })
  world.slow(1, 5)
  world.jitter(2, 30)
  world.drift(3, 100_000)
  world.stepClock(4, 3_600)
  world.stepClock(5, -30)
  world.run(60_000)
  t.ok(changes.every(({ to }) => to === ALIVE))
  t.equal(world.clockOf(3), 66_000)
  world.crash(4)
  world.stepClock(4, 1)
  world.boot(4, 0)
  world.slow(1, 0)
  t.ok(world.runUntil(() => everySees(world, 6), 20_000))
})

t.test('a leave is never shown as a failure, even if the leaver is gone at once', async (t) => {
  const world = new World({ nodes: 16, seed: 2 })
  world.run(2_000)
  world.leave(3)
  world.run(1_000)
  world.crash(3)
  world.run(20_000)
  for (const i of world.running()) t.equal(world.standing(i, 3), LEFT)
})

t.test('two processes with one id: the later one stays, the other ends itself', async (t) => {
  const world = new World({ nodes: 4 })
  const rival = world.node(1).record
  world.run(5_000)
  const endpoint = Uint8Array.from(rival.endpoint)
  endpoint[3] = 2
  world.node(1).learn(world.now, [{ ...rival, word: rival.word + 4, endpoint }])
  t.notOk(world.node(1).started)
})

t.test('a loop of messages without latency is an error, not a hang', async (t) => {
  const world = new World({ nodes: 2 })
  const again = (): void => void world.after(0, again)
  again()
  t.throws(() => world.run(1), { message: /time stands still/ })
})

t.test('a process that ends while it stands still is not woken', async (t) => {
  const world = new World({ nodes: 3 })
  world.run(1_000)
  world.stall(1, 2_000)
  world.run(500)
  world.kill(1)
  world.run(5_000)
  t.notOk(world.up(1))
})

t.test('looking ahead, as large worlds do, changes nothing', async (t) => {
  const [one, other] = (['wheel', 'heap'] as const).map((scheduler) => {
    const world = new World({ nodes: 2_000, scheduler })
    world.at(700, () => world.crash(7))
    world.run(3_000)
    return [world.trace.hash, world.events]
  })
  t.same(one, other)
})
