import { createRequire } from 'node:module'
import t, { type Test } from 'tap'
import { Peer } from '../../lib/hyperswarm/peer.js'
import { openSwarm, type SwarmOptions } from '../../lib/hyperswarm/index.js'
import { Swarm } from '../../lib/hyperswarm/swarm.js'
import {
  newHyperswarm,
  type Hyperswarm,
  type NoiseConnection,
} from '../../lib/hyperswarm/swarm-api.js'
import { joinCluster, type Cluster, type ClusterOptions, type Stream } from '../../lib/index.js'
import { frame } from '../../lib/transport/index.js'
import { until } from './until.js'

const require = createRequire(import.meta.url)

interface Testnet {
  readonly bootstrap: readonly unknown[]
  destroy(): Promise<void>
}

/** A DHT of its own on loopback. */
async function testnet(t: Test): Promise<(options?: Partial<SwarmOptions>) => Swarm> {
  const create = require('hyperdht/testnet.js') as (n: number, options: object) => Promise<Testnet>
  const Dht = require('hyperdht') as new (options: object) => unknown
  const net = await create(4, { host: '127.0.0.1' })
  const swarms: Swarm[] = []
  t.teardown(async () => {
    await Promise.all(swarms.map((swarm) => swarm.close()))
    await net.destroy()
  })
  return (options = {}) => {
    const dht = new Dht({ bootstrap: net.bootstrap, host: '127.0.0.1' })
    const swarm = openSwarm({ topic: 'a test of gyre', dht, ...options })
    swarms.push(swarm)
    return swarm
  }
}

t.test('members behind NAT and in the open find each other over a topic', async (t) => {
  const open = await testnet(t)
  const join = async (id: string, swarm: Swarm, more: ClusterOptions = {}): Promise<Cluster> => {
    const { transport, seeds } = swarm
    const protocol = { mtuBytes: 1_000, reconnectMs: 1_000 }
    const cluster = await joinCluster({ id, transport, seeds: [seeds], protocol, ...more })
    t.teardown(() => cluster.close())
    return cluster
  }
  const swarms = [open(), open({ nat: false }), open({ nat: false }), open()]
  const clusters = await Promise.all(swarms.map((swarm, i) => join(`m${i}`, swarm)))
  await until(() => clusters.every(({ members }) => members.length === 4), 60_000)
  const [hidden, reached] = clusters
  t.match(hidden.self.endpoint, /^\[fd.*\]:1$/)
  t.equal(hidden.self.endpoint, swarms[0].address)
  t.match(reached.self.endpoint, /^127\.0\.0\.1:\d+$/)
  for (const one of clusters) one.handle('echo', ({ body }) => body)
  for (const to of clusters) {
    const reply = await clusters[3].request(to.id, 'echo', Buffer.from('over and back'))
    t.equal(Buffer.from(reply).toString(), 'over and back')
  }
  t.ok(swarms[0].size >= 1)
  // One of the hidden ones dies without a word.
  await clusters[3].close()
  await until(() => clusters.slice(0, 3).every(({ members }) => members.length === 3), 60_000)
  t.equal(hidden.stats.socketErrors, 0)
})

t.test('without the package, and with bad options, it says so', async (t) => {
  t.throws(() => newHyperswarm({}, 'no-such-package'), { code: 'PEER_MISSING' })
  for (const topic of ['', new Uint8Array(5), 7 as never]) {
    t.throws(() => openSwarm({ topic }), { code: 'BAD_OPTION' })
  }
  await t.rejects(joinCluster({ transport: 7 as never }), { code: 'BAD_OPTION' })
})

t.test('a swarm that is closed, or whose peers are gone, carries nothing', async (t) => {
  const open = await testnet(t)
  const swarm = open({ topic: new Uint8Array(32).fill(1), seed: new Uint8Array(32).fill(2) })
  const again = open({ topic: new Uint8Array(32).fill(1), seed: new Uint8Array(32).fill(2) })
  t.equal(swarm.address, again.address, 'one seed, one address')
  const transport = await swarm.transport('127.0.0.1:0' as never)
  transport.start({ datagram: () => {}, stream: (stream) => stream.close() })
  const nobody = '[fd00:0:0:0:0:0:0:1]:1' as never
  transport.send(nobody, new Uint8Array(3), 3)
  t.equal(transport.failures.sendsDropped, 1)
  await t.rejects(transport.connect(nobody, 100), /no connection/)
  await transport.close()
  await swarm.close()
})

/** Two ends of a connection in memory. */
function connected(): {
  ends: NoiseConnection[]
  fire: (end: number, event: string, bytes?: Buffer) => void
  destroyed: number[]
} {
  const listeners: Map<string, ((bytes: Buffer) => void)[]>[] = [new Map(), new Map()]
  const destroyed: number[] = []
  const fire = (end: number, event: string, bytes: Buffer = Buffer.alloc(0)): void => {
    for (const listener of listeners[end].get(event) ?? []) listener(bytes)
  }
  const end = (own: number): NoiseConnection => ({
    remotePublicKey: new Uint8Array(32).fill(1 - own),
    write: (bytes) => (fire(1 - own, 'data', Buffer.from(bytes)), true),
    trySend: (bytes) => fire(1 - own, 'message', Buffer.from(bytes)),
    destroy: () => void destroyed.push(own),
    on: (event: string, listener: (bytes: Buffer) => void) => {
      listeners[own].set(event, [...(listeners[own].get(event) ?? []), listener])
    },
  })
  return { ends: [end(0), end(1)], fire, destroyed }
}

t.test('A connection', async (t) => {
  const setUp = () => {
    const { ends, ...rest } = connected()
    const streams: Stream[] = []
    const hellos: string[] = []
    let closed = 0
    const events = {
      hello: (_peer: Peer, endpoint: string) => void hellos.push(endpoint),
      datagram: () => {},
      stream: (stream: Stream) => void streams.push(stream),
      closed: () => void closed++,
    }
    const peers = ends.map((one, i) => new Peer(one, new Uint8Array(32).fill(i), events))
    return { ...rest, ends, peers, streams, hellos, closed: () => closed }
  }

  t.test('carries many streams, each with an end', async (t) => {
    const { peers, streams, closed, fire } = setUp()
    const one = peers[0].open()!
    const other = peers[1].open()!
    t.equal(streams.length, 2)
    one.send(Buffer.from('a'))
    one.send(Buffer.from('b'))
    t.equal(Buffer.from((await streams[0].receive(100))!).toString(), 'a')
    t.equal(Buffer.from((await streams[0].receive(100))!).toString(), 'b')
    const waiting = streams[0].receive(Infinity)
    const late = other.receive(5)
    t.equal(await late, undefined, 'nothing came in time')
    one.close()
    one.send(Buffer.from('too late'))
    t.equal(await waiting, undefined)
    streams[0].close()
    const last = other.receive(Infinity)
    fire(1, 'error')
    fire(1, 'close')
    t.equal(await last, undefined)
    t.equal(closed(), 1)
  })

  t.test('bounds the streams, and is cut by what is no frame of ours', async (t) => {
    const { peers, ends, destroyed, streams } = setUp()
    const opened = Array.from({ length: 130 }, () => peers[0].open())
    t.equal(opened.filter((stream) => stream === undefined).length, 2)
    t.equal(streams.length, 128)
    const say = (...bytes: number[]): boolean => ends[0].write(frame(Uint8Array.from(bytes)))
    say(1, 0, 0, 1, 1)
    say(1, 0, 0, 0, 2)
    say(2, 0, 0, 9, 9, 65)
    say(3, 0, 0, 9, 9)
    say(9, 0, 0, 0, 0)
    t.same(destroyed, [])
    say(2, 0)
    t.same(destroyed, [1])
    say()
    t.same(destroyed, [1, 1])
  })
})

t.test('A swarm over connections by hand', async (t) => {
  const connections: ((connection: NoiseConnection) => void)[] = []
  const publicKey = new Uint8Array(32).fill(0)
  let refreshed = 0
  const refresh = (): Promise<void> => {
    refreshed++
    return refreshed === 1 ? Promise.reject(new Error('no network')) : Promise.resolve()
  }
  const fake: Hyperswarm = {
    keyPair: { publicKey },
    join: () => ({ flushed: () => Promise.resolve(), refresh }),
    on: (_event, listener) => void connections.push(listener),
    destroy: () => Promise.resolve(),
  }
  const swarm = new Swarm(fake, publicKey, true)
  const changes: number[] = []
  const end = swarm.seeds.watch!(() => changes.push(swarm.size))
  const { ends, fire, destroyed } = connected()
  connections[0](ends[0])
  const other = new Peer(ends[1], new Uint8Array(32).fill(1), {
    hello: () => {},
    datagram: () => {},
    stream: () => {},
    closed: () => {},
  })
  const stream = other.open()!
  t.equal(await stream.receive(100), undefined, 'nobody listens here yet')
  other.datagram(Buffer.from('too early'))
  t.equal(swarm.size, 1)
  other.hello('10.0.0.7:1' as never)
  t.same((await swarm.seeds.find()).endpoints, ['10.0.0.7:1'])
  t.same(changes, [1])
  end()
  const transport = await swarm.transport('127.0.0.1:0' as never)
  const got: string[] = []
  transport.start({
    datagram: (from, bytes) => void got.push(`${from} ${Buffer.from(bytes).toString()}`),
    stream: () => void got.push('stream'),
  })
  other.datagram(Buffer.from('hello'))
  other.open()
  t.match(got, [/^\[fd.*\]:1 hello$/, 'stream'])
  const to = got[0].split(' ')[0] as never
  transport.send(to, Buffer.from('abc'), 3)
  for (let i = 0; i < 127; i++) await transport.connect(to, 100)
  await t.rejects(transport.connect(to, 100), /too many streams/)
  // A second connection takes the place of the first, whose end then is no loss.
  const second = connected()
  connections[0](second.ends[0])
  fire(0, 'close')
  t.equal(swarm.size, 1)
  new Peer(second.ends[1], new Uint8Array(32).fill(1), {
    hello: () => {},
    datagram: () => {},
    stream: () => {},
    closed: () => {},
  }).hello('nonsense' as never)
  t.same(second.destroyed, [0], 'who cannot say where it is, is none of ours')
  second.fire(0, 'close')
  t.equal(swarm.size, 0)
  t.same(destroyed, [])
  t.equal(refreshed, 1)
  await transport.close()
})

t.test('a swarm that is closed while it looks, looks no more', async (t) => {
  let release = (): void => {}
  let refreshed = 0
  const fake: Hyperswarm = {
    keyPair: { publicKey: new Uint8Array(32) },
    join: () => ({
      flushed: () => Promise.resolve(),
      refresh: () => {
        refreshed++
        return new Promise<void>((resolve) => (release = resolve))
      },
    }),
    on: () => {},
    destroy: () => Promise.resolve(),
  }
  const swarm = new Swarm(fake, new Uint8Array(32), true)
  await until(() => refreshed === 1)
  await swarm.close()
  release()
  await new Promise((resolve) => setImmediate(resolve))
  t.equal(refreshed, 1)
})
