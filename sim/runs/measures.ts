import * as core from '../../lib/core/index.js'
import type { RunningCheck } from '../checks/check.js'
import type { World } from '../world/world.js'

/** One point of a curve: so many seconds in, so much. */
export type Point = readonly [second: number, value: number]

const BURST_US = 100_000

/** Measures a run: how soon what was seen, how often wrongly, and at what cost. */
export class Measures implements RunningCheck {
  falseSuspects = 0
  falseDeaths = 0
  /** The most datagrams that one node sent within 100 ms after a stall. */
  burst = 0
  /** When a view last changed. */
  changedAtMs = 0
  /** Of each crash: when, and when each survivor came to hold it faulty, in milliseconds. */
  readonly deaths: { readonly node: number; readonly atMs: number; readonly seenMs: number[] }[] =
    []
  /** Each second: views that changed, members held suspect or faulty that are up, bytes sent. */
  readonly changes: Point[] = []
  readonly falsePositives: Point[] = []
  readonly bytes: Point[] = []
  readonly datagrams: Point[] = []
  /** Nodes by local health, at the end of each second. */
  readonly health: Point[] = []
  private readonly world: World
  private readonly open = new Map<number, (typeof this.deaths)[number]>()
  private changed_ = 0
  private false_ = 0
  private bytesBefore = 0
  private datagramsBefore = 0

  constructor(world: World) {
    this.world = world
  }

  changed(observer: number, subject: number, from: core.Standing, to: core.Standing): void {
    this.changed_++
    this.changedAtMs = this.world.now
    if (observer === subject || subject >= this.world.nodes) return
    const gone = this.world.truth.up[subject] === 0 || this.world.truth.leaving[subject] === 1
    if (gone) {
      if (to === core.FAULTY) this.noteDeath(subject)
    } else if (from !== to && to === core.SUSPECT) this.falseSuspects++
    else if (from !== to && to === core.FAULTY) {
      this.falseDeaths++
      this.false_++
    }
  }

  fault(name: string, nodes: readonly number[], begins: boolean): void {
    if (name !== 'stall' || begins) return
    for (const node of nodes.filter((index) => this.world.up(index))) {
      const engine = this.world.node(node)
      const before = engine.counters.datagramsSent
      const look = (): void => {
        this.burst = Math.max(this.burst, engine.counters.datagramsSent - before)
      }
      this.world.after(BURST_US, look)
    }
  }

  booted(index: number): void {
    this.open.delete(index)
  }

  ended(node: number): void {
    if (this.world.truth.leaving[node] === 1) return
    const death = { node, atMs: this.world.now, seenMs: [] }
    this.deaths.push(death)
    this.open.set(node, death)
  }

  second(): void {
    const { world } = this
    let [bytes, datagrams, unwell] = [0, 0, 0]
    for (const index of world.running()) {
      const { counters, health } = world.node(index)
      bytes += counters.bytesSent
      datagrams += counters.datagramsSent
      if (health > 0) unwell++
    }
    const second = Math.round(world.time / 1e6)
    this.changes.push([second, this.changed_])
    this.falsePositives.push([second, this.false_])
    this.bytes.push([second, Math.max(0, bytes - this.bytesBefore)])
    this.datagrams.push([second, Math.max(0, datagrams - this.datagramsBefore)])
    this.health.push([second, unwell])
    this.bytesBefore = bytes
    this.datagramsBefore = datagrams
    this.changed_ = this.false_ = 0
  }

  /** How long after each crash the last survivor knew; −1: not all do. */
  detectionMs(): number[] {
    const alive = this.world.running().length
    return this.deaths
      .filter(({ node }) => this.open.has(node))
      .map(({ seenMs }) => (seenMs.length < alive ? -1 : Math.max(...seenMs)))
  }

  private noteDeath(subject: number): void {
    const death = this.open.get(subject)
    death?.seenMs.push(this.world.now - death.atMs)
  }
}
