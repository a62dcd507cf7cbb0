import type * as core from '../../lib/core/index.js'
import type { World } from '../world/world.js'
import * as E from './experiment.js'
import { crashLatency } from './lifeguard.js'
import { Watched } from './watch.js'

// What quick detection costs: how long a process may stand still before it is called dead.

type Protocol = Partial<core.ProtocolOptions>

/** Pauses that are tried, in ms. */
const PAUSES = [1_000, 1_500, 2_000, 2_500, 3_000, 4_000]
/** Between two pauses, of different processes; at least as long as the longest. */
const EVERY_MS = 4_000
/** That long a pause `lan` must bear: a process that computes, collects garbage, or is swapped. */
const PAUSE_BORNE_MS = 2_000
const LOSS = 0.3

/** Longer than anybody waits for a verdict. */
const FOR_EVER_MS = 1_000_000

const hang = (world: World, victim: number): void => world.stall(victim, FOR_EVER_MS)

/** False deaths while one process after the other stands still for so long. */
function killedByPauses(
  world: {
    readonly nodes: number
    readonly profile: core.ProfileName
    readonly protocol: Protocol
  },
  pauseMs: number,
  minutes: number,
  seed: number,
): number {
  const watched = new Watched({ ...world, seed })
  for (let turn = 0; turn < (minutes * 60_000) / EVERY_MS; turn++) {
    watched.world.stall((turn * 7) % world.nodes, pauseMs)
    watched.world.run(EVERY_MS)
  }
  return watched.falseDeaths
}

/** The longest of the pauses that kills nobody, and none shorter does; 0: already the first does. */
function longestBorne(
  ...[world, minutes, seed]: [Parameters<typeof killedByPauses>[0], number, number]
): number {
  const first = PAUSES.findIndex((ms) => killedByPauses(world, ms, minutes, seed) > 0)
  return first < 0 ? (PAUSES.at(-1) as number) : (PAUSES[first - 1] ?? 0)
}

export const tradeoff: E.Experiment = {
  name: 'detection-tradeoff',
  says: 'how soon a hang is known, and how long a process may stand still, by suspicionMult',
  source: 'gyre',
  expected: 'lan: half the time of memberlist, no false death by 30 % loss or a pause of 2 s',
  takes: { crashes: 100, minutes: 4 },
  tiny: { crashes: 4, minutes: 0.2 },
  measure({ crashes, minutes }, seed) {
    const rows: E.Row[] = []
    for (const nodes of [8, 32]) {
      const tell = (profile: core.ProfileName, protocol: Protocol): [number, number, number] => {
        const { full } = crashLatency(profile, nodes, crashes, seed, protocol, hang)
        const world = { nodes, profile, protocol }
        const lossy = new Watched({ ...world, seed, network: { loss: LOSS } })
        lossy.world.run(minutes * 60_000)
        const borneMs = longestBorne(world, minutes, seed)
        const { suspicionMult } = protocol
        const what = `n ${nodes}, ${suspicionMult ? `lan × ${suspicionMult}` : profile}`
        rows.push(
          E.told(`${what}: a hang known to all, median s`, E.median(full)),
          E.told(`${what}: the same, p99 s`, E.percentile(full, 0.99)),
          E.told(`${what}: false deaths at 30 % loss`, lossy.falseDeaths),
          E.told(`${what}: pause borne, s`, borneMs / 1_000),
        )
        return [E.median(full), lossy.falseDeaths, borneMs]
      }
      const goneS = (profile: core.ProfileName): number => {
        const { full } = crashLatency(profile, nodes, crashes, seed)
        const [median, p99] = [E.median(full), E.percentile(full, 0.99)]
        const what = `n ${nodes}, ${profile}: a host gone`
        rows.push(E.told(`${what}, median s`, median), E.told(`${what}, p99 s`, p99))
        return median
      }
      const [stockS] = tell('memberlist-lan', {})
      for (const suspicionMult of [1, 2, 3, 5]) tell('lan', { suspicionMult })
      const [lanS, lanFalse, lanBorneMs] = tell('lan', {})
      rows.push(
        E.atMost(`n ${nodes}: lan, of memberlist’s time, hang`, 0.5, lanS / stockS),
        E.atMost(`n ${nodes}: the same, host gone`, 0.5, goneS('lan') / goneS('memberlist-lan')),
        E.atMost(`n ${nodes}: lan, false deaths at 30 % loss`, 0, lanFalse),
        E.atMost(
          `n ${nodes}: lan, s short of a pause of 2 s`,
          0,
          (PAUSE_BORNE_MS - lanBorneMs) / 1e3,
        ),
      )
    }
    return rows
  },
}
