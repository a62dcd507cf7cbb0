import { gyre } from '#proto/gyre'
import { createSocket } from 'node:dgram'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as pathTo } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { run } from '../../lib/cli/command.js'
import { joinIn } from '../../lib/cluster/index.js'
import { ClusterKeys } from '../../lib/cluster/operators/keys.js'
import type { Member } from '../../lib/cluster/members/member.js'
import { systemRuntime, type Runtime } from '../../lib/runtime/index.js'
import { decodeStream, encodeStream, type KeyChange } from '../../lib/wire/stream-codec.js'
import { labelOf } from '../../lib/core/packets/label.js'
import { joinCluster, newKey, type Cluster, type ClusterOptions } from '../../lib/index.js'
import { keyOf, Keyring, SealedTransport } from '../../lib/seal/index.js'
import { bindUdp, type Stream, type Transport } from '../../lib/transport/index.js'
import { parseEndpoint, splitEndpoint } from '../../lib/base/endpoint.js'
import { FakeTerminal } from '../cli/terminal.js'
import { until } from './until.js'

async function join(t: Test, options: ClusterOptions): Promise<Cluster> {
  const cluster = await joinCluster({ profile: 'local', ...options })
  t.teardown(() => cluster.close())
  return cluster
}

async function sealed(t: Test, count: number, key: string): Promise<Cluster[]> {
  const first = await join(t, { id: 'm0', keys: key })
  const seeds = [first.self.endpoint]
  const ids = Array.from({ length: count - 1 }, (_, i) => `m${i + 1}`)
  const all = [first, ...(await Promise.all(ids.map((id) => join(t, { id, seeds, keys: key }))))]
  await until(() => all.every((one) => one.members.length === count))
  return all
}

function send(to: string, ...datagrams: Uint8Array[]): Promise<void> {
  const { ip, port } = splitEndpoint(parseEndpoint(to))
  const socket = createSocket('udp4')
  for (const bytes of datagrams) socket.send(bytes, port, ip)
  return new Promise((done) =>
    socket.send(Buffer.of(0), port, ip, () => socket.close(() => done())),
  )
}

t.test('A sealed cluster', async (t) => {
  t.test('lives as one in clear does', async (t) => {
    const all = await sealed(t, 4, newKey())
    const ring = all[0].ring('jobs', { slots: 64 })
    for (const one of all.slice(1)) one.ring('jobs', { slots: 64 })
    await until(() => ring.loads().size === 4)
    await all[3].leave()
    await until(() => all[0].member('m3')?.state === 'left')
    const failures = all.map(({ stats }) => stats.droppedKey + stats.droppedUnsealed)
    t.same(failures, [0, 0, 0, 0])
    t.equal(all[0].protocol.mtuBytes, 1_356, 'the seal fits into a datagram')
  })

  t.test('refuses whoever has not its key, and says why', async (t) => {
    const [first] = await sealed(t, 2, newKey())
    const seeds = [first.self.endpoint]
    const refused = (options: ClusterOptions, message: RegExp): Promise<unknown> =>
      t.rejects(join(t, { seeds, ...options }), { code: 'JOIN_REFUSED', message })
    await refused({ keys: newKey() }, /UNKNOWN_KEY.*none of our keys/)
    await refused({}, /UNSEALED.*option keys/)
    t.equal(first.stats.droppedKey, 1)
    t.equal(first.stats.droppedUnsealed, 1)
    const plain = await join(t, { id: 'plain' })
    await refused({ keys: newKey(), seeds: [plain.self.endpoint] }, /NOT_SEALED/)
    t.equal(first.members.length, 2)
    t.equal(plain.members.length, 1)
  })

  t.test('is not moved by what others forge, replay or reflect', async (t) => {
    const key = newKey()
    const heard: Uint8Array[] = []
    const bind = async (...args: Parameters<typeof bindUdp>): Promise<Transport> => {
      const transport = await bindUdp(...args)
      const start = transport.start.bind(transport)
      transport.start = (receiver) =>
        start({
          stream: (stream) => receiver.stream(stream),
          datagram(from, bytes) {
            heard.push(Uint8Array.from(bytes))
            receiver.datagram(from, bytes)
          },
        })
      return transport
    }
    const options = { id: 'm0', keys: key, profile: 'local' } as const
    const first = await joinIn({ runtime: systemRuntime, bind }, options)
    t.teardown(() => first.close())
    const second = await join(t, { id: 'm1', seeds: [first.self.endpoint], keys: key })
    await until(() => first.members.length === 2 && heard.length >= 10)
    const events: string[] = []
    for (const one of [first, second]) {
      one.on('member', (member, was) => events.push(`${one.id}: ${member.id} ${was}`))
    }
    const { incarnation } = second.self
    const forged = [
      { word: ((incarnation << 2) | 3) >>> 0, id: Buffer.from('m1') },
      { word: ((incarnation << 2) | 2) >>> 0, id: Buffer.from('m1') },
      { word: (incarnation + 1_000) << 2, id: Buffer.from('m1'), endpoint: Buffer.alloc(6) },
    ].map((update) => {
      const packet = { label: labelOf('gyre') >>> 0, from: Buffer.from('m1'), updates: [update] }
      return gyre.Packet.encode(packet).finish()
    })
    const before = first.stats
    const [damaged] = heard.map((bytes) => bytes.map((byte, i) => (i === 30 ? byte ^ 1 : byte)))
    await send(first.self.endpoint, ...forged, damaged, ...heard.slice(0, 10))
    await until(() => first.stats.droppedReplay >= before.droppedReplay + 10)
    t.equal(first.stats.droppedUnsealed, before.droppedUnsealed + 3 + 1)
    const reflected = first.stats.datagramsSent
    t.equal(first.stats.droppedKey, before.droppedKey + 1)
    await sleep(300)
    t.same(events, [])
    t.ok(first.stats.datagramsSent - reflected < 20, 'nothing of it is answered')
    // What one member has heard means nothing to another one that hears it again.
    await send(second.self.endpoint, ...heard.slice(0, 10))
    await sleep(300)
    t.same(events, [])
  })
})

const nobody = new Uint8Array(0)
/** A runtime in which no pause takes any time. */
const hasty: Runtime = {
  ...systemRuntime,
  after: (_ms, callback) => {
    callback()
    return () => {}
  },
}

t.test('Keys', async (t) => {
  t.test('reach a joiner that knows only the old one', async (t) => {
    const [old, next] = [newKey(), newKey()]
    const first = await join(t, { id: 'm0', keys: [next, old] })
    const seeds = [first.self.endpoint]
    const late = await join(t, { id: 'm1', seeds, keys: old })
    await until(() => first.members.length === 2)
    await (first.keys as ClusterKeys).rotate(next)
    t.same(late.keys?.ids, [keyOf(next).id])
    t.same(first.keys?.ids, [keyOf(next).id])
  })

  t.test('change while all go on seeing each other', async (t) => {
    const [old, next] = [newKey(), newKey()]
    const all = await sealed(t, 5, old)
    const events: string[] = []
    for (const one of all) one.on('member', (member) => events.push(`${one.id}: ${member.state}`))
    await (all[2].keys as ClusterKeys).rotate(next)
    for (const { keys } of all) t.same([keys?.ids, keys?.used], [[keyOf(next).id], keyOf(next).id])
    await sleep(1_500)
    t.same(events, [])
    t.same(
      all.map(({ stats }) => stats.probesFailed),
      [0, 0, 0, 0, 0],
    )
    const seeds = [all[0].self.endpoint]
    await t.rejects(join(t, { seeds, keys: old }), { code: 'JOIN_REFUSED' })
    const late = await join(t, { id: 'late', seeds, keys: [next, old] })
    await until(() => late.members.length === 6)
    await (all[0].keys as ClusterKeys).rotate(next)
  })

  t.test('do not change while a dead member is not yet known to be dead', async (t) => {
    const key = newKey()
    const all = await sealed(t, 3, key)
    await all[2].close()
    await t.rejects((all[0].keys as ClusterKeys).rotate(newKey()), {
      code: 'KEYS_INCOMPLETE',
      message: /m2 \(it (cannot be reached|is faulty)/,
    })
    t.same([all[0].keys?.used, all[1].keys?.used], [keyOf(key).id, keyOf(key).id])
    await until(() => all[0].members.length === 2)
    await t.rejects((all[0].keys as ClusterKeys).rotate(newKey()), /m2 \(it is faulty/)
    await (all[0].keys as ClusterKeys).rotate(newKey(), { force: true })
    t.equal(all[0].keys?.used, all[1].keys?.used)
  })

  t.test('that a member does not take are given up, and the old ones stay', async (t) => {
    const keyring = new Keyring([keyOf(newKey())])
    const peers = [{ id: 'deaf', endpoint: parseEndpoint('127.0.0.1:1'), state: 'alive' } as Member]
    const asked: string[] = []
    const askKeyChange = (_to: string, { op }: KeyChange): Promise<string> => {
      asked.push(op)
      return Promise.resolve('it does not answer')
    }
    const driver = { askKeyChange }
    const keys = new ClusterKeys({ keyring, driver, runtime: hasty, roster: { all: () => peers } })
    const before = keys.used
    await t.rejects(keys.rotate(newKey()), {
      code: 'KEYS_INCOMPLETE',
      message: /could not install key [0-9a-f]{8} at deaf \(it does not answer\)/,
    })
    t.same(asked, ['install', 'install', 'install', 'install'])
    t.equal(keys.used, before)
    t.match(
      await keys.change({
        op: 'dance',
        key: new Uint8Array(0),
        id: '',
        force: false,
        target: nobody,
      }),
      /unknown operation/,
    )
    t.match(
      await keys.change({
        op: 'install',
        key: new Uint8Array(3),
        id: '',
        force: false,
        target: nobody,
      }),
      /got 3 bytes/,
    )
    peers.length = 0
    t.equal(
      await keys.change({
        op: 'rotate',
        key: new Uint8Array(32),
        id: '',
        force: false,
        target: nobody,
      }),
      '',
    )
    const broken = { all: () => JSON.parse('{') as [] }
    const fault = new ClusterKeys({ keyring, driver, runtime: hasty, roster: broken })
    const zeros = { op: 'rotate', key: new Uint8Array(32), id: '', force: false, target: nobody }
    await t.rejects(fault.change(zeros), SyntaxError, 'a fault of our own is none of the asker’s')
  })

  t.test('are changed only behind a hello, and only where there are any', async (t) => {
    const key = newKey()
    const [member] = await sealed(t, 2, key)
    const plain = await join(t, { id: 'plain' })
    const bound = await bindUdp(parseEndpoint('127.0.0.1:0'))
    const client = new SealedTransport(bound, new Keyring([keyOf(key)]), 'gyre', systemRuntime)
    t.teardown(() => client.close())
    const change = {
      op: 'install',
      key: keyOf(newKey()).bytes,
      id: '',
      force: false,
      target: nobody,
    }
    const hello = { op: 'hello', key: new Uint8Array(0), id: '', force: false, target: nobody }
    const asking = async (
      stream: Stream,
      ...changes: KeyChange[]
    ): Promise<(string | undefined)[]> => {
      const answers: (string | undefined)[] = []
      for (const keyChange of changes) {
        stream.send(encodeStream({ keyChange }))
        const reply = await stream.receive(2_000)
        const message = reply && decodeStream(reply)
        answers.push(message && 'keyDone' in message ? message.keyDone.refusal : undefined)
      }
      stream.close()
      return answers
    }
    const to = member.self.endpoint
    t.same(await asking(await client.connect(to, 999), change), ['expected a hello first'])
    t.same(await asking(await client.connect(to, 999), hello), [''])
    t.equal(member.keys?.ids.length, 1)
    t.same(await asking(await client.connect(to, 999), hello, change), [
      '',
      'another member is meant',
    ])
    const [m0, m9] = [Buffer.from('m0'), Buffer.from('m9')]
    const meant = (target: Uint8Array): KeyChange[] => [
      { ...hello, target },
      { ...change, target },
    ]
    t.same(await asking(await client.connect(to, 999), ...meant(m9).slice(0, 1)), [
      'another member is meant',
    ])
    t.same(await asking(await client.connect(to, 999), ...meant(m0)), ['', ''])
    t.equal(member.keys?.ids.length, 2)
    const stray = await client.connect(to, 999)
    stray.send(encodeStream({ keyChange: hello }))
    await stray.receive(2_000)
    stray.send(encodeStream({ ack: { sequence: 1 } }))
    t.equal(await stray.receive(2_000), undefined)
    const open = await bound.connect(plain.self.endpoint, 999)
    const plainly = Buffer.from('plain')
    const both = [hello, { ...change, target: plainly }]
    t.same(await asking(open, ...both), ['', 'we have no keys'])
    t.equal(plain.keys, undefined)
  })

  t.test('come from files, and are changed by a command', async (t) => {
    const dir = mkdtempSync(pathTo(tmpdir(), 'gyre-keys-'))
    const file = (name: string, text: string): string => {
      writeFileSync(pathTo(dir, name), text)
      return pathTo(dir, name)
    }
    const call = async (...args: string[]): Promise<FakeTerminal & { code: number }> => {
      const terminal = new FakeTerminal()
      return Object.assign(terminal, { code: await run(args, terminal) })
    }
    const own = await call('keygen', '--identity')
    t.match(own.lines, [/^[A-Za-z0-9+/]{43}=$/, /^# public [A-Za-z0-9+/]{43}=$/])
    const generated = await call('keygen')
    t.match(generated.lines, [/^[A-Za-z0-9+/]{43}=$/])
    const old = file('old', `# the first one\n\n${generated.lines[0]}\n`)
    const next = file('next', newKey())
    const agent = new FakeTerminal()
    const identity = ['--identity-file', file('identity', own.lines.join('\n'))]
    const flags = ['agent', '--json', '--profile', 'local', '--key-file', old, ...identity]
    const ended = run(flags, agent)
    await until(() => agent.lines.length > 0)
    const { endpoint } = agent.events('ready')[0] as { endpoint: string }
    const rotate = ['keys', 'rotate', '--member', endpoint, '--key-file', old]
    const done = await call(...rotate, '--new-key-file', next)
    t.match(done, { code: 0, lines: [/the cluster now talks with key [0-9a-f]{8}/] })
    const again = await call(...rotate, '--new-key-file', next)
    t.match(again, { code: 1, errors: [/none of our keys \[KEYS_INCOMPLETE\]/] })
    const gone = ['keys', 'rotate', '--member', '127.0.0.1:1', '--key-file', old]
    const unreached = await call(...gone, '--new-key-file', next)
    t.match(unreached, { code: 1, errors: [/127.0.0.1:1 does not answer \[SEED_UNREACHED\]/] })
    const six = ['keys', 'rotate', '--member', '[::1]:1', '--key-file', old, '--new-key-file', next]
    t.match(await call(...six), { code: 1, errors: [/SEED_UNREACHED|BIND_FAILED/] })
    agent.interrupt()
    t.equal(await ended, 0)
    for (const [args, message] of [
      [['keygen', 'surplus'], /unexpected argument 'surplus'/],
      [['keys'], /expected 'rotate', got ''/],
      [['keys', 'rotate'], /expected --member/],
      [['keys', 'rotate', 'now'], /unexpected argument 'now'/],
      [['agent', '--key-file', pathTo(dir, 'none')], /cannot read .*none: ENOENT/],
      [['agent', '--key-file', file('empty', '# none\n')], /empty: expected a key/],
      [['agent', '--key-file', file('bad', 'abc')], /32 bytes in base64.*got 3 characters/],
    ] as const) {
      t.match(await call(...args), { code: 64, errors: [message] }, args.join(' '))
    }
  })

  t.test('of the wrong kind are refused at once', async (t) => {
    await t.rejects(joinCluster({ identity: 'abc' }), { code: 'BAD_OPTION', message: /^identity:/ })
    await t.rejects(joinCluster({ trusted: {} }), { code: 'BAD_OPTION', message: /^trusted:/ })
    for (const keys of [[], 5, [5], ['abc']]) {
      const options = { keys: keys as never }
      await t.rejects(joinCluster(options), { code: 'BAD_OPTION', message: /^keys: expected/ })
    }
  })
})
