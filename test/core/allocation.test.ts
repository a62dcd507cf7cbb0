import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import t from 'tap'
import { gyre } from '#proto/gyre'
import * as core from '../../lib/core/index.js'
import { alive, claim, CLUSTER, endpointOfName, packet } from './rig.js'

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void

const silent: core.Outbox = {
  send() {},
  streamPing() {},
  sync() {},
  changed() {},
  superseded() {},
}

/** Bytes of heap that one call of `step` takes, over 10⁵ of them after a warm-up. */
function bytesPerCall(step: (i: number) => void): number {
  const calls = 100_000
  for (let i = 0; i < 30_000; i++) step(i)
  gc()
  const before = process.memoryUsage().heapUsed
  for (let i = 0; i < calls; i++) step(i)
  return (process.memoryUsage().heapUsed - before) / calls
}

function clusterNode(): core.SwimNode {
  const node = new core.SwimNode({
    protocol: core.protocolOptions('lan'),
    cluster: CLUSTER,
    id: 'a',
    endpoint: endpointOfName('a'),
    incarnation: 100,
    epochSeconds: 100,
    seed: [1, 2],
    outbox: silent,
  })
  const peers = 'bcdefghijklmnopqrstuvwxyz'.split('')
  const meta = new Uint8Array(0)
  node.learn(
    0,
    peers.map((name) => {
      const { endpoint } = alive(name, 10)
      return { word: 40, id: Buffer.from(name), endpoint: endpoint as Uint8Array, meta, accuser: 0 }
    }),
  )
  node.start(0)
  return node
}

t.test('receive does not allocate', async (t) => {
  const node = clusterNode()
  const from = endpointOfName('b')
  const target = Buffer.from('a')
  const updates: gyre.Update.$Properties[] = [alive('c', 10), alive('d', 10), claim('e', 9, core.FAULTY)]
  const packets = [
    packet('b', { ping: { sequence: 77, target }, updates }),
    packet('b', { ack: { sequence: 78 }, updates }),
    packet('c', { nack: { sequence: 79 } }),
    packet('d', { pingReq: { sequence: 80, target: Buffer.from('e'), budgetMs: 1 } }),
    new Uint8Array(40).fill(255),
  ]
  const bytes = bytesPerCall((i) => {
    const one = packets[i % packets.length]
    node.receive(1, from, one, one.length)
  })
  t.ok(bytes < 1, `${bytes} bytes a datagram`)
})

t.test('tick does not allocate', async (t) => {
  const node = clusterNode()
  let now = 0
  const bytes = bytesPerCall(() => void (now = node.tick(now + 1)))
  t.ok(bytes < 24, `${bytes} bytes a tick, with suspicions and verdicts in between`)
})
