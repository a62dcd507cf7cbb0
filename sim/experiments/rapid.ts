import * as core from '../../lib/core/index.js'
import * as Rules from '../network/rules.js'
import { World } from '../world/world.js'
import * as E from './experiment.js'
import { Watched } from './watch.js'

// The scenes of Rapid (Suresh et al., USENIX ATC 2018), in `lan`.

const PAPER = 'Rapid, ATC 2018'

export const bootstrap: E.Experiment = {
  name: 'rapid-bootstrap',
  says: 'one seed, all others join at 10 s: until all see all',
  source: `${PAPER}, §7.1`,
  expected: 'N 2,000: memberlist 95 s and 1,858 sizes of view, Rapid 52 s and 4; gyre ≤ 10 s',
  takes: { largest: 2_000 },
  tiny: { largest: 50 },
  measure({ largest }, seed) {
    return [50, 1_000, 2_000]
      .filter((nodes) => nodes <= largest)
      .flatMap((nodes) => {
        const world = new World({ nodes, seed, start: 'empty' })
        const sizes = new Set<number>()
        world.observe({ changed: (observer) => void sizes.add(world.node(observer).liveCount) })
        world.boot(0)
        world.at(10_000, () => {
          for (let i = 1; i < nodes; i++) world.boot(i, 0)
        })
        world.run(10_000)
        const all = (): boolean => {
          return Array.from({ length: nodes }, (_, i) => i).every((i) => {
            return world.up(i) && world.node(i).liveCount === nodes
          })
        }
        for (let at = 0; at < 600 && !all(); at++) world.run(100)
        const seconds = E.onlyIf(all(), world.now / 1_000 - 10)
        return [
          E.atMost(`N ${nodes}: all see all, s`, 10, seconds),
          E.told(`N ${nodes}: sizes of view seen`, sizes.size),
        ]
      })
  },
}

export const crash: E.Experiment = {
  name: 'rapid-crash',
  says: '10 of 1,000 crash at once: until all see 990',
  source: `${PAPER}, §7.2`,
  expected: 'all see 990 in ≤ 15 s',
  takes: { nodes: 1_000, crashes: 10 },
  tiny: { nodes: 50, crashes: 5 },
  measure({ nodes, crashes }, seed) {
    const { world, falseDeaths, seconds } = crashAtOnce(nodes, crashes, seed)
    return [
      E.atMost(`all see ${nodes - crashes}, s`, 15, seconds),
      E.atMost('healthy members declared dead', 0, falseDeaths),
      E.told('views equal', Number(world.viewsEqual())),
    ]
  },
}

function crashAtOnce(nodes: number, crashes: number, seed: number) {
  const watched = new Watched({ nodes, seed })
  const { world } = watched
  world.run(5_000)
  for (let i = 0; i < crashes; i++) world.crash(i)
  const left = nodes - crashes
  const all = (): boolean => world.running().every((i) => world.node(i).liveCount === left)
  for (let at = 0; at < 600 && !all(); at++) world.run(100)
  const seconds = E.onlyIf(all(), world.now / 1_000 - 5)
  return { world, seconds, falseDeaths: watched.falseDeaths }
}

export const bandwidth: E.Experiment = {
  name: 'rapid-bandwidth',
  says: 'KB a second and member: quiet, and with 10 of 1,000 crashing, at T′ 1 s',
  source: `${PAPER}, table 2`,
  expected: 'memberlist mean .54/.64, p99 5.6/6.4, max 7.4/8.0; gyre quiet ≤ .2, max ≤ 8',
  takes: { nodes: 1_000, seconds: 60 },
  tiny: { nodes: 50, seconds: 10 },
  measure({ nodes, seconds }, seed) {
    const world = new World({ nodes, seed, protocol: { periodMs: 1_000 } })
    const quiet = rates(world, seconds)
    for (let i = 0; i < Math.max(1, nodes / 100); i++) world.crash(i)
    const busy = rates(world, seconds)
    // An event an hour and node: so much of an hour is spent as after these crashes.
    const events = Math.max(1, nodes / 100)
    const extra = (E.mean(busy) - E.mean(quiet)) * seconds
    const hourly = E.mean(quiet) + (extra / events) * (nodes / 3_600)
    return [
      E.atMost('quiet, mean KB/s sent', 0.2, E.mean(quiet)),
      E.atMost('an event per node-hour, mean KB/s', 0.3, hourly),
      E.told('crashes, p99 KB/s', E.percentile(busy, 0.99)),
      E.atMost('crashes, max KB/s', 8, Math.max(...busy)),
    ]
  },
}

/** KB that each member sent in each second. */
function rates(world: World, seconds: number): number[] {
  const samples: number[] = []
  const before = new Float64Array(world.nodes)
  for (const i of world.running()) before[i] = world.node(i).counters.bytesSent
  for (let second = 0; second < seconds; second++) {
    world.run(1_000)
    for (const i of world.running()) {
      const now = world.node(i).counters.bytesSent
      samples.push((now - before[i]) / 1_000)
      before[i] = now
    }
  }
  return samples
}

export const flipFlop: E.Experiment = {
  name: 'rapid-flip-flop',
  says: '10 of 1,000 lose all that comes in for 20 s in 40: does the view swing',
  source: `${PAPER}, §7.2`,
  expected: 'memberlist swings between 991 and 1,000 throughout; no healthy member removed',
  // Views may swing before they are damped.
  takes: { nodes: 1_000, faulty: 10, minutes: 15, settling: 5 },
  tiny: { nodes: 40, faulty: 2, minutes: 2, settling: 0 },
  measure({ nodes, faulty, minutes, settling }, seed) {
    const watched = new Watched({ nodes, seed })
    const { world, anomalous } = watched
    for (let i = 0; i < faulty; i++) anomalous.add(i * 7)
    let swings = 0
    const observer = nodes - 1
    world.observe({
      changed(by, subject, from, to) {
        const counts = by === observer && from !== to && anomalous.has(subject)
        const settled = world.now >= settling * 60_000
        const moved = to === core.FAULTY || from === core.FAULTY
        if (counts && settled && moved) swings++
      },
    })
    world.run(5_000)
    for (let at = 0; at < minutes * 60; at += 40) {
      const heal = world.network.add(Rules.cut({ to: [...anomalous] }))
      world.run(20_000)
      heal()
      world.run(20_000)
    }
    const each = swings / faulty / ((minutes - settling) / 5)
    return [
      E.atMost('healthy members removed', 0, watched.falseDeathsSeenByHealthy),
      E.atMost('then changes of view a faulty member and 5 minutes', 1, each),
    ]
  },
}
