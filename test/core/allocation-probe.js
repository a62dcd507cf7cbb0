// Run by allocation.test.ts in a process of its own, without coverage, which would allocate:
// `node --expose-gc allocation-probe.js` prints the bytes of heap that one receive and one tick
// take, in the mean of 10⁶.
import { gyre } from '#proto/gyre'
import { parseEndpoint, protocolOptions, SwimNode } from 'gyre/core'

const silent = { send() {}, streamPing() {}, sync() {}, changed() {}, superseded() {} }
const endpointOf = (name) => Uint8Array.of(10, 0, 0, name.charCodeAt(0) - 96, 31, 10)

function clusterNode() {
  const node = new SwimNode({
    protocol: protocolOptions('lan'),
    cluster: 'test',
    id: 'a',
    endpoint: parseEndpoint('10.0.0.1:7946'),
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
      const [id, endpoint] = [Buffer.from(name), endpointOf(name)]
      return { word: 40, id, endpoint, meta, accuser: 0, degraded: false, proof: meta }
    }),
  )
  node.start(0)
  return node
}

/** The least of three rounds: what the compiler takes for itself comes and goes. */
function bytesPerCall(step) {
  const calls = 1_000_000
  for (let i = 0; i < 30_000; i++) step(i)
  const rounds = [1, 2, 3].map(() => {
    globalThis.gc()
    const before = process.memoryUsage().heapUsed
    for (let i = 0; i < calls; i++) step(i)
    return (process.memoryUsage().heapUsed - before) / calls
  })
  return Math.min(...rounds)
}

function receive() {
  const node = clusterNode()
  const label = node.syncOffer(false).label
  const packet = (from, body) =>
    gyre.Packet.encode({ label, from: Buffer.from(from), ...body }).finish()
  const alive = (name) => ({ word: 40, id: Buffer.from(name), endpoint: endpointOf(name) })
  const updates = [alive('c'), alive('d'), { word: 38, id: Buffer.from('e') }]
  const target = Buffer.from('a')
  const packets = [
    packet('b', { ping: { sequence: 77, target }, updates }),
    packet('b', { ack: { sequence: 78 }, updates }),
    packet('c', { nack: { sequence: 79 } }),
    packet('d', { pingReq: { sequence: 80, target: Buffer.from('e'), budgetMs: 1 } }),
    new Uint8Array(40).fill(255),
  ]
  const from = parseEndpoint('10.0.0.2:7946')
  const bytes = bytesPerCall((i) => {
    const one = packets[i % packets.length]
    node.receive(1, from, one, one.length)
  })
  const { counters } = node
  if (counters.droppedMalformed !== 606_000 || counters.droppedLabel > 0)
    throw new Error('as planned')
  return bytes
}

function tick() {
  const node = clusterNode()
  let now = 0
  return bytesPerCall(() => {
    now = node.tick(now + 1)
  })
}

console.log(JSON.stringify({ receive: receive(), tick: tick() }))
