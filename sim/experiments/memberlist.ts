import type * as core from '../../lib/core/index.js'
import { draw } from '../network/draw.js'
import { World } from '../world/world.js'
import * as E from './experiment.js'
import { crashLatency } from './lifeguard.js'
import { Watched } from './watch.js'

// Against HashiCorp's memberlist with its LAN defaults (profile `memberlist-lan`), and against the
// tables of Demers et al., which prove that the generator of the other figures is sound.

const reference = 'memberlist-lan'

/** n, first faulty, all know: medians in seconds. */
const CRASHES = [
  [8, 5.7, 5.8],
  [16, 6.5, 6.7],
  [64, 8.9, 9.2],
  [128, 10.15, 10.55],
  [256, 11.35, 11.8],
  [1_000, 13.7, 14.3],
] as const

export const crash: E.Experiment = {
  name: 'memberlist-crash',
  says: 'a crash under memberlist’s LAN defaults, and under ours',
  source: 'memberlist config.go; modelled',
  expected: 'first faulty / all know: 5.7/5.8 s (n 8) … 13.7/14.3 (1,000); lan at most half',
  takes: { crashes: 300, largest: 1_000 },
  tiny: { crashes: 30, largest: 16 },
  measure({ crashes, largest }, seed) {
    return CRASHES.filter(([nodes]) => nodes <= largest).flatMap(([nodes, first, full]) => {
      // A large cluster costs more, and its latency differs less from crash to crash.
      const count = Math.ceil(crashes * Math.min(1, 128 / nodes))
      const stock = crashLatency(reference, nodes, count, seed)
      const lan = crashLatency('lan', nodes, count, seed)
      return [
        E.within(`n ${nodes}: first faulty, median s`, first, E.median(stock.first), 0.07),
        E.within(`n ${nodes}: all know, median s`, full, E.median(stock.full), 0.07),
        E.atMost(`n ${nodes}: lan, first faulty`, 0.5 * E.median(stock.first), E.median(lan.first)),
      ]
    })
  },
}

export const lossMatrix: E.Experiment = {
  name: 'loss-matrix',
  says: 'false positives an hour and node under loss, nobody crashing',
  source: 'modelled',
  expected:
    'memberlist-lan, n 64: 0, .03, 1.7, 7.1, 12, 48 at 1, 5, 10, 20, 30, 40 %; lan 0 to 10 %',
  takes: { minutes: 10, largest: 128 },
  tiny: { minutes: 1, largest: 16 },
  measure({ minutes, largest }, seed) {
    return [16, 64, 128]
      .filter((nodes) => nodes <= largest)
      .flatMap((nodes) => {
        return [0.01, 0.05, 0.1, 0.2, 0.3, 0.4].flatMap((loss) => {
          const rate = (profile: core.ProfileName): number => {
            const watched = new Watched({ nodes, seed, profile, network: { loss } })
            watched.world.run(minutes * 60_000)
            return watched.falseDeaths / nodes / (minutes / 60)
          }
          const [stock, lan] = [rate(reference), rate('lan')]
          const what = `n ${nodes}, loss ${100 * loss} %`
          const most = loss <= 0.1 ? 0 : 0.25 * stock
          return [E.told(`${what}: memberlist-lan`, stock), E.atMost(`${what}: lan`, most, lan)]
        })
      })
  },
}

/** n, and the part of rumours that somebody misses at 0, 10 and 30 % loss. */
const RESIDUE = [
  [8, 0.051, 0.096, 0.267],
  [64, 0.014, 0.035, 0.184],
  [1_000, 0, 0.002, 0.012],
] as const

export const residue: E.Experiment = {
  name: 'rumour-residue',
  says: 'one rumour, and nothing that would repair it: how often somebody misses it',
  source: 'modelled',
  expected: 'memberlist-lan at 0, 10, 30 %: n 8 5.1, 9.6, 26.7 %; n 64 1.4, 3.5, 18.4 %',
  takes: { rumours: 2_000, largest: 1_000 },
  tiny: { rumours: 200, largest: 8 },
  measure({ rumours, largest }, seed) {
    return RESIDUE.filter(([nodes]) => nodes <= largest).flatMap(([nodes, ...expected]) => {
      const count = Math.ceil(rumours * Math.min(1, 256 / nodes))
      return [0, 0.1, 0.3].flatMap((loss, i) => {
        const what = `n ${nodes}, loss ${100 * loss} %`
        const stock = missed(reference, nodes, loss, count, seed)
        const lan = missed('lan', nodes, loss, count, seed)
        const sigma = Math.sqrt((expected[i] * (1 - expected[i])) / count)
        const off = Math.max(0.2 * expected[i], 3 * sigma, 3 / count)
        return [
          E.near(`${what}: memberlist-lan misses`, expected[i], stock, off),
          E.atMost(`${what}: lan misses`, loss > 0.1 ? 0.001 + 3 / count : 0, lan),
        ]
      })
    })
  },
}

/** The part of rumours that somebody misses, spread by gossip alone: no probes, no sync. */
function missed(
  profile: core.ProfileName,
  nodes: number,
  loss: number,
  rumours: number,
  seed: number,
): number {
  // Probes would carry rumours too, as they do in life; the table is about gossip alone.
  const protocol = { sync: false, periodMs: 60_000, probeTimeoutMs: 500, relayBudgetMs: 500 }
  const world = new World({ nodes, seed, profile, network: { loss }, protocol })
  const heardAs = new Int32Array(nodes)
  let [heard, member, rumour] = [0, 0, 0]
  // The few probes that there are accuse healthy members where much is lost: other rumours.
  world.observe({
    changed(observer, subject) {
      if (subject !== member || heardAs[observer] === rumour) return
      heardAs[observer] = rumour
      heard++
    },
  })
  let missing = 0
  for (rumour = 1; rumour <= rumours; rumour++) {
    heard = 0
    member = rumour % nodes
    world.setMeta(member, new Uint8Array(1))
    const quiet = (): boolean => heard === nodes
    if (!world.runUntil(quiet, world.protocol.gossipIntervalMs * 40)) missing++
    // What is left of it dies out before the next one starts.
    world.run(world.protocol.gossipIntervalMs * 40)
  }
  return missing / rumours
}

const DEMERS = {
  feedback: [0.18, 0.037, 0.011, 0.0036, 0.0012],
  traffic: [1.7, 3.3, 4.5, 5.6, 6.7],
} as const

export const demers: E.Experiment = {
  name: 'demers-tables',
  says: 'push rumours with feedback and a counter of k, n = 1,000: who never hears, and traffic',
  source: 'Demers et al., PODC 1987, table 1',
  expected: 'residue .18 .037 .011 .0036 .0012, traffic 1.7 3.3 4.5 5.6 6.7 for k 1…5',
  takes: { runs: 400, nodes: 1_000 },
  tiny: { runs: 60, nodes: 1_000 },
  measure({ runs, nodes }, seed) {
    return [1, 2, 3, 4, 5].flatMap((k) => {
      const all = Array.from({ length: runs }, (_, run) => rumourMonger(nodes, k, seed + run))
      const part = E.mean(all.map(({ residue: left }) => left))
      const expected = DEMERS.feedback[k - 1]
      const sigma = E.deviation(all.map(({ residue: left }) => left)) / Math.sqrt(runs)
      return [
        E.near(`k ${k}: residue`, expected, part, Math.max(0.1 * expected, 4 * sigma)),
        E.within(
          `k ${k}: traffic`,
          DEMERS.traffic[k - 1],
          E.mean(all.map((one) => one.traffic)),
          0.1,
        ),
      ]
    })
  },
}

const PURPOSE = 0x64656d65

/** In each round every spreader pushes to one site; after k who knew already it loses interest. */
function rumourMonger(nodes: number, k: number, seed: number) {
  const known = new Uint8Array(nodes)
  const wasted = new Int32Array(nodes)
  let active = [0]
  known[0] = 1
  let sent = 0
  for (let round = 1; active.length > 0; round++) {
    // What a site knows is what it knew when the round began: all push at the same time.
    const before = known.slice()
    const push = (site: number): number => Math.floor(draw(seed, PURPOSE, site, round, k) * nodes)
    const targets = active.map(push)
    sent += targets.length
    // Only contacts in vain that follow each other count.
    active.forEach((site, i) => (wasted[site] = before[targets[i]] === 1 ? wasted[site] + 1 : 0))
    const news = [...new Set(targets)].filter((target) => before[target] === 0)
    for (const target of news) known[target] = 1
    active = [...active.filter((site) => wasted[site] < k), ...news]
  }
  const residueLeft = known.reduce((sum, one) => sum - one, nodes) / nodes
  return { residue: residueLeft, traffic: sent / nodes }
}
