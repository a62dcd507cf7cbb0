import type { Cluster, ClusterRing, ClusterRingOptions } from '../../../lib/index.js'
import { simulate, type SimulatedWorld } from '../../../sim/index.js'

type Test = (world: SimulatedWorld, clusters: Cluster[], rings: ClusterRing[]) => Promise<void>

/** So many members, each with the ring, when all is settled. */
export async function withRings(
  nodes: number,
  options: ClusterRingOptions | ((index: number) => ClusterRingOptions),
  test: Test,
): Promise<void> {
  await simulate({ nodes, seed: 7 }, async (world) => {
    const clusters = await world.joinAll()
    const rings = clusters.map((one, i) => {
      return one.ring('jobs', {
        slots: 64,
        ...(typeof options === 'function' ? options(i) : options),
      })
    })
    await Promise.all(rings.map((ring) => ring.settled()))
    await test(world, clusters, rings)
  })
}

/** How many members own each slot. */
export function counts(rings: readonly ClusterRing[]): Set<number> {
  const owners = new Map<number, number>()
  for (const ring of rings) {
    for (const slot of ring.owned) owners.set(slot, (owners.get(slot) ?? 0) + 1)
  }
  return new Set(Array.from({ length: 64 }, (_, slot) => owners.get(slot) ?? 0))
}
