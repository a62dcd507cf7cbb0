import {
  LIVENESS,
  settleBoundMs,
  Sometimes,
  type Aftermath,
  type Rest,
  type Violation,
} from '../checks/index.js'
import { FAULTS } from '../scenarios/faults.js'
import { Owners } from '../world/rings/owners.js'
import { RingCheck } from '../checks/rings/ring-check.js'
import { nodesOf, type Plan } from '../plans/plan.js'
import { planted } from '../plants/index.js'
import type { Observer } from '../world/observer.js'
import type { WorldOptions } from '../world/world-options.js'
import { World } from '../world/world.js'
import { Checks } from './checks.js'
import { Measures } from './measures.js'
import { gatesBroken, type Outcome } from './outcome.js'
import { restOf } from './rest.js'

export interface RunOptions {
  /** Further observers. */
  readonly observers?: (world: World) => readonly Observer[]
  readonly scheduler?: WorldOptions['scheduler']
  readonly layout?: WorldOptions['layout']
  readonly idOf?: WorldOptions['idOf']
  /** The most that each figure may come to. */
  readonly expect?: Readonly<Record<string, number>>
}

const PERIODS_AT_REST = 10

/** Whether the network forges datagrams: then only what survives that is checked. */
function lies(plan: Plan): boolean {
  return plan.faults.some(({ kind, with: w }) => kind === 'truncate' || w?.checksum === 'none')
}

/** Whether all that befalls the nodes is planned: then no slot may ever be without an owner. */
function isCalm({ faults, start, network }: Plan): boolean {
  const planned = faults.every(({ kind }) => kind === 'withdraw' || kind === 'join')
  return planned && start === 'together' && (network.loss ?? 0) === 0
}

/**
 * A run in two phases: faults as the plan has them, then a healthy core that must come to rest.
 * Safety is checked throughout, liveness at the end.
 */
export function run(plan: Plan, seed: number, options: RunOptions = {}): Outcome {
  const unplant = plan.plant === undefined ? undefined : planted(plan.plant)
  try {
    return new Run(plan, seed, options).perform()
  } finally {
    unplant?.()
  }
}

class Run {
  private readonly plan: Plan
  private readonly seed: number
  private readonly world: World
  private readonly checks: Checks
  private readonly owners: Owners | undefined
  private readonly ringCheck: RingCheck | undefined
  private readonly measures: Measures
  private readonly sometimes: Sometimes
  private readonly ends: (() => void)[] = []
  private readonly liveness: Violation[] = []
  private readonly expect: Readonly<Record<string, number>>

  constructor(plan: Plan, seed: number, options: RunOptions) {
    const { nodes, profile, protocol, network, start, clusters } = plan
    this.plan = plan
    this.seed = seed
    const { scheduler, layout, idOf, expect = {} } = options
    this.expect = expect
    this.world = new World({
      nodes,
      seed,
      profile,
      protocol,
      network,
      start,
      clusterOf: clusters > 1 ? (index) => `cluster-${index % clusters}` : undefined,
      scheduler,
      layout,
      idOf,
    })
    this.checks = new Checks(this.world, lies(plan))
    if (plan.ring) {
      this.owners = new Owners(this.world, plan.ring)
      this.ringCheck = new RingCheck(this.owners, this.checks.report, isCalm(plan))
      this.owners.observe(this.ringCheck)
    }
    this.measures = new Measures(this.world)
    this.sometimes = new Sometimes(this.world)
    this.world.observe(this.measures)
    if (nodes <= 256) this.world.observe(this.sometimes)
    for (const observer of options.observers?.(this.world) ?? []) this.world.observe(observer)
  }

  perform(): Outcome {
    const { plan, world } = this
    if (plan.start === 'empty') for (let i = 0; i < plan.clusters; i++) world.boot(i)
    plan.faults.forEach((fault, salt) => this.arrange(fault, salt))
    try {
      this.pass(plan.durationMs)
      this.heal()
      this.judge()
    } catch (error) {
      const what = String(error)
      this.checks.report('S17', -1, -1, `threw ${what}`)
    }
    return this.outcome()
  }

  private arrange(fault: Plan['faults'][number], salt: number): void {
    const { world } = this
    const { kind, atMs, forMs } = fault
    const nodes = nodesOf(fault)
    world.at(atMs, () => {
      if (this.healed) return
      world.noteFault(kind, nodes, true)
      const end = FAULTS[kind].begin(world, fault, salt)
      let over = false
      const finish = (): void => {
        if (over) return
        over = true
        end()
        world.noteFault(kind, nodes, false)
      }
      if (fault.untilSettled) this.awaitSettled(finish)
      else if (forMs === undefined) this.ends.push(finish)
      else world.at(world.now + forMs, finish)
    })
  }

  private healed = false

  /** Ends a fault once no view has changed for three times the longest suspicion. */
  private awaitSettled(finish: () => void): void {
    const { world, measures } = this
    const { periodMs, suspicionMult, suspicionMaxMult } = world.protocol
    const longest =
      suspicionMult * suspicionMaxMult * Math.max(1, Math.log10(world.nodes)) * periodMs
    const look = (): void => {
      if (this.healed) return
      if (world.now - measures.changedAtMs < 3 * longest) world.after(1_000_000, look)
      else finish()
    }
    this.ends.push(finish)
    world.after(1_000_000, look)
  }

  /** Lets time pass, second by second. */
  private pass(ms: number, until: () => boolean = () => false): void {
    const { world } = this
    const end = world.time + ms * 1_000
    while (world.time < end && !until()) {
      world.run(Math.min(1_000, (end - world.time) / 1_000))
      this.checks.second()
      this.owners?.second()
      this.ringCheck?.second()
      this.measures.second()
      if (world.nodes <= 256) this.sometimes.second()
    }
  }

  private heal(): void {
    this.healed = true
    for (const end of this.ends) end()
    this.world.network.heal()
    this.sometimes.healed()
  }

  private judge(): void {
    const { plan, world } = this
    const healedMs = world.now
    const boundMs = plan.settleMs > 0 ? plan.settleMs : settleBoundMs(world)
    const restedMs: Record<Rest, number> = { alive: -1, equal: -1, quiet: -1, well: -1, owned: -1 }
    const look = (): boolean => {
      const now = restOf(world, this.owners)
      for (const rest of Object.keys(now) as Rest[]) {
        if (!now[rest]) restedMs[rest] = -1
        else if (restedMs[rest] < 0) restedMs[rest] = world.now - healedMs
      }
      return Object.values(now).every(Boolean)
    }
    this.pass(boundMs, look)
    look()
    const crashMs = this.measures.detectionMs()
    const quiet = this.quiet()
    const { falseSuspects, falseDeaths } = this.measures
    const aftermath: Aftermath = {
      plan,
      world,
      restedMs,
      boundMs,
      crashMs,
      falseSuspects,
      falseDeaths,
      burst: this.measures.burst,
      ...quiet,
    }
    this.checks.end()
    this.ringCheck?.end()
    const report = (check: string, observer: number, subject: number, what: string): void => {
      this.liveness.push({ check, atMs: world.now, observer, subject, what })
    }
    if (!lies(plan))
      for (const check of LIVENESS)
        check.judge(aftermath, { world, report, wire: this.checks.wire })
    Object.assign(this.figures, {
      healMs: restedMs.alive,
      restMs: Math.max(...Object.values(restedMs)),
    })
  }

  private readonly figures: Record<string, number> = {}

  /** A few periods of peace: what they cost, and who sleeps through them. */
  private quiet(): Pick<Aftermath, 'restBytes' | 'quietBytes' | 'asleep'> {
    const { world } = this
    const up = world.running()
    const seconds = (PERIODS_AT_REST * world.protocol.periodMs) / 1_000
    const count = (of: 'bytesSent' | 'probes'): number[] =>
      up.map((i) => (world.up(i) ? world.node(i).counters[of] : 0))
    const [bytes, probes] = [count('bytesSent'), count('probes')]
    this.pass(seconds * 1_000)
    // Who leaves may end meanwhile; of it nothing more is counted.
    const stays = up.map((index) => world.up(index))
    const sent = count('bytesSent').reduce((sum, now, i) => sum + Math.max(0, now - bytes[i]), 0)
    const probed = count('probes').map((now, i) => now - probes[i])
    // A ping and an ack a probe, each with two ids and no updates.
    const idBytes = Math.max(...up.map((index) => world.id(index).length), 0)
    const quietBytes = (2 * (40 + 2 * idBytes) * 1_000) / world.protocol.periodMs
    const alone = up.length < 2
    return {
      restBytes: sent / Math.max(1, up.length) / seconds,
      quietBytes,
      asleep: alone ? [] : up.filter((_, i) => stays[i] && probed[i] === 0),
    }
  }

  private outcome(): Outcome {
    const { plan, seed, world, checks, measures } = this
    const { falseSuspects, falseDeaths } = measures
    const detection = measures.detectionMs().filter((ms) => ms >= 0)
    const figures: Record<string, number> = {
      falseSuspects,
      falseDeaths,
      ...this.figures,
      ...this.ringCheck?.figures,
      ...(detection.length > 0 && { detectionMs: Math.max(...detection) }),
    }
    const gates = gatesBroken(figures, this.expect, world.now)
    return {
      plan,
      seed,
      verdict: this.verdict(gates.length),
      violations: [...checks.violations, ...this.liveness, ...gates],
      met: [...this.sometimes.met].toSorted(),
      hash: world.trace.hash,
      story: world.story.hash,
      virtualMs: world.now,
      events: world.events,
      figures,
      expect: this.expect,
      measures,
    }
  }

  private verdict(gates: number): Outcome['verdict'] {
    if (this.checks.count > 0) return 'safety'
    if (this.liveness.length > 0) return 'liveness'
    return gates > 0 ? 'gate' : 'pass'
  }
}
