import { ABSENT, FAULTY, LEFT } from '../lib/core/index.js'
import { World, type Change } from './world.js'

/** What one run of a scenario has shown. Times are virtual milliseconds. */
export interface Findings {
  readonly scenario: string
  readonly seed: number
  readonly nodes: number
  /** Whether what the scenario expects came true. */
  readonly ok: boolean
  /** What did not. */
  readonly problems: readonly string[]
  /** Figures of the scenario's own. */
  readonly figures: Readonly<Record<string, number>>
  /** Equal for equal runs. */
  readonly hash: string
  readonly virtualMs: number
  readonly events: number
}

export interface Scenario {
  readonly name: string
  readonly says: string
  readonly nodes: number
  /** It makes no sense with fewer. */
  readonly nodesMin: number
  run(stage: Stage): void
}

/** A world with an observer in the stalls. */
export class Stage {
  readonly world: World
  readonly problems: string[] = []
  readonly figures: Record<string, number> = {}
  readonly changes: Change[] = []
  private readonly gone = new Set<number>()

  constructor(nodes: number, seed: number, loss: number) {
    const onChange = (change: Change): void => void this.changes.push(change)
    this.world = new World({ nodes, seed, network: { loss }, onChange })
  }

  crash(index: number): void {
    this.gone.add(index)
    this.world.crash(index)
  }

  expect(what: string, holds: boolean): void {
    if (!holds) this.problems.push(what)
  }

  /** Members that stay up. */
  survivors(): number[] {
    const all = Array.from({ length: this.world.nodes }, (_, i) => i)
    return all.filter((index) => !this.gone.has(index))
  }

  /** When each survivor came to hold the subject in that state. */
  timesOf(subject: number, state: number): number[] {
    const seen = this.changes.filter((change) => change.subject === subject && change.to === state)
    return seen.map((change) => change.now)
  }

  /** Every survivor holds all of these to be faulty. */
  allKnow(subjects: readonly number[]): boolean {
    return this.survivors().every((observer) =>
      subjects.every((subject) => this.world.standing(observer, subject) === FAULTY),
    )
  }

  /** Times that a survivor was called faulty, or absent. */
  falseFaulty(): number {
    const isFalse = ({ subject, to }: Change): boolean => {
      return (to === FAULTY || to === ABSENT) && !this.gone.has(subject)
    }
    return this.changes.filter(isFalse).length
  }
}

const crash: Scenario = {
  name: 'crash',
  says: 'one of 32 crashes: all survivors agree, nobody else is accused',
  nodes: 32,
  nodesMin: 3,
  run: (stage) => crashSome(stage, 1, 60_000),
}

const thousand: Scenario = {
  name: 'thousand',
  says: '10 of 1,000 crash, 1 % loss, 5 minutes: every survivor knows, views are equal',
  nodes: 1_000,
  nodesMin: 13,
  run: (stage) => {
    stage.world.network.loss = 0.01
    crashSome(stage, 10, 300_000)
  },
}

const partition: Scenario = {
  name: 'partition',
  says: 'half against half for 60 s, then healed: one view again without an operator',
  nodes: 16,
  nodesMin: 4,
  run: (stage) => {
    const { world } = stage
    const all = stage.survivors()
    const half = all.length >> 1
    world.run(2_000)
    const heal = world.cut({ from: all.slice(0, half), to: all.slice(half) })
    world.run(60_000)
    const other = world.standing(0, half)
    stage.expect('each half holds the other one faulty', other === FAULTY)
    heal()
    const healedAt = world.now
    const healed = world.runUntil(() => world.viewsEqual() && seesAll(stage), 60_000)
    stage.figures.healMs = world.now - healedAt
    stage.expect('one view again', healed)
  },
}

const leave: Scenario = {
  name: 'leave',
  says: 'one of 32 leaves: all see it left, nobody suspects anybody',
  nodes: 32,
  nodesMin: 3,
  run: (stage) => {
    const { world } = stage
    world.run(2_000)
    world.leave(0)
    world.run(2_000)
    stage.crash(0)
    world.run(10_000)
    const all = stage.survivors()
    const seen = all.every((observer) => world.standing(observer, 0) === LEFT)
    stage.expect('all hold it to have left', seen)
    stage.expect(
      'nobody was suspected',
      stage.changes.every((change) => change.to !== 1),
    )
  },
}

export const SCENARIOS: readonly Scenario[] = [crash, thousand, partition, leave]

/** Runs a scenario; `nodes` and `loss` replace its own. */
export function runScenario(
  scenario: Scenario,
  seed: number,
  nodes: number = scenario.nodes,
): Findings {
  const stage = new Stage(nodes, seed, 0)
  scenario.run(stage)
  const { problems, figures, world } = stage
  return {
    scenario: scenario.name,
    seed,
    nodes,
    ok: problems.length === 0,
    problems,
    figures,
    hash: world.trace.hash,
    virtualMs: world.now,
    events: world.events,
  }
}

function crashSome(stage: Stage, count: number, forMs: number): void {
  const { world } = stage
  world.run(2_000)
  const victims = Array.from({ length: count }, (_, i) => i)
  for (const victim of victims) stage.crash(victim)
  world.run(forMs - 2_000)
  const times = victims.flatMap((victim) => stage.timesOf(victim, FAULTY))
  stage.figures.firstFaultyMs = Math.min(...times) - 2_000
  stage.figures.lastFaultyMs = times.reduce((a, b) => Math.max(a, b), 0) - 2_000
  stage.figures.falseFaulty = stage.falseFaulty()
  stage.expect('every survivor knows', stage.allKnow(victims))
  stage.expect('views are equal', world.viewsEqual())
  stage.expect('nobody healthy is called faulty', stage.figures.falseFaulty === 0)
}

function seesAll(stage: Stage): boolean {
  const { world } = stage
  return stage.survivors().every((index) => world.node(index).liveCount === world.nodes)
}
