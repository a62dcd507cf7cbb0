import { parseArgs } from 'node:util'
import { runScenario, SCENARIOS, type Findings, type Scenario } from './scenarios.js'

/** What the command needs of its caller. */
export interface SimTerminal {
  out(line: string): void
  err(line: string): void
}

const HELP = `gyre sim — run a cluster in virtual time

  gyre sim list
  gyre sim run NAME [--seed N] [--nodes N] [--json]

Exit code: 0 as expected, 1 not, 64 called wrongly.`

const FLAGS = {
  seed: { type: 'string', default: '1' },
  nodes: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** `gyre sim …`; resolves with the exit code. */
export async function simCommand(
  args: readonly string[],
  terminal: SimTerminal,
  scenarios: readonly Scenario[] = SCENARIOS,
): Promise<number> {
  try {
    return perform(args, terminal, scenarios)
  } catch (error) {
    if (!(error instanceof SimUsageError)) throw error
    terminal.err(`gyre sim: ${error.message} (see 'gyre sim --help')`)
    return 64
  }
}

class SimUsageError extends Error {}

function perform(
  args: readonly string[],
  terminal: SimTerminal,
  scenarios: readonly Scenario[],
): number {
  const { values, positionals } = parse(args)
  const [verb, name] = positionals
  if (values.help) terminal.out(HELP)
  else if (verb === 'list') {
    for (const known of scenarios) {
      const nodes = String(known.nodes).padEnd(6)
      terminal.out(`${known.name.padEnd(10)} n = ${nodes} ${known.says}`)
    }
  } else if (verb === 'run') {
    const scenario = scenarios.find((known) => known.name === name)
    if (scenario === undefined) {
      throw new SimUsageError(`expected a scenario of 'gyre sim list', got '${name ?? ''}'`)
    }
    const seed = whole('seed', values.seed, 0, 2 ** 31 - 1)
    const nodes = whole('nodes', values.nodes ?? String(scenario.nodes), scenario.nodesMin, 10_000)
    return report(() => runScenario(scenario, seed, nodes), values.json, terminal)
  } else throw new SimUsageError(`expected list or run, got '${verb ?? ''}'`)
  return 0
}

function report(run: () => Findings, json: boolean, terminal: SimTerminal): number {
  const before = process.cpuUsage()
  const findings = run()
  const { user, system } = process.cpuUsage(before)
  const cpuSeconds = (user + system) / 1e6
  const perCpuSecond = Math.round(findings.virtualMs / 1_000 / cpuSeconds)
  if (json) terminal.out(JSON.stringify({ ...findings, cpuSeconds, perCpuSecond }))
  else for (const line of sentences(findings, perCpuSecond)) terminal.out(line)
  return findings.ok ? 0 : 1
}

function sentences(findings: Findings, perCpuSecond: number): string[] {
  const { scenario, nodes, seed, virtualMs, events, hash, problems, figures } = findings
  return [
    `${scenario}: n = ${nodes}, seed ${seed}, ${virtualMs / 1_000} s of virtual time`,
    ...Object.entries(figures).map(([name, value]) => `  ${name.padEnd(14)} ${value}`),
    `  ${events} events, ${perCpuSecond} virtual seconds a CPU second, trace ${hash}`,
    ...problems.map((problem) => `  FAILED: ${problem}`),
    problems.length === 0 ? '  as expected' : `  again: gyre sim run ${scenario} --seed ${seed}`,
  ]
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: true })
  } catch (error) {
    throw new SimUsageError((error as Error).message.split('. ')[0])
  }
}

function whole(flag: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new SimUsageError(`--${flag}: expected a whole number in ${least}…${most}, got '${text}'`)
}
