// What the programs of these examples share: their options, how they join, and how they end.
import { joinCluster } from 'gyre'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'

/** Options of the command line: those of a member, and the program's own. */
export function readOptions(own = {}) {
  const member = {
    id: { type: 'string' },
    bind: { type: 'string', default: '127.0.0.1:0' },
    seed: { type: 'string', multiple: true, default: [] },
    profile: { type: 'string', default: 'lan' },
  }
  return parseArgs({ options: { ...member, ...own } }).values
}

/** Joins as the command line says. */
export function join({ id, bind, seed, profile }, more = {}) {
  return joinCluster({ id, bind, seeds: seed, profile, ...more })
}

/** A server on loopback, and its port. It answers nobody yet. */
export async function listen(port) {
  const server = createServer()
  await new Promise((resolve) => server.listen(Number(port), '127.0.0.1', resolve))
  return { server, port: server.address().port }
}

/** Tells in one line that we are here; ends the program as it wants when it is asked to. */
export function serve(cluster, stop, more = {}) {
  const { endpoint } = cluster.self
  console.log(JSON.stringify({ ready: true, id: cluster.id, ...more, endpoint }))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
