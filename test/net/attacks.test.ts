import { gyre } from '#proto/gyre'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { splitEndpoint } from '../../lib/base/endpoint.js'
import { systemRuntime } from '../../lib/runtime/runtime.js'
import { decodeStream, encodeStream } from '../../lib/wire/stream-codec.js'
import { FAULTY, LEFT, labelOf, parseEndpoint } from '../../lib/core/index.js'
import {
  joinCluster,
  newIdentity,
  newKey,
  type Cluster,
  type ClusterOptions,
} from '../../lib/index.js'
import { keyOf, Keyring, SealedTransport } from '../../lib/seal/index.js'
import { bindUdp } from '../../lib/transport/index.js'
import { until } from './until.js'

// What somebody may try against a cluster. Each attack is aimed at one member; no member's view of
// any other may change, and the member that is aimed at counts what came.

/** Three members with identities, and what has happened to them. */
async function members(
  t: Test,
  options: ClusterOptions = {},
): Promise<{ all: Cluster[]; events: string[] }> {
  const all: Cluster[] = []
  for (let i = 0; i < 3; i++) {
    const seeds = all.map(({ self }) => self.endpoint)
    const own = { id: `m${i}`, seeds, profile: 'local' as const, identity: newIdentity() }
    all.push(await joinCluster({ ...own, ...options }))
  }
  t.teardown(() => Promise.all(all.map((one) => one.close())))
  await until(() => all.every((one) => one.members.length === 3))
  const events: string[] = []
  for (const one of all)
    one.on('member', (member) => void events.push(`${one.id}: ${member.id} ${member.state}`))
  return { all, events }
}

async function attacker(
  t: Test,
): Promise<{ socket: Socket; heard: Buffer[]; send: (to: Cluster, bytes: Uint8Array) => void }> {
  const socket = createSocket('udp4')
  const heard: Buffer[] = []
  socket.on('message', (bytes) => void heard.push(bytes))
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  t.teardown(() => socket.close())
  const send = (to: Cluster, bytes: Uint8Array): void => {
    const { ip, port } = splitEndpoint(parseEndpoint(to.self.endpoint))
    socket.send(bytes, port, ip)
  }
  return { socket, heard, send }
}

const LABEL = labelOf('gyre') >>> 0
const packet = (from: string, body: gyre.Packet.$Properties, label = LABEL): Uint8Array =>
  gyre.Packet.encode({ label, from: Buffer.from(from), ...body }).finish()
const word = (incarnation: number, state: number): number => ((incarnation << 2) | state) >>> 0

t.test('a forged leave', async (t) => {
  const { all, events } = await members(t)
  const { send } = await attacker(t)
  const { incarnation } = all[1].self
  send(
    all[0],
    packet('m2', { updates: [{ word: word(incarnation, LEFT), id: Buffer.from('m1') }] }),
  )
  await until(() => all[0].stats.refusedSignature > 0)
  await sleep(300)
  t.same(events, [])
})

t.test('a forged incarnation, far ahead, or of a life that never was', async (t) => {
  const { all, events } = await members(t)
  const { send } = await attacker(t)
  const { incarnation } = all[1].self
  for (const forged of [2 ** 30 - 2, incarnation + 5]) {
    send(all[0], packet('m2', { updates: [{ word: word(forged, FAULTY), id: Buffer.from('m1') }] }))
  }
  await until(() => all[0].stats.refusedIncarnation > 0 && all[0].stats.refusedSignature > 0)
  await sleep(300)
  t.same(events, [])
  t.equal(all[1].self.incarnation, incarnation)
})

t.test('replayed datagrams', async (t) => {
  const key = newKey()
  const { all, events } = await members(t, { keys: key })
  const { send } = await attacker(t)
  const inner = await bindUdp(parseEndpoint('127.0.0.1:0'))
  t.teardown(() => inner.close())
  const recorded: Uint8Array[] = []
  const recording = {
    ...inner,
    send: (_to: unknown, bytes: Uint8Array) => void recorded.push(bytes.slice()),
  }
  const insider = new SealedTransport(
    recording as never,
    new Keyring([keyOf(key)]),
    'gyre',
    systemRuntime,
  )
  const ping = packet('m2', { ping: { sequence: 1, target: Buffer.from('m0') } })
  insider.send(parseEndpoint(all[0].self.endpoint), ping, ping.length)
  for (let i = 0; i < 5; i++) send(all[0], recorded[0])
  await until(() => all[0].stats.droppedReplay >= 4)
  await sleep(300)
  t.equal(all[0].stats.droppedReplay, 4, 'the first one was honest')
  t.same(events, [])
})

t.test('reflected pings', async (t) => {
  const { all, events } = await members(t)
  const { send, heard } = await attacker(t)
  for (let i = 0; i < 50; i++) {
    send(all[0], packet('m0', { ping: { sequence: i, target: Buffer.from('m0') } }))
    send(all[0], packet('m1', { ping: { sequence: i, target: Buffer.from('m2') } }))
    send(
      all[0],
      packet('stranger', { pingReq: { sequence: i, target: Buffer.from('m1'), budgetMs: 60_000 } }),
    )
  }
  await until(() => {
    const { droppedReflected, droppedTarget, droppedRelay } = all[0].stats
    return droppedReflected === 50 && droppedTarget === 50 && droppedRelay === 50
  })
  await sleep(200)
  t.equal(heard.length, 0, 'nothing comes back')
  t.same(events, [])
})

t.test(
  'bombs: the longest datagrams, endless updates, frames of 16 MiB, many connections',
  async (t) => {
    const { all, events } = await members(t)
    const { send, heard } = await attacker(t)
    const many = Array.from({ length: 1_200 }, (_, i) => ({
      word: 4,
      id: Buffer.from(`ghost-${i}`),
    }))
    send(all[0], new Uint8Array(60_000).fill(0x4a))
    send(all[0], packet('m1', { updates: many }))
    await until(() => all[0].stats.droppedMalformed >= 2)
    const { ip, port } = splitEndpoint(parseEndpoint(all[0].self.endpoint))
    const sockets = Array.from({ length: 300 }, () => connect({ host: ip, port }))
    t.teardown(() => sockets.forEach((socket) => socket.destroy()))
    for (const socket of sockets) {
      socket.on('error', () => {})
      socket.write(Uint8Array.of(1, 0, 0, 0, 1, 2, 3))
    }
    await sleep(500)
    t.same(events, [])
    t.equal(heard.length, 0)
    all[1].handle('echo', ({ body }) => body)
    const reply = await all[0].request('m1', 'echo', Buffer.from('still here'))
    t.equal(Buffer.from(reply).toString(), 'still here')
  },
)

t.test('a foreign cluster on the same addresses', async (t) => {
  const { all, events } = await members(t)
  const { send } = await attacker(t)
  const foreign = labelOf('another') >>> 0
  send(
    all[0],
    packet('m1', { updates: [{ word: word(9, FAULTY), id: Buffer.from('m2') }] }, foreign),
  )
  await until(() => all[0].stats.droppedLabel > 0)
  const seeds = [all[0].self.endpoint]
  await t.rejects(joinCluster({ cluster: 'another', seeds, profile: 'local' }), {
    code: 'JOIN_REFUSED',
    message: /CLUSTER_MISMATCH/,
  })
  t.same(events, [])
})

t.test('a member with a wrong key', async (t) => {
  const { all, events } = await members(t, { keys: newKey() })
  const seeds = [all[0].self.endpoint]
  await t.rejects(joinCluster({ seeds, profile: 'local', keys: newKey() }), {
    code: 'JOIN_REFUSED',
    message: /UNKNOWN_KEY/,
  })
  await t.rejects(joinCluster({ seeds, profile: 'local' }), {
    code: 'JOIN_REFUSED',
    message: /UNSEALED/,
  })
  t.ok(all[0].stats.droppedKey > 0)
  t.ok(all[0].stats.droppedUnsealed > 0)
  t.same(events, [])
})

t.test('a member of a wrong version', async (t) => {
  const { all, events } = await members(t)
  const peer = await bindUdp(parseEndpoint('127.0.0.1:0'))
  t.teardown(() => peer.close())
  const stream = await peer.connect(parseEndpoint(all[0].self.endpoint), 1_000)
  const { driver } = all[1] as unknown as {
    driver: { node: { syncOffer(joining: boolean): object } }
  }
  const offer = { ...driver.node.syncOffer(true), version: 99 } as never
  stream.send(encodeStream({ offer }))
  const reply = decodeStream((await stream.receive(1_000)) as Uint8Array)
  t.match(reply, {
    answer: { refusal: 'VERSION_MISMATCH', reason: /expected wire version 1, got 99/ },
  })
  stream.close()
  t.same(events, [])
})
