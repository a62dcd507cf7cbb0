import { gyre } from '#proto/gyre'
import t from 'tap'
import { labelOf } from '../../lib/core/index.js'
import type { Driver } from '../../lib/cluster/driver/driver.js'
import type { Cluster } from '../../lib/cluster/index.js'
import { PASS, simulate, type SimulatedWorld } from '../../sim/index.js'

const sees = (clusters: readonly Cluster[], count: number): boolean => {
  return clusters.every(({ members }) => members.length === count)
}

t.test('real clusters join, split, heal, die and come back, in virtual time', async (t) => {
  const once = (): Promise<{ now: number; hash: string; split: number[]; events: string[] }> => {
    return simulate({ nodes: 5, seed: 7 }, async (world) => {
      const clusters = await world.joinAll()
      await world.until(() => sees(clusters, 5), 10_000)
      const events: string[] = []
      clusters[0].on('member', ({ id, state }) => void events.push(`${id} ${state} ${world.now}`))
      const heal = world.partition([
        [0, 1],
        [2, 3, 4],
      ])
      await world.sleep(30_000)
      const split = clusters.map(({ members }) => members.length)
      heal()
      await world.until(() => sees(clusters, 5), 30_000)
      world.crash(4)
      await world.until(() => sees(clusters.slice(0, 4), 4), 20_000)
      await world.join(4)
      await world.until(() => sees(clusters.slice(0, 4), 5), 20_000)
      await clusters[1].leave()
      return { now: world.now, hash: world.trace.hash, split, events }
    })
  }
  const first = await once()
  t.same(first.split, [2, 2, 3, 3, 3])
  t.ok(first.events.length > 5)
  t.same(await once(), first, 'the same seed, the same run')
})

t.test('rings move with the members, and handlers run on virtual time', async (t) => {
  await simulate({ nodes: 3, profile: 'local', network: { loss: 0.02 } }, async (world) => {
    const clusters = await world.joinAll({ cluster: 'jobs' })
    await world.until(() => sees(clusters, 3), 10_000)
    const rings = clusters.map((cluster) => cluster.ring('jobs', { slots: 64 }))
    await world.sleep(1_000)
    t.equal(
      rings.reduce((sum, ring) => sum + ring.owned.length, 0),
      64,
    )
    const fired: number[] = []
    world.runtime(0).after(500, () => fired.push(world.runtime(0).now()))
    t.type(world.runtime(0).random(), 'number')
    await world.sleep(600)
    t.equal(fired.length, 1)
    world.crash(2)
    await world.until(() => rings[0].owned.length + rings[1].owned.length === 64, 10_000)
  })
})

t.test('a stalled process does nothing, and takes up what waited', async (t) => {
  await simulate({ nodes: 3, seed: 2 }, async (world) => {
    const clusters = await world.joinAll()
    await world.until(() => sees(clusters, 3), 10_000)
    const ticks: number[] = []
    world.runtime(1).after(100, () => ticks.push(world.now))
    world.stall(1, 900)
    const from = world.now
    await world.sleep(800)
    t.same(ticks, [])
    await world.sleep(200)
    t.equal(ticks.length, 1)
    t.ok(ticks[0] >= from + 900)
    await world.sleep(2_000)
    t.ok(sees(clusters, 3))
  })
})

t.test('streams retransmit, time out, and are refused', async (t) => {
  await simulate({ nodes: 4, seed: 3 }, async (world) => {
    const heard: string[] = []
    const rules = [world.lose(0.3), world.cut([3], [0])]
    rules.push(
      world.rule({
        judge({ stream }) {
          heard.push(stream ? 's' : 'd')
          return PASS
        },
      }),
    )
    const clusters = await world.joinAll()
    await world.until(() => sees(clusters, 4), 60_000)
    for (const end of rules) end()
    t.ok(heard.includes('s') && heard.includes('d'))
    const [zero, one] = [world.guest(0), world.guest(1)]
    await t.rejects(zero.connect('9.9.9.9:1' as never, 100), { message: /no node has/ })
    await t.rejects(zero.connect('10.0.9.9:7946' as never, 100), { message: /no node has/ })
    await clusters[1].close()
    await t.rejects(zero.connect(one.endpoint, 5_000), { message: /refused/ })
    const heal = world.partition([[0], [3]])
    await t.rejects(zero.connect(world.guest(3).endpoint, 500), { message: /in time/ })
    const cut = world.partition([[0], [2]])
    world.crash(2)
    await t.rejects(zero.connect(world.guest(2).endpoint, 500), { message: /in time/ })
    heal()
    cut()
    await t.rejects(zero.connect(world.guest(2).endpoint, 500), { message: /refused/ })
    zero.send('9.9.9.9:1' as never, new Uint8Array(1), 1)
    // Nobody answers a stream that says nothing: its own patience ends it.
    const stream = await zero.connect(world.guest(3).endpoint, 5_000)
    t.equal(await stream.receive(100), undefined)
    stream.send(new Uint8Array([1]))
    t.equal(await stream.receive(20_000), undefined, 'the other side closed')
    t.equal(await stream.receive(1), undefined)
    stream.close()
    const cutOff = await zero.connect(world.guest(3).endpoint, 5_000)
    world.partition([[0], [3]])
    cutOff.send(new Uint8Array([1]))
    await world.sleep(90_000)
    cutOff.send(new Uint8Array([1]))
    world.crash(0)
    await world.sleep(5_000)
  })
})

t.test('what goes wrong in a test is told to the test', async (t) => {
  const rejects = (main: (world: SimulatedWorld) => Promise<unknown>, message: RegExp) => {
    return t.rejects(simulate({ nodes: 2, limitMs: 60_000 }, main), { message })
  }
  await rejects(async () => Promise.reject(new Error('mine')), /mine/)
  await rejects(() => new Promise(() => {}), /waits for what does not happen by 60000 ms/)
  await rejects(async (world) => world.until(() => false, 100), /did not come true in 100 ms/)
  await rejects(async (world) => world.join(2), /expected a node below 2, got 2/)
  await rejects(async (world) => void world.crash(-1), /got -1/)
  await t.rejects(
    simulate({ nodes: 0 }, async () => {}),
    { message: /nodes: expected a whole/ },
  )
})

t.test('a sealed cluster changes its key under a partition, the same way each time', async (t) => {
  const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const story = (): Promise<string[]> =>
    simulate({ nodes: 5, seed: 4 }, async (world) => {
      const told: string[] = []
      const clusters = await world.joinAll({ keys: [keys[0]] })
      const all = (): boolean => clusters.every(({ members }) => members.length === 5)
      await world.until(all, 20_000)
      const heal = world.partition([[0, 1, 2, 3], [4]])
      const refused = await clusters[0].keys?.rotate(keys[1]).catch((error: Error) => error)
      told.push(String(refused))
      heal()
      await world.until(all, 60_000)
      await clusters[1].keys?.rotate(keys[1])
      await world.sleep(60_000)
      for (const { members, keys: held } of clusters) told.push(`${members.length} ${held?.used}`)
      return told
    })
  const first = await story()
  t.match(first[0], /could not install key .* \(it is faulty, may only be cut off/)
  t.equal(new Set(first.slice(1)).size, 1)
  t.match(first[1], /^5 /, 'whoever was cut off is there again, with the new key')
  t.same(await story(), first)
})

t.test('a joiner of a large cluster is told of it page by page', async (t) => {
  await simulate({ nodes: 2 }, async (world) => {
    const first = await world.join(0, { seeds: [] })
    const { driver } = first as unknown as { driver: Driver }
    driver.loop.input((now) => {
      const records = Array.from({ length: 3_000 }, (_, i) => ({
        word: 40,
        id: Buffer.from(`member-${i}`),
        endpoint: Uint8Array.of(10, 1, i >> 8, i & 255, 1, 1),
        meta: new Uint8Array(1_000),
        accuser: 0,
        degraded: false,
        proof: new Uint8Array(0),
      }))
      return driver.node.learn(now, records)
    })
    const second = await world.join(1)
    t.ok(second.members.length > 2_990)
    t.ok(second.stats.syncsOpened > 2)
  })
})

t.test('Two clusters of one name', async (t) => {
  const foreign = { protocol: { foreignGenesis: 'refuse' as const } }
  const seedOf = (cluster: Cluster): string[] => [cluster.self.endpoint]
  const genesis = (cluster: Cluster): number => {
    const { driver } = cluster as unknown as { driver: Driver }
    return driver.node.genesis
  }

  t.test('merge where they meet', async (t) => {
    await simulate({ nodes: 3 }, async (world) => {
      const one = await world.join(0, { seeds: [] })
      const other = await world.join(1, { seeds: [] })
      t.not(genesis(one), 0)
      t.not(genesis(one), genesis(other))
      const third = await world.join(2, { seeds: [...seedOf(one), ...seedOf(other)] })
      await world.until(() => sees([one, other, third], 3), 60_000)
    })
  })

  t.test('never do if they refuse each other, also on the same addresses', async (t) => {
    await simulate({ nodes: 5 }, async (world) => {
      const one = await world.join(0, { ...foreign, seeds: [] })
      const other = await world.join(1, { ...foreign, seeds: [] })
      const third = await world.join(2, { ...foreign, seeds: seedOf(one) })
      t.equal(genesis(third), genesis(one), 'who joins takes it over')
      await world.sleep(1_000)
      const faults: string[] = []
      const lost = await world.join(3, { ...foreign, seeds: seedOf(other) })
      lost.on('fault', ({ message }) => void faults.push(message))
      await world.sleep(30_000)
      t.equal(lost.members.length, 2)
      t.equal(one.members.length, 2)
      const before = one.stats.droppedLabel
      const { driver } = other as unknown as { driver: Driver }
      const { driver: ours } = one as unknown as { driver: Driver }
      await t.rejects(driver.syncs.with(one.self.endpoint, false), {
        code: 'JOIN_REFUSED',
        message: /FOREIGN_GENESIS/,
      })
      // Whoever answers does so of the same mind.
      const merging = { ...driver.node.syncOffer(false), genesis: 0 }
      t.equal(ours.node.syncAnswer(0, merging).refusal, '')
      const told = { ...ours.node.syncAnswer(0, merging), genesis: genesis(one) }
      t.ok(driver.node.isForeign(told.genesis))
      // A datagram of the other cluster is none of ours.
      const slot = driver.node.table.findId('node-3')
      t.ok(slot >= 0)
      const label = (labelOf('gyre') ^ genesis(other)) >>> 0
      const packet = gyre.Packet.encode({ label, from: Buffer.from('node-1') }).finish()
      world.guest(1).send(one.self.endpoint, packet, packet.length)
      await world.sleep(10)
      t.equal(one.stats.droppedLabel, before + 1)
      const lax = await world.join(4, { seeds: [] })
      await t.rejects(driver.syncs.with(lax.self.endpoint, false), {
        code: 'JOIN_REFUSED',
        message: /is refused \(FOREIGN_GENESIS\)/,
      })
    })
  })

  t.test('a process whose seeds do not answer founds none, and joins when they do', async (t) => {
    await simulate({ nodes: 3 }, async (world) => {
      const seeds = [world.guest(0).endpoint]
      const early = await world.join(1, { ...foreign, seeds })
      const second = await world.join(2, { ...foreign, seeds: [...seeds, early.self.endpoint] })
      t.same([genesis(early), genesis(second)], [0, 0])
      await world.sleep(5_000)
      const founder = await world.join(0, { ...foreign, seeds: [] })
      await world.until(() => sees([founder, early, second], 3), 60_000)
      t.equal(genesis(early), genesis(founder))
      t.equal(genesis(second), genesis(founder))
    })
  })
})
