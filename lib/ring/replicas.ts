import { NOBODY, type Handle, type Ranking } from './ranking.js'
import type { Contender } from './score.js'

/**
 * The contenders that hold a slot, best first: its first owner, then the next ranks: those in zones
 * that have it not yet, then those on other hosts, then any.
 */
export function holdersOf(
  ranking: Pick<Ranking, 'contenders' | 'size' | 'at'>,
  slot: number,
  first: Handle,
  count: number,
): Handle[] {
  if (first === NOBODY) return []
  const most = Math.min(count, ranking.size)
  const chosen = [first]
  const owner = ranking.contenders[first] as Contender
  return fill(ranking, slot, most, chosen, [owner])
}

/**
 * Who comes next where a slot's owner is gone, wherever that one stood: the first of its replicas, or
 * nobody.
 */
export function heirOf(
  ranking: Pick<Ranking, 'contenders' | 'size' | 'at'>,
  slot: number,
  gone: Pick<Contender, 'zone' | 'host'>,
): Handle {
  if (ranking.size === 0) return NOBODY
  return fill(ranking, slot, 1, [], [gone])[0]
}

type Place = Pick<Contender, 'zone' | 'host'>

function fill(
  ranking: Pick<Ranking, 'contenders' | 'size' | 'at'>,
  slot: number,
  most: number,
  chosen: Handle[],
  places: Place[],
): Handle[] {
  const passes = [
    (who: Place) => places.every((at) => differ(who.zone, at.zone) && differ(who.host, at.host)),
    (who: Place) => places.every((at) => differ(who.host, at.host)),
    () => true,
  ]
  for (const fits of passes) {
    for (let rank = 0; chosen.length < most && rank < ranking.size; rank++) {
      const handle = ranking.at(slot, rank)
      const who = ranking.contenders[handle] as Contender
      if (chosen.includes(handle) || !fits(who)) continue
      chosen.push(handle)
      places.push(who)
    }
  }
  return chosen
}

/** Who says nothing of where it stands stands apart. */
function differ(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || one !== other
}
