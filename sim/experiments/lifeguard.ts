import type * as core from '../../lib/core/index.js'
import * as Rules from '../network/rules.js'
import type { World } from '../world/world.js'
import * as E from './experiment.js'
import { Watched } from './watch.js'

// The claims of Lifeguard (Dadgar, Phillips, Currey, arXiv 1707.00788), in `lifeguard-2018`.

const PAPER = 'Lifeguard, arXiv 1707.00788'
const profile = 'lifeguard-2018'

type Protocol = Partial<core.ProtocolOptions>

/** What the paper compares: SWIM as memberlist had it, one part of Lifeguard, all of it. */
const SWIM: Protocol = { healthMax: 0, buddy: false, confirmations: 0, suspicionMaxMult: 1 }
const LHA_SUSPICION: Protocol = { healthMax: 0, buddy: false }
const LIFEGUARD: Protocol = {}

/** Crashes one after the other in each world: few enough that its size hardly changes. */
const CRASHES_A_WORLD = 4

/** Seconds from a crash to the first who holds it faulty, and to the last. */
export function crashLatency(
  name: core.ProfileName,
  nodes: number,
  crashes: number,
  seed: number,
  protocol: Protocol = {},
  death: (world: World, victim: number) => void = (world, victim) => world.crash(victim),
): { first: number[]; full: number[] } {
  const [first, full]: [number[], number[]] = [[], []]
  for (let run = 0; first.length < crashes; run++) {
    const watched = new Watched({ nodes, seed: seed + 104_729 * run, profile: name, protocol })
    const { world } = watched
    const each = Math.min(CRASHES_A_WORLD, Math.max(1, nodes >> 5))
    world.run(2_000)
    for (let victim = 0; victim < each && first.length < crashes; victim++) {
      world.run(137 * ((run + victim) % 16))
      const atMs = world.time / 1_000
      death(world, victim)
      const observers = nodes - victim - 1
      const known = (): boolean => watched.fullyFaulty(victim, atMs, observers) >= 0
      world.runUntil(known, 120_000)
      first.push(watched.firstFaulty(victim, atMs))
      full.push(watched.fullyFaulty(victim, atMs, observers))
    }
  }
  return { first, full }
}

export const latency: E.Experiment = {
  name: 'lifeguard-latency',
  says: 'n = 128, α 5, β 6, K 3: from a crash to the first who declares it, and to the last',
  source: `${PAPER}, table 5 (12.44, 12.90 recalled); modelled`,
  expected: 'median first 12.40 s, full 12.84 s; p99 ≤ 19 s; Lifeguard ≤ 1.02 × SWIM',
  takes: { crashes: 580, nodes: 128 },
  tiny: { crashes: 12, nodes: 32 },
  measure({ crashes, nodes }, seed) {
    const { first, full } = crashLatency(profile, nodes, crashes, seed)
    const swim = crashLatency(profile, nodes, crashes, seed, SWIM)
    const ratio = E.median(full) / E.median(swim.full)
    return [
      E.within('first faulty, median s', 12.4, E.median(first), 0.05),
      E.within('all know, median s', 12.84, E.median(full), 0.05),
      E.atMost('all know, p99 s', 19, E.percentile(full, 0.99)),
      E.told('all know, p99.9 s', E.percentile(full, 0.999)),
      E.atMost('Lifeguard : SWIM, median', 1.02, ratio),
      E.told('crashes', full.length),
    ]
  },
}

export const alpha: E.Experiment = {
  name: 'lifeguard-alpha',
  says: 'the full latency by α, against α 5',
  source: `${PAPER}, table 7`,
  expected: 'α 5: 100 %, 4: 84.3 %, 2: 56.6 %',
  takes: { crashes: 200, nodes: 128 },
  tiny: { crashes: 12, nodes: 32 },
  measure({ crashes, nodes }, seed) {
    const fullOf = (suspicionMult: number): number => {
      return E.median(crashLatency(profile, nodes, crashes, seed, { suspicionMult }).full)
    }
    const five = fullOf(5)
    return [
      E.near('α 4, % of α 5', 84.3, (100 * fullOf(4)) / five, 3),
      E.near('α 2, % of α 5', 56.6, (100 * fullOf(2)) / five, 3),
    ]
  },
}

/** What members that are now and then unable to do anything bring about, for two minutes. */
interface Anomalies {
  falseDeaths: number
  falseDeathsSeenByHealthy: number
  datagrams: number
  bytes: number
}

/** What comes and goes of some members is held back for a while, then free for a while. */
function anomalies(
  nodes: number,
  blocked: number,
  spans: { readonly blockedMs: number; readonly freeMs: number; readonly seconds: number },
  protocol: Protocol,
  seed: number,
): Anomalies {
  const watched = new Watched({ nodes, seed, profile, protocol })
  const { world, anomalous } = watched
  const stride = Math.floor(nodes / blocked)
  for (let i = 0; i < blocked; i++) anomalous.add(i * stride)
  world.run(2_000)
  const end = world.now + spans.seconds * 1_000
  while (world.now < end) {
    const until = world.time + spans.blockedMs * 1_000
    const free = world.network.add(Rules.hold([...anomalous], until))
    world.run(spans.blockedMs)
    free()
    world.run(spans.freeMs)
  }
  const { falseDeaths, falseDeathsSeenByHealthy } = watched
  const datagrams = watched.total('datagramsSent')
  return { falseDeaths, falseDeathsSeenByHealthy, datagrams, bytes: watched.total('bytesSent') }
}

/** Blocked and free, in ms: some of the paper's grid. */
const GRID = [
  [2_048, 4],
  [8_192, 64],
  [16_384, 1_024],
  [32_768, 4],
] as const

function over(
  protocol: Protocol,
  most: number,
  seconds: number,
  nodes: number,
  seed: number,
): Anomalies {
  const sum = { falseDeaths: 0, falseDeathsSeenByHealthy: 0, datagrams: 0, bytes: 0 }
  for (const blocked of [1, 4, 8, 12, 16, 20, 24, 28, 32].filter((count) => count <= most)) {
    for (const [blockedMs, freeMs] of GRID) {
      const spans = { blockedMs, freeMs, seconds }
      const one = anomalies(nodes, blocked, spans, protocol, seed + blocked)
      for (const key of Object.keys(sum) as (keyof Anomalies)[]) sum[key] += one[key]
    }
  }
  return sum
}

export const table4: E.Experiment = {
  name: 'lifeguard-table4',
  says: 'false positives with members that are blocked now and then',
  source: `${PAPER}, table 4`,
  expected: 'of SWIM: Lifeguard 1.53 % (FP− 1.89), LHA-Suspicion 3.00 % (6.71)',
  takes: { blocked: 32, seconds: 120, nodes: 128 },
  tiny: { blocked: 4, seconds: 30, nodes: 32 },
  measure({ blocked, seconds, nodes }, seed) {
    const [swim, lha, lifeguard] = [SWIM, LHA_SUSPICION, LIFEGUARD].map((protocol) => {
      return over(protocol, blocked, seconds, nodes, seed)
    })
    const part = (of: Anomalies): number => (100 * of.falseDeaths) / Math.max(1, swim.falseDeaths)
    const minus = (of: Anomalies): number => {
      return (100 * of.falseDeathsSeenByHealthy) / Math.max(1, swim.falseDeathsSeenByHealthy)
    }
    return [
      E.told('SWIM: false positives', swim.falseDeaths),
      E.atMost('Lifeguard: FP, % of SWIM', 2, part(lifeguard), '1.53'),
      E.atMost('Lifeguard: FP−, % of SWIM', 5, minus(lifeguard), '1.89'),
      E.atMost('LHA-Suspicion: FP, % of SWIM', 5, part(lha), '3.00'),
    ]
  },
}

export const table6: E.Experiment = {
  name: 'lifeguard-table6',
  says: 'what Lifeguard sends in the runs of table 4',
  source: `${PAPER}, table 6`,
  expected: 'messages 110.6 %, bytes 98.0 % of SWIM',
  takes: { blocked: 32, seconds: 120, nodes: 128 },
  tiny: { blocked: 4, seconds: 30, nodes: 32 },
  measure({ blocked, seconds, nodes }, seed) {
    const [swim, lifeguard] = [SWIM, LIFEGUARD].map((protocol) => {
      return over(protocol, blocked, seconds, nodes, seed)
    })
    const messages = (100 * lifeguard.datagrams) / swim.datagrams
    const bytes = (100 * lifeguard.bytes) / swim.bytes
    return [
      E.atMost('messages, % of SWIM', 120, messages, '110.6'),
      E.atMost('bytes, % of SWIM', 115, bytes, '98.0'),
    ]
  },
}

export const stalls: E.Experiment = {
  name: 'lifeguard-stalls',
  says: 'n = 100, members that stall on and off for 5 minutes: false positives',
  source: `${PAPER}, figure 1`,
  expected: 'SWIM grows to some 3,300; Lifeguard none up to 8 stalled',
  takes: { seconds: 300, nodes: 100, most: 32 },
  tiny: { seconds: 40, nodes: 32, most: 4 },
  measure({ seconds, nodes, most }, seed) {
    const spans = { blockedMs: 4_000, freeMs: 4_000, seconds }
    const counts = [1, 2, 4, 8, 16, 32].filter((count) => count <= most)
    const runs = counts.map((count) => ({
      count,
      swim: anomalies(nodes, count, spans, SWIM, seed).falseDeaths,
      lifeguard: anomalies(nodes, count, spans, LIFEGUARD, seed).falseDeaths,
    }))
    return runs.flatMap(({ count, swim, lifeguard }) => [
      E.told(`SWIM, ${count} stalled`, swim),
      E.atMost(`Lifeguard, ${count} stalled`, count <= 8 ? 0 : 0.4 * Math.max(swim, 1), lifeguard),
    ])
  },
}
