// Run by allocation.test.ts in a process of its own, without coverage, which would allocate:
// `node --expose-gc allocation-probe.js` prints the bytes of heap that a look-up takes, in the mean of
// a million.
import { joinCluster } from 'gyre'
import { Ring } from 'gyre/ring'

/** The least of ten rounds: what the compiler takes for itself comes and goes. */
function bytesPerCall(lookUp, keys) {
  // On a busy machine it takes the compiler a while.
  const rounds = Array.from({ length: 10 }, () => {
    globalThis.gc()
    const before = process.memoryUsage().heapUsed
    for (let pass = 0; pass < 100; pass++) for (const key of keys) lookUp(key)
    return (process.memoryUsage().heapUsed - before) / (100 * keys.length)
  })
  return Math.min(...rounds)
}

const numbers = Array.from({ length: 10_000 }, (_, i) => i * 7_919)
const texts = numbers.map((n) => `tenant-17/session-${String(n).padStart(7, '0')}`)
const bytes = texts.map((text) => new TextEncoder().encode(text))

const ring = new Ring({ slots: 4_096 })
ring.update(Array.from({ length: 50 }, (_, i) => ({ id: `member-${i}` })))
const cluster = await joinCluster({ id: 'a', bind: '127.0.0.1:0', profile: 'local' })
const shared = cluster.ring('shared')
await shared.settled()

console.log(
  JSON.stringify({
    texts: bytesPerCall((key) => ring.owner(key), texts),
    bytes: bytesPerCall((key) => ring.owner(key), bytes),
    numbers: bytesPerCall((key) => ring.owner(key), numbers),
    slots: bytesPerCall((key) => ring.slotOf(key), texts),
    cluster: bytesPerCall((key) => shared.owner(key), texts),
  }),
)
await cluster.close()
