import * as core from '../../lib/core/index.js'
import type { Datagram, Observer } from '../world/observer.js'
import { World } from '../world/world.js'
import * as E from './experiment.js'
import { Watched } from './watch.js'

// The claims of the SWIM paper (Das, Gupta, Motivala, DSN 2002), in the profile `swim-2002`.

const PAPER = 'SWIM, DSN 2002'
const profile = 'swim-2002'

export const load: E.Experiment = {
  name: 'swim-2002-load',
  says: 'messages a member and period, whatever the size of the group',
  source: `${PAPER}, §5, figure 2`,
  expected: '2.0 sent and 2.0 received, flat in N',
  takes: { periods: 1_000 },
  tiny: { periods: 60 },
  measure({ periods }, seed) {
    const sizes = [8, 16, 28, 32, 55]
    const runs = sizes.map((nodes) => loadOf(nodes, periods, seed))
    const slope = (runs[4].sent - runs[0].sent) / (sizes[4] - sizes[0])
    return [
      ...runs.flatMap(({ sent, received, spread: wide }, i) => [
        E.near(`sent, N ${sizes[i]}`, 2, sent, 0.05),
        E.near(`received, N ${sizes[i]}`, 2, received, 0.05),
        E.near(`deviation, N ${sizes[i]}`, 1, wide, 0.1),
      ]),
      E.near('slope in N', 0, slope, 0.002),
    ]
  },
}

function loadOf(nodes: number, periods: number, seed: number) {
  const world = new World({ nodes, seed, profile })
  const sums = { sent: 0, received: 0 }
  const samples: number[] = []
  const before = new Int32Array(nodes)
  const { periodMs } = world.protocol
  world.run(periodMs)
  for (let i = 0; i < nodes; i++) before[i] = world.node(i).counters.datagramsSent
  const received = total(world, 'datagramsReceived')
  for (let period = 0; period < periods; period++) {
    world.run(periodMs)
    for (let i = 0; i < nodes; i++) {
      const now = world.node(i).counters.datagramsSent
      samples.push(now - before[i])
      sums.sent += now - before[i]
      before[i] = now
    }
  }
  sums.received = total(world, 'datagramsReceived') - received
  const each = nodes * periods
  // For each N members there is a binomial number of pings a period: nearly Poisson, deviation 1.
  const exact = Math.sqrt(1 - 1 / (nodes - 1))
  return {
    sent: sums.sent / each,
    received: sums.received / each,
    spread: E.deviation(samples) / exact,
  }
}

function total(world: World, counter: keyof core.Counters): number {
  return world.running().reduce((sum, i) => sum + world.node(i).counters[counter], 0)
}

/** Notes whom each node probes, in the order of its periods. */
class Targets implements Observer {
  readonly of: number[][]
  private probing = -1
  private readonly pings = new core.PacketReader()

  constructor(nodes: number) {
    this.of = Array.from({ length: nodes }, () => [])
  }

  ticking(index: number): void {
    this.probing = index
  }

  ticked(): void {
    this.probing = -1
  }

  sent({ source, target, bytes, length }: Datagram): void {
    if (source !== this.probing) return
    this.pings.read(bytes, length)
    if (this.pings.kind === core.PACKET.ping) this.of[source].push(target)
  }
}

export const firstDetection: E.Experiment = {
  name: 'swim-2002-first-detection',
  says: 'rounds until somebody pings a member, counted from any moment, as a crash is any moment',
  source: `${PAPER}, §3.1`,
  expected: '1/(1 − (1 − 1/(N−1))^(N−1)): 1.515 at N 8, 1.582 at 1,000',
  takes: { crashes: 5_000, largest: 1_000 },
  tiny: { crashes: 800, largest: 32 },
  measure({ crashes, largest }, seed) {
    return [8, 16, 32, 64, 128, 1_000]
      .filter((n) => n <= largest)
      .map((nodes) => {
        const expected = 1 / (1 - (1 - 1 / (nodes - 1)) ** (nodes - 1))
        return E.within(
          `rounds, N ${nodes}`,
          expected,
          roundsToFirstPing(nodes, crashes, seed),
          0.03,
        )
      })
  },
}

/** So many rounds apart two moments have nothing to do with each other. */
const APART = 12

function roundsToFirstPing(nodes: number, crashes: number, seed: number): number {
  const rounds = APART * Math.ceil(crashes / nodes + 1)
  const targets = new Targets(nodes)
  const world = new World({ nodes, seed, profile })
  world.observe(targets)
  world.run(world.protocol.periodMs * (rounds + 2))
  const waits: number[] = []
  for (let from = 0; from + APART <= rounds && waits.length < crashes; from += APART) {
    for (let subject = 0; subject < nodes; subject++) {
      let round = from
      while (!targets.of.some((list) => list[round] === subject)) round++
      waits.push(round - from + 1)
    }
  }
  return E.mean(waits)
}

export const latency: E.Experiment = {
  name: 'swim-2002-latency',
  says: 'from a crash to its first ping and first suspicion, with free phases',
  source: `${PAPER}, §3.1; modelled for free phases`,
  expected: 'first ping mean 1.0 T′; first suspect mean 2.0, median 1.69 T′; lan at most 1.5 T′',
  takes: { crashes: 4_000 },
  tiny: { crashes: 100 },
  measure({ crashes }, seed) {
    const swim = crashTimes(profile, crashes, seed)
    const lan = crashTimes('lan', crashes, seed)
    return [
      E.within('first ping, mean in T′', 1, E.mean(swim.pings), 0.03),
      E.within('first suspect, mean in T′', 2, E.mean(swim.suspects), 0.03),
      E.within('first suspect, median in T′', 1.69, E.median(swim.suspects), 0.03),
      E.atMost('lan: first suspect, mean in T′', 1.5, E.mean(lan.suspects)),
    ]
  },
}

function crashTimes(name: core.ProfileName, crashes: number, seed: number) {
  const [pings, suspects]: [number[], number[]] = [[], []]
  const nodes = 100
  for (let crash = 0; crash < crashes; crash++) {
    const watched = new Watched({ nodes, seed: seed + 7_919 * crash, profile: name })
    const { world } = watched
    const { periodMs } = world.protocol
    const atMs = periodMs + Math.round((periodMs * crash) / crashes)
    let pingedMs = NaN
    world.at(atMs, () => {
      world.crash(0)
      const sent = ({ target }: Datagram): void => {
        if (target === 0 && Number.isNaN(pingedMs)) pingedMs = world.time / 1_000
      }
      world.observe({ sent })
    })
    world.runUntil(() => watched.firstSuspect(0, atMs) >= 0, periodMs * 60)
    pings.push((pingedMs - atMs) / periodMs)
    suspects.push((watched.firstSuspect(0, atMs) * 1_000) / periodMs)
  }
  return { pings, suspects }
}

export const falsePositive: E.Experiment = {
  name: 'swim-2002-false-positive',
  says: 'the part of probes of healthy members that fail, by loss and relays',
  source: `${PAPER}, §3.1; formula`,
  expected: '(1 − q²)(1 − q⁴)^k with q = 1 − loss',
  takes: { probes: 1_000_000 },
  tiny: { probes: 4_000 },
  measure({ probes }, seed) {
    return [0.01, 0.05, 0.1].flatMap((loss) =>
      [0, 1, 3].map((relays) => {
        const nodes = 32
        const watched = new Watched({
          nodes,
          seed,
          profile,
          network: { loss },
          // Nobody is ever declared dead, so that all are probed to the end; and hardly anybody denies
          // somebody else's accusation within a time-out, which would call the probe off.
          protocol: { relays, suspicionMult: 100, probeTimeoutMs: 25 },
        })
        watched.world.run((watched.world.protocol.periodMs * probes) / nodes)
        const measured = watched.total('probesFailed') / watched.total('probes')
        const q = 1 - loss
        const expected = (1 - q ** 2) * (1 - q ** 4) ** relays
        const sigma = Math.sqrt((expected * (1 - expected)) / probes)
        return E.near(
          `loss ${100 * loss} %, k ${relays}`,
          expected,
          measured,
          4 * sigma + 1 / probes,
        )
      }),
    )
  },
}

export const lossyJoins: E.Experiment = {
  name: 'swim-2002-lossy-joins',
  says: '17 join one by one under 10 % loss, k = 1: how many stay',
  source: `${PAPER}, §5.3`,
  expected: '12 with suspicion, 4 and 2 without; lan: 17 of 17 for 30 minutes',
  takes: { minutes: 30 },
  tiny: { minutes: 3 },
  measure({ minutes }, seed) {
    const size = (name: core.ProfileName, protocol: Partial<core.ProtocolOptions>): number => {
      const world = new World({
        nodes: 17,
        seed,
        profile: name,
        protocol,
        start: 'empty',
        network: { loss: 0.1 },
      })
      world.boot(0)
      for (let i = 1; i < 17; i++) world.at(2_000 * i, () => world.boot(i, 0))
      world.run(34_000)
      let least = Infinity
      for (let second = 0; second < minutes * 60; second += 10) {
        world.run(10_000)
        least = Math.min(least, E.mean(world.running().map((i) => world.node(i).liveCount)))
      }
      return least
    }
    const without = size(profile, { suspicionMult: 0 })
    const suspecting = size(profile, { suspicionMult: 2 })
    return [
      // Who hears of its own death comes back, unlike in 2002: views do not shrink as far.
      E.told('least view without suspicion', without, '2…4'),
      E.told('least view with suspicion', suspecting, '12'),
      { ...E.atMost('without, against with', suspecting, without), expected: 'fewer' },
      E.near('lan: least view', 17, size('lan', {}), 0),
    ]
  },
}
