import { EXPERIMENTS } from '../experiments/index.js'
import { PLANTS } from '../plants/index.js'
import { shippedScenarios } from '../scenarios/shipped.js'
import type { SimFlags } from './flags.js'
import type { Terminal } from '../../lib/terminal/index.js'
import { EXIT } from './exit.js'

/** `gyre sim list` */
export function listVerb(_name: string | undefined, flags: SimFlags, terminal: Terminal): number {
  const scenarios = shippedScenarios()
  if (flags.json) {
    const entry = ({ name, says, source, expected }: Entry): Entry => ({
      name,
      says,
      source,
      expected,
    })
    const experiments = EXPERIMENTS.map(entry)
    terminal.out(JSON.stringify({ scenarios: scenarios.map(entry), experiments }))
    return EXIT.pass
  }
  terminal.out('scenarios: faults, then a healthy core that must come to rest')
  for (const one of scenarios) show(one, terminal)
  terminal.out('')
  terminal.out('experiments: measured against published or modelled figures')
  for (const one of EXPERIMENTS) show(one, terminal)
  terminal.out('')
  terminal.out(`bugs to plant (--plant): ${PLANTS.map(({ name }) => name).join(', ')}`)
  return EXIT.pass
}

interface Entry {
  readonly name: string
  readonly says: string
  readonly source: string
  readonly expected: string
}

function show({ name, says, source, expected }: Entry, terminal: Terminal): void {
  terminal.out(`  ${name.padEnd(26)} ${says}`)
  terminal.out(`  ${''.padEnd(26)}   ${[source, expected].filter(Boolean).join(' — ')}`)
}
