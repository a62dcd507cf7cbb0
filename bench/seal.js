// What sealing costs: a datagram sealed by one member and opened by another, in microseconds of CPU,
// beside the engine's own work on one.
import { keyOf, Keyring, newKey } from '../dist/lib/seal/index.js'
import { Datagrams } from '../dist/lib/seal/datagrams.js'
import { cpuSeconds, median, table } from './report.js'

const SIZES = [64, 256, 1_356]

/** @param {{ count?: number, rounds?: number }} sizes */
export function benchSeal({ count = 20_000, rounds = 7 } = {}) {
  const keyring = new Keyring([keyOf(newKey())])
  const random = () => Math.floor(Math.random() * 2 ** 32) | 0
  const [from, to] = [1, 2].map(() => new Datagrams(keyring, 'bench', random, () => 1))
  return SIZES.map((bytes) => {
    const text = new Uint8Array(bytes)
    const [sealing, opening] = [[], []]
    for (let round = 0; round < rounds; round++) {
      const before = cpuSeconds()
      const sealed = Array.from({ length: count }, () => from.seal(text))
      const between = cpuSeconds()
      for (const one of sealed) if (typeof to.open(one) === 'string') throw new Error('not opened')
      sealing.push((between - before) / count)
      opening.push((cpuSeconds() - between) / count)
    }
    return { bytes, sealUs: median(sealing) * 1e6, openUs: median(opening) * 1e6 }
  })
}

export function describeSeal(figures) {
  const rows = figures.map(({ bytes, sealUs, openUs }) => {
    return [`${bytes} bytes`, sealUs.toFixed(1), openUs.toFixed(1)]
  })
  return table('sealing a datagram, µs of CPU', [['', 'sealed', 'opened'], ...rows])
}
