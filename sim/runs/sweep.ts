import type { Violation } from '../checks/index.js'
import type { Plan } from '../plans/plan.js'
import { run } from './run.js'
import { tokenOf, type Verdict } from './outcome.js'

/** What a sweep keeps of one run. */
export interface Swept {
  readonly seed: number
  readonly verdict: Verdict
  readonly hash: string
  readonly virtualMs: number
  readonly events: number
  readonly met: readonly string[]
  readonly figures: Readonly<Record<string, number>>
  readonly first?: Violation
  readonly token?: string
}

/** One run of a sweep: plain data, so that it can come from another thread. */
export function sweepOne(
  plan: Plan,
  seed: number,
  expect: Readonly<Record<string, number>>,
): Swept {
  const outcome = run(plan, seed, { expect })
  const { verdict, hash, virtualMs, events, met, figures, violations } = outcome
  const [first] = violations
  return {
    seed,
    verdict,
    hash,
    virtualMs,
    events,
    met,
    figures,
    ...(first && { first, token: tokenOf(outcome) }),
  }
}

/** What a worker thread is given, and what it asks for next. */
export interface Work {
  readonly plan: Plan
  readonly seed: number
  readonly expect: Readonly<Record<string, number>>
}
