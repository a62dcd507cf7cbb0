// A small file service: each file is kept by two members, and found through any.
//
//     node examples/files/server.js --dir /tmp/a --port 8001 --bind 127.0.0.1:7501
//     node examples/files/server.js --dir /tmp/b --port 8002 --seed 127.0.0.1:7501
//     curl -T README.md localhost:8001/README.md; curl localhost:8002/README.md
//
// The owner of a name writes, one version after another; its replica has a copy. When a member dies, or comes,
// copies are made and taken away until each file is again where it belongs, and nowhere else.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { httpOnRing } from 'gyre/http'
import { join, listen, readOptions, serve } from '../member.js'

const values = readOptions({
  dir: { type: 'string', default: 'files' },
  port: { type: 'string', default: '0' },
})
mkdirSync(values.dir, { recursive: true })

/** Two names never meet in one file: what they hash to is theirs alone. */
const pathOf = (name) => path.join(values.dir, createHash('sha256').update(name).digest('hex'))

// A file on disk, and on its way: a line of JSON with name and version, then its bytes.
const pack = (name, version, bytes) =>
  Buffer.concat([Buffer.from(`${JSON.stringify({ name, version })}\n`), bytes])
const unpack = (whole) => {
  const end = whole.indexOf(10)
  return { ...JSON.parse(whole.subarray(0, end).toString()), bytes: whole.subarray(end + 1) }
}
const read = (name) => {
  try {
    return unpack(readFileSync(pathOf(name)))
  } catch {
    return undefined
  }
}
/** Keeps a version, unless a later one is there. Whole files only: it is renamed into place. */
const keep = (whole) => {
  const { name, version } = unpack(whole)
  if ((read(name)?.version ?? 0) >= version) return
  writeFileSync(`${pathOf(name)}.part`, whole)
  renameSync(`${pathOf(name)}.part`, pathOf(name))
}

const { server, port } = await listen(values.port)
const cluster = await join(values, { meta: Buffer.from(`127.0.0.1:${port}`) })
cluster.handle('keep', ({ body }) => keep(Buffer.from(body)))
const ring = cluster.ring('files', { slots: 128, replicas: 2 })

const copy = async (to, whole) => {
  await cluster.send(to, 'keep', whole, { reliable: true, timeoutMs: 5_000 })
}
const others = (name) => ring.owners(name).filter((member) => !member.isSelf)
const all = () =>
  readdirSync(values.dir)
    .filter((file) => !file.endsWith('.part'))
    .map((file) => unpack(readFileSync(path.join(values.dir, file))))

// Whoever is to own a part has its files first.
ring.on('release', async ({ slots, to, reason }) => {
  if (reason !== 'moved') return
  for (const { name, version, bytes } of all()) {
    if (slots.includes(ring.slotOf(name))) await copy(to, pack(name, version, bytes))
  }
})

/** Each file to those who should have it; then away, if that is not us. */
async function repair() {
  for (const { name, version, bytes } of all()) {
    const whole = pack(name, version, bytes)
    const wanted = ring.owners(name)
    const copied = await Promise.allSettled(others(name).map((member) => copy(member, whole)))
    const safe = copied.every(({ status }) => status === 'fulfilled') && copied.length > 0
    if (safe && !wanted.some((member) => member.isSelf)) rmSync(pathOf(name))
  }
}
let repairing = Promise.resolve()
const repairSoon = () => {
  repairing = repairing.then(() => ring.settled()).then(repair, () => {})
}
ring.on('change', repairSoon)
setInterval(repairSoon, 5_000).unref()

const nameOf = (request) => decodeURIComponent(request.url.slice(1))
const listener = httpOnRing(
  ring,
  { keyOf: nameOf, addressOf: (member) => Buffer.from(member.meta).toString() },
  async (request, response) => {
    const name = nameOf(request)
    if (request.method === 'PUT') {
      const parts = []
      for await (const part of request) parts.push(part)
      const version = Math.max(Date.now(), 1 + (read(name)?.version ?? 0))
      const whole = pack(name, version, Buffer.concat(parts))
      keep(whole)
      await Promise.all(others(name).map((member) => copy(member, whole)))
      response.writeHead(201).end()
    } else {
      const file = read(name)
      if (file === undefined) response.writeHead(404)
      response.end(file?.bytes)
    }
  },
)
server.on('request', listener)
await ring.settled()
const stop = async () => {
  await cluster.leave()
  server.close()
  server.closeAllConnections()
  process.exit(0)
}
serve(cluster, stop, { port })
