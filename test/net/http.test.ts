import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { fetchOnRing, httpOnRing } from '../../lib/http/index.js'
import { joinCluster, type Cluster, type ClusterRing } from '../../lib/index.js'
import { GyreError } from '../../lib/base/error.js'
import { simulate } from '../../sim/index.js'
import { agent, ask } from './ask.js'
import { sessions } from './sessions.js'

// HTTP services on a ring, over real sockets, and the example in real processes.

t.teardown(() => agent.destroy())

interface Node {
  readonly cluster: Cluster
  readonly ring: ClusterRing
  readonly server: Server
  readonly port: number
}

async function nodes(
  test: Test,
  count: number,
  handler: (id: string) => Parameters<typeof httpOnRing>[2],
  options: Partial<Parameters<typeof httpOnRing>[1]> = {},
): Promise<Node[]> {
  const all: Node[] = []
  for (let i = 0; i < count; i++) {
    const server = createServer()
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const seeds = all.slice(0, 1).map(({ cluster }) => cluster.self.endpoint)
    const meta = Buffer.from(`127.0.0.1:${port}`)
    const cluster = await joinCluster({ id: `m${i}`, seeds, meta, profile: 'local' })
    const ring = cluster.ring('web', { slots: 64 })
    const addressOf = (member: { meta: Uint8Array }): string => Buffer.from(member.meta).toString()
    const parts = { keyOf: (r: { url?: string }) => String(r.url), addressOf, ...options }
    server.on('request', httpOnRing(ring, parts, handler(`m${i}`)))
    test.teardown(async () => {
      await cluster.close()
      server.closeAllConnections()
      server.close()
    })
    all.push({ cluster, ring, server, port })
  }
  await Promise.all(all.map(({ ring }) => ring.settled()))
  return all
}

function pathOf(ring: ClusterRing, owner: string): string {
  for (let i = 0; ; i++) if (ring.owner(`/${i}`)?.member.id === owner) return `/${i}`
}

t.test('httpOnRing', async (t) => {
  t.test('whoever is asked, the owner answers, and bodies are streamed', async (t) => {
    const all = await nodes(t, 2, (id) => async (incoming, response, own) => {
      let length = 0
      for await (const part of incoming) length += (part as Buffer).length
      response.setHeader('x-owner', id)
      response.end(`${id} ${length} ${own.check()}`)
    })
    const path = pathOf(all[0].ring, 'm1')
    for (const { port } of all) {
      t.same(await ask(port, 'GET', path), { status: 200, body: 'm1 0 true' })
      t.same(await ask(port, 'POST', path, 'hello'), { status: 200, body: 'm1 5 true' })
      const large = async function* (): AsyncGenerator<Buffer> {
        for (let i = 0; i < 64; i++) yield Buffer.alloc(65_536)
      }
      t.same(await ask(port, 'POST', path, large()), { status: 200, body: 'm1 4194304 true' })
    }
    const empty = await ask(all[0].port, 'PUT', path, '')
    t.same(empty, { status: 200, body: 'm1 0 true' })
  })

  t.test('a handler that fails is answered with 500, and nobody with 503', async (t) => {
    const [only] = await nodes(t, 1, () => (incoming, response) => {
      if (incoming.url !== '/late') throw new Error('no')
      response.write('half')
      throw new Error('too late')
    })
    t.same(await ask(only.port, 'GET', '/x'), { status: 500, body: 'the handler failed\n' })
    await t.rejects(ask(only.port, 'GET', '/late'))
    await only.cluster.close()
    const gone = await ask(only.port, 'GET', '/x', undefined, { 'gyre-hops': '1' })
    t.equal(gone.status, 421)
  })

  t.test('an owner that does not answer is waited for, no longer than wanted', async (t) => {
    const all = await nodes(t, 2, (id) => (_incoming, response) => void response.end(id), {
      timeoutMs: 400,
      keptBytes: 10,
    })
    const [{ ring, port }, other] = all
    const path = pathOf(ring, 'm1')
    t.same(await ask(port, 'POST', path, 'x'), { status: 200, body: 'm1' })
    other.server.closeAllConnections()
    await new Promise((resolve) => other.server.close(resolve))
    t.match(await ask(port, 'GET', path), { status: 503, body: /DEADLINE: no owner has answered/ })
    const streamed = await ask(port, 'POST', path, 'x'.repeat(50))
    t.match(streamed, { status: 503, body: /CALL_LOST: 127.0.0.1:\d+ has not answered/ })
    await other.cluster.leave()
    t.same(await ask(port, 'GET', path), { status: 200, body: 'm0' }, 'and then it is ours')
  })

  t.test('what comes to us after its body was read is handled with it', async (t) => {
    const [{ ring, port }] = await nodes(t, 1, () => async (incoming, response) => {
      let text = ''
      for await (const part of incoming) text += String(part)
      response.end(`got ${text}`)
    })
    const owns = ring.owns.bind(ring)
    let asked = 0
    ring.owns = (key) => asked++ > 0 && owns(key)
    t.same(await ask(port, 'POST', '/x', 'hello'), { status: 200, body: 'got hello' })
    asked = 0
    t.same(await ask(port, 'POST', '/x', ''), { status: 200, body: 'got ' })
    const { run } = ring
    ring.run = () => {
      ring.run = run
      return Promise.reject(new GyreError('NOT_OWNER', 'it has just gone'))
    }
    asked = 1
    t.same(await ask(port, 'GET', '/x'), { status: 200, body: 'got ' })
  })

  t.test('a refusal names the owner, who is asked next', async (t) => {
    const all = await nodes(t, 3, (id) => (_incoming, response) => void response.end(id))
    const path = pathOf(all[0].ring, 'm2')
    const refused = await ask(all[1].port, 'GET', path, undefined, { 'gyre-hops': '1' })
    t.equal(refused.status, 421)
    const { owner } = all[0].ring
    all[1].ring.owner = () => undefined
    let looks = 0
    all[0].ring.owner = () => {
      const real = owner.call(all[0].ring, path)
      return looks++ > 0 ? real : ({ ...real, member: all[0].cluster.member('m1') } as never)
    }
    t.same(
      await ask(all[0].port, 'GET', path),
      { status: 200, body: 'm2' },
      'who knows nobody names nobody',
    )
    all[1].ring.owner = owner.bind(all[1].ring)
    all[0].ring.owner = () =>
      ({ ...owner.call(all[0].ring, path), member: all[0].cluster.member('m1') }) as never
    t.same(await ask(all[0].port, 'GET', path), { status: 200, body: 'm2' })
    const once = await ask(
      all[0].port,
      'POST',
      path,
      (async function* () {
        yield Buffer.from('streamed')
      })(),
    )
    t.match(once, { status: 503, body: /NOT_OWNER/ })
  })

  t.test('an answer that breaks off, or a client that goes, ends the other side', async (t) => {
    let aborted = 0
    const all = await nodes(t, 2, () => (incoming, response) => {
      response.on('close', () => void aborted++)
      if (incoming.url?.endsWith('0')) return new Promise(() => {})
      response.write('half')
      setTimeout(() => response.destroy(), 20)
      return new Promise(() => {})
    })
    const paths = Array.from({ length: 99 }, (_, i) => `/${i}`)
    const broken = paths.find((p) => !p.endsWith('0') && all[0].ring.owner(p)?.member.id === 'm1')
    const hangs = paths.find((p) => p.endsWith('0') && all[0].ring.owner(p)?.member.id === 'm1')
    await t.rejects(ask(all[0].port, 'GET', broken as string))
    const out = request({ port: all[0].port, path: hangs })
    out.on('error', () => {})
    out.end()
    await sleep(100)
    out.destroy()
    await sleep(100)
    t.equal(aborted, 2)
  })

  t.test('options are checked', async (t) => {
    const [{ ring }] = await nodes(t, 1, () => () => {})
    const parts = { keyOf: () => 'x', addressOf: () => '' }
    for (const wrong of [{ timeoutMs: 0 }, { keptBytes: -1 }]) {
      t.throws(() => httpOnRing(ring, { ...parts, ...wrong }, () => {}), { code: 'BAD_OPTION' })
    }
  })
})

t.test('fetchOnRing: whoever is asked, the owner answers', async (t) => {
  const all = await nodes(t, 2, () => () => {})
  const fetchers = all.map(({ ring, cluster }) => {
    return fetchOnRing(ring, { keyOf: ({ url }) => new URL(url).pathname }, async (asked, own) => {
      if (asked.url.endsWith('?fail')) throw new Error('no')
      const body = asked.method === 'POST' ? await asked.text() : ''
      const init = { status: body === '' ? 200 : 201, headers: { 'x-owner': cluster.id } }
      return asked.url.endsWith('?empty')
        ? new Response(null, init)
        : new Response(`${own.slot > -1}${body}`, init)
    })
  })
  const path = pathOf(all[0].ring, 'm1')
  for (const fetcher of fetchers) {
    const got = await fetcher(new Request(`http://x${path}`))
    t.same([got.status, got.headers.get('x-owner'), await got.text()], [200, 'm1', 'true'])
    const post = new Request(`http://x${path}`, { method: 'POST', body: 'hello' })
    const posted = await fetcher(post)
    t.same([posted.status, await posted.text()], [201, 'truehello'])
    t.equal(await (await fetcher(new Request(`http://x${path}?empty`))).text(), '')
    t.equal((await fetcher(new Request(`http://x${path}?fail`))).status, 500)
  }
  const odd = {
    route: 'odd',
    keyOf: () => {
      throw new Error('no key')
    },
  }
  await t.rejects(fetchOnRing(all[0].ring, odd, () => new Response())(new Request('http://x/')), {
    message: 'no key',
  })
  for (const { cluster } of all) await cluster.close()
  t.equal((await fetchers[0](new Request(`http://x${path}`))).status, 503)
  const bad = fetchOnRing(all[0].ring, { keyOf: () => NaN, route: 'bad' }, () => new Response())
  t.equal((await bad(new Request('http://x/'))).status, 503)
})

t.test('fetchOnRing: bytes of a peer that are no request or response are counted', async (t) => {
  const framed = (head: unknown): Uint8Array => {
    const text = Buffer.from(JSON.stringify(head))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    return Buffer.concat([length, text])
  }
  const headers = [['bad name', 'x']]
  await simulate({ nodes: 2, seed: 5 }, async (world) => {
    const clusters = await world.joinAll()
    const [asker, liar] = clusters.map((cluster) => cluster.ring('web', { slots: 64 }))
    await Promise.all([asker.settled(), liar.settled()])
    const keyOf = (): string => pathOf(asker, 'node-1')
    const fetch = fetchOnRing(asker, { keyOf }, () => new Response())
    const lies = [
      Buffer.from('no'),
      framed(null),
      framed({ status: 200, headers }),
      framed({ status: 99, headers: [] }),
      framed({ status: 'fine', headers: [] }),
    ]
    let lie: Uint8Array
    liar.handler('fetch', () => lie)
    for (lie of lies) t.equal((await fetch(new Request('http://x/'))).status, 502)
    t.equal(clusters[0].stats.messagesMalformed, lies.length)
    const requests = [
      Buffer.from('no'),
      framed({ url: 'http://x/', method: 'GET', headers }),
      framed({ url: 'nowhere', method: 'GET', headers: [] }),
      framed({ url: 'http://x/', method: 7, headers: [] }),
    ]
    for (const request of requests) {
      const answer = Buffer.from(await liar.forward('fetch', pathOf(liar, 'node-0'), request))
      t.match(answer.subarray(4).toString(), /"status":400/)
    }
    t.equal(clusters[0].stats.messagesMalformed, lies.length + requests.length)
  })
})

t.test('the example gives the same answers through restarts and a kill', (t) => sessions(t, 1))
