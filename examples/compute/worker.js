// A share of a Monte-Carlo job: how much of a square does its circle cover? Start several; kill some:
//
//     node examples/compute/worker.js --bind 127.0.0.1:7401
//     node examples/compute/worker.js --seed 127.0.0.1:7401
//
// The job is cut into chunks, each with random numbers of its own, so that a chunk's result is the same
// whoever works it out. The ring says who works on which; members tell each other what is done. Whatever a
// dead member had not told of, its heirs do again.
import { join, readOptions, serve } from '../member.js'

const values = readOptions({
  chunks: { type: 'string', default: '256' },
  points: { type: 'string', default: '200000' },
})
const [chunks, points] = [Number(values.chunks), Number(values.points)]

/** Points of a chunk that fall into the circle. A xorshift generator, seeded by the chunk. */
function hitsOf(chunk) {
  let state = (chunk + 1) * 2_654_435_761
  const random = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
  let hits = 0
  for (let i = 0; i < points; i++) if (random() ** 2 + random() ** 2 < 1) hits++
  return hits
}

const cluster = await join(values)

/** What is done, by chunk: told by somebody, or worked out here. */
const known = new Map()
let worked = 0
const learn = (chunk, hits) => {
  if (known.has(chunk)) return
  known.set(chunk, hits)
  if (known.size < chunks) return
  const total = [...known.values()].reduce((sum, one) => sum + one, 0)
  console.log(JSON.stringify({ total, pi: (4 * total) / (chunks * points), worked }))
}
const told = (key, value) => {
  if (key.startsWith('chunk:')) learn(Number(key.slice(6)), Number(Buffer.from(value).toString()))
}
cluster.on('state', ({ key, value }) => value && told(key, value))

const ring = cluster.ring('chunks', { slots: 64 })
ring.each(async (own) => {
  for (let chunk = own.slot; chunk < chunks; chunk += ring.slots) {
    // A turn of the event loop for each: news of others must come in, and a slow member is a suspect.
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (own.signal.aborted) return
    if (known.has(chunk)) continue
    const hits = hitsOf(chunk)
    worked++
    cluster.state.set(`chunk:${chunk}`, Buffer.from(String(hits)))
    learn(chunk, hits)
  }
})
serve(cluster, () => cluster.leave())
