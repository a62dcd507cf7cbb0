import { exporters, writeAll } from '../report/outputs.js'
import { run } from '../runs/run.js'
import { shrink } from '../runs/shrink.js'
import { decodeToken, encodeToken } from '../runs/token.js'
import { SimError } from '../plans/sim-error.js'
import type { SimFlags } from './flags.js'
import { exitOf } from './outcome-lines.js'
import { tell } from './run-verb.js'
import type { Terminal } from '../../lib/terminal/index.js'
import { EXIT } from './exit.js'

function tokenFrom(text: string | undefined) {
  if (text === undefined) throw new SimError('USAGE', 'expected a token, as a failed run prints it')
  return decodeToken(text)
}

/** `gyre sim replay TOKEN`: the same run, which must fail the same check. */
export function replayVerb(text: string | undefined, flags: SimFlags, terminal: Terminal): number {
  const { plan, seed, check, hash, expect } = tokenFrom(text)
  const outputs = exporters(flags)
  const outcome = run(plan, seed, { observers: outputs.observers, expect })
  writeAll(outputs, outcome)
  tell(outcome, flags, terminal)
  if (outcome.hash !== hash) {
    terminal.err(`gyre sim: not the same run: trace ${outcome.hash}, expected ${hash}`)
    return EXIT.chance
  }
  const same = outcome.violations.some((violation) => violation.check === check)
  if (!flags.quiet && !flags.json) {
    terminal.out(same ? `  the same check failed: ${check}` : `  ${check} did not fail`)
  }
  return exitOf(outcome)
}

/** `gyre sim shrink TOKEN` */
export function shrinkVerb(text: string | undefined, flags: SimFlags, terminal: Terminal): number {
  const { plan, seed, check, expect } = tokenFrom(text)
  const small = shrink(plan, seed, check, expect)
  const outcome = run(small.plan, seed, { expect })
  const { hash } = outcome
  const token = encodeToken({ plan: small.plan, seed, check, hash, ...(expect && { expect }) })
  const { faults, nodes, durationMs } = small.plan
  const failed = outcome.violations.some((violation) => violation.check === check)
  if (flags.json) {
    terminal.out(JSON.stringify({ check, failed, plan: small.plan, runs: small.runs, token }))
  } else {
    terminal.out(
      `${check}: ${plan.faults.length} → ${faults.length} faults, ${plan.nodes} → ${nodes} nodes,`,
    )
    terminal.out(`  ${plan.durationMs} → ${durationMs} ms, in ${small.runs} runs`)
    for (const fault of faults) terminal.out(`  ${JSON.stringify(fault)}`)
    terminal.out(`  again: gyre sim replay ${token}`)
  }
  return failed ? exitOf(outcome) : EXIT.unknown
}
