import type { Answer, Cluster, Message } from '../../lib/cluster/index.js'
import { Channel, serveCalls } from '../../lib/cluster/messages/channel.js'
import { Channels } from '../../lib/cluster/messages/channels.js'
import { type Endpoint, labelOf } from '../../lib/core/index.js'
import { systemRuntime } from '../../lib/runtime/runtime.js'
import { type Call, decodeStream, encodeStream } from '../../lib/wire/stream-codec.js'
import { simulate, type SimulatedWorld } from '../../sim/index.js'
import { HandStream, turns } from './hand-stream.js'
import t from 'tap'

const bytes = (text: string): Uint8Array => Buffer.from(text)

const text = (body?: Uint8Array): string => Buffer.from(body ?? []).toString()

/** A cluster of so many in virtual time, all of whom see all. */
function inCluster(
  nodes: number,
  main: (world: SimulatedWorld, clusters: Cluster[]) => Promise<void>,
  network = {},
): Promise<void> {
  return simulate({ nodes, network, profile: 'lan' }, async (world) => {
    const clusters = await world.joinAll()
    const all = (): boolean => clusters.every(({ members }) => members.length === nodes)
    await world.until(all, 20_000)
    await main(world, clusters)
  })
}

t.test('Sending', async (t) => {
  t.test('in a datagram, and over a stream', async (t) => {
    await inCluster(3, async (world, [a, b]) => {
      const got: Message[] = []
      const remove = b.handle('news', (message) => void got.push(message))
      await a.send('node-1', 'news', bytes('quick'))
      await a.send(b.self, 'news', bytes('sure'), { reliable: true })
      t.same(
        got.map(({ topic, body, from, kind }) => [topic, text(body), from, kind]),
        [
          ['news', 'quick', 'node-0', 'send'],
          ['news', 'sure', 'node-0', 'send'],
        ],
      )
      await b.send(b.self, 'news', bytes('to ourselves'))
      t.equal(got.length, 3)
      remove()
      await a.send(b.self, 'news', bytes('nobody there'))
      await world.sleep(50)
      t.equal(b.stats.messagesUnhandled, 1)
      t.equal(a.stats.messagesSent, 3)
      t.equal(b.stats.messagesReceived, 3)
    })
  })

  t.test('what is wrong is told at once', async (t) => {
    await inCluster(2, async (_world, [a, b]) => {
      const big = new Uint8Array(1_400)
      const huge = new Uint8Array(9 * 1_024 * 1_024)
      const say = (...args: Parameters<Cluster['send']>): Promise<void> => a.send(...args)
      await t.rejects(say('node-1', 't', big), { code: 'MESSAGE_TOO_LARGE' })
      await t.rejects(say('node-1', 't', huge, { reliable: true }), { code: 'MESSAGE_TOO_LARGE' })
      await t.rejects(say('nobody', 't', bytes('')), { code: 'UNKNOWN_MEMBER' })
      await t.rejects(say('nobody', 't', bytes(''), { reliable: true }), { code: 'UNKNOWN_MEMBER' })
      await t.rejects(say('node-1', '', bytes('')), { code: 'BAD_OPTION' })
      await t.rejects(say('node-1', 'x'.repeat(129), bytes('')), { code: 'BAD_OPTION' })
      await t.rejects(say('node-1', 't', 'text' as never), { code: 'BAD_OPTION' })
      for (const timeoutMs of [0, null as never]) {
        await t.rejects(a.request('node-1', 't', bytes(''), { timeoutMs }), { code: 'BAD_OPTION' })
        t.throws(() => a.query('t', bytes(''), { timeoutMs }), { code: 'BAD_OPTION' })
      }
      t.throws(() => a.broadcast('t', big), { code: 'MESSAGE_TOO_LARGE' })
      t.throws(() => a.query('', big), { code: 'BAD_OPTION' })
      a.handle('once', () => {})
      t.throws(() => a.handle('once', () => {}), { code: 'BAD_OPTION' })
      t.throws(() => a.handle('', () => {}), { code: 'BAD_OPTION' })
      await a.leave()
      await t.rejects(say('node-1', 't', bytes('')), { code: 'CLOSED' })
      await t.rejects(a.request('node-1', 't', bytes('')), { code: 'CLOSED' })
      t.throws(() => a.broadcast('t', bytes('')), { code: 'CLOSED' })
      t.throws(() => a.query('t', bytes('')), { code: 'CLOSED' })
      await t.rejects(b.request('node-0', 't', bytes('')), { code: 'UNKNOWN_MEMBER' })
    })
  })
})

t.test('Requests', async (t) => {
  t.test('are answered, in any order, by others and by ourselves', async (t) => {
    await inCluster(3, async (world, [a, b]) => {
      for (const one of [a, b]) {
        one.handle('double', async ({ body }) => {
          await world.sleep(100 - body[0])
          return Uint8Array.of(2 * body[0])
        })
      }
      const answers = [1, 50, 99].map((n) => a.request('node-1', 'double', Uint8Array.of(n)))
      t.same(
        (await Promise.all(answers)).map(([n]) => n),
        [2, 100, 198],
      )
      t.same([...(await b.request('node-1', 'double', Uint8Array.of(4)))], [8])
      const large = new Uint8Array(1_000_000).fill(7)
      b.handle('echo', ({ body }) => body)
      t.equal((await a.request(b.self, 'echo', large)).length, large.length)
      b.handle('nothing', () => {})
      t.equal((await a.request(b.self, 'nothing', large)).length, 0)
    })
  })

  t.test('fail with what went wrong', async (t) => {
    await inCluster(3, async (world, [a, b]) => {
      const faults: string[] = []
      b.on('fault', (error) => void faults.push(error.message))
      b.handle('throws', () => {
        throw new Error('no such user')
      })
      b.handle('odd', () => {
        throw 'just text'
      })
      b.handle('wrong', () => 'text' as never)
      b.handle('huge', () => new Uint8Array(9 * 1_024 * 1_024))
      const ask = (topic: string, of = b): Promise<Uint8Array> => a.request(of.id, topic, bytes(''))
      await t.rejects(ask('nothing'), { code: 'NO_HANDLER' })
      await t.rejects(ask('throws'), { code: 'HANDLER_FAILED', message: /no such user/ })
      await t.rejects(ask('odd'), { code: 'HANDLER_FAILED', message: /just text/ })
      await t.rejects(ask('wrong'), { code: 'HANDLER_FAILED', message: /Uint8Array/ })
      await t.rejects(ask('huge'), { code: 'MESSAGE_TOO_LARGE' })
      await t.rejects(ask('nothing', a), { code: 'NO_HANDLER' })
      await world.sleep(10)
      t.equal(faults.length, 3)
      t.equal(a.stats.callsFailed, 6)
      b.handle('later', () => world.sleep(50).then(() => Promise.reject(new Error('late'))))
      await b.send(b.id, 'later', bytes(''))
      await world.sleep(10)
      t.equal(faults.length, 4, 'a handler that nobody waits for is heard of all the same')
    })
  })

  t.test('end with their deadline, or when the caller wants no more', async (t) => {
    await inCluster(3, async (world, [a, b]) => {
      const ended: string[] = []
      b.handle('slow', async ({ signal }) => {
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
        ended.push('aborted')
      })
      const slow = (options: object): Promise<Uint8Array> =>
        a.request(b.id, 'slow', bytes(''), options)
      await t.rejects(slow({ timeoutMs: 200 }), { code: 'DEADLINE' })
      await world.sleep(100)
      t.same(ended, ['aborted'])
      const control = new AbortController()
      const waiting = slow({ signal: control.signal })
      await world.sleep(50)
      control.abort(new Error('enough'))
      await t.rejects(waiting, { code: 'ABORTED', cause: { message: 'enough' } })
      await t.rejects(slow({ signal: control.signal }), { code: 'ABORTED' })
      await world.sleep(100)
      t.equal(ended.length, 2)
    })
  })

  t.test('or while the channel is still to be opened', async (t) => {
    await inCluster(3, async (world, [a, b]) => {
      const heal = world.cut([0], [1])
      const early = a.request(b.id, 't', bytes(''), { timeoutMs: 300 })
      await t.rejects(early, { code: 'DEADLINE' })
      const control = new AbortController()
      const waiting = a.request(b.id, 't', bytes(''), { signal: control.signal })
      await world.sleep(10)
      control.abort()
      await t.rejects(waiting, { code: 'ABORTED' })
      heal()
    })
  })

  t.test('learn at once that the other one is gone', async (t) => {
    await inCluster(4, async (world, [a, b, c]) => {
      for (const one of [b, c]) one.handle('never', () => new Promise<void>(() => {}))
      const crash = a.request(b.id, 'never', bytes(''), { timeoutMs: 60_000 })
      await world.sleep(100)
      world.crash(1)
      const from = world.now
      await t.rejects(crash, { code: 'CALL_LOST' })
      t.ok(world.now - from < 5_000)
      const leave = a.request(c.id, 'never', bytes(''), { timeoutMs: 60_000 })
      await world.sleep(100)
      void c.leave()
      await t.rejects(leave, { code: 'CALL_LOST' })
      await world.until(() => a.member(b.id)?.state === 'faulty', 10_000)
      await t.rejects(a.request(b.id, 'never', bytes('')), { code: 'UNKNOWN_MEMBER' })
      const refused = a.request('node-3', 'never', bytes(''))
      world.crash(3)
      await t.rejects(refused, { code: 'UNREACHABLE' })
    })
  })

  t.test('are turned away where too many are under way', async (t) => {
    await inCluster(2, async (_world, [a, b]) => {
      b.handle('never', () => new Promise<void>(() => {}))
      const control = new AbortController()
      const { signal } = control
      const calls = Array.from({ length: 1_100 }, () =>
        a.request(b.id, 'never', bytes(''), { signal }).catch((error: unknown) => error),
      )
      const busy = await Promise.race(calls)
      t.match(busy, { code: 'BUSY' })
      control.abort()
      await Promise.all(calls)
    })
  })

  t.test('idle channels are closed, and opened again', async (t) => {
    await inCluster(2, async (world, [a, b]) => {
      b.handle('echo', ({ body }) => body)
      const echo = async (): Promise<string> => text(await a.request(b.id, 'echo', bytes('x')))
      t.equal(await echo(), 'x')
      await world.sleep(40_000)
      t.equal(await echo(), 'x')
      await world.sleep(200_000)
      t.equal(await echo(), 'x')
    })
  })
})

t.test('Queries', async (t) => {
  t.test('are answered by all that pass the filter, as they come', async (t) => {
    await inCluster(5, async (world, clusters) => {
      clusters.forEach((one, i) => {
        one.handle('who', async () => {
          await world.sleep(100 * (5 - i))
          return bytes(one.id)
        })
      })
      const all: string[] = []
      for await (const { body } of clusters[0].query('who', bytes(''))) {
        all.push(text(body))
        // Others answer while this one is looked at.
        await world.sleep(150)
      }
      t.same(all, ['node-4', 'node-3', 'node-2', 'node-1', 'node-0'])
      const filter = ({ id }: { readonly id: string }): boolean => id !== 'node-4'
      const some: Answer[] = []
      const { signal } = new AbortController()
      for await (const answer of clusters[0].query('who', bytes(''), { filter, signal })) {
        some.push(answer)
        if (some.length === 2) break
      }
      t.same(
        some.map(({ member }) => member),
        ['node-3', 'node-2'],
      )
      const failed: Answer[] = []
      for await (const answer of clusters[0].query('what', bytes(''))) failed.push(answer)
      t.ok(failed.every(({ error }) => (error as { code?: string }).code === 'NO_HANDLER'))
      t.equal(failed.length, 5)
    })
  })
})

t.test('A channel', async (t) => {
  t.test('serves a bounded number of calls, and aborts what is under way at its end', async (t) => {
    const stream = new HandStream()
    const aborted: number[] = []
    const serve = (call: Call, signal: AbortSignal): Promise<never> => {
      signal.addEventListener('abort', () => aborted.push(call.id))
      return new Promise(() => {})
    }
    const done = serveCalls(stream, systemRuntime, serve)
    for (let id = 1; id <= 1_025; id++) {
      const call = { id, kind: 0, topic: 't', body: bytes(''), timeoutMs: 60_000 }
      stream.give(encodeStream({ call }))
      await Promise.resolve()
    }
    await turns()
    const reply = decodeStream(stream.sent[0])
    t.match(reply, { reply: { id: 1_025, failure: 'BUSY' } })
    stream.give(encodeStream({ cancel: { id: 7 } }))
    stream.give(encodeStream({ cancel: { id: 4_711 } }))
    await turns()
    t.same(aborted, [7])
    stream.give(encodeStream({ watching: {} }))
    await done
    t.equal(aborted.length, 1_024)
  })

  t.test('that has ended takes no more calls', async (t) => {
    const channel = new Channel('b', new HandStream(), systemRuntime)
    channel.close()
    const outgoing = { kind: 0, topic: 't', body: bytes(''), timeoutMs: 1_000, signal: undefined }
    await t.rejects(channel.call(outgoing), { code: 'UNREACHABLE' })
  })

  t.test('is not opened by whoever is somebody else, or says nothing', async (t) => {
    const stream = new HandStream()
    const channels = new Channels({
      runtime: systemRuntime,
      id: 'a',
      label: 1,
      roster: { endpointOf: () => '10.0.0.1:1' as Endpoint },
      transport: { connect: async () => stream },
    })
    const outgoing = { kind: 0, topic: 't', body: bytes(''), timeoutMs: 1_000, signal: undefined }
    for (const answer of [encodeStream({ channelOpened: { refusal: 'this is c' } }), undefined]) {
      const call = channels.call('b', outgoing)
      await turns()
      stream.give(answer)
      await t.rejects(call, { code: 'UNREACHABLE' })
    }
    t.ok(stream.closed)
    channels.stop()
    await t.rejects(channels.call('b', outgoing), { code: 'UNKNOWN_MEMBER' })
  })

  t.test(
    'is opened to live members of this cluster that mean us, and to nobody else',
    async (t) => {
      await inCluster(2, async (world, [, b]) => {
        const kinds: string[] = []
        b.handle('t', ({ kind }) => void kinds.push(kind))
        const label = labelOf('gyre')
        const [from, target] = [bytes('node-0'), bytes('node-1')]
        const opens = [
          { label: label >>> 0, from, target },
          { label: 7, from, target },
          { label: label >>> 0, from, target: bytes('node-7') },
          { label: label >>> 0, from: bytes('stranger'), target },
        ]
        const refusals: string[] = []
        for (const channelOpen of opens) {
          const stream = await world.guest(0).connect(b.self.endpoint, 1_000)
          stream.send(encodeStream({ channelOpen }))
          const reply = await stream.receive(1_000)
          const message = reply && decodeStream(reply)
          if (message && 'channelOpened' in message) refusals.push(message.channelOpened.refusal)
          // Of a kind that only a later version knows.
          const call = { id: 1, kind: 9, topic: 't', body: bytes(''), timeoutMs: 1_000 }
          stream.send(encodeStream({ call }))
          await world.sleep(50)
          stream.close()
        }
        t.match(refusals, ['', /another cluster/, /this is node-1/, /stranger is no live member/])
        t.same(kinds, ['request'])
      })
    },
  )
})
