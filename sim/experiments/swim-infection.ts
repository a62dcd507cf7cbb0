import { World } from '../world/world.js'
import * as E from './experiment.js'

// How rumours spread in the SWIM paper (Das, Gupta, Motivala, DSN 2002), in the profile `swim-2002`.

const PAPER = 'SWIM, DSN 2002'
const profile = 'swim-2002'

export const infection: E.Experiment = {
  name: 'swim-2002-infection',
  says: 'whole periods until all know a rumour that rides on pings and acks, λ = 3',
  source: `${PAPER}, §5, figure 4; modelled`,
  expected: '2.31 (N 8) 3.08 (16) 3.76 (32) 4.37 (64) 4.98 (128) 6.56 (1,000) 8.26 (10,000)',
  takes: { rumours: 1_000, largest: 10_000 },
  tiny: { rumours: 200, largest: 64 },
  measure({ rumours, largest }, seed) {
    const table = [
      [8, 2.31, 1_000],
      [16, 3.08, 1_000],
      [32, 3.76, 1_000],
      [64, 4.37, 1_000],
      [128, 4.98, 1_000],
      [1_000, 6.56, 200],
      [10_000, 8.26, 40],
    ] as const
    return table
      .filter(([nodes]) => nodes <= largest)
      .flatMap(([nodes, expected, most]) => {
        // Fewer where each costs more, and differs less from the next.
        const count = Math.min(rumours, most)
        const { periods, missed } = spread(nodes, count, seed)
        return [
          E.within(`periods, N ${nodes}`, expected, periods, 0.05),
          E.atMost(`missed by somebody, N ${nodes}`, 0, missed),
        ]
      })
  },
}

/** Rumours that are under way at one time: a packet has room for all. */
const AT_ONCE = 20

function spread(nodes: number, rumours: number, seed: number) {
  const world = new World({ nodes, seed, profile })
  const heard = new Map<number, number>()
  const last = new Map<number, number>()
  world.observe({
    changed(_observer, subject) {
      heard.set(subject, (heard.get(subject) ?? 0) + 1)
      last.set(subject, world.time)
    },
  })
  const { periodMs } = world.protocol
  const periods: number[] = []
  let missed = 0
  const batch = Math.min(AT_ONCE, Math.max(1, nodes >> 3))
  world.run(periodMs)
  while (periods.length < rumours) {
    heard.clear()
    const start = world.time
    const first = (periods.length * 31) % nodes
    const origins = Array.from({ length: batch }, (_, i) => (first + i * 7) % nodes)
    for (const origin of new Set(origins)) world.setMeta(origin, new Uint8Array(1))
    world.run(periodMs * (12 + 2 * Math.log(nodes)))
    for (const origin of new Set(origins)) {
      // The origin itself counts its own change.
      missed += Number(heard.get(origin) !== nodes)
      periods.push(Math.ceil(((last.get(origin) as number) - start) / 1_000 / periodMs))
    }
  }
  return { periods: E.mean(periods), missed }
}
