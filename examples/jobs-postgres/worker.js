// A worker on a queue of jobs in PostgreSQL. Start several with one DATABASE_URL; kill some:
//
//     DATABASE_URL=postgres://localhost/test node examples/jobs-postgres/worker.js --bind 127.0.0.1:7201
//     DATABASE_URL=postgres://localhost/test node examples/jobs-postgres/worker.js --seed 127.0.0.1:7201
//     psql test -c "insert into jobs (slot, payload) select i % 32, i from generate_series(1, 1000) i"
//
// The queue is cut into as many parts as the ring has slots; each part has one worker, by a lease in the same
// database, and a result is only written under the highest token. So each job has its effect once,
// whoever is killed, stands still, or is cut off.
import { joinCluster } from 'gyre'
import { postgresLeases } from 'gyre/postgres'
import { parseArgs } from 'node:util'
import pg from 'pg'

const { values } = parseArgs({
  options: {
    id: { type: 'string' },
    bind: { type: 'string', default: '127.0.0.1:0' },
    seed: { type: 'string', multiple: true, default: [] },
    profile: { type: 'string', default: 'lan' },
  },
})

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 })
pool.on('error', (error) => console.error(`database: ${error.message}`))
await pool.query(`create table if not exists jobs (
  id serial primary key,
  slot int not null,
  payload int not null,
  result int,
  done_by text,
  token bigint not null default 0
)`)

const cluster = await joinCluster({
  id: values.id,
  bind: values.bind,
  seeds: values.seed,
  profile: values.profile,
})
const query = (text, given) => pool.query(text, given)
const ring = cluster.ring('jobs', {
  slots: 32,
  mode: 'lease',
  leases: postgresLeases({ query }),
  stopAfterMs: 1_000,
  drainMs: 2_000,
})

/** The guard: who writes under a lower token than somebody before has lost the part, and writes nothing. */
const finish = `update jobs set result = $2, done_by = $3, token = $4
  where id = $1 and result is null and token <= $4`

let done = 0
ring.each(async (own) => {
  // From here on nobody can write to this part under a lower token.
  await pool.query('update jobs set token = $2 where slot = $1 and token < $2', [
    own.slot,
    own.token,
  ])
  while (!own.signal.aborted) {
    const { rows } = await pool.query(
      'select id, payload from jobs where slot = $1 and result is null order by id limit 1',
      [own.slot],
    )
    for (const { id, payload } of rows) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      const { rowCount } = await pool.query(finish, [id, payload * 2, cluster.id, own.token])
      done += rowCount
    }
    if (rows.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  }
})
console.log(JSON.stringify({ ready: true, id: cluster.id, endpoint: cluster.self.endpoint }))

const stop = async () => {
  await cluster.leave()
  await pool.end()
  console.log(JSON.stringify({ done }))
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
