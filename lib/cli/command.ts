import { createRequire } from 'node:module'
import { GyreError } from '../base/error.js'
import { agent, AGENT_HELP } from './agent.js'
import { demo, DEMO_HELP } from './demo/demo.js'
import { explain, EXPLAIN_HELP } from './explain.js'
import { demoMember } from './demo/member-process.js'
import { keygen, KEYGEN_HELP, keys, KEYS_HELP } from './keys.js'
import { EXIT_USAGE, UsageError, type Terminal } from '../terminal/index.js'

const HELP = `gyre — leaderless cluster membership and work assignment

  gyre agent    run one member
  gyre demo     watch a cluster of processes live through a kill, a leave and a join
  gyre sim      run a cluster in virtual time
  gyre explain  why a member is what it is
  gyre keygen   print a new key for a cluster
  gyre keys     change the key of a running cluster
  gyre help     this page; 'gyre COMMAND --help' has more
  gyre version`

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

const COMMANDS: Readonly<Record<string, Command>> = {
  agent: withHelp(AGENT_HELP, agent),
  explain: withHelp(EXPLAIN_HELP, explain),
  demo: withHelp(DEMO_HELP, demo),
  keygen: withHelp(KEYGEN_HELP, keygen),
  keys: withHelp(KEYS_HELP, keys),
  // What the demo starts; not for people.
  'demo-member': demoMember,
  sim: async (args, terminal) => {
    const { simCommand } = await import('gyre/sim')
    return simCommand(args, terminal)
  },
  help: show(HELP),
  '--help': show(HELP),
  version: show(version()),
  '--version': show(version()),
}

/** Runs `gyre ARGS…`; resolves with the exit code. Errors are one line on stderr. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === undefined) throw new UsageError('expected a command')
    if (!Object.hasOwn(COMMANDS, name)) throw new UsageError(`unknown command '${name}'`)
    return await COMMANDS[name](rest, terminal)
  } catch (error) {
    return tell(error, terminal)
  }
}

function tell(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) {
    terminal.err(`gyre: ${error.message} (see 'gyre help')`)
    return EXIT_USAGE
  }
  if (!(error instanceof GyreError)) throw error
  if (error.code === 'ABORTED') return 0
  terminal.err(`gyre: ${error.message} [${error.code}]`)
  const callersFault = ['BAD_OPTION', 'BAD_ID', 'BAD_ENDPOINT'].includes(error.code)
  return callersFault ? EXIT_USAGE : 1
}

function withHelp(help: string, command: Command): Command {
  return async (args, terminal) => {
    if (!args.includes('--help')) return command(args, terminal)
    terminal.out(help)
    return 0
  }
}

function show(text: string): Command {
  return async (_args, terminal) => {
    terminal.out(text)
    return 0
  }
}

function version(): string {
  return (createRequire(import.meta.url)('gyre/package.json') as { version: string }).version
}
