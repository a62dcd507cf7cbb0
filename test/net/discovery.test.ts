import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join as pathTo } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { parseEndpoint } from '../../lib/base/endpoint.js'
import type { GyreError } from '../../lib/base/error.js'
import { readSnapshot, Snapshot } from '../../lib/cluster/joining/snapshot.js'
import { systemRuntime } from '../../lib/runtime/runtime.js'
import { fileSeeds } from '../../lib/discovery/file.js'
import { seedsOf } from '../../lib/discovery/index.js'
import { srvSeeds } from '../../lib/discovery/srv.js'
import { joinCluster, type Cluster, type ClusterOptions } from '../../lib/index.js'
import { until } from './until.js'

function directory(t: Test): string {
  const dir = mkdtempSync(pathTo(tmpdir(), 'gyre-seeds-'))
  t.teardown(() => rmSync(dir, { recursive: true }))
  return dir
}

async function join(t: Test, options: ClusterOptions = {}): Promise<Cluster> {
  const cluster = await joinCluster({ profile: 'local', ...options })
  t.teardown(() => cluster.close())
  return cluster
}

t.test('A file of seeds', async (t) => {
  t.test('has one a line; what is wrong in it is told, and the rest stands', async (t) => {
    const path = pathTo(directory(t), 'seeds')
    const missing = await fileSeeds(path).find()
    t.match(missing, { endpoints: [], failures: [{ code: 'SEEDS_UNREADABLE', message: /ENOENT/ }] })
    writeFileSync(path, '# ours\n127.0.0.1:1\n\n  127.0.0.1:2  \nnonsense\n')
    const { endpoints, failures } = await fileSeeds(path).find()
    t.same(endpoints, ['127.0.0.1:1', '127.0.0.1:2'])
    t.match(failures, [{ code: 'BAD_ENDPOINT', message: /seeds, line 5: .*nonsense/ }])
    t.equal(failures.length, 1)
  })

  t.test('is watched: whoever is alone joins as soon as it changes', async (t) => {
    const dir = directory(t)
    const path = pathTo(dir, 'seeds')
    writeFileSync(path, '127.0.0.1:1\n')
    const first = await join(t, { id: 'first' })
    const alone = await join(t, {
      id: 'alone',
      seeds: [`file:${path}`],
      protocol: { reconnectMs: 600_000 },
    })
    t.ok(alone.alone)
    await sleep(700)
    writeFileSync(pathTo(dir, 'other'), 'not this one')
    writeFileSync(pathTo(dir, 'new'), `${first.self.endpoint}\n`)
    renameSync(pathTo(dir, 'new'), path)
    await until(() => alone.members.length === 2, 2_000)
    // And a member that is not alone looks too.
    const island = await join(t, { id: 'island' })
    writeFileSync(path, `${first.self.endpoint}\n${island.self.endpoint}\n`)
    await until(() => island.members.length === 3, 2_000)
  })

  t.test('in a directory that is not there is told when it is read', async (t) => {
    const end = fileSeeds('/no/such/dir/seeds').watch?.(() => t.fail('nothing changes there'))
    end?.()
    t.throws(() => seedsOf(['file']), { code: 'BAD_ENDPOINT' })
  })
})

/** A name server that knows one service: SRV records for hosts on loopback. */
async function nameServer(t: Test, port: number): Promise<Resolver> {
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const question = query.subarray(12)
    const known = question.includes(Buffer.from('_gyre'))
    const head = Buffer.from(query.subarray(0, 12))
    head.writeUInt16BE(known ? 0x8180 : 0x8183, 2)
    head.writeUInt16BE(1, 4)
    head.writeUInt16BE(known ? 1 : 0, 6)
    head.writeUInt32BE(0, 8)
    const end = question.indexOf(0) + 5
    const target = Buffer.from('\x09localhost\0')
    const answer = Buffer.alloc(18)
    answer.writeUInt16BE(0xc00c, 0)
    answer.writeUInt16BE(33, 2)
    answer.writeUInt16BE(1, 4)
    answer.writeUInt32BE(5, 6)
    answer.writeUInt16BE(6 + target.length, 10)
    answer.writeUInt16BE(port, 16)
    const parts = known
      ? [head, question.subarray(0, end), answer, target]
      : [head, question.subarray(0, end)]
    socket.send(Buffer.concat(parts), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  t.teardown(() => socket.close())
  const resolver = new Resolver()
  resolver.setServers([`127.0.0.1:${(socket.address() as AddressInfo).port}`])
  return resolver
}

t.test('Service records of DNS', async (t) => {
  const resolver = await nameServer(t, 7_946)
  const ask = (name: string) => resolver.resolveSrv(name)
  const { endpoints, failures } = await srvSeeds('_gyre._udp.example.org', ask).find()
  t.ok(endpoints.includes(parseEndpoint('127.0.0.1:7946')))
  t.same(failures, [])
  const none = await srvSeeds('_other._udp.example.org', ask).find()
  t.match(none, {
    endpoints: [],
    failures: [{ code: 'SEED_UNRESOLVED', message: /srv:_other.*ENOTFOUND/ }],
  })
  t.throws(() => seedsOf(['srv:a b']), { code: 'BAD_ENDPOINT', message: /srv:a b/ })
  t.ok(seedsOf(['srv:_gyre._udp.example.org']))
  const own = { find: async () => ({ endpoints: [parseEndpoint('10.0.0.9:1')], failures: [] }) }
  const both = seedsOf([own, '127.0.0.1:5'])
  t.same((await both.find()).endpoints, ['10.0.0.9:1', '127.0.0.1:5'])
  both.watch?.(() => {})()
})

t.test('A snapshot', async (t) => {
  t.test('leads back to the others when the seeds are gone', async (t) => {
    const snapshot = pathTo(directory(t), 'member.json')
    const seed = await join(t, { id: 'seed' })
    const other = await join(t, { id: 'other', seeds: [seed.self.endpoint] })
    const before = await join(t, { id: 'again', seeds: [seed.self.endpoint], snapshot })
    await until(() => before.members.length === 3 && other.members.length === 3)
    await before.leave()
    await seed.leave()
    const saved = JSON.parse(readFileSync(snapshot, 'utf8'))
    t.match(saved, { version: 1, cluster: 'gyre', incarnation: before.self.incarnation })
    t.equal(saved.endpoints.length, 2)
    const after = await join(t, { id: 'again', seeds: ['127.0.0.1:1'], snapshot })
    await until(() => after.members.length === 2)
    t.ok(after.self.incarnation > before.self.incarnation)
    t.same(readdirSync(pathTo(snapshot, '..')), ['member.json'], 'nothing half-written')
    // Alone at its end it keeps what it knew.
    await other.leave()
    await until(() => after.members.length === 1)
    await after.leave()
    t.equal(JSON.parse(readFileSync(snapshot, 'utf8')).endpoints.length, 2)
  })

  t.test('outlives a clock that is set back', async (t) => {
    const snapshot = pathTo(directory(t), 'member.json')
    const ahead = Math.floor((Date.now() - Date.UTC(2026, 0, 1)) / 1_000) + 3_600
    const text = { version: 1, cluster: 'gyre', incarnation: ahead, genesis: 7, endpoints: [] }
    writeFileSync(snapshot, JSON.stringify(text))
    const member = await join(t, { id: 'm', snapshot })
    t.equal(member.self.incarnation, ahead + 1)
    t.notOk(member.alone)
  })

  t.test('that cannot be understood is told, and ignored', async (t) => {
    const path = pathTo(directory(t), 'member.json')
    const faults: string[] = []
    const note = {
      fault(reason: unknown) {
        const { code, message } = reason as GyreError
        faults.push(`${code} ${message}`)
      },
    }
    const nothing = { incarnation: 0, genesis: 0, endpoints: [] }
    t.same(readSnapshot(path, 'gyre', note), nothing)
    t.same(faults, [], 'the first start of all')
    for (const [text, why] of [
      ['{"version":1', /JSON/],
      ['{"version":2}', /no snapshot that this version knows/],
      [
        '{"version":1,"cluster":"red","incarnation":1,"genesis":1,"endpoints":[]}',
        /of the cluster red/,
      ],
      [
        '{"version":1,"cluster":"gyre","incarnation":1,"genesis":1,"endpoints":["x"]}',
        /expected ip:port/,
      ],
    ] as const) {
      writeFileSync(path, text)
      t.same(readSnapshot(path, 'gyre', note), nothing)
      const told = faults.pop()
      t.match(told, /^SNAPSHOT_DAMAGED /)
      t.match(told, why)
    }
    const lines: string[] = []
    const log = (line: string): void => void lines.push(line)
    await join(t, { id: 'm', snapshot: path, logger: { info: log, warn: log, error: log } })
    await until(() => lines.some((line) => line.includes('is ignored')))
    await t.rejects(joinCluster({ snapshot: 7 as never }), { code: 'BAD_OPTION' })
  })

  t.test('is written only where something has changed', async (t) => {
    const path = pathTo(directory(t), 'member.json')
    const past = { incarnation: 1, genesis: 9, endpoints: [parseEndpoint('127.0.0.1:1')] }
    const teller = { fault: () => void t.fail('nothing goes wrong') }
    const roster = { remember: () => ({ incarnation: 2, genesis: 9, endpoints: [] }) }
    const timers: (() => void)[] = []
    const after = (_ms: number, callback: () => void): (() => void) => {
      timers.push(callback)
      return () => {}
    }
    const runtime = { ...systemRuntime, after }
    const snapshot = new Snapshot({ path, cluster: 'gyre', runtime, past, teller, roster })
    snapshot.touch()
    timers[0]()
    await snapshot.stop()
    t.same(readSnapshot(path, 'gyre', teller), { ...past, incarnation: 2 })
  })

  t.test('that cannot be written is told once, and tried again', async (t) => {
    const dir = directory(t)
    const path = pathTo(dir, 'gone', 'member.json')
    const faults: string[] = []
    const timers: (() => void)[] = []
    const after = (_ms: number, callback: () => void): (() => void) => {
      timers.push(callback)
      return () => {}
    }
    let incarnation = 1
    const snapshot = new Snapshot({
      path,
      cluster: 'gyre',
      past: { incarnation: 0, genesis: 0, endpoints: [] },
      runtime: { ...systemRuntime, after },
      roster: {
        remember: () => ({
          incarnation: incarnation++,
          genesis: 0,
          endpoints: [parseEndpoint('127.0.0.1:1')],
        }),
      },
      teller: { fault: (reason) => void faults.push((reason as GyreError).code) },
    })
    for (let i = 0; i < 3; i++) {
      snapshot.touch()
      snapshot.touch()
      t.equal(timers.length, 1)
      timers.splice(0)[0]()
    }
    snapshot.touch()
    await snapshot.stop()
    await snapshot.stop()
    t.same(faults, ['SNAPSHOT_UNWRITABLE'])
    timers.splice(0)[0]()
    snapshot.touch()
    t.equal(timers.length, 0)
  })
})
