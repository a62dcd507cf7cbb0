import { MEMBERSHIP_PLANTS } from './membership-plants.js'
import type { Plant } from './plant.js'
import { PLACEMENT_PLANTS } from './placement-plants.js'
import { PROBE_PLANTS } from './probe-plants.js'
import { RING_PLANTS } from './ring-plants.js'

export type { Plant } from './plant.js'

/** Every bug that can be planted. */
export const PLANTS: readonly Plant[] = [
  ...MEMBERSHIP_PLANTS,
  ...PROBE_PLANTS,
  ...PLACEMENT_PLANTS,
  ...RING_PLANTS,
]

/** Plants a bug until the returned function is called. Names are checked where they come in. */
export function planted(name: string): () => void {
  return (PLANTS.find((plant) => plant.name === name) as Plant).plant()
}
