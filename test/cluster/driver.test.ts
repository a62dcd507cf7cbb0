import { gyre } from '#proto/gyre'
import { type Endpoint, parseEndpoint } from '../../lib/base/endpoint.js'
import { Driver } from '../../lib/cluster/driver/driver.js'
import { sayGoodbye } from '../../lib/cluster/joining/goodbye.js'
import { PROFILES } from '../../lib/core/index.js'
import type { Runtime } from '../../lib/runtime/runtime.js'
import { noFailures, type Receiver, type Transport } from '../../lib/transport/index.js'
import { alive, endpointOfName, packet } from '../core/rig.js'
import t from 'tap'

/** A world whose time passes by hand. */
class HandRuntime implements Runtime {
  readonly wallMs = (): number => 0

  time = 1_000
  timers: { at: number; callback: () => void }[] = []
  queue: (() => void)[] = []

  now(): number {
    return this.time
  }

  epochSeconds(): number {
    return 100
  }

  random(): number {
    return 7
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.time + ms, callback }
    this.timers.push(timer)
    return () => void (this.timers = this.timers.filter((one) => one !== timer))
  }

  soon(callback: () => void): void {
    this.queue.push(callback)
  }

  /** Fires the timers that are due, as Node does: before anything is read. */
  fire(): void {
    const due = this.timers.filter(({ at }) => at <= this.time)
    this.timers = this.timers.filter(({ at }) => at > this.time)
    for (const { callback } of due) callback()
  }

  drain(): void {
    for (const callback of this.queue.splice(0)) callback()
  }
}

function setUp() {
  const runtime = new HandRuntime()
  const sent: gyre.Packet[] = []
  const connects: Endpoint[] = []
  let receiver: Receiver | undefined
  const transport: Transport = {
    endpoint: endpointOfName('a'),
    start: (to) => void (receiver = to),
    send: (_to, bytes, length) => void sent.push(gyre.Packet.decode(bytes.slice(0, length))),
    connect: (to) => {
      connects.push(to)
      return Promise.reject(new Error('no streams here'))
    },
    close: () => Promise.resolve(),
    failures: noFailures(),
  }
  const changes: string[] = []
  const driver: Driver = new Driver({
    transport,
    runtime,
    protocol: { ...PROFILES.lan, watches: 0 },
    cluster: 'test',
    id: 'a',
    endpoint: endpointOfName('a'),
    meta: new Uint8Array(0),
    past: { incarnation: 0, genesis: 0 },
    identity: undefined,
  })
  driver.listen({
    changed: (slot, from, to) => void changes.push(`${driver.node.table.id(slot)} ${from}→${to}`),
    superseded: () => {},
    settled: () => {},
    message: () => {},
    channel: () => Promise.resolve(),
    explain: () => t.fail('no operator asks') as never,
    keyChange: () => Promise.resolve(''),
  })
  driver.loop.input((now) => driver.node.start(now))
  const receive = (from: string, body: gyre.Packet.$Properties): void => {
    receiver?.datagram(endpointOfName(from), packet(from, body))
  }
  return { runtime, driver, sent, connects, changes, receive }
}

t.test('one timer: an earlier deadline replaces a later one', async (t) => {
  const { runtime, receive } = setUp()
  runtime.drain()
  t.equal(runtime.timers.length, 1)
  receive('b', { updates: [alive('b', 5)] })
  t.equal(runtime.timers.length, 0, 'news goes out on the next turn')
  t.equal(runtime.queue.length, 1)
  runtime.drain()
  t.equal(runtime.timers.length, 1)
})

t.test('a late tick comes behind what waits to be read', async (t) => {
  const { runtime, driver, receive, sent } = setUp()
  receive('b', { updates: [alive('b', 5)] })
  runtime.drain()
  while (!sent.some(({ ping }) => ping)) {
    runtime.time += 1
    runtime.fire()
    runtime.drain()
  }
  const ping = sent.find((one) => one.ping)?.ping
  // The process stands still for ten seconds; the ack has come meanwhile.
  runtime.time += 10_000
  runtime.fire()
  receive('b', { ack: { sequence: ping?.sequence } })
  t.equal(driver.node.counters.lateTicks, 0, 'not yet')
  runtime.drain()
  t.equal(driver.node.counters.lateTicks, 1)
  t.equal(driver.node.counters.probesFailed, 0)
})

t.test('the wall clock is read now and then', async (t) => {
  const { runtime, driver, receive } = setUp()
  let seconds = 100
  runtime.epochSeconds = () => seconds
  receive('b', { updates: [alive('c', 200_000)] })
  t.equal(driver.node.liveCount, 1)
  seconds = 200_000
  for (let i = 0; i < 130; i++) {
    runtime.time += 1_000
    runtime.fire()
    runtime.drain()
  }
  receive('b', { updates: [alive('c', 200_000)] })
  t.equal(driver.node.liveCount, 2)
})

t.test('a tick that was overtaken does nothing', async (t) => {
  const { runtime, receive, driver } = setUp()
  receive('b', { updates: [alive('b', 5)] })
  runtime.drain()
  runtime.time = runtime.timers[0].at
  runtime.fire()
  runtime.time -= 5
  receive('c', { updates: [alive('c', 5)] })
  t.equal(runtime.queue.length, 2)
  runtime.drain()
  t.equal(driver.node.liveCount, 3)
})

t.test('a stream that cannot be opened is no harm', async (t) => {
  const { driver } = setUp()
  t.equal(await driver.syncs.with(parseEndpoint('10.0.0.9:1'), true), false)
  driver.stop()
  driver.loop.input(() => t.fail('nothing goes in any more') as unknown as number)
})

t.test('views are repaired one sync at a time', async (t) => {
  const { driver, connects } = setUp()
  const b = endpointOfName('b')
  const repairs = [driver.syncs.repair(b), driver.syncs.repair(endpointOfName('c'))]
  await Promise.all(repairs)
  t.same(connects, [b])
  await driver.syncs.repair(b)
  t.same(connects, [b, b], 'and the next one after it')
})

t.test('who never started has nobody to say goodbye to', async (t) => {
  const { runtime, driver, sent } = setUp()
  driver.node.stop()
  const before = sent.length
  await sayGoodbye(driver.loop, runtime, PROFILES.lan, { over: false })
  t.equal(sent.length, before)
})
