import type { Cluster } from '../../lib/cluster/index.js'
import type { Messenger } from '../../lib/cluster/messages/messenger.js'
import { Broadcasts } from '../../lib/cluster/spreading/broadcasts.js'
import type { StateChange } from '../../lib/state/index.js'
import {
  decodeBroadcasts,
  decodeFactsPage,
  encodeUserPacket,
} from '../../lib/wire/payload-codec.js'
import { simulate, type SimulatedWorld } from '../../sim/index.js'
import t from 'tap'

const bytes = (text: string): Uint8Array => Buffer.from(text)

const text = (body?: Uint8Array): string => Buffer.from(body ?? []).toString()

/** A cluster of so many in virtual time, all of whom see all. */
function inCluster(
  nodes: number,
  main: (world: SimulatedWorld, clusters: Cluster[]) => Promise<void>,
  network = {},
): Promise<void> {
  return simulate({ nodes, network, profile: 'lan' }, async (world) => {
    const clusters = await world.joinAll()
    const all = (): boolean => clusters.every(({ members }) => members.length === nodes)
    await world.until(all, 20_000)
    await main(world, clusters)
  })
}

t.test('Broadcasts', async (t) => {
  t.test('reach all, each once, whatever is lost', async (t) => {
    const nodes = 20
    await inCluster(
      nodes,
      async (world, clusters) => {
        const got = clusters.map((): string[] => [])
        clusters.forEach((one, i) => {
          one.handle('news', ({ body, kind, from }) => {
            got[i].push(`${from} ${kind} ${text(body)}`)
          })
        })
        for (let i = 0; i < 50; i++) clusters[i % 3].broadcast('news', bytes(`n${i}`))
        await world.until(() => got.every(({ length }) => length === 50), 60_000)
        await world.sleep(40_000)
        t.ok(got.every((one) => new Set(one).size === 50 && one.length === 50))
        t.ok(clusters[0].stats.broadcastsRepeated > 0)
        t.equal(clusters[0].stats.broadcastsSent, 17)
      },
      { loss: 0.2 },
    )
  })

  t.test('that gossip has missed are asked for', async (t) => {
    await inCluster(4, async (world, clusters) => {
      const got: string[] = []
      clusters[3].handle('news', ({ body }) => void got.push(text(body)))
      const heal = world.cut([0, 1, 2], [3])
      clusters[0].broadcast('news', bytes('missed'))
      await world.sleep(1_500)
      heal()
      clusters[3].broadcast('other', bytes('so that it asks'))
      await world.until(() => got.length === 1, 10_000)
      t.equal(clusters[3].stats.broadcastsRepaired, 1)
    })
  })

  t.test('wait for whoever joins', async () => {
    await simulate({ nodes: 2 }, async (world) => {
      const first = await world.join(0, { seeds: [] })
      first.broadcast('news', bytes('early'))
      await world.sleep(3_000)
      const second = await world.join(1)
      const got: string[] = []
      second.handle('news', ({ body }) => void got.push(text(body)))
      second.broadcast('hello', bytes(''))
      await world.until(() => got.length === 1, 10_000)
    })
  })

  t.test('a bounded number waits, and is kept', async (t) => {
    const one = new Broadcasts('a', 1)
    for (let i = 0; i < 256; i++) one.publish(0, 't', bytes(String(i)))
    t.throws(() => one.publish(0, 't', bytes('')), { code: 'BUSY' })
    const other = new Broadcasts('b', 1)
    for (let i = 1; i <= 1_100; i++) {
      other.takeIn(i, { origin: 'a', run: 1, sequence: i, topic: 't', body: bytes('') })
    }
    t.equal(other.digest().length, 8 * 1_024)
    t.equal(other.lacking(other.digest(), 1_000).length, 0)
    t.ok(other.lacking(new Uint8Array(3), 1_000).length > 10)
    t.ok(other.lacking(new Uint8Array(3), 1_000).length < 40)
    t.equal(other.pick(1e6, 9).length, 1_024)
    other.expire(30_500)
    t.ok(other.keeping)
    other.expire(99_000)
    t.notOk(other.keeping)
    const news = { origin: 'a', run: 2, sequence: 1, topic: 't', body: bytes('') }
    t.ok(other.takeIn(0, news), 'another run counts anew')
    t.notOk(other.takeIn(0, news))
    t.notOk(other.takeIn(0, { ...news, run: 1, sequence: 5_000 }), 'and ends the one before')
    other.forget('a')
    t.ok(other.takeIn(0, news))
  })
})

t.test('State', async (t) => {
  t.test('is seen by all, changed, deleted, and gone with its process', async (t) => {
    await inCluster(8, async (world, clusters) => {
      const changes: string[] = []
      clusters[5].on('state', ({ owner, key, value }: StateChange) => {
        changes.push(`${owner} ${key} ${value ? text(value) : '-'}`)
      })
      const [a] = clusters
      const see = (key: string): string[] =>
        clusters.map(({ state }) => text(state.get(key, 'node-0')))
      a.state.set('load', bytes('1'))
      await world.until(() => see('load').every((value) => value === '1'), 5_000)
      a.state.set('load', bytes('2'))
      a.state.set('load', bytes('2'))
      a.state.set('zone', bytes('x'))
      await world.until(() => see('load').every((value) => value === '2'), 5_000)
      a.state.delete('zone')
      a.state.delete('zone')
      await world.until(() => see('zone').every((value) => value === ''), 5_000)
      t.equal(text(a.state.get('load')), '2')
      t.same([...clusters[3].state.of('node-0').keys()], ['load'])
      t.same([...clusters[3].state.of('node-1').keys()], [])
      t.same(changes, ['node-0 load 1', 'node-0 load 2', 'node-0 zone x', 'node-0 zone -'])
      t.throws(() => a.state.set('', bytes('')), { code: 'BAD_OPTION' })
      world.crash(0)
      await world.sleep(20_000)
      const again = await world.join(0)
      await world.until(
        () => clusters.slice(1).every(({ members }) => members.length === 8),
        20_000,
      )
      await world.until(
        () =>
          see('load')
            .slice(1)
            .every((value) => value === ''),
        30_000,
      )
      again.state.set('load', bytes('3'))
      await world.until(
        () =>
          see('load')
            .slice(1)
            .every((value) => value === '3'),
        5_000,
      )
      await again.leave()
      t.throws(() => again.state.set('load', bytes('4')), { code: 'CLOSED' })
    })
  })

  t.test('too long for a datagram, it is asked for; with loss, it is repaired', async (t) => {
    await inCluster(
      8,
      async (world, clusters) => {
        const value = new Uint8Array(20_000).fill(7)
        clusters.forEach(({ state }, i) => state.set('blob', value.fill(i)))
        const have = (): boolean =>
          clusters.every(({ state }) => {
            return clusters.every((_, i) => state.get('blob', `node-${i}`)?.[0] === i)
          })
        await world.until(have, 60_000)
        t.ok(clusters.some(({ stats }) => stats.statePages > 0))
      },
      { loss: 0.1 },
    )
  })

  t.test(
    'many that start at once, and say something at once, soon know it of each other',
    async () => {
      for (const seed of [1, 2, 3]) {
        await simulate({ nodes: 24, seed }, async (world) => {
          const start = async (index: number): Promise<Cluster> => {
            await world.sleep(40 * index)
            const cluster = await world.join(index)
            for (let i = 0; i < 60; i++) cluster.state.set(`k${i}`, new Uint8Array(980).fill(1))
            return cluster
          }
          const clusters = await Promise.all(Array.from({ length: 24 }, (_, index) => start(index)))
          const knowsAll = ({ state }: Cluster): boolean => {
            return clusters.every(({ id }) => state.of(id).size === 60)
          }
          await world.until(() => clusters.every(knowsAll), 6_000)
        })
      }
    },
  )

  t.test('a joiner and whoever was cut off get what they lack', async (t) => {
    await simulate({ nodes: 5, seed: 4 }, async (world) => {
      const clusters = [await world.join(0), await world.join(1), await world.join(2)]
      const dead = await world.join(4)
      dead.state.set('k', bytes('of somebody whom the joiner has never heard of'))
      for (const { state, id } of clusters) {
        for (let i = 0; i < 40; i++) state.set(`k${i}`, bytes(`${id} ${i}`.padEnd(600)))
      }
      await world.sleep(5_000)
      world.crash(4)
      await world.until(() => clusters.every(({ members }) => members.length === 3), 20_000)
      clusters.push(await world.join(3))
      const late = clusters[3]
      await world.until(() => late.state.of('node-2').size === 40, 1_000)
      await world.until(() => late.state.of('node-0').size === 40, 1_000)
      await world.sleep(20_000)
      t.ok(late.stats.statePages < 5, 'and it asks no more')
      const heal = world.partition([[0, 1, 2], [3]])
      await world.sleep(20_000)
      clusters[0].state.delete('k1')
      await world.sleep(20_000)
      heal()
      await world.until(() => late.state.get('k1', 'node-0') === undefined, 90_000)
    })
  })
})

t.test('bytes that mean nothing are counted, and change nothing', async (t) => {
  const junk = Uint8Array.of(255, 1, 2, 3)
  t.same(decodeBroadcasts(junk), [])
  t.same(decodeFactsPage(junk), { facts: [], all: false })
  await inCluster(2, async (world, [a, b]) => {
    const { driver } = a as unknown as { driver: { post(to: string, bytes: Uint8Array): void } }
    driver.post('node-1', junk)
    const strange = { run: 1, since: 0, upto: 1, facts: [] }
    driver.post('node-1', encodeUserPacket({ facts: [{ owner: 'nobody', ...strange }] }))
    driver.post('nobody', junk)
    // There is more of its state, it says; asked for it, it has none.
    const boast = { owner: 'node-0', run: 2 ** 29, since: 5, upto: 9, facts: [] }
    driver.post('node-1', encodeUserPacket({ facts: [boast] }))
    const origin = { run: 1, sequence: 1, topic: 't', body: junk }
    driver.post('node-1', encodeUserPacket({ broadcasts: [{ origin: 'nobody', ...origin }] }))
    driver.post('node-1', encodeUserPacket({ broadcasts: [{ origin: 'node-1', ...origin }] }))
    const ring = { name: 'not here', message: { kind: 'ready', move: 1 } } as const
    driver.post('node-1', encodeUserPacket({ ring }))
    const { messenger } = a as unknown as { messenger: Messenger }
    const unknown = messenger.callInternal('node-1', 'of a later version', junk)
    await t.rejects(unknown, { code: 'NO_HANDLER' })
    await world.sleep(1_000)
    t.equal(b.stats.messagesUnhandled, 1)
    t.equal(b.stats.messagesMalformed, 1)
    t.equal(b.stats.broadcastsRepeated, 2)
    t.same([...b.state.of('nobody')], [])
  })
})
