import { parse, type Terminal, UsageError } from '../../lib/terminal/index.js'
import { WORKLOADS } from '../runs/speed.js'
import { SimError } from '../plans/sim-error.js'
import { benchVerb } from './bench-verb.js'
import { exploreVerb } from './explore-verb.js'
import type { SimFlags } from './flags.js'
import { listVerb } from './list-verb.js'
import { replayVerb, shrinkVerb } from './replay-verb.js'
import { runVerb } from './run-verb.js'
import { sweepVerb } from './sweep-verb.js'
import { EXIT } from './exit.js'

const HELP = `gyre sim — run a cluster in virtual time

  gyre sim list                         scenarios, their sources and what they expect
  gyre sim run NAME|FILE.yaml           one run, or one experiment with its gates
      [--seed N] [--set path=value] [--profile P] [--twins] [--plant BUG] [--quiet] [--json]
      [--report F.html] [--result F.json] [--junit F.xml] [--csv F.csv]
      [--shiviz F.log] [--perfetto F.json] [--pcap F.pcap]
  gyre sim sweep NAME --seeds A..B      many seeds, on several threads
      [--jobs J] [--set …] [--profile P] [--json]
  gyre sim replay TOKEN                 the very same run again [--report F.html]
  gyre sim shrink TOKEN                 the smallest run that fails the same check
  gyre sim explore                      every run of three nodes with few faults [--depth N]
  gyre sim bench                        virtual seconds a CPU second [--json] [--only N]

Exit code: 0 pass, 1 safety, 2 unknown or a situation never met, 3 liveness, 4 not the same twice,
5 a figure outside its gate, 64 called wrongly, 70 a bug of gyre's, 130 interrupted.`

const FLAGS = {
  seed: { type: 'string', default: '1' },
  seeds: { type: 'string' },
  jobs: { type: 'string' },
  set: { type: 'string', multiple: true, default: [] as string[] },
  profile: { type: 'string' },
  plant: { type: 'string' },
  twins: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  report: { type: 'string' },
  result: { type: 'string' },
  junit: { type: 'string' },
  csv: { type: 'string' },
  shiviz: { type: 'string' },
  perfetto: { type: 'string' },
  pcap: { type: 'string' },
  depth: { type: 'string', default: '2' },
  only: { type: 'string', default: WORKLOADS.map(({ name }) => name).join(',') },
  diff: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

type Verb = (
  name: string | undefined,
  flags: SimFlags,
  terminal: Terminal,
) => number | Promise<number>

const VERBS: Readonly<Record<string, Verb>> = {
  list: listVerb,
  run: runVerb,
  sweep: sweepVerb,
  replay: replayVerb,
  shrink: shrinkVerb,
  explore: exploreVerb,
  bench: benchVerb,
}

/** `gyre sim …`; resolves with the exit code. Errors are one line on stderr. */
export async function simCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = parse(args, FLAGS)
    const [verb, name, extra] = positionals
    if (values.help) {
      terminal.out(HELP)
      return EXIT.pass
    }
    if (verb === undefined || !Object.hasOwn(VERBS, verb)) {
      const verbs = Object.keys(VERBS).join(', ')
      throw new SimError('USAGE', `expected one of ${verbs}, got '${verb ?? ''}'`)
    }
    if (extra !== undefined) throw new SimError('USAGE', `unexpected argument '${extra}'`)
    return await VERBS[verb](name, values, terminal)
  } catch (error) {
    return explain(error, terminal)
  }
}

function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) {
    terminal.err(`gyre sim: ${error.message} (see 'gyre sim --help')`)
    return EXIT.usage
  }
  if (error instanceof SimError) {
    const help = error.code === 'USAGE' ? " (see 'gyre sim --help')" : ''
    terminal.err(`gyre sim: ${error.message}${help}`)
    return error.code === 'USAGE' ? EXIT.usage : EXIT.internal
  }
  terminal.err(`gyre sim: a bug of gyre's: ${(error as Error).stack}`)
  return EXIT.internal
}
