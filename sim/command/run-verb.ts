import { type Terminal, wholeNumber } from '../../lib/terminal/index.js'
import type { Experiment, Row } from '../experiments/index.js'
import { exporters, writeAll } from '../report/outputs.js'
import type { Outcome } from '../runs/outcome.js'
import { run } from '../runs/run.js'
import { compareTwins } from '../runs/twins.js'
import type { Scenario } from '../scenarios/scenario.js'
import { changedPlan, find, isExperiment, parametersOf } from './find.js'
import { SEED_MAX, type SimFlags } from './flags.js'
import { outcomeJson } from '../runs/outcome.js'
import { exitOf, outcomeLines } from './outcome-lines.js'
import { EXIT } from './exit.js'

/** `gyre sim run NAME|FILE` */
export function runVerb(name: string | undefined, flags: SimFlags, terminal: Terminal): number {
  const seed = wholeNumber('seed', flags.seed, 0, SEED_MAX)
  const one = find(name)
  return isExperiment(one) ? measure(one, seed, flags, terminal) : play(one, seed, flags, terminal)
}

function play(scenario: Scenario, seed: number, flags: SimFlags, terminal: Terminal): number {
  const plan = changedPlan(scenario, seed, { ...flags, sets: flags.set })
  const outputs = exporters(flags)
  const { observers } = outputs
  const outcome = withTwins(run(plan, seed, { observers, expect: scenario.expect }), flags)
  writeAll(outputs, outcome)
  tell(outcome, flags, terminal)
  if (outcome.violations.some(({ check }) => check === 'S21')) return EXIT.chance
  return exitOf(outcome)
}

export function tell(outcome: Outcome, flags: SimFlags, terminal: Terminal): void {
  if (flags.json) terminal.out(JSON.stringify(outcomeJson(outcome)))
  else if (!flags.quiet) for (const line of outcomeLines(outcome)) terminal.out(line)
}

function withTwins(outcome: Outcome, flags: SimFlags): Outcome {
  if (!flags.twins) return outcome
  const { violations } = compareTwins(outcome)
  const verdict = violations.length > 0 ? 'safety' : outcome.verdict
  return { ...outcome, verdict, violations: [...outcome.violations, ...violations] }
}

function measure(
  experiment: Experiment,
  seed: number,
  flags: SimFlags,
  terminal: Terminal,
): number {
  const parameters = parametersOf(experiment, flags.set)
  const before = process.cpuUsage()
  const rows = experiment.measure(parameters, seed)
  const { user, system } = process.cpuUsage(before)
  const ok = rows.every((row) => row.ok)
  const { name, source, expected } = experiment
  const cpuSeconds = (user + system) / 1e6
  if (flags.json) {
    terminal.out(JSON.stringify({ experiment: name, seed, parameters, ok, rows, cpuSeconds }))
  } else if (!flags.quiet) {
    terminal.out(`${name}: seed ${seed}, ${JSON.stringify(parameters)} (${source})`)
    terminal.out(`  expected: ${expected}`)
    for (const line of table(rows)) terminal.out(line)
    const failed = rows.filter((row) => !row.ok).length
    terminal.out(ok ? '  pass' : `  ${failed} of ${rows.length} outside their gates`)
  }
  return ok ? EXIT.pass : EXIT.gate
}

function table(rows: readonly Row[]): string[] {
  const head = { what: '', expected: 'expected', measured: 'measured', gate: 'gate', ok: true }
  const all = [head, ...rows]
  const width = (of: (row: Row) => string): number => Math.max(...all.map((row) => of(row).length))
  const widths = [width((r) => r.what), width((r) => r.expected), width((r) => r.measured)]
  return all.map(({ what, expected, measured, gate, ok }) => {
    const cells = [
      what.padEnd(widths[0]),
      expected.padStart(widths[1]),
      measured.padStart(widths[2]),
    ]
    return `  ${cells.join('  ')}  ${gate}${ok ? '' : '  OUTSIDE'}`.trimEnd()
  })
}
