import type { Violation } from '../checks/index.js'
import type { Fault, Plan } from '../plans/plan.js'
import type { Outcome } from './outcome.js'
import { run } from './run.js'

/** What the checks that compare whole runs have found. */
export interface Twins {
  readonly violations: readonly Violation[]
  /** How many more runs it took. */
  readonly runs: number
}

/**
 * Runs a plan again in other ways that must come to the same:
 * S21 with the other scheduler, and with the other layout of tables; S23 without the steps of
 * wall clocks; S24 with other ids of the same length.
 */
export function compareTwins(outcome: Outcome): Twins {
  const { plan, seed } = outcome
  const violations: Violation[] = []
  let runs = 0
  const compare = (check: string, equal: boolean, what: string): void => {
    runs++
    if (equal) return
    violations.push({ check, atMs: outcome.virtualMs, observer: -1, subject: -1, what })
  }
  for (const options of [{ scheduler: 'heap' }, { layout: 'dense' }] as const) {
    const [[name, value]] = Object.entries(options)
    const { hash } = run(plan, seed, options)
    compare('S21', hash === outcome.hash, `${name} ${value}: ${hash}, not ${outcome.hash}`)
  }
  if (plan.faults.some(({ kind }) => kind === 'step') && !remembersClocks(plan)) {
    const still = { ...plan, faults: plan.faults.map(withoutStep) }
    const { story } = run(still, seed)
    compare('S23', story === outcome.story, 'setting a wall clock has changed who holds what')
  }
  if (!plan.faults.some(({ kind }) => endsStreams(kind))) {
    const renamed = run(plan, seed, { idOf: (index) => `peer-${index}` })
    compare('S24', renamed.story === outcome.story, 'other ids have changed who holds what')
  }
  return { violations, runs }
}

/** Who watches whom follows from the ids: so does who learns that streams have ended. */
function endsStreams(kind: Fault['kind']): boolean {
  return kind === 'kill' || kind === 'refuse'
}

/** A process that starts takes its incarnation from its wall clock. */
function remembersClocks(plan: Plan): boolean {
  return plan.faults.some(({ kind }) => ['restart', 'takeover', 'join'].includes(kind))
}

/** A step by nothing: the other faults keep their places, and with them their draws. */
function withoutStep(fault: Fault): Fault {
  return fault.kind === 'step' ? { ...fault, with: { ...fault.with, seconds: 0 } } : fault
}
