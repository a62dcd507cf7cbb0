import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { joinCluster, type GyreError } from '../../lib/index.js'
import { postgresLeases } from '../../lib/postgres/index.js'
import { startExample, stopExample } from './example-process.js'
import { noPostgres, startPostgres } from './postgres.js'
import { until } from './until.js'

t.test(
  'a table that is no name is refused, and a database that is down is asked again',
  async (t) => {
    const query = (): Promise<never> => Promise.reject(new Error('connection refused'))
    for (const table of ['x; drop table y', '1x', '']) {
      t.throws(() => postgresLeases({ query, table }), { code: 'BAD_OPTION', message: /table/ })
    }
    const request = { ring: 'c/r', holder: 'a/1', giver: '', slots: [1], token: 5n, ttlMs: 100 }
    const asked: string[] = []
    let down = true
    const leases = postgresLeases({
      table: 'ours.leases',
      query: async (text) => {
        asked.push(text.split(' ')[0])
        if (down) throw new Error('connection refused')
        return { rows: [] }
      },
    })
    await t.rejects(leases.acquire(request), { message: 'connection refused' })
    down = false
    t.same(await leases.acquire(request), { slots: [], seen: 0n })
    t.same(asked, ['create', 'create', 'insert', 'select'])
  },
)

t.test('with PostgreSQL', { skip: noPostgres }, async (t) => {
  const server = await startPostgres()
  const pool = new pg.Pool({ connectionString: server.url, max: 4 })
  t.teardown(async () => {
    await pool.end()
    await server.stop()
  })
  const query = (text: string, values: readonly unknown[]) => pool.query(text, [...values])

  t.test('leases are granted, renewed, given, and end by its clock', async (t) => {
    const leases = postgresLeases({ query })
    const ask = (holder: string, token: bigint, giver = '', ttlMs = 60_000) => {
      return leases.acquire({ ring: 'c/r', holder, giver, slots: [7, 3], token, ttlMs })
    }
    const slots = async (asked: ReturnType<typeof ask>): Promise<number[]> => {
      return [...(await asked).slots].sort((a, b) => a - b)
    }
    t.same(await slots(ask('a/1', 5n)), [3, 7])
    t.same(await slots(ask('a/1', 5n)), [3, 7], 'renewed')
    t.same(await ask('b/1', 9n), { slots: [], seen: 5n })
    t.same(await slots(ask('a/1', 6n)), [], 'under another token it is another claim')
    t.same(await slots(ask('b/1', 9n, 'a/1', 50)), [3, 7], 'given')
    await sleep(100)
    t.same(await slots(ask('c/1', 8n)), [], 'a lower token never')
    t.same(await slots(ask('c/1', 2n ** 62n)), [3, 7], 'it had ended')
    const one = { ring: 'c/r', holder: 'd/1', giver: '', slots: [3, 4], token: 1n, ttlMs: 9 }
    t.same(await leases.acquire(one), { slots: [4], seen: 2n ** 62n })
  })

  t.test('while the database is down nobody acts; then all is as before', async (t) => {
    pool.on('error', () => {})
    const cluster = await joinCluster({ id: 'solo', bind: '127.0.0.1:0', profile: 'local' })
    t.teardown(() => cluster.close())
    const faults: string[] = []
    cluster.on('fault', (error) => void faults.push((error as GyreError).code))
    const leases = postgresLeases({ query, table: 'downtime' })
    const ring = cluster.ring('solo', { slots: 4, mode: 'lease', leases, stopAfterMs: 500 })
    const signals: AbortSignal[] = []
    ring.on('acquire', ({ signal }) => void signals.push(signal))
    const acts = async (): Promise<boolean> => {
      try {
        return await ring.runSlot(0, ({ check }) => check())
      } catch (error) {
        t.equal((error as GyreError).code, 'NOT_OWNER')
        return false
      }
    }
    await until(acts)
    await server.down()
    await until(async () => !(await acts()))
    // `check` looks at the clock itself; the signal comes with the next tick.
    await until(() => signals.every(({ aborted }) => aborted))
    await sleep(1_000)
    t.notOk(await acts())
    t.ok(faults.includes('LEASES_DOWN'))
    await server.up()
    await until(acts)
    t.notOk(signals.at(-1)?.aborted)
  })

  t.test('the example does each job once, through a kill and a stop', async (t) => {
    const env = { DATABASE_URL: server.url }
    const args = (id: string): string[] => ['--id', id, '--profile', 'local']
    const first = await startExample('jobs-postgres/worker.js', args('w0'), env)
    const seed = ['--seed', first.ready.endpoint]
    const others = await Promise.all(
      ['w1', 'w2'].map((id) =>
        startExample('jobs-postgres/worker.js', [...args(id), ...seed], env),
      ),
    )
    const all = [first, ...others]
    t.teardown(() => all.forEach(({ child }) => child.kill('SIGKILL')))
    // Effects are counted by the database itself.
    await pool.query(`create table effects (job int)`)
    await pool.query(`create function note() returns trigger language plpgsql as
      $$ begin insert into effects values (new.id); return new; end $$`)
    await pool.query(`create trigger done after update of result on jobs
      for each row execute function note()`)
    await pool.query(
      'insert into jobs (slot, payload) select i % 32, i from generate_series(1, 2000) i',
    )
    const left = async (): Promise<number> => {
      const { rows } = await pool.query(
        'select count(*)::int as left from jobs where result is null',
      )
      return rows[0].left as number
    }
    for (let i = 0; i < 300 && (await left()) > 1_300; i++) await sleep(50)
    await stopExample(others[0], 'SIGKILL')
    others[1].child.kill('SIGSTOP')
    await sleep(3_000)
    others[1].child.kill('SIGCONT')
    for (let i = 0; i < 600 && (await left()) > 0; i++) await sleep(50)
    t.equal(await left(), 0)
    const { rows } = await pool.query(
      'select count(*)::int as effects, count(distinct job)::int as jobs from effects',
    )
    t.same(rows, [{ effects: 2_000, jobs: 2_000 }])
    const wrong = await pool.query('select id from jobs where result <> payload * 2')
    t.equal(wrong.rowCount, 0)
    await stopExample(others[1])
    await stopExample(first)
  })
})
