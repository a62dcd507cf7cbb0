// A worker on a queue of jobs in PostgreSQL. Start several with one DATABASE_URL; kill some:
//
//     DATABASE_URL=postgres://localhost/test node examples/jobs-postgres/worker.js --bind 127.0.0.1:7201
//     DATABASE_URL=postgres://localhost/test node examples/jobs-postgres/worker.js --seed 127.0.0.1:7201
//     psql test -c "insert into jobs (slot, payload) select i % 32, i from generate_series(1, 1000) i"
//
// The queue is cut into as many parts as the ring has slots; each part has one worker, by a lease in the same
// database, and each job is one transaction that only the highest token can commit. So each job has its
// effect once, whoever is killed, stands still, or is cut off.
import { sqlGuard } from 'gyre/guards'
import { postgresLeases } from 'gyre/postgres'
import pg from 'pg'
import { join, readOptions, serve } from '../member.js'

const values = readOptions()

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 4,
  // Who stands still within a transaction must not hold up its heir.
  idle_in_transaction_session_timeout: 1_000,
})
const guard = sqlGuard()
pool.on('error', (error) => console.error(`database: ${error.message}`))
await pool.query(`create table if not exists jobs (
  id serial primary key,
  slot int not null,
  payload int not null,
  result int,
  done_by text,
  token bigint not null default 0
)`)
await pool.query(guard.schema)

const cluster = await join(values)
// Leases have a connection of their own: they must not wait for jobs.
const lessor = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 })
lessor.on('error', (error) => console.error(`database: ${error.message}`))
const query = (text, given) => lessor.query(text, given)
const ring = cluster.ring('jobs', {
  slots: 32,
  mode: 'lease',
  leases: postgresLeases({ query }),
  stopAfterMs: 1_000,
  drainMs: 2_000,
})

/** Does something in a transaction, and only if nobody has come under a higher token since. */
async function fenced(own, effect) {
  const client = await pool.connect()
  // The database ends it if we stand still meanwhile; what we were about fails then, as it should.
  let broken
  const ended = (error) => (broken = error)
  client.on('error', ended)
  try {
    await client.query('begin')
    await guard.enter((text, given) => client.query(text, given), `jobs/${own.slot}`, own.token)
    const result = await effect(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.off('error', ended)
    client.release(broken)
  }
}

const next = 'select id, payload from jobs where slot = $1 and result is null order by id limit 1'
const finish = 'update jobs set result = $2, done_by = $3, token = $4 where id = $1'

/** One job, its effect once: taken, done and finished in one transaction. True if there was one. */
const doNext = (own) =>
  fenced(own, async (client) => {
    const { rows } = await client.query(next, [own.slot])
    for (const { id, payload } of rows) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      await client.query(finish, [id, payload * 2, cluster.id, own.token])
    }
    return rows.length > 0
  })

let done = 0
ring.each(async (own) => {
  while (!own.signal.aborted) {
    const found = await doNext(own).catch((error) => {
      // Somebody else has the part by now, or the database is away: both end, or we are told to.
      if (error.code !== 'STALE_TOKEN') console.error(`slot ${own.slot}: ${error.message}`)
      return false
    })
    if (found) done++
    else await new Promise((resolve) => setTimeout(resolve, 50))
  }
})
const stop = async () => {
  await cluster.leave()
  await Promise.all([pool.end(), lessor.end()])
  console.log(JSON.stringify({ done }))
}
serve(cluster, stop)
