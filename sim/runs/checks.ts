import {
  SAFETY,
  type Check,
  type Cost,
  type RunningCheck,
  type Scene,
  type Violation,
} from '../checks/index.js'
import { Wire } from '../checks/wire.js'
import type { World } from '../world/world.js'

/** Violations that are kept; those that follow from the first few say nothing new. */
const KEPT = 20
/** Up to so many nodes each datagram is looked at too. */
const PACKETS_MAX = 256

/** What holds even if the network forges: liars can say anything in an unsealed packet. */
const LIARS_TOO = ['S10', 'S11', 'S17', 'S18', 'S19', 'S20']

/** Runs the checks on a world, and keeps what they report. */
export class Checks implements Scene {
  readonly world: World
  readonly wire: Wire = new Wire()
  readonly violations: Violation[] = []
  /** All that were reported, the ones not kept included. */
  count = 0
  private readonly running: RunningCheck[]

  constructor(world: World, liars: boolean, checks: readonly Check[] = SAFETY) {
    this.world = world
    const costs: readonly Cost[] =
      world.nodes > PACKETS_MAX
        ? ['change', 'second', 'end']
        : ['change', 'second', 'end', 'packet']
    const fits = ({ name, cost, nodesMax = Infinity }: Check): boolean => {
      if (liars && !LIARS_TOO.includes(name)) return false
      return costs.includes(cost) && world.nodes <= nodesMax
    }
    this.running = checks.filter(fits).map((check) => check.begin(this))
    const forget = (): void => this.wire.forget()
    if (costs.includes('packet')) world.observe({ sent: forget, arriving: forget })
    for (const check of this.running) world.observe(check)
  }

  report = (check: string, observer: number, subject: number, what: string): void => {
    this.count++
    if (this.violations.length >= KEPT) return
    this.violations.push({ check, atMs: this.world.now, observer, subject, what })
  }

  second(): void {
    for (const check of this.running) check.second?.()
  }

  end(): void {
    for (const check of this.running) check.end?.()
  }
}
