import { type Terminal, wholeNumber } from '../../lib/terminal/index.js'
import { explore } from '../runs/explore.js'
import { SimError } from '../plans/sim-error.js'
import { PLANTS } from '../plants/index.js'
import type { SimFlags } from './flags.js'
import { outcomeJson } from '../runs/outcome.js'
import { exitOf, outcomeLines } from './outcome-lines.js'
import { EXIT } from './exit.js'

/** `gyre sim explore` */
export function exploreVerb(name: string | undefined, flags: SimFlags, terminal: Terminal): number {
  if (name !== undefined) throw new SimError('USAGE', `unexpected argument '${name}'`)
  const depth = wholeNumber('depth', flags.depth, 0, 3)
  if (flags.plant !== undefined && !PLANTS.some((plant) => plant.name === flags.plant)) {
    throw new SimError('USAGE', `--plant: unknown bug '${flags.plant}'; 'gyre sim list' has them`)
  }
  const { runs, failed } = explore(depth, flags.plant, () => terminal.interrupted.aborted)
  if (flags.json) {
    terminal.out(JSON.stringify({ depth, runs, failed: failed && outcomeJson(failed) }))
  } else if (failed === undefined) {
    terminal.out(`explore: ${runs} runs of 3 nodes with at most ${depth} faults, none failed`)
  } else {
    const { faults } = failed.plan
    terminal.out(`explore: run ${runs} failed, with ${faults.length} faults; none with fewer does`)
    for (const line of outcomeLines(failed)) terminal.out(line)
  }
  return failed === undefined ? EXIT.pass : exitOf(failed)
}
