import type { Violation } from '../checks/index.js'
import type { Plan } from '../plans/plan.js'
import { run } from './run.js'
import { encodeToken } from './token.js'

/** What a sweep keeps of one run. */
export interface Swept {
  readonly seed: number
  readonly verdict: 'pass' | 'safety' | 'liveness' | 'gate'
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
  const { verdict, hash, virtualMs, events, met, figures, violations } = run(plan, seed)
  const [first] = violations
  const beyond = Object.entries(expect).find(([name, most]) => figures[name] > most)
  const token = first && encodeToken({ plan, seed, check: first.check, hash })
  return {
    seed,
    verdict: verdict === 'pass' && beyond !== undefined ? 'gate' : verdict,
    hash,
    virtualMs,
    events,
    met,
    figures,
    ...(first && { first, token }),
  }
}

/** What a worker thread is given, and what it asks for next. */
export interface Work {
  readonly plan: Plan
  readonly seed: number
  readonly expect: Readonly<Record<string, number>>
}
