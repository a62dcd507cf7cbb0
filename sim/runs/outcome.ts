import type { Violation } from '../checks/index.js'
import type { Plan } from '../plans/plan.js'
import type { Measures } from './measures.js'
import { encodeToken } from './token.js'

/** How a run came out; `gate`: safe and live, but a figure is beyond what its scenario expects. */
export type Verdict = 'pass' | 'safety' | 'liveness' | 'gate'

/** What one run has shown. */
export interface Outcome {
  readonly plan: Plan
  readonly seed: number
  readonly verdict: Verdict
  readonly violations: readonly Violation[]
  /** The situations that it has been in. */
  readonly met: readonly string[]
  /** Equal for equal runs. */
  readonly hash: string
  /** Equal for runs in which the nodes came to hold the same of each other at the same times. */
  readonly story: string
  readonly virtualMs: number
  readonly events: number
  readonly figures: Readonly<Record<string, number>>
  /** The most that each figure was to come to. */
  readonly expect: Readonly<Record<string, number>>
  /** Measurements along the way, for reports. */
  readonly measures: Measures
}

/** Figures beyond what is expected of them, each as a violation. */
export function gatesBroken(
  figures: Outcome['figures'],
  expect: Readonly<Record<string, number>>,
  atMs: number,
): Violation[] {
  const beyond = Object.entries(expect).filter(([name, most]) => figures[name] > most)
  return beyond.map(([name, most]) => {
    const what = `${name}: expected at most ${most}, got ${figures[name]}`
    return { check: 'gate', atMs, observer: -1, subject: -1, what }
  })
}

/** The token of a failed run. */
export function tokenOf({ plan, seed, violations, hash, expect }: Outcome): string {
  const { check } = violations[0]
  const held = Object.keys(expect).length === 0 ? {} : { expect }
  return encodeToken({ plan, seed, check, hash, ...held })
}

/** What a run has shown, for programs: docs/result.schema.json. */
export function outcomeJson(outcome: Outcome): Record<string, unknown> {
  const { measures: _, expect: __, ...plain } = outcome
  const failed = outcome.violations.length > 0
  return { ...plain, ...(failed && { token: tokenOf(outcome) }) }
}
