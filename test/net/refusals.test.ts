import { parseEndpoint } from '../../lib/base/endpoint.js'
import { joinCluster } from '../../lib/index.js'
import { frame } from '../../lib/transport/frames.js'
import { bindUdp } from '../../lib/transport/index.js'
import { decodeStream, encodeStream } from '../../lib/wire/stream-codec.js'
import { until } from './until.js'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { cluster, join } from './real-cluster.js'
import t from 'tap'

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
