// What a users' datagram costs its receiver, with and without a ring: rings follow the members, and should
// not look at them when nothing but a message has come. In virtual time, so that only code is measured.
import { simulate } from 'gyre/sim'
import { cpuSeconds, median, table } from './report.js'

/** CPU microseconds a datagram, from one member to another of `nodes`. */
async function perDatagram(nodes, slots, count, rounds) {
  const body = Buffer.alloc(64)
  return simulate({ nodes, limitMs: 1e9 }, async (world) => {
    const clusters = await world.joinAll()
    await world.until(() => clusters.every(({ members }) => members.length === nodes), 120_000)
    const rings = slots > 0 ? clusters.map((one) => one.ring('bench', { slots })) : []
    await Promise.all(rings.map((ring) => ring.settled({ timeoutMs: 120_000 })))
    const [from, to] = clusters
    let received = 0
    to.handle('bench', () => void received++)
    const times = []
    for (let round = 0; round <= rounds; round++) {
      const before = cpuSeconds()
      for (let i = 0; i < count; i++) await from.send(to.id, 'bench', body)
      const wanted = (round + 1) * count
      await world.until(() => received >= wanted, 60_000)
      // The first round only warms up.
      if (round > 0) times.push(((cpuSeconds() - before) * 1e6) / count)
    }
    return median(times)
  })
}

/** @param {{ sizes?: number[], slots?: number, count?: number, rounds?: number }} sizes */
export async function benchRingRefresh({
  sizes = [16, 100],
  slots = 1_024,
  count = 2_000,
  rounds = 5,
} = {}) {
  const rows = []
  for (const nodes of sizes) {
    const without = await perDatagram(nodes, 0, count, rounds)
    const withRing = await perDatagram(nodes, slots, count, rounds)
    rows.push({ nodes, slots, without, withRing, times: withRing / without })
  }
  return { rows }
}

export function describeRingRefresh({ rows }) {
  return table('a datagram, CPU µs, sender and receiver together', [
    ['', 'no ring', 'with a ring', 'times'],
    ...rows.map(({ nodes, slots, without, withRing, times }) => [
      `${nodes} members, ${slots} slots`,
      without.toFixed(0),
      withRing.toFixed(0),
      times.toFixed(2),
    ]),
  ])
}
