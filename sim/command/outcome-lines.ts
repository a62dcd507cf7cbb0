import { tokenOf, type Outcome } from '../runs/outcome.js'
import { EXIT } from './exit.js'

/** The exit code of an outcome. */
export function exitOf({ verdict }: Pick<Outcome, 'verdict'>): number {
  return EXIT[verdict]
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
