import * as core from '../../../lib/core/index.js'
import type { RingPlan } from '../../plans/ring-plan.js'
import type { World } from '../world.js'
import { LeaseDouble } from './lease-double.js'
import { RingNode, type RingNodeEvents, type RingNodeParts } from './ring-node.js'
import { Voters } from './voters.js'

/** Where a violation goes: the check, the observer, the subject, and what. */
export type Report = (check: string, observer: number, subject: number, what: string) => void

/** Sees who owns what. */
export interface RingObserver extends Partial<RingNodeEvents> {
  /** Its process has ended, with all that it owned. */
  gone?(node: RingNode): void
}

/** A node that has left goes on answering for this long. */
const LINGER_US = 2_000_000

/** A ring over the nodes of a world: each runs the real machine on what its engine knows. */
export class Owners implements RingNodeEvents {
  readonly world: World
  readonly plan: RingPlan
  private readonly nodes = new Map<number, RingNode>()
  readonly voters: Voters
  private readonly observers: RingObserver[] = []
  private readonly parts: RingNodeParts

  constructor(world: World, plan: RingPlan) {
    this.world = world
    this.plan = plan
    const ids = Array.from({ length: world.nodes }, (_, i) => world.id(i))
    this.voters = new Voters(ids, plan.slots)
    const leases = new LeaseDouble(world, plan.slots, plan.takeAfterMs)
    this.parts = { world, plan, voters: this.voters, leases, events: this }
    world.observe({
      changed: (observer) => this.nodes.get(observer)?.refreshSoon(),
      booted: (index) => this.begin(index),
      ended: (index) => this.end(index),
    })
    for (let i = 0; i < world.nodes; i++) {
      world.process(i).hears = (from, bytes) => this.nodes.get(i)?.receive(from, bytes)
    }
    if (world.startedTogether) for (let i = 0; i < world.nodes; i++) this.begin(i)
  }

  observe(observer: RingObserver): void {
    this.observers.push(observer)
  }

  /** The node of a member that runs. */
  node(index: number): RingNode | undefined {
    return this.nodes.get(index)
  }

  all(): RingNode[] {
    return [...this.nodes.values()]
  }

  /** Each second: those who have handed everything over leave. */
  second(): void {
    for (const node of this.nodes.values()) {
      if (!node.isDone || this.world.truth.leaving[node.index] === 1) continue
      this.world.leave(node.index)
      this.world.after(LINGER_US, () => this.world.crash(node.index))
    }
  }

  acquired(...event: Parameters<RingNodeEvents['acquired']>): void {
    const [node, slots, term] = event
    for (const slot of slots) {
      this.world.trace.event(this.world.time, node.index, slot, Number(BigInt.asIntN(32, term)))
    }
    for (const observer of this.observers) observer.acquired?.(...event)
  }

  released(...event: Parameters<RingNodeEvents['released']>): void {
    for (const observer of this.observers) observer.released?.(...event)
  }

  conflict(...event: Parameters<RingNodeEvents['conflict']>): void {
    for (const observer of this.observers) observer.conflict?.(...event)
  }

  private begin(index: number): void {
    this.nodes.set(index, new RingNode(this.parts, index))
  }

  private end(index: number): void {
    const node = this.nodes.get(index) as RingNode
    node.end()
    this.nodes.delete(index)
    for (const observer of this.observers) observer.gone?.(node)
  }
}

/** Whether a node holds another to be dead or gone. */
export function holdsGone(world: World, observer: number, subject: number): boolean {
  const standing = world.standing(observer, subject)
  return standing === core.FAULTY || standing === core.LEFT || standing === core.ABSENT
}
