import type { Outcome } from '../runs/run.js'
import { encodeToken } from '../runs/token.js'
import { EXIT } from './terminal.js'

/** The exit code of an outcome. */
export function exitOf({ verdict }: Pick<Outcome, 'verdict'>): number {
  return EXIT[verdict]
}

/** The token of a failed run. */
export function tokenOf({ plan, seed, violations, hash }: Outcome): string {
  return encodeToken({ plan, seed, check: violations[0].check, hash })
}

/** What a run has shown, for people. */
export function outcomeLines(outcome: Outcome): string[] {
  const { plan, seed, virtualMs, events, hash, figures, violations, met } = outcome
  const { name, nodes, profile, faults } = plan
  const shown = violations.slice(0, 8)
  return [
    `${name}: n = ${nodes}, ${profile}, seed ${seed}, ${faults.length} faults, ${virtualMs / 1_000} s`,
    ...Object.entries(figures).map(([figure, value]) => `  ${figure.padEnd(14)} ${value}`),
    `  ${events} events, trace ${hash}${met.length > 0 ? `, met ${met.length} situations` : ''}`,
    ...shown.map(({ check, atMs, observer, subject, what }) => {
      const who =
        observer < 0 ? '' : subject < 0 ? ` node ${observer}:` : ` node ${observer} of ${subject}:`
      return `  FAILED ${check} at ${atMs} ms:${who} ${what}`
    }),
    ...(violations.length > shown.length ? [`  and ${violations.length - shown.length} more`] : []),
    ...(violations.length > 0 ? [`  again: gyre sim replay ${tokenOf(outcome)}`] : ['  pass']),
  ]
}

/** What a run has shown, for programs: docs/result.schema.json. */
export function outcomeJson(outcome: Outcome): Record<string, unknown> {
  const { observer: _, ...plain } = outcome
  const failed = outcome.violations.length > 0
  return { ...plain, ...(failed && { token: tokenOf(outcome) }) }
}
