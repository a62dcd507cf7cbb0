import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { decodeStream, encodeStream } from '../../lib/wire/stream-codec.js'
import {
  joinCluster,
  newKey,
  type Cluster,
  type ClusterOptions,
  type Member,
} from '../../lib/index.js'
import { frame } from '../../lib/transport/frames.js'
import { bindUdp } from '../../lib/transport/index.js'
import { parseEndpoint } from '../../lib/base/endpoint.js'
import { until } from './until.js'

async function join(t: Test, options: ClusterOptions = {}): Promise<Cluster> {
  const cluster = await joinCluster({ profile: 'local', ...options })
  t.teardown(() => cluster.close())
  return cluster
}

/** Members `m0`, `m1`, …: the first is everybody's seed. */
async function cluster(t: Test, count: number, options: ClusterOptions = {}): Promise<Cluster[]> {
  const first = await join(t, { id: 'm0', ...options })
  const seeds = [first.self.endpoint]
  const ids = Array.from({ length: count - 1 }, (_, i) => `m${i + 1}`)
  const rest = await Promise.all(ids.map((id) => join(t, { ...options, id, seeds })))
  const all = [first, ...rest]
  await until(() => all.every((one) => one.members.length === count))
  return all
}

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

t.test('Refusals', async (t) => {
  t.test('bad options are refused at once, by name', async (t) => {
    const wrong: [object, string, RegExp][] = [
      [{ sedes: [] }, 'BAD_OPTION', /unknown option "sedes"/],
      [{ id: '' }, 'BAD_ID', /1…128 bytes of UTF-8, got ""/],
      [{ id: 'é'.repeat(65) }, 'BAD_ID', /got 130 bytes/],
      [{ id: 7 }, 'BAD_ID', /got 7/],
      [{ cluster: '' }, 'BAD_OPTION', /cluster/],
      [{ bind: 'localhost:80' }, 'BAD_ENDPOINT', /ip:port/],
      [{ advertise: 'x' }, 'BAD_ENDPOINT', /ip:port/],
      [{ seeds: 'a:1' }, 'BAD_OPTION', /seeds: expected a list/],
      [{ seeds: ['a'] }, 'BAD_ENDPOINT', /got "a"/],
      [{ meta: new Uint8Array(1_025) }, 'BAD_OPTION', /meta/],
      [{ meta: 'x' }, 'BAD_OPTION', /meta/],
      [{ minMembers: 0 }, 'BAD_OPTION', /minMembers/],
      [{ joinTimeoutMs: 1.5 }, 'BAD_OPTION', /joinTimeoutMs/],
      [{ profile: 'moon' }, 'BAD_OPTION', /profile/],
      [{ protocol: { periodMs: 100 } }, 'BAD_OPTION', /probeTimeoutMs \+ relayBudgetMs < periodMs/],
      [{ bind: '0.0.0.0:0', logger: { warn() {} } }, 'BAD_OPTION', /advertise.*0\.0\.0\.0/],
    ]
    for (const [options, code, message] of wrong) {
      await t.rejects(joinCluster(options), { name: 'GyreError', code, message })
    }
  })

  t.test('a port in use', async (t) => {
    const one = await join(t)
    await t.rejects(join(t, { bind: one.self.endpoint }), { code: 'BIND_FAILED' })
  })

  t.test('another cluster name: the joiner is told, and the cluster does not change', async (t) => {
    const one = await join(t, { cluster: 'red' })
    await t.rejects(join(t, { cluster: 'blue', seeds: [one.self.endpoint] }), {
      code: 'JOIN_REFUSED',
      message: /CLUSTER_MISMATCH.*expected the cluster "red", got "blue"/,
    })
    t.equal(one.members.length, 1)
  })

  t.test('an aborted join', async (t) => {
    await t.rejects(join(t, { signal: AbortSignal.abort() }), { code: 'ABORTED' })
    const late = join(t, { minMembers: 2, signal: AbortSignal.timeout(50) })
    await t.rejects(late, { code: 'ABORTED' })
    const met = await join(t, { signal: new AbortController().signal })
    t.notOk(met.closed)
  })

  t.test(
    'a duplicate id: the later process stays, the other is told and owns nothing',
    async (t) => {
      const [first, second] = await cluster(t, 2)
      const ring = second.ring('jobs')
      first.ring('jobs')
      await ring.settled()
      const superseded = once(second, 'superseded')
      const closed = once(second, 'closed')
      const thief = await join(t, { id: 'm1', seeds: [first.self.endpoint] })
      t.same(await superseded, [thief.self.endpoint])
      await closed
      t.same(ring.owned, [])
      t.throws(() => second.ring('jobs'), { code: 'SUPERSEDED' })
      await until(() => first.member('m1')?.endpoint === thief.self.endpoint)
    },
  )

  t.test('a clock a year ahead', async (t) => {
    const peer = await bindUdp(parseEndpoint('127.0.0.1:0'))
    t.teardown(() => peer.close())
    const { endpoint } = peer
    const record = (seconds: number) => ({
      word: (seconds << 2) >>> 0,
      id: Buffer.from('future'),
      endpoint: Uint8Array.of(127, 0, 0, 1, 1, 1),
      meta: new Uint8Array(0),
      accuser: 0,
      degraded: false,
      proof: new Uint8Array(0),
    })
    const year = Math.floor((Date.now() - Date.UTC(2026, 0, 1)) / 1_000) + 366 * 86_400
    peer.start({
      datagram: () => {},
      stream: async (stream) => {
        await stream.receive(1_000)
        const answer = {
          refusal: '',
          reason: '',
          more: false,
          genesis: 0,
          from: record(year),
          differing: new Uint8Array(32),
          records: [],
        }
        stream.send(encodeStream({ answer }))
      },
    })
    await t.rejects(join(t, { seeds: [endpoint] }), {
      code: 'CLOCK_SKEW',
      message: /36\d days ahead of ours/,
    })
    const refusing = await bindUdp(parseEndpoint('127.0.0.1:0'))
    t.teardown(() => refusing.close())
    refusing.start({
      datagram: () => {},
      stream: async (stream) => {
        await stream.receive(1_000)
        const refusal = {
          refusal: 'CLOCK_SKEW',
          reason: 'its clock is ahead',
          more: false,
          genesis: 0,
        }
        const answer = { ...refusal, from: record(1), differing: new Uint8Array(0), records: [] }
        stream.send(encodeStream({ answer }))
      },
    })
    await t.rejects(join(t, { seeds: [refusing.endpoint] }), {
      code: 'CLOCK_SKEW',
      message: /refused us \(CLOCK_SKEW\): its clock is ahead/,
    })
    const one = await join(t)
    const stream = await peer.connect(parseEndpoint(one.self.endpoint), 1_000)
    const offer = {
      label: 0,
      version: 1,
      cluster: 'gyre',
      from: record(year),
      joining: true,
      buckets: new Uint8Array(2_048),
      genesis: 0,
    }
    const { labelOf } = await import('../../lib/core/packets/label.js')
    stream.send(encodeStream({ offer: { ...offer, label: labelOf('gyre') >>> 0 } }))
    const reply = decodeStream((await stream.receive(1_000)) as Uint8Array)
    t.match(reply, { answer: { refusal: 'CLOCK_SKEW', reason: /36\d days ahead/ } })
    stream.close()
  })

  t.test('a seed that is something else altogether', async (t) => {
    const says = ['HTTP/1.1 400 Bad Request\r\n\r\n', frame(Buffer.from([255])), '']
    for (const text of says) {
      const server = createServer((socket) => {
        socket.on('error', () => {})
        socket.end(text)
      })
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      t.teardown(() => server.close())
      const { port } = server.address() as AddressInfo
      const one = await join(t, { seeds: [`127.0.0.1:${port}`] })
      t.ok(one.alone)
      await one.close()
    }
  })

  t.test('a ring asked for with other options, or bad ones', async (t) => {
    const one = await join(t)
    const ring = one.ring('jobs', { slots: 64 })
    t.equal(one.ring('jobs'), ring)
    t.equal(ring.slots, 64)
    t.throws(() => one.ring('jobs', { slots: 128 }), {
      code: 'BAD_OPTION',
      message: /jobs has slots 64, got 128/,
    })
    for (const other of [{ replicas: 2 }, { loadBound: 2 }, { batchMs: 5 }]) {
      t.throws(() => one.ring('jobs', other), { code: 'BAD_OPTION' })
    }
    t.throws(() => one.ring('other', { slots: 100 }), { code: 'BAD_OPTION', message: /slots/ })
    t.throws(() => one.ring('other', { batchMs: -1 }), { code: 'BAD_OPTION', message: /batchMs/ })
    t.throws(() => ring.owner(null as unknown as string), { code: 'BAD_KEY' })
  })
})

t.test('Handlers', async (t) => {
  t.test('one that throws stops neither its neighbours nor the protocol', async (t) => {
    const [first] = await cluster(t, 2)
    const faults: string[] = []
    const calls: string[] = []
    first.on('fault', (error) => {
      faults.push(error.message)
      throw new Error('even here')
    })
    first.on('member', () => {
      throw new Error('sync')
    })
    first.on('member', async () => {
      throw new Error('async')
    })
    first.once('member', () => {
      // eslint-disable-next-line no-throw-literal
      throw 'text'
    })
    first.on('member', (member) => void calls.push(member.id))
    await join(t, { id: 'm2', seeds: [first.self.endpoint] })
    await until(() => calls.includes('m2') && faults.length === 3)
    t.same(faults.toSorted(), ['async', 'sync', 'text'])
    await join(t, { id: 'm3', seeds: [first.self.endpoint] })
    await until(() => calls.includes('m3') && faults.length === 5)
  })

  t.test('what a listener causes is told behind what is being told', async (t) => {
    const [first] = await cluster(t, 2)
    const told: string[] = []
    first.on('member', ({ id }) => {
      if (id === 'm2') first.setMeta(Buffer.from('seen'))
    })
    first.on('member', ({ id }) => void told.push(id))
    await join(t, { id: 'm2', seeds: [first.self.endpoint] })
    await until(() => told.length === 2)
    t.same(told, ['m2', 'm0'])
  })

  t.test('closed twice, it is closed both times', async (t) => {
    const one = await join(t)
    const { endpoint } = one.self
    void one.close()
    await one.close()
    const again = await join(t, { bind: endpoint })
    void again.leave()
    await again.close()
    await again.leave()
    t.ok((await join(t, { bind: endpoint })).members.length === 1)
  })

  t.test('an aborted join leaves nothing behind', async (t) => {
    const silent = createServer(() => {})
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    t.teardown(() => silent.close())
    const seeds = [`127.0.0.1:${(silent.address() as AddressInfo).port}`]
    const signal = AbortSignal.timeout(100)
    const joining = join(t, { seeds, signal, minMembers: 3, joinTimeoutMs: 3_600_000 })
    await t.rejects(joining, { code: 'ABORTED' })
  })

  t.test('without a listener a fault becomes a warning', async (t) => {
    const warned = once(process, 'warning')
    const one = await join(t)
    one.ring('jobs').on('change', () => {
      throw new Error('in a ring')
    })
    t.match(await warned, [{ name: 'GyreWarning', message: 'gyre: in a ring' }])
  })

  t.test('a ring tells what was gained and lost, batched if wanted', async (t) => {
    const [first] = await cluster(t, 2)
    const [now, later] = [
      first.ring('now', { slots: 64 }),
      first.ring('later', { slots: 64, batchMs: 150 }),
    ]
    const changes: string[] = []
    for (const ring of [now, later]) {
      ring.on('change', ({ gained, lost, moves, members }) => {
        changes.push(
          `${ring.name} ${gained.length > 0} ${lost.length > 0} ${moves.length > 0} ${members}`,
        )
      })
    }
    await until(() => changes.length === 4)
    t.same(changes.toSorted(), [
      'later false false true 1',
      'later true false false 1',
      'now false false true 1',
      'now true false false 1',
    ])
    const seeds = [first.self.endpoint]
    const others = await Promise.all(['m2', 'm3'].map((id) => join(t, { id, seeds })))
    for (const one of others) {
      one.ring('now', { slots: 64 })
      one.ring('later', { slots: 64 })
    }
    await until(() => changes.includes('later false true false 3'))
    t.equal(changes.filter((change) => change === 'later false false true 3').length, 1)
    t.notOk(changes.some((change) => change.startsWith('later') && change.endsWith('2')))
    t.ok(later.owned.every((slot) => slot < 64))
    t.equal(later.replicas, 1)
    later.refresh([])
    await first.leave()
  })

  t.test('binding to more than loopback is warned of', async (t) => {
    const warnings: string[] = []
    const logger = { info() {}, warn: (line: string) => void warnings.push(line), error() {} }
    await join(t, { bind: '0.0.0.0:0', advertise: '127.0.0.1:0', logger })
    t.match(warnings, [/open to the network/])
    const warned = once(process, 'warning')
    await join(t, { bind: '0.0.0.0:0', advertise: '127.0.0.1:0' })
    t.match(await warned, [{ name: 'GyreWarning' }])
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
