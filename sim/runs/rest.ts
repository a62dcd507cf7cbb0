import type { Rest } from '../checks/index.js'
import type { Owners } from '../world/rings/owners.js'
import { unrest } from '../checks/rings/ring-rest.js'
import type { World } from '../world/world.js'

/** What is true of the healthy core of a world now: of those who are up, and stay. */
export function restOf(world: World, owners: Owners | undefined): Record<Rest, boolean> {
  const up = world.running().filter((index) => world.truth.leaving[index] === 0)
  const engines = up.map((index) => world.node(index))
  const names = new Set(up.map((index) => world.clusterOf(index)))
  const groups = [...names].map((name) => up.filter((index) => world.clusterOf(index) === name))
  const all = (holds: (members: number[]) => boolean): boolean => groups.every(holds)
  const alive = all((members) => {
    const live = (index: number): boolean => world.node(index).liveCount === members.length
    return members.every((index) => world.node(index).started && live(index))
  })
  return {
    alive,
    equal: alive && all((members) => world.viewsEqual(members)),
    // Who is alone has nobody to tell, and nobody to be measured by.
    quiet: engines.every((one) => one.rumourCount === 0 || one.liveCount === 1),
    well: engines.every((one) => one.health === 0 || one.liveCount === 1),
    owned: owners === undefined || unrest(owners) === undefined,
  }
}
