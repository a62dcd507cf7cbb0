import { gyre } from '#proto/gyre'
import type {
  Cluster,
  ClusterRing,
  Handler,
  RouteHandler,
  RouteOptions,
} from '../../../lib/index.js'
import {
  decodeForwarded,
  decodeForwardReply,
  encodeForwarded,
  encodeForwardReply,
} from '../../../lib/wire/index.js'
import { simulate, type SimulatedWorld } from '../../../sim/index.js'
import t from 'tap'

// Requests to whichever member, handled by the owner of their key.

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()

const bytes = (what: string): Uint8Array => Buffer.from(what)

/** A request whose key is this number. */
const number = (key: number): Uint8Array => gyre.Forwarded.encode({ number: key }).finish()

type Test = (world: SimulatedWorld, rings: ClusterRing[], clusters: Cluster[]) => Promise<void>

async function routed(
  nodes: number,
  handler: (id: string, world: SimulatedWorld) => RouteHandler,
  options: RouteOptions,
  test: Test,
): Promise<void> {
  await simulate({ nodes, seed: 11 }, async (world) => {
    const clusters = await world.joinAll()
    const rings = clusters.map((one) => one.ring('jobs', { slots: 64, replicas: 2 }))
    rings.forEach((ring, i) => ring.handler('do', handler(clusters[i].id, world), options))
    await Promise.all(rings.map((ring) => ring.settled()))
    await test(world, rings, clusters)
  })
}

const telling = (id: string): RouteHandler => {
  return ({ key, body, from, own }) => {
    return bytes(`${id} ${typeof key} ${text(body)} ${from} ${own?.check()}`)
  }
}

function keyOf(ring: ClusterRing, owner: string): number {
  for (let key = 0; ; key++) if (ring.owner(key)?.member.id === owner) return key
}

t.test('whoever is asked, the owner handles it', async (t) => {
  await routed(3, telling, {}, async (_world, rings) => {
    for (const key of ['user:42', 7, Uint8Array.of(1, 2)]) {
      const owner = rings[0].owner(key)?.member.id
      const kind = typeof key
      for (const [i, ring] of rings.entries()) {
        const answer = text(await ring.forward('do', key, bytes('hi')))
        t.equal(answer, `${owner} ${kind} hi node-${i} true`)
      }
    }
    const long = new Uint8Array(70_000)
    await t.rejects(rings[0].forward('do', long, bytes('')), { code: 'BAD_OPTION' })
    await t.rejects(rings[0].forward('do', 'x', bytes(''), { timeoutMs: 0 }), {
      code: 'BAD_OPTION',
    })
  })
})

t.test('a rolling restart of all members fails no request', async (t) => {
  await simulate({ nodes: 4, seed: 12 }, async (world) => {
    const begin = async (i: number): Promise<[Cluster, ClusterRing]> => {
      const one = await world.join(i)
      const ring = one.ring('jobs', { slots: 64 })
      ring.handler('do', async () => {
        await world.sleep(2)
        return bytes(one.id)
      })
      return [one, ring]
    }
    const members: ([Cluster, ClusterRing] | undefined)[] = []
    for (let i = 0; i < 4; i++) members.push(await begin(i))
    await Promise.all(members.map((member) => member?.[1].settled()))
    let [asked, failed] = [0, 0]
    const run = { over: false }
    const client = async (): Promise<void> => {
      for (let key = 0; !run.over; key++) {
        const open = members.filter((member) => member !== undefined)
        const [, ring] = open[key % open.length]
        asked++
        await ring.forward('do', `key-${key}`, bytes('')).catch(() => failed++)
        await world.sleep(1)
      }
    }
    const clients = [client(), client(), client()]
    for (let i = 0; i < 4; i++) {
      const leaving = members[i]
      members[i] = undefined
      await leaving?.[0].leave()
      world.crash(i)
      await world.sleep(500)
      members[i] = await begin(i)
      await members[i]?.[1].settled()
    }
    run.over = true
    await Promise.all(clients)
    t.ok(asked > 500, `${asked} requests`)
    t.equal(failed, 0)
  })
})

t.test('a death is waited out; what is not idempotent is never asked twice', async (t) => {
  for (const idempotent of [true, false]) {
    const handled: string[] = []
    const slow = (id: string, world: SimulatedWorld): RouteHandler => {
      return async () => {
        handled.push(id)
        await world.sleep(100)
        return bytes(id)
      }
    }
    await routed(4, slow, { idempotent }, async (world, rings) => {
      const key = keyOf(rings[0], 'node-2')
      const answer = rings[0].forward('do', key, bytes(''), { timeoutMs: 20_000 })
      await world.sleep(20)
      world.crash(2)
      if (idempotent) t.not(text(await answer), 'node-2')
      else await t.rejects(answer, { code: 'CALL_LOST' })
      t.equal(handled.length, idempotent ? 2 : 1)
      const later = await rings[0].forward('do', key, bytes(''), { timeoutMs: 20_000 })
      t.not(text(later), 'node-2', 'asked while nobody owned it, it waited')
    })
  }
})

t.test('a suspect owner is hedged with a replica, which owns nothing', async (t) => {
  const hedging = { idempotent: true, hedge: true }
  await routed(4, telling, hedging, async (world, rings, clusters) => {
    const key = keyOf(rings[0], 'node-2')
    const calm = text(await rings[0].forward('do', key, bytes('calm')))
    t.match(calm, /^node-2 number calm node-0 true/)
    world.stall(2, 3_000)
    await world.until(() => clusters[0].member('node-2')?.state === 'suspect', 10_000)
    const before = world.now
    const answer = text(await rings[0].forward('do', key, bytes('x'), { timeoutMs: 9_000 }))
    t.match(answer, /^node-[13] number x node-0 undefined/)
    t.ok(world.now - before < 200)
  })
  await routed(1, telling, hedging, async (_world, [ring]) => {
    t.match(text(await ring.forward('do', 'x', bytes('y'))), /^node-0/)
  })
})

t.test('a handler that throws is told to whoever asked', async (t) => {
  const throwing = (): RouteHandler => () => {
    throw new Error('not today')
  }
  await routed(2, throwing, {}, async (_world, rings, [a]) => {
    const faults: string[] = []
    a.on('fault', (error) => void faults.push(error.message))
    for (const owner of ['node-0', 'node-1']) {
      const asked = rings[1].forward('do', keyOf(rings[1], owner), bytes(''))
      await t.rejects(asked, { code: 'HANDLER_FAILED', message: /not today/ })
    }
    t.same(faults, ['not today'])
  })
  await routed(
    1,
    () => () => {},
    {},
    async (_world, [ring]) => {
      t.equal((await ring.forward('do', 'x', bytes(''))).length, 0)
    },
  )
  const odd = (): RouteHandler => () => Promise.reject('a text')
  await routed(1, odd, {}, async (_world, [ring]) => {
    await t.rejects(ring.forward('do', 'x', bytes('')), { message: 'a text' })
  })
})

t.test('too many at one time are told to come again', async (t) => {
  const slow =
    (_id: string, world: SimulatedWorld): RouteHandler =>
    () =>
      world.sleep(50)
  await routed(2, slow, { inFlightMax: 2 }, async (world, [ring]) => {
    const key = keyOf(ring, 'node-1')
    const before = world.now
    const answers = Array.from({ length: 6 }, () => ring.forward('do', key, bytes('')))
    t.same(
      (await Promise.all(answers)).map((answer) => answer.length),
      [0, 0, 0, 0, 0, 0],
    )
    t.ok(world.now - before >= 150, 'two at a time')
  })
})

t.test(
  'it ends when its time is over, when it is aborted, or where nobody handles it',
  async (t) => {
    const never = (): RouteHandler => () => new Promise(() => {})
    await routed(2, never, {}, async (world, [ring], [a]) => {
      for (const owner of ['node-0', 'node-1']) {
        const key = keyOf(ring, owner)
        const faults: string[] = []
        a.on('fault', (error) => void faults.push(error.message))
        await t.rejects(ring.forward('do', key, bytes(''), { timeoutMs: 80 }), { code: 'DEADLINE' })
        const control = new AbortController()
        const { signal } = control
        const waiting = ring.forward('do', key, bytes(''), { signal })
        await world.sleep(10)
        control.abort()
        await t.rejects(waiting, { code: 'ABORTED' })
        await t.rejects(ring.forward('do', key, bytes(''), { signal }), { code: 'ABORTED' })
        await t.rejects(ring.forward('nothing', key, bytes(''), { timeoutMs: 40 }), {
          code: 'NO_HANDLER',
        })
      }
      t.throws(() => ring.handler('do', () => {}), { code: 'BAD_OPTION', message: /already/ })
      t.throws(() => ring.handler('x', () => {}, { inFlightMax: 0 }), { message: /inFlightMax/ })
      t.throws(() => ring.handler('x', () => {}, { hedge: true }), { message: /idempotent/ })
      const stop = ring.handler('x', () => {})
      stop()
    })
    await simulate({ nodes: 2, seed: 3 }, async (world) => {
      const [a] = await world.joinAll()
      const nobodys = a.ring('jobs', { role: 'worker' })
      nobodys.handler('do', () => {})
      const asked = nobodys.forward('do', 'x', bytes(''), { timeoutMs: 200 })
      await t.rejects(asked, { code: 'DEADLINE', message: /no owner of slot/ })
    })
    await simulate({ nodes: 2, seed: 4 }, async (world) => {
      const worker = await world.join(0, { roles: ['worker'] })
      const web = await world.join(1)
      const [own, other] = [worker, web].map((one) => one.ring('jobs', { role: 'worker' }))
      other.handler('do', () => {}, { idempotent: true, hedge: true })
      await own.settled()
      const early = other.forward('do', 'x', bytes(''), { timeoutMs: 2_000 })
      await world.sleep(200)
      own.handler('do', ({ from }) => bytes(from))
      t.equal(text(await early), 'node-1', 'a route that comes later is waited for')
      await t.rejects(other.forward('no', 'x', bytes(''), { timeoutMs: 300 }), {
        code: 'NO_HANDLER',
      })
    })
  },
)

t.test('what is no request is refused, and names whom to ask instead', async (t) => {
  await routed(2, telling, {}, async (_world, [ring], [a, b]) => {
    const wrong = [
      bytes(''),
      bytes('{'),
      bytes('null'),
      bytes('{"owner":7}'),
      number(0.5),
      number(NaN),
    ]
    for (const body of wrong) {
      t.equal(decodeForwarded(body), undefined)
      const answer = await a.request(b.id, 'route:jobs:do', body)
      t.same(decodeForwardReply(answer), { refused: '' })
    }
    t.equal(b.stats.messagesMalformed, wrong.length, 'and is counted')
    const key = keyOf(ring, 'node-0')
    const body = encodeForwarded({ key, body: bytes('x'), hedged: false })
    const refused = decodeForwardReply(await a.request('node-1', 'route:jobs:do', body))
    t.same(refused, { refused: 'node-0' })
  })
})

t.test('what an owner answers is checked before it is believed', async (t) => {
  const lies = [
    bytes('{'),
    bytes('null'),
    bytes('{"owner":7}'),
    encodeForwardReply({ refused: 'stranger' }),
    encodeForwardReply({ refused: '' }),
  ]
  for (const idempotent of [true, false]) {
    await routed(2, telling, { idempotent }, async (_world, [ring], [a, b]) => {
      const key = keyOf(ring, 'node-1')
      const lie: Uint8Array[] = []
      const { messenger } = b as unknown as { messenger: { handlers: Map<string, Handler> } }
      const honest = messenger.handlers.get('route:jobs:do') as Handler
      messenger.handlers.set('route:jobs:do', (message) => lie.shift() ?? honest(message))
      for (const bad of lies) {
        lie.push(bad)
        const malformed = decodeForwardReply(bad) === undefined
        const answer = ring.forward('do', key, bytes('x'))
        if (malformed && !idempotent) await t.rejects(answer, { code: 'CALL_LOST' })
        else t.match(text(await answer), /^node-1 number x/, 'the next answer is honest')
      }
      t.equal(a.stats.messagesMalformed, 3)
      t.equal(ring.owner(key)?.member.id, 'node-1', 'nothing has changed')
    })
  }
})

t.test('a request that is being forwarded ends when its ring is closed', async (t) => {
  const slow = (_id: string, world: SimulatedWorld): RouteHandler => {
    return () => world.sleep(60_000)
  }
  await routed(2, slow, { idempotent: true }, async (world, [ring], [a]) => {
    const remote = ring.forward('do', keyOf(ring, 'node-1'), bytes(''), { timeoutMs: 50_000 })
    await world.sleep(50)
    void a.close()
    await t.rejects(remote, { code: 'CLOSED' })
    const before = world.now
    await t.rejects(ring.forward('do', 'x', bytes('')), { code: 'CLOSED' })
    t.equal(world.now, before, 'and later ones at once')
  })
})

t.test('no bytes are an answer: here, there and as a replica', async (t) => {
  const silent = (): RouteHandler => () => {}
  await routed(3, silent, { idempotent: true, hedge: true }, async (world, [ring], [a]) => {
    for (const owner of ['node-0', 'node-1']) {
      t.equal((await ring.forward('do', keyOf(ring, owner), bytes('x'))).length, 0)
    }
    const key = keyOf(ring, 'node-2')
    world.stall(2, 3_000)
    await world.until(() => a.member('node-2')?.state === 'suspect', 10_000)
    t.equal((await ring.forward('do', key, bytes('x'), { timeoutMs: 9_000 })).length, 0)
  })
})

t.test('a key that is none is refused, on a ring of one slot too', async (t) => {
  await simulate({ nodes: 1, seed: 2 }, async (world) => {
    const [a] = await world.joinAll()
    const ring = a.ring('one', { slots: 1 })
    ring.handler('do', () => {})
    await ring.settled()
    await t.rejects(ring.forward('do', null as never, bytes('')), { code: 'BAD_KEY' })
  })
})

t.test('where nobody is an owner, a forwarded request is refused with no name', async (t) => {
  await simulate({ nodes: 2, seed: 3 }, async (world) => {
    const [a, b] = await world.joinAll()
    await world.until(() => a.members.length === 2, 5_000)
    b.ring('jobs', { role: 'worker' }).handler('do', () => {})
    const body = encodeForwarded({ key: 'x', body: bytes(''), hedged: false })
    const answer = await a.request(b.id, 'route:jobs:do', body)
    t.same(decodeForwardReply(answer), { refused: '' })
  })
})
