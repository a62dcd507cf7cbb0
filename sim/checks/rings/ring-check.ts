import type { RunningCheck } from '../check.js'
import type { Conflict, HeldSlot, Reason, Term } from '../../../lib/ownership/index.js'
import { Ring } from '../../../lib/ring/index.js'
import { holdsGone, type Owners, type RingObserver, type Report } from '../../world/rings/owners.js'
import { PlacementCheck } from './placement-check.js'
import type { RingNode } from '../../world/rings/ring-node.js'

/** A flip that has not come after so long is no longer a way through the network. */
const FLIGHT_MS = 1_000

/** How long slots had no owner, or two: slot-seconds over the whole run, and the longest. */
export interface Spans {
  unownedMs: number
  unownedMaxMs: number
  dualMs: number
  inFlightMaxMs: number
}

/**
 * R1 to R12 as they hold at every moment. What must hold only where nothing is wrong (no gap, no
 * overlap) is judged where the plan has planned changes alone.
 */
export class RingCheck implements RunningCheck, RingObserver {
  readonly spans: Spans = { unownedMs: 0, unownedMaxMs: 0, dualMs: 0, inFlightMaxMs: 0 }
  /** Two claims on one slot that met. */
  conflicts = 0
  private readonly owners: Owners
  private readonly report: Report
  /** Whether all that the plan does is planned: then no gap and no overlap may be. */
  private readonly calm: boolean
  private readonly sure: boolean
  /** By slot: the nodes that own it; since when it has none, or two; whether it is on its way. */
  private readonly holders: Set<number>[]
  private readonly emptySince: Float64Array
  private readonly dualSince: Float64Array
  private readonly inFlight: Uint8Array
  private readonly lastTerm: Term[]
  private readonly placement: PlacementCheck

  constructor(owners: Owners, report: Report, calm: boolean) {
    const { slots, mode } = owners.plan
    this.owners = owners
    this.report = report
    this.calm = calm
    this.placement = new PlacementCheck(owners, report)
    this.sure = mode !== 'available'
    this.holders = Array.from({ length: slots }, () => new Set<number>())
    this.emptySince = new Float64Array(slots).fill(NaN)
    this.dualSince = new Float64Array(slots).fill(NaN)
    this.inFlight = new Uint8Array(slots)
    this.lastTerm = Array<Term>(slots).fill(0n)
  }

  acquired(
    node: RingNode,
    slots: readonly number[],
    term: Term,
    from: string | undefined,
    reason: Reason,
  ): void {
    if (reason === 'kept') return
    if (reason === 'failure' || reason === 'leave') this.inherited(node, slots, from as string)
    for (const slot of slots) {
      this.rises(node, slot, term)
      this.endEmpty(slot)
      this.holders[slot].add(node.index)
      for (const other of this.holders[slot]) if (other !== node.index) this.both(node, other, slot)
    }
  }

  released(
    node: RingNode,
    slots: readonly HeldSlot[],
    reason: Reason,
    to: string | undefined,
  ): void {
    for (const { slot } of slots) this.leave(node, slot, reason === 'moved' && to !== undefined)
  }

  gone(node: RingNode): void {
    for (const slot of node.machine.heldSlots.keys()) this.leave(node, slot, false)
  }

  conflict(_node: RingNode, _conflict: Conflict): void {
    this.conflicts++
  }

  second(): void {
    this.placement.second()
    if (this.calm) this.noFlightLasts()
  }

  /** What a run tells of its ring. */
  get figures(): Record<string, number> {
    const spans = Object.entries(this.spans).map(([name, ms]) => [name, Math.round(ms)])
    return { ...Object.fromEntries(spans), conflicts: this.conflicts }
  }

  /** Closes the open spans. */
  end(): void {
    for (let slot = 0; slot < this.holders.length; slot++) {
      this.endEmpty(slot)
      this.endDual(slot)
    }
  }

  private get now(): number {
    return this.owners.world.time / 1_000
  }

  /** R8 and R12: whoever else may act for a slot that has just been acquired. */
  private both(node: RingNode, other: number, slot: number): void {
    const acts = this.owners.node(other)?.acts(slot) === true
    if (Number.isNaN(this.dualSince[slot])) this.dualSince[slot] = this.now
    if (!acts) return
    const what = `slot ${slot} is ${node.id}'s now, and node-${other} may still act for it`
    if (this.sure) this.report('R8', node.index, other, what)
    else if (this.calm) this.report('R12', node.index, other, what)
  }

  /** R7: terms of those who may act rise. In `available` only where nothing is wrong. */
  private rises(node: RingNode, slot: number, term: Term): void {
    if ((this.sure || this.calm) && term <= this.lastTerm[slot]) {
      this.report('R7', node.index, -1, `slot ${slot}: term ${term} after ${this.lastTerm[slot]}`)
    }
    if (term > this.lastTerm[slot]) this.lastTerm[slot] = term
  }

  /** R9 and R10: only who is held to be gone loses what it owns, and to its first replica. */
  private inherited(node: RingNode, slots: readonly number[], from: string): void {
    const { world, plan } = this.owners
    const subject = world.node(node.index).table.findId(from)
    const lives = subject >= 0 && !holdsGone(world, node.index, subject)
    if (lives && !node.isStale) {
      this.report('R10', node.index, subject, `took ${slots.length} slots from ${from}, who lives`)
    }
    const before = new Ring({ slots: plan.slots, replicas: 2, seed: 'ring' })
    before.update([...new Set([...node.roll.participants, from])].map((id) => ({ id })))
    // An heir that sees it otherwise, and takes nothing, is not waited for for ever.
    if (node.roll.isOverdue(world.clockOf(node.index), from)) return
    for (const slot of slots) {
      const [owner, replica] = before.ownersOfSlot(slot)
      if (owner !== from || replica === node.id) continue
      this.report('R9', node.index, subject, `slot ${slot} of ${from} is for ${replica}`)
    }
  }

  private leave(node: RingNode, slot: number, onItsWay: boolean): void {
    const holders = this.holders[slot]
    if (!holders.delete(node.index)) return
    if (holders.size === 1) this.endDual(slot)
    if (holders.size > 0) return
    this.emptySince[slot] = this.now
    this.inFlight[slot] = onItsWay ? 1 : 0
    if (this.calm && !onItsWay) {
      this.report('R12', node.index, -1, `slot ${slot} was let go, and is nobody's`)
    }
  }

  private endEmpty(slot: number): void {
    const ms = this.now - this.emptySince[slot]
    if (Number.isNaN(ms)) return
    const { spans } = this
    if (this.inFlight[slot] === 1) spans.inFlightMaxMs = Math.max(spans.inFlightMaxMs, ms)
    else {
      spans.unownedMs += ms
      spans.unownedMaxMs = Math.max(spans.unownedMaxMs, ms)
    }
    this.emptySince[slot] = NaN
    this.inFlight[slot] = 0
  }

  private endDual(slot: number): void {
    const ms = this.now - this.dualSince[slot]
    if (!Number.isNaN(ms)) this.spans.dualMs += ms
    this.dualSince[slot] = NaN
  }

  /** R12: what one has given, the other soon has. */
  private noFlightLasts(): void {
    for (let slot = 0; slot < this.holders.length; slot++) {
      if (this.inFlight[slot] === 1 && this.now - this.emptySince[slot] > FLIGHT_MS) {
        this.report('R12', -1, -1, `slot ${slot} was given, and has not arrived`)
      }
    }
  }
}
