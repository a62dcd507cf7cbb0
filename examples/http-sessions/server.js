// One process of a web service that counts visits. Start several; ask any of them:
//
//     node examples/http-sessions/server.js --port 8001 --bind 127.0.0.1:7101
//     node examples/http-sessions/server.js --port 8002 --seed 127.0.0.1:7101
//     curl -X POST localhost:8001/visits/ann; curl localhost:8002/visits/ann
//
// Each visitor has one owner, who counts; a replica has a copy. The answer is the same whoever is asked,
// while processes come, leave, or are killed.
import { httpOnRing } from 'gyre/http'
import { join, listen, readOptions, serve } from '../member.js'

const values = readOptions({
  port: { type: 'string', default: '0' },
})

/** Visits by visitor; the higher count is the later one. */
const visits = new Map()
const take = (entries) => {
  for (const [name, count] of entries) visits.set(name, Math.max(count, visits.get(name) ?? 0))
}
const pack = (entries) => Buffer.from(JSON.stringify([...entries]))
const unpack = (bytes) => JSON.parse(Buffer.from(bytes).toString())

const { server, port } = await listen(values.port)

const cluster = await join(values, { meta: Buffer.from(`127.0.0.1:${port}`) })
cluster.handle('copy', ({ body }) => take(unpack(body)))
const ring = cluster.ring('visits', { slots: 256, replicas: 2 })

/** Copies counts to another member; true: it has them. */
const copy = (to, entries) =>
  cluster.send(to, 'copy', pack(entries), { reliable: true, timeoutMs: 1_000 }).then(
    () => true,
    () => false,
  )
const inSlots = (slots) => {
  const wanted = new Set(slots)
  return [...visits].filter(([name]) => wanted.has(ring.slotOf(name)))
}

// Whoever is to get slots has their counts before they are its own.
ring.on('release', ({ slots, to, reason }) => reason === 'moved' && copy(to, inSlots(slots)))
// After a death, or a move, copies are made again where they belong now.
let copying = Promise.resolve()
ring.on('change', () => {
  copying = copying.then(async () => {
    for (const [name, count] of inSlots(ring.owned)) {
      const others = ring.owners(name).filter((member) => !member.isSelf)
      await Promise.all(others.map((member) => copy(member, [[name, count]])))
    }
  })
})

const nameOf = (request) => decodeURIComponent(request.url.split('/')[2] ?? '')
const listener = httpOnRing(
  ring,
  { keyOf: nameOf, addressOf: (member) => Buffer.from(member.meta).toString(), timeoutMs: 20_000 },
  async (request, response) => {
    const name = nameOf(request)
    if (request.method === 'POST') {
      const count = (visits.get(name) ?? 0) + 1
      visits.set(name, count)
      // Answered only once it would survive our death.
      const others = ring.owners(name).filter((member) => !member.isSelf)
      await Promise.all(others.map((member) => copy(member, [[name, count]])))
    }
    response.end(`${visits.get(name) ?? 0}\n`)
  },
)
server.on('request', listener)
await ring.settled()
const stop = async () => {
  // All that we own is handed over while we still answer; then nobody is kept waiting.
  await cluster.leave()
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  process.exit(0)
}
serve(cluster, stop, { port })
