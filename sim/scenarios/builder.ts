import { EMPTY_PLAN, type FaultKind, type Plan } from '../plans/plan.js'
import type { Entry, NodeSet, Scenario } from './scenario.js'
import type { Swarm } from './swarm.js'

/** What `scenario` takes; all but the name has a default. Times are virtual milliseconds. */
export interface ScenarioOptions {
  readonly name: string
  readonly says?: string
  readonly source?: string
  readonly expected?: string
  /** @default 8 */
  readonly nodes?: number
  readonly profile?: Plan['profile']
  readonly protocol?: Plan['protocol']
  readonly network?: Plan['network']
  readonly start?: Plan['start']
  readonly clusters?: number
  /** How long the phase of faults lasts. @default 60,000 */
  readonly durationMs?: number
  readonly settleMs?: number
  readonly swarm?: Swarm
  readonly expect?: Scenario['expect']
  readonly sometimes?: readonly string[]
}

/** Whom a fault befalls, how long, and its numbers. */
export interface Befalls {
  readonly nodes?: NodeSet
  readonly from?: NodeSet
  readonly to?: NodeSet
  readonly groups?: readonly (readonly number[])[]
  readonly forMs?: number
  readonly untilSettled?: boolean
  readonly with?: Readonly<Record<string, number | string>>
}

/** Builds a scenario in code: `scenario({ name }).at(2_000, 'crash', { nodes: [1] }).build()`. */
export class ScenarioBuilder {
  private readonly options: ScenarioOptions
  private readonly entries: Entry[] = []

  constructor(options: ScenarioOptions) {
    this.options = options
  }

  /** A fault at a time. */
  at(atMs: number, kind: FaultKind, befalls: Befalls = {}): this {
    return this.add({ atMs }, kind, befalls)
  }

  /** A fault again and again, from the first interval on, or from `fromMs`. */
  every(everyMs: number, kind: FaultKind, befalls: Befalls = {}, untilMs?: number): this {
    return this.add({ atMs: everyMs, everyMs, untilMs }, kind, befalls)
  }

  build(): Scenario {
    const {
      name,
      says = '',
      source = '',
      expected = '',
      swarm,
      expect = {},
      ...rest
    } = this.options
    const { name: _, faults: __, ...plan } = { ...EMPTY_PLAN, ...rest }
    return { name, says, source, expected, plan, timeline: this.entries, swarm, expect }
  }

  private add(
    when: Pick<Entry, 'atMs' | 'everyMs' | 'untilMs'>,
    kind: FaultKind,
    befalls: Befalls,
  ): this {
    const { nodes, from, to, ...fault } = befalls
    this.entries.push({ ...when, nodes, from, to, fault: { kind, ...fault } })
    return this
  }
}

export function scenario(options: ScenarioOptions): ScenarioBuilder {
  return new ScenarioBuilder(options)
}
