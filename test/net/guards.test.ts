import { createClient } from '@redis/client'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import t, { type Test } from 'tap'
import { objectGuard, redisGuard, sqlGuard, tokenKeyOf } from '../../lib/guards/index.js'
import { noPostgres, startPostgres } from './postgres.js'
import { noRedis, startRedis } from './redis.js'
import { until } from './until.js'

t.test('what is no token, table or number is refused', async (t) => {
  const nobody = (): Promise<never> => Promise.reject(new Error('not to be asked'))
  const wrong = ['', '-1', '1.5', 'abc', '9223372036854775808', '12345678901234567890', 5 as never]
  for (const token of wrong) {
    const refused = { code: 'BAD_OPTION', message: /^token: / }
    await t.rejects(sqlGuard().enter(nobody, 'x', token), refused)
    await t.rejects(redisGuard(nobody).run('x', token, 'SET', '1'), refused)
    await t.rejects(objectGuard({ fetch: nobody }).put('http://x', '', token), refused)
  }
  for (const table of ['', '1x', 'a b', 'a.b.c']) {
    t.throws(() => sqlGuard({ table }), { code: 'BAD_OPTION', message: /^table: / })
  }
  for (const tries of [0, 101, 1.5, Number.NaN]) {
    t.throws(() => objectGuard({ tries }), { code: 'BAD_OPTION', message: /^tries: / })
  }
})

t.test('SQL', { skip: noPostgres }, async (t) => {
  const server = await startPostgres()
  const pool = new pg.Pool({ connectionString: server.url, max: 4 })
  t.teardown(async () => {
    await pool.end()
    await server.stop()
  })
  const guard = sqlGuard({ table: 'public.guards' })
  await pool.query(guard.schema)
  await pool.query(guard.schema)
  await pool.query('create table effects (token bigint, writer text)')

  /** In one transaction: enters, waits to be let go on, writes. */
  const write = async (writer: string, token: string, pause?: Promise<unknown>): Promise<void> => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const query = (sql: string, values: readonly unknown[]) => client.query(sql, [...values])
      await guard.enter(query, 'part/7', token)
      await pause
      await client.query('insert into effects values ($1, $2)', [token, writer])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
  const stale = { code: 'STALE_TOKEN', message: /part\/7 has seen a higher token/ }

  t.test('who comes under a lower token writes nothing', async (t) => {
    await write('a', '5')
    await write('a', '5')
    await write('b', '9')
    await t.rejects(write('a', '5'), stale)
    await write('c', '9223372036854775807')
    await t.rejects(write('b', '9223372036854775806'), stale)
    const { rows } = await pool.query('select writer from effects')
    t.same(rows.map(({ writer }) => writer as string).join(''), 'aabc')
    await pool.query('delete from effects; delete from public.guards')
  })

  t.test('nor does it slip in between, whoever is first', async (t) => {
    let goOn = (): void => {}
    const pause = new Promise<void>((resolve) => void (goOn = resolve))
    const old = write('old', '5', pause)
    const heir = write('heir', '9')
    const waits = await Promise.race([heir.then(() => 'done'), pauseMs(200)])
    t.equal(waits, 'waits', 'the transaction under way ends first')
    goOn()
    await Promise.all([old, heir])
    await t.rejects(write('old', '5'), stale)
    const many = Array.from({ length: 40 }, (_, i) => String(10 + ((i * 17) % 40)))
    await Promise.allSettled(many.map((token) => write('many', token)))
    const { rows } = await pool.query('select token::int from effects')
    const tokens = rows.map(({ token }) => token as number)
    t.same(
      tokens,
      tokens.toSorted((a, b) => a - b),
      'effects come in the order of tokens',
    )
    t.equal(tokens.at(-1), 49)
  })
})

function pauseMs(ms: number): Promise<string> {
  return new Promise((resolve) => void setTimeout(() => resolve('waits'), ms))
}

t.test('Redis', { skip: noRedis }, async (t) => {
  const server = await startRedis()
  const client = await createClient({ socket: { path: server.path, tls: false } }).connect()
  t.teardown(async () => {
    await client.close()
    await server.stop()
  })
  const guard = redisGuard((script, keys, args) => client.eval(script, { keys, arguments: args }))

  t.test('who comes under a lower token writes nothing', async (t) => {
    t.equal(await guard.run('part', '99', 'SET', 'a'), 'OK')
    t.equal(await guard.run('part', '100', 'APPEND', 'b'), 2, 'compared as numbers')
    const stale = {
      code: 'STALE_TOKEN',
      message: 'part has seen token 100: 99 writes nothing any more',
    }
    await t.rejects(guard.run('part', '99', 'SET', 'late'), stale)
    t.equal(await guard.run('part', '100', 'DEL'), 1)
    await t.rejects(guard.run('part', '0', 'SET', 'late'), { code: 'STALE_TOKEN' })
    t.equal(await guard.run('part', '9223372036854775807', 'SET', 'c', 'EX', '100'), 'OK')
    t.equal(await client.get('part'), 'c')
    t.ok((await client.ttl('part')) > 90)
    t.equal(await client.get(tokenKeyOf('part')), '9223372036854775807')
  })

  t.test('what a command fails with is told', async (t) => {
    await t.rejects(guard.run('part', '9223372036854775807', 'LPUSH', 'x'), {
      message: /WRONGTYPE/,
    })
    await t.rejects(guard.run('part', '9223372036854775807', 'NONSENSE'), { message: /Unknown/i })
  })

  t.test('many at once: the highest token is the last', async (t) => {
    const tokens = Array.from({ length: 200 }, (_, i) => String(1 + ((i * 77) % 200)))
    await Promise.allSettled(tokens.map((token) => guard.run('list', token, 'RPUSH', token)))
    const list = (await client.lRange('list', 0, -1)).map(Number)
    t.same(
      list,
      list.toSorted((a, b) => a - b),
    )
    t.equal(list.at(-1), 200)
  })

  t.test('a token lies in the slot of its key', async (t) => {
    t.equal(tokenKeyOf('jobs:7'), '{jobs:7}:token')
    t.equal(tokenKeyOf('{jobs}:7'), '{jobs}:7:token')
    t.equal(tokenKeyOf('jobs:{}'), '{jobs:{}}:token')
  })
})

/** An object with a version of its own for each write, as Azure and GCS have them. */
interface StoredObject {
  readonly body: string
  readonly version: number
  readonly token: string | undefined
}

/** A store over HTTP that checks conditions on PUT. */
async function startStore(t: Test, before: (request: IncomingMessage) => number | undefined) {
  const objects = new Map<string, StoredObject>()
  const answer = (response: ServerResponse, status: number, held?: StoredObject): void => {
    if (held !== undefined) response.setHeader('etag', `"v${held.version}"`)
    if (held?.token !== undefined) response.setHeader('x-amz-meta-gyre-token', held.token)
    response.writeHead(status).end()
  }
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const forced = before(request)
    const url = request.url as string
    const held = objects.get(url)
    if (forced !== undefined) return answer(response, forced)
    if (request.method === 'HEAD') return answer(response, held ? 200 : 404, held)
    const { 'if-match': match, 'if-none-match': none } = request.headers
    const passes = held ? match === `"v${held.version}"` && none === undefined : none === '*'
    if (!passes) return answer(response, 412)
    const token = request.headers['x-amz-meta-gyre-token'] as string | undefined
    const stored = { body, version: (held?.version ?? 0) + 1, token }
    objects.set(url, stored)
    answer(response, 200, stored)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, objects }
}

t.test('objects over HTTP', async (t) => {
  t.test('who comes under a lower token writes nothing', async (t) => {
    const { url, objects } = await startStore(t, () => undefined)
    const guard = objectGuard()
    t.equal(
      (await guard.put(`${url}/a`, 'one', '99', { 'content-type': 'text/plain' })).status,
      200,
    )
    t.equal((await guard.put(`${url}/a`, Buffer.from('two'), '100')).status, 200)
    const stale = { code: 'STALE_TOKEN', message: /\/a has seen token 100: 99 writes nothing/ }
    await t.rejects(guard.put(`${url}/a`, 'late', '99'), stale)
    t.match(objects.get('/a'), { body: 'two', version: 2, token: '100' })
  })

  t.test('nor does it slip in between', async (t) => {
    let hold: (() => void) | undefined
    const sent: string[] = []
    const { url, objects } = await startStore(t, ({ method }) => void sent.push(method as string))
    // The old owner has looked, and stands still; then it writes.
    const slow = async (to: string, init: RequestInit): Promise<Response> => {
      if (init.method === 'PUT') await new Promise<void>((resolve) => void (hold = resolve))
      return fetch(to, init)
    }
    await objectGuard().put(`${url}/a`, 'first', '5')
    const late = objectGuard({ fetch: slow }).put(`${url}/a`, 'late', '5')
    const refused = t.rejects(late, { code: 'STALE_TOKEN' })
    await until(() => hold !== undefined)
    await objectGuard().put(`${url}/a`, 'heir', '9')
    hold?.()
    await refused
    t.equal(objects.get('/a')?.body, 'heir')
    t.same(sent.slice(-2), ['PUT', 'HEAD'], 'it looked again')
  })

  t.test('many at once: the highest token is the last', async (t) => {
    const { url, objects } = await startStore(t, () => undefined)
    const guard = objectGuard({ tries: 100 })
    const tokens = Array.from({ length: 20 }, (_, i) => String(1 + ((i * 7) % 20)))
    await Promise.allSettled(tokens.map((token) => guard.put(`${url}/b`, token, token)))
    t.match(objects.get('/b'), { body: '20', token: '20' })
  })

  t.test('a store that says no is told as it is; one that is unfit, too', async (t) => {
    const answers: (number | undefined)[] = [403]
    const { url, objects } = await startStore(t, () => answers.shift())
    const guard = objectGuard({ tries: 2 })
    t.equal((await guard.put(`${url}/c`, 'x', '1')).status, 403)
    answers.push(undefined, 500)
    t.equal((await guard.put(`${url}/c`, 'x', '1')).status, 500)
    answers.push(undefined, 409, undefined, 412)
    await t.rejects(guard.put(`${url}/c`, 'x', '1'), { code: 'BUSY', message: /each of 2 tries/ })
    answers.push(200)
    await t.rejects(guard.put(`${url}/c`, 'x', '1'), {
      code: 'BAD_OPTION',
      message: /strong ETags/,
    })
    objects.set('/c', { body: '', version: 1, token: 'mine' })
    await t.rejects(guard.put(`${url}/c`, 'x', '1'), { code: 'BAD_OPTION', message: /"mine"/ })
  })
})
