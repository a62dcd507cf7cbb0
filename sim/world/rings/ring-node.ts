import { decodeUserPacket, encodeUserPacket } from '../../../lib/wire/index.js'
import * as core from '../../../lib/core/index.js'
import {
  Ownership,
  Roll,
  STORE,
  type Conflict,
  type Enrolled,
  type HeldSlot,
  type OwnershipHost,
  type Reason,
  type RingMessage,
  type Term,
} from '../../../lib/ownership/index.js'
import { Ring } from '../../../lib/ring/index.js'
import { draw } from '../../network/draw.js'
import { EPOCH_SECONDS } from '../world-options.js'
import type { World } from '../world.js'
import { isLeaving } from './leaving.js'
import type { LeaseDouble } from './lease-double.js'
import type { Voters } from './voters.js'
import type { RingPlan } from '../../plans/ring-plan.js'

/** What the ring nodes of a world share. */
export interface RingNodeParts {
  readonly world: World
  readonly plan: RingPlan
  readonly voters: Voters
  readonly leases: LeaseDouble
  readonly events: RingNodeEvents
}

/** What becomes of a node's slots. */
export interface RingNodeEvents {
  acquired(
    node: RingNode,
    slots: readonly number[],
    term: Term,
    from: string | undefined,
    reason: Reason,
  ): void
  released(node: RingNode, slots: readonly HeldSlot[], reason: Reason, to: string | undefined): void
  conflict(node: RingNode, conflict: Conflict): void
}

const NAME = 'ring'
const PURPOSE = 0x72696e67
/** 2026-01-01, where the simulator's wall clocks begin. */
const EPOCH_MS = 1_767_225_600_000
/** How long it takes to get ready for slots, and to finish what is done for them, at the most. */
const PREPARE_MS = 10
const DRAIN_MS = 40
const JOINING_MS = 10
const STATES = ['alive', 'suspect', 'faulty', 'left'] as const

/** One life of one node as a member of the ring: the real machine, on its engine's view and wire. */
export class RingNode implements OwnershipHost {
  readonly index: number
  readonly machine: Ownership
  readonly roll: Roll
  readonly ring: Ring
  private readonly parts: RingNodeParts
  readonly boot: number
  private drawn = 0
  private armedAt = Infinity
  private refreshing = false
  /** Moves that come to us, and are being prepared for. */
  private readonly preparing = new Set<string>()
  private over = false

  constructor(parts: RingNodeParts, index: number) {
    const { world, plan } = parts
    const { mode, slots, replicas, stopAfterMs, takeAfterMs } = plan
    const { gossipIntervalMs: intervalMs, fanout } = world.protocol
    this.parts = parts
    this.index = index
    this.boot = world.truth.boot[index]
    this.ring = new Ring({ slots, replicas, seed: NAME })
    const voters = mode === 'majority' ? parts.voters.all : []
    this.roll = new Roll(this.ring, { suspectOwns: true, graceMs: 20 * intervalMs, voters })
    this.machine = new Ownership({
      id: world.id(index),
      incarnation: core.incarnationOf(world.node(index).record.word),
      slots,
      options: { mode, voters, stopAfterMs, takeAfterMs, intervalMs, firstWaitMs: 0, fanout },
      host: this,
      view: this.roll,
      now: world.clockOf(index),
    })
    this.refreshSoon()
  }

  /** Whether it still lives this life. */
  get lives(): boolean {
    const { world } = this.parts
    return !this.over && world.up(this.index) && world.truth.boot[this.index] === this.boot
  }

  get id(): string {
    return this.parts.world.id(this.index)
  }

  /** Whether it may act for a slot, as it sees it now. */
  acts(slot: number): boolean {
    const holding = this.machine.heldSlots.get(slot)
    return holding !== undefined && this.machine.check(this.now, slot, holding.term)
  }

  /** Whether it is on its way out, and owns nothing any more. */
  get isDone(): boolean {
    const { table, self } = this.parts.world.node(this.index)
    const leaves = isLeaving(table.meta(self))
    return leaves && this.machine.heldSlots.size === 0 && !this.machine.moving
  }

  /** Its view has changed: once it is done with that, the ring looks. */
  refreshSoon(): void {
    if (this.refreshing) return
    this.refreshing = true
    this.later(0, () => {
      this.refreshing = false
      // Who has not been let in yet knows nobody to share the ring with.
      if (!this.parts.world.node(this.index).started) {
        this.later(JOINING_MS, () => (this.refreshSoon(), Infinity))
        return Infinity
      }
      Array.from(this.roll.change(this.enrolled()))
      return this.machine.membersChanged(this.now)
    })
  }

  /** Whether its view has changed, and the ring has not looked yet. */
  get isStale(): boolean {
    return this.refreshing
  }

  /** Bytes of a user packet have come; they are lent. */
  receive(from: number, bytes: Uint8Array): void {
    const packet = decodeUserPacket(bytes)?.ring
    if (packet === undefined) return
    const sender = this.parts.world.id(from)
    this.later(0, () => this.machine.receive(this.now, sender, packet.message))
  }

  /** A message that did not come through the network. */
  receiveFrom(from: string, message: RingMessage): void {
    this.later(0, () => this.machine.receive(this.now, from, message))
  }

  end(): void {
    this.over = true
  }

  // What ownership asks for.

  send(to: string, message: RingMessage): void {
    const { world } = this.parts
    if (to === STORE) return this.parts.leases.ask(this, message)
    const slot = world.node(this.index).table.findId(to)
    if (slot === core.NO_SLOT) return
    const bytes = encodeUserPacket({ ring: { name: NAME, message } })
    const process = world.process(this.index)
    world.input(process, 0, (now) => process.running.message(now, slot, bytes))
  }

  prepare(from: string, move: number): void {
    const key = `${from}/${move}`
    if (this.preparing.has(key)) return
    this.preparing.add(key)
    this.later(this.part() * PREPARE_MS, () => {
      this.preparing.delete(key)
      return this.machine.prepared(this.now, from, move)
    })
  }

  drain(move: number): void {
    this.later(this.part() * DRAIN_MS, () => this.machine.drained(this.now, move))
  }

  acquired(slots: readonly number[], term: Term, from: string | undefined, reason: Reason): void {
    this.parts.events.acquired(this, slots, term, from, reason)
  }

  released(slots: readonly HeldSlot[], reason: Reason, to: string | undefined): void {
    this.parts.events.released(this, slots, reason, to)
  }

  conflict(conflict: Conflict): void {
    this.parts.events.conflict(this, conflict)
  }

  votersOf(slot: number): readonly string[] {
    return this.parts.voters.of(slot)
  }

  wallMs(): number {
    const { world } = this.parts
    const seconds = world.process(this.index).wallSeconds(world.time)
    const offset = seconds - EPOCH_SECONDS - Math.floor(world.time / 1e6)
    return EPOCH_MS + 1_000 * (EPOCH_SECONDS + offset) + this.now
  }

  random(): number {
    return Math.floor(this.part() * 4_294_967_296) | 0
  }

  private get now(): number {
    return this.parts.world.clockOf(this.index)
  }

  private part(): number {
    return draw(this.parts.world.seed, PURPOSE, this.index, this.boot, ++this.drawn)
  }

  /** Does something later, once the process has a processor; what it returns is when to tick. */
  private later(ms: number, run: () => number): void {
    const { world } = this.parts
    const go = (): void => {
      if (!this.lives) return
      const frozenUntil = world.process(this.index).machine?.frozenUntil ?? 0
      if (frozenUntil > world.time) world.after(frozenUntil - world.time + 1, go)
      else this.arm(run())
    }
    world.after(Math.round(ms * 1_000), go)
  }

  private arm(deadline: number): void {
    if (deadline >= this.armedAt || deadline === Infinity) return
    this.armedAt = deadline
    this.later(Math.max(1, deadline - this.now), () => {
      if (this.armedAt !== deadline) return Infinity
      this.armedAt = Infinity
      return this.machine.tick(this.now)
    })
  }

  private enrolled(): Enrolled[] {
    const { table } = this.parts.world.node(this.index)
    const all: Enrolled[] = []
    for (let slot = 0 as core.TableSlot; slot < table.bound; slot++) {
      if (!table.has(slot)) continue
      const part = isLeaving(table.meta(slot)) ? 'leaving' : 'in'
      all.push({ id: table.id(slot), state: STATES[core.stateOf(table.word(slot))], part })
    }
    return all
  }
}
