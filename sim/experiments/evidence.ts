import * as E from './experiment.js'
import { Watched } from './watch.js'

// Evidence that a process is gone while its host lives: how soon it is known, and that nothing else
// that ends streams turns into a death.

const PERIOD_MS = 12_000
const LOSS = [0, 0.1, 0.3]

/** Seconds until all know, of processes killed one after the other, each started again. */
function killed(nodes: number, kills: number, loss: number, seed: number): number[] {
  const watched = new Watched({ nodes, seed, network: { loss } })
  const { world } = watched
  const times: number[] = []
  world.run(3_000)
  for (let turn = 0; turn < kills; turn++) {
    const subject = (turn * 5) % nodes
    const at = world.now
    world.kill(subject)
    world.run(PERIOD_MS)
    times.push(watched.fullyFaulty(subject, at, nodes - 1))
    watched.forget(subject)
    world.boot(subject, (subject + 1) % nodes)
    world.run(3_000)
  }
  return times
}

/** False deaths while firewalls end the streams to each member in turn, and refuse new ones. */
function firewalled(
  nodes: number,
  minutes: number,
  loss: number,
  seed: number,
  pauseMs = 0,
): number {
  const watched = new Watched({ nodes, seed, network: { loss } })
  const { world } = watched
  for (let turn = 0; turn < minutes * 12; turn++) {
    world.refuse(turn % nodes)
    if (pauseMs > 0) world.stall(turn % nodes, pauseMs)
    world.run(4_500)
    world.admit(turn % nodes)
    world.run(500)
  }
  return watched.falseDeaths
}

/** Deaths of the new life of processes that are killed, and are back before that is known. */
function restarted(nodes: number, turns: number, seed: number): number {
  const watched = new Watched({ nodes, seed })
  const { world } = watched
  let deaths = 0
  for (let turn = 0; turn < turns; turn++) {
    const subject = turn % nodes
    world.kill(subject)
    world.run(100 + 50 * (turn % 8))
    world.boot(subject, (subject + 1) % nodes)
    // News of the life before may still come in for a moment.
    world.run(3_000)
    const before = watched.falseDeaths
    world.run(3_000)
    deaths += watched.falseDeaths - before
  }
  return deaths
}

export const evidence: E.Experiment = {
  name: 'evidence',
  says: 'a killed process is known by its refused streams; firewalls and restarts kill nobody',
  source: 'gyre',
  expected: 'n 32: known to all within 1 s (p50); no false death',
  takes: { kills: 40, minutes: 10 },
  tiny: { kills: 2, minutes: 0.2 },
  measure({ kills, minutes }, seed) {
    const rows: E.Row[] = []
    for (const nodes of [3, 8, 32, 128]) {
      const times = killed(nodes, kills, 0, seed)
      const most = nodes === 32 ? 1 : Infinity
      rows.push(E.atMost(`n ${nodes}: killed, known to all after s, p50`, most, E.median(times)))
      rows.push(E.told(`n ${nodes}: the same, p99`, E.percentile(times, 0.99)))
    }
    const lossy = killed(32, kills, 0.1, seed)
    rows.push(E.told('n 32, 10 % loss: known to all after s, p50', E.median(lossy)))
    for (const loss of LOSS) {
      const deaths = firewalled(8, minutes, loss, seed)
      rows.push(E.atMost(`n 8, ${100 * loss} % loss, firewalls: false deaths`, 0, deaths))
    }
    // Both at once cannot be told from a death.
    for (const pauseMs of [250, 500, 1_000]) {
      const deaths = firewalled(8, minutes, 0, seed, pauseMs)
      rows.push(E.told(`n 8, firewalls and pauses of ${pauseMs} ms at once: deaths`, deaths))
    }
    rows.push(E.atMost('n 8, restarts: deaths of the new life', 0, restarted(8, kills, seed)))
    return rows
  },
}
