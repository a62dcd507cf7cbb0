import { parseEndpoint } from '../../lib/base/endpoint.js'
import { type Member, newKey } from '../../lib/index.js'
import { bindUdp } from '../../lib/transport/index.js'
import { decodeStream, encodeStream } from '../../lib/wire/stream-codec.js'
import { until } from './until.js'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { cluster, join } from './real-cluster.js'
import t from 'tap'

t.test('A cluster', async (t) => {
  t.test('all see all, and agree on every owner', async (t) => {
    const all = await cluster(t, 5)
    const rings = all.map((one) => one.ring('jobs', { slots: 256, replicas: 2 }))
    await Promise.all(rings.map((ring) => ring.settled()))
    for (const key of ['a', 'user:42', 7, Uint8Array.of(1)]) {
      const owners = new Set(rings.map((ring) => ring.owner(key)?.member.id))
      t.equal(owners.size, 1, String(key))
      t.equal(rings.filter((ring) => ring.owns(key)).length, 1)
      t.equal(rings[0].owners(key).length, 2)
      t.equal(rings[0].owners(key)[0].id, rings[0].owner(key)?.member.id)
      t.equal(rings[0].owner(key)?.slot, rings[0].slotOf(key))
    }
    const owned = rings.flatMap((ring) => ring.owned)
    t.equal(new Set(owned).size, 256)
    t.equal(owned.length, 256)
  })

  t.test('a silent death is found by all, and its slots go to the others', async (t) => {
    const all = await cluster(t, 4)
    const rings = all.map((one) => one.ring('jobs', { slots: 128 }))
    await Promise.all(rings.map((ring) => ring.settled()))
    const [dead, ...rest] = [all[2], all[0], all[1], all[3]]
    const events: string[][] = rest.map(() => [])
    rest.forEach((one, i) =>
      one.on('member', (member, was) => events[i].push(`${member.id} ${was}→${member.state}`)),
    )
    await dead.close()
    t.ok(dead.closed)
    await until(() => rest.every((one) => one.member('m2')?.state === 'faulty'))
    for (const seen of events) t.same(seen, ['m2 alive→suspect', 'm2 suspect→faulty'])
    await Promise.all(rest.map((one) => one.ring('jobs').settled()))
    t.equal(
      rest.reduce((sum, one) => sum + one.ring('jobs').owned.length, 0),
      128,
    )
    t.ok(rest.every((one) => one.members.length === 3))
  })

  t.test('a leave is seen as one, never as a failure, once all is handed over', async (t) => {
    const all = await cluster(t, 4)
    const [leaver, ...rest] = all.toReversed()
    const rings = all.map((one) => one.ring('jobs'))
    await Promise.all(rings.map((ring) => ring.settled()))
    const ring = leaver.ring('jobs')
    const lost: number[] = []
    ring.on('change', (change) => lost.push(...change.lost))
    const had = ring.owned.length
    const states: string[] = []
    for (const one of rest) {
      one.on('member', (member, was) => void (member.state !== was && states.push(member.state)))
    }
    const leaving = leaver.leave()
    t.equal(lost.length, 0, 'not before somebody else has it')
    t.equal(leaver.leave(), leaving)
    t.throws(() => leaver.ring('other'), { code: 'CLOSED' })
    t.throws(() => leaver.setMeta(new Uint8Array(0)), { code: 'CLOSED' })
    await leaving
    t.equal(lost.length, had)
    t.same(ring.owned, [])
    t.not(ring.owner('x')?.member.id, leaver.id)
    t.same(states, ['left', 'left', 'left'])
    t.equal(
      rest.reduce((sum, one) => sum + one.ring('jobs').owned.length, 0),
      1_024,
    )
    await leaver.close()
  })

  t.test('`await using` leaves', async (t) => {
    const [first, second] = await cluster(t, 2)
    await second[Symbol.asyncDispose]()
    t.equal(first.member('m1')?.state, 'left')
  })

  t.test('metadata is seen by all, with the state unchanged', async (t) => {
    const [first, second] = await cluster(t, 2, { meta: Buffer.from('v1') })
    t.equal(Buffer.from(first.member('m1')?.meta ?? []).toString(), 'v1')
    const seen = once(first, 'member') as Promise<[Member, string]>
    second.setMeta(Buffer.from('v2'))
    const [member, was] = await seen
    t.equal(Buffer.from(member.meta).toString(), 'v2')
    t.same([member.state, was, member.isSelf], ['alive', 'alive', false])
    t.equal(second.self.meta.length, 2)
    t.throws(() => second.setMeta(new Uint8Array(2_000)), { code: 'BAD_OPTION' })
  })

  t.test('over IPv6, under a name, with an address of its own to advertise', async (t) => {
    const first = await join(t, { id: 'a', bind: '[::1]:0', cluster: 'six', advertise: '[::1]:0' })
    const second = await join(t, { bind: '[::1]:0', cluster: 'six', seeds: [first.self.endpoint] })
    await until(() => first.members.length === 2)
    t.equal(second.name, 'six')
    t.equal(second.id, `${hostname()}:${second.self.endpoint.split(':').at(-1)}`)
    t.equal(first.protocol.periodMs, 200)
    t.match(first.stats, { live: 2, health: Number, datagramsSent: Number, sendsFailed: 0 })
  })

  t.test('minMembers holds the join until so many are there', async (t) => {
    const first = await join(t, { id: 'a' })
    const seeds = [first.self.endpoint]
    const joining = join(t, { id: 'b', seeds, minMembers: 3 })
    await sleep(300)
    await join(t, { id: 'c', seeds })
    t.equal((await joining).members.length, 3)
    await t.rejects(join(t, { id: 'd', minMembers: 2, joinTimeoutMs: 50 }), {
      code: 'SEED_UNREACHED',
      message: /expected 2 live members within 50 ms, see 1/,
    })
  })
})

t.test('Alone', async (t) => {
  t.test('with seeds that do not answer, a cluster says so and joins them later', async (t) => {
    const reserve = await bindUdp(parseEndpoint('127.0.0.1:0'))
    const seeds = [reserve.endpoint]
    await reserve.close()
    const early = await join(t, { id: 'early', seeds })
    t.ok(early.alone)
    await once(early, 'alone')
    t.equal(early.members.length, 1)
    const late = await join(t, { id: 'late', bind: reserve.endpoint, seeds })
    t.notOk(late.alone && late.members.length > 1, 'its own address among the seeds is skipped')
    await until(() => early.members.length === 2 && late.members.length === 2)
    t.notOk(early.alone)
  })

  t.test('whoever loses all others is alone again, and finds them again', async (t) => {
    const [first, second] = await cluster(t, 2)
    const { endpoint } = first.self
    const alone = once(second, 'alone')
    await first.close()
    await alone
    t.ok(second.alone)
    const back = await join(t, { id: 'm0', bind: endpoint })
    await until(() => back.members.length === 2 && second.members.length === 2)
  })

  t.test('an unresolvable seed is a fault that is told, not a hang', async (t) => {
    const warnings: string[] = []
    const logger = { info() {}, warn() {}, error: (line: string) => void warnings.push(line) }
    const one = await join(t, { seeds: ['no-such-host.invalid:7946'], logger })
    t.ok(one.alone)
    t.match(warnings, [/seed no-such-host.invalid:7946/])
    const fault = once(one, 'fault')
    t.match(await fault, [{ code: 'SEED_UNRESOLVED' }])
  })

  t.test('a cluster without seeds is never alone', async (t) => {
    const one = await join(t)
    t.notOk(one.alone)
    await one.leave()
    t.ok(one.closed)
  })
})

t.test('Forgetting and reconnecting', async (t) => {
  t.test('a tombstone is forgotten after its time', async (t) => {
    const [first, second] = await cluster(t, 2, { protocol: { tombstoneMs: 1_000 } })
    await second.leave()
    t.equal(first.member('m1')?.state, 'left')
    await until(() => first.member('m1') === undefined)
  })

  t.test('where a faulty member was, another cluster may be now: it is left alone', async (t) => {
    const [first, second] = await cluster(t, 2, { protocol: { reconnectMs: 50 } })
    const { endpoint } = second.self
    await second.close()
    await until(() => first.member('m1')?.state === 'faulty')
    const other = await join(t, { id: 'm1', bind: endpoint, cluster: 'blue' })
    const { syncsOpened } = first.stats
    await until(() => first.stats.syncsOpened > syncsOpened + 2)
    t.equal(first.member('m1')?.state, 'faulty')
    t.equal(other.members.length, 1)
  })

  t.test('islands that never knew each other find together over their seeds', async (t) => {
    const reserve = await bindUdp(parseEndpoint('127.0.0.1:0'))
    const { endpoint } = reserve
    await reserve.close()
    const protocol = { reconnectMs: 100 }
    const c = await join(t, { id: 'c', seeds: [endpoint], protocol })
    const d = await join(t, { id: 'd', seeds: [c.self.endpoint], protocol })
    await until(() => c.members.length === 2 && d.members.length === 2)
    const a = await join(t, { id: 'a', bind: endpoint, protocol })
    const b = await join(t, { id: 'b', seeds: [endpoint], protocol })
    await until(() => [a, b, c, d].every((one) => one.members.length === 4))
  })
})

t.test('Noise from the network', async (t) => {
  t.test('20,000 random datagrams and streams of nonsense change nothing', async (t) => {
    const [first, second] = await cluster(t, 2)
    const noise = await bindUdp(parseEndpoint('127.0.0.1:0'))
    t.teardown(() => noise.close())
    const target = parseEndpoint(first.self.endpoint)
    const bytes = new Uint8Array(1_400)
    for (let i = 0; i < 20_000; i++) {
      for (let at = 0; at < 64; at++) bytes[at] = (i * 31 + at * 17 + (i >> 3)) & 255
      noise.send(target, bytes, (i * 7) % 1_400)
      if (i % 100 === 0) await sleep(0)
    }
    for (const message of [
      new Uint8Array(0),
      Uint8Array.of(255),
      encodeStream({ ack: { sequence: 1 } }),
    ]) {
      const stream = await noise.connect(target, 1_000)
      stream.send(message)
      t.equal(await stream.receive(2_000), undefined)
      stream.close()
    }
    const wrong = await noise.connect(target, 1_000)
    wrong.send(encodeStream({ ping: { sequence: 1, target: Buffer.from('not me') } }))
    t.equal(await wrong.receive(2_000), undefined, 'a stream ping that names somebody else')
    const right = await noise.connect(target, 1_000)
    right.send(encodeStream({ ping: { sequence: 9, target: Buffer.from('m0') } }))
    const reply = decodeStream((await right.receive(2_000)) as Uint8Array)
    t.match(reply, { ack: { sequence: 9 } })
    t.ok(first.stats.droppedMalformed > 1_000, `${first.stats.droppedMalformed} counted`)
    t.same([first.members.length, second.members.length], [2, 2])
    t.ok(first.members.every(({ state }) => state === 'alive'))
  })

  t.test('a member whose datagrams are lost is saved by its stream', async (t) => {
    // Its datagram socket goes, its streams stay: relays fail, the stream ping does not.
    const [first, second] = await cluster(t, 2)
    const states: string[] = []
    first.on('member', ({ state }) => void states.push(state))
    const { driver } = second as unknown as { driver: { transport: { send: () => void } } }
    driver.transport.send = () => {}
    await until(() => first.stats.probesRelayed >= 2)
    t.same(states, [])
  })
})

t.test('Messages over real sockets', async (t) => {
  t.test('datagrams, requests, broadcasts, queries and state', async (t) => {
    for (const keys of [undefined, [newKey()]]) {
      const all = await cluster(t, 3, { keys })
      const got: string[] = []
      for (const one of all) {
        one.handle('topic', ({ body, kind, from }) => {
          got.push(`${one.id} ${kind} ${from} ${Buffer.from(body).toString()}`)
          return Buffer.from(one.id)
        })
      }
      const [a, b] = all
      await a.send(b.self, 'topic', Buffer.from('x'))
      t.equal(Buffer.from(await a.request(b.id, 'topic', Buffer.from('y'))).toString(), 'm1')
      a.broadcast('topic', Buffer.from('z'))
      const answers: string[] = []
      for await (const { member } of b.query('topic', Buffer.from('q'))) answers.push(member)
      t.same(answers.toSorted(), ['m0', 'm1', 'm2'])
      b.state.set('role', Buffer.from('db'))
      await until(() => all.every(({ state }) => state.get('role', 'm1') !== undefined))
      await until(() => got.length === 8)
      t.ok(got.includes('m2 broadcast m0 z'))
      t.ok(got.includes('m1 send m0 x'))
      await Promise.all(all.map((one) => one.close()))
    }
  })
})
