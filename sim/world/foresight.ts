import type { Directory, SwimNode, TableSlot } from '../../lib/core/index.js'
import type { Process } from './process.js'

/** A world with fewer nodes lies in the caches of a processor anyway. */
export const LARGE = 2_000
/** Who wants to be woken no earlier than this is woken in vain. */
const SOON_MS = 5

/**
 * Looks at what the next nodes will need, before their turn. With thousands of them an event waits
 * longer for memory than it works, one load after another; the loads of many nodes wait together.
 * Nothing is changed by it.
 */
export class Foresight {
  private readonly processes: readonly Process[]
  private readonly deadlines: Float64Array
  private readonly directory: Directory
  private readonly engines: SwimNode[] = []
  /** What was read: or the reading could be optimised away. */
  private sum = 0

  constructor(processes: readonly Process[], deadlines: Float64Array, directory: Directory) {
    this.processes = processes
    this.deadlines = deadlines
    this.directory = directory
  }

  /** These come next: datagrams from their sources; where that is negative, they wake. */
  expect(nodes: Int32Array, sources: Int32Array, count: number, now: number): void {
    const { engines, processes, deadlines, directory } = this
    let { sum } = this
    let found = 0
    for (let i = 0; i < count; i++) {
      const node = nodes[i]
      if (sources[i] < 0 && deadlines[node] > now + SOON_MS) continue
      const { engine } = processes[node]
      if (engine !== undefined) engines[found++] = engine
    }
    // Step by step, each for all: within a step no load waits for another one.
    for (let i = 0; i < found; i++) sum ^= engines[i].self
    for (let i = 0; i < found; i++) sum ^= engines[i].warm()
    for (let i = 0; i < found; i++) sum ^= engines[i].warmInside()
    for (let i = 0; i < count; i++) {
      const source = sources[i]
      if (source >= 0)
        sum ^= directory.warm(source as TableSlot) ^ processes[source].endpoint.charCodeAt(9)
    }
    this.sum = sum
  }
}
