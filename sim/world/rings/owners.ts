import * as core from '../../../lib/core/index.js'
import {
  Ballot,
  STORE,
  VOTERS_MAX,
  WITNESSES,
  type RingMessage,
} from '../../../lib/ownership/index.js'
import { Ring } from '../../../lib/ring/index.js'
import type { World } from '../world.js'
import { allIds, RingNode, type RingNodeEvents, type RingNodeHost } from './ring-node.js'
import type { RingPlan } from '../../plans/ring-plan.js'

/** Where a violation goes: the check, the observer, the subject, and what. */
export type Report = (check: string, observer: number, subject: number, what: string) => void

/** Looks on at who owns what. */
export interface OwnersWitness extends Partial<RingNodeEvents> {
  /** Its process has ended, with all that it owned. */
  gone?(node: RingNode): void
}

/** Between a node and the store of leases, in microseconds. */
const STORE_US = 1_000
/** One that has left goes on answering for so long. */
const LINGER_US = 2_000_000

/** A ring over the nodes of a world: each runs the real machine on what its engine knows. */
export class Owners implements RingNodeHost {
  readonly world: World
  readonly plan: RingPlan
  private readonly nodes = new Map<number, RingNode>()
  private readonly witnesses: OwnersWitness[] = []
  private readonly voters: Ring | undefined
  private readonly allVoters: readonly string[]
  private readonly store: Ballot

  constructor(world: World, plan: RingPlan) {
    this.world = world
    this.plan = plan
    this.allVoters = allIds(world)
    if (this.allVoters.length > VOTERS_MAX) {
      this.voters = new Ring({ slots: plan.slots, replicas: WITNESSES })
      this.voters.update(this.allVoters.map((id) => ({ id })))
    }
    this.store = new Ballot(plan.slots, plan.takeAfterMs, 0)
    world.watch({
      changed: (observer) => this.nodes.get(observer)?.refreshSoon(),
      booted: (index) => this.begin(index),
      ended: (index) => this.end(index),
    })
    for (let i = 0; i < world.nodes; i++) {
      world.process(i).hears = (from, bytes) => this.nodes.get(i)?.receive(from, bytes)
    }
    if (world.startedTogether) for (let i = 0; i < world.nodes; i++) this.begin(i)
  }

  watch(witness: OwnersWitness): void {
    this.witnesses.push(witness)
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

  votersOf(slot: number): readonly string[] {
    return this.voters?.ownersOfSlot(slot) ?? this.allVoters
  }

  /** It cannot be cut off: what becomes of a store that is down is for tests with a real one. */
  askStore(node: RingNode, message: RingMessage): void {
    const ask = message as Extract<RingMessage, { kind: 'ask' }>
    this.world.after(STORE_US, () => {
      const answer = this.store.answer(this.world.now, ask)
      this.world.after(STORE_US, () => {
        node.hear(STORE, { kind: 'grant', round: ask.round, ...answer })
      })
    })
  }

  acquired(...event: Parameters<RingNodeHost['acquired']>): void {
    const [node, slots, term] = event
    for (const slot of slots) {
      this.world.trace.event(this.world.time, node.index, slot, Number(BigInt.asIntN(32, term)))
    }
    for (const witness of this.witnesses) witness.acquired?.(...event)
  }

  released(...event: Parameters<RingNodeHost['released']>): void {
    for (const witness of this.witnesses) witness.released?.(...event)
  }

  conflict(...event: Parameters<RingNodeHost['conflict']>): void {
    for (const witness of this.witnesses) witness.conflict?.(...event)
  }

  private begin(index: number): void {
    this.nodes.set(index, new RingNode(this, index))
  }

  private end(index: number): void {
    const node = this.nodes.get(index) as RingNode
    node.end()
    this.nodes.delete(index)
    for (const witness of this.witnesses) witness.gone?.(node)
  }
}

/** Whether a node holds another to be dead or gone. */
export function holdsGone(world: World, observer: number, subject: number): boolean {
  const standing = world.standing(observer, subject)
  return standing === core.FAULTY || standing === core.LEFT || standing === core.ABSENT
}
