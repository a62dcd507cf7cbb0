import { NO_TERM, type Ownership, type Roll } from '../../ownership/index.js'
import type { Ring } from '../../ring/index.js'
import type { Following } from './placement-follower.js'
import type { Confidence, Owner } from './ring-events.js'
import type { RingHost } from './ring-host.js'

/** Answers that are kept, a power of two: one to each slot of a ring of the default size. */
const KEPT = 1_024

/** An answer, and of which claims. */
interface Kept {
  readonly owner: Owner
  readonly acts: boolean
  readonly changes: number
}

/**
 * Who owns a slot, as far as we know. The same answer is given again for as long as it is true, so that
 * a look-up makes nothing.
 */
export class Answers {
  private readonly ring: Ring
  private readonly roll: Roll
  private readonly host: RingHost
  private readonly machine: Ownership
  private readonly following: Following
  private readonly kept: (Kept | undefined)[]

  constructor(parts: {
    readonly ring: Ring
    readonly roll: Roll
    readonly host: RingHost
    readonly machine: Ownership
    readonly following: Following
  }) {
    this.ring = parts.ring
    this.roll = parts.roll
    this.host = parts.host
    this.machine = parts.machine
    this.following = parts.following
    this.kept = Array.from({ length: Math.min(KEPT, parts.ring.slots) }, () => undefined)
  }

  /** Undefined where nobody is in the ring. */
  ownerOfSlot(slot: number): Owner | undefined {
    const { claims } = this.machine
    const target = this.ring.ownerOfSlot(slot)
    const holder = claims.holder(slot)
    const acts = holder !== undefined && this.host.isLive(holder)
    const id = acts ? holder : target
    const member = id === undefined ? undefined : this.host.member(id)
    if (member === undefined) return undefined
    const confidence = this.confidence(slot, acts && holder === target)
    const kept = this.kept[slot & (this.kept.length - 1)]
    const holds =
      kept !== undefined &&
      kept.changes === claims.changes &&
      kept.acts === acts &&
      kept.owner.slot === slot &&
      kept.owner.member === member &&
      kept.owner.confidence === confidence
    if (holds) return kept.owner
    const term = acts ? claims.term(slot) : NO_TERM
    const owner = Object.freeze({ member, slot, term, confidence })
    this.kept[slot & (this.kept.length - 1)] = { owner, acts, changes: claims.changes }
    return owner
  }

  /** Whether every slot has the owner that it should have, as far as we know. */
  isSettled(): boolean {
    const { machine, ring, host } = this
    if (this.following.busy || !machine.informed || machine.moving) return false
    for (let slot = 0; slot < ring.slots; slot++) {
      const target = ring.ownerOfSlot(slot)
      if (target === undefined || machine.claims.holder(slot) !== target) return false
      if (target === host.id && !machine.holdings.has(slot)) return false
    }
    return host.agrees()
  }

  private confidence(slot: number, isPlaced: boolean): Confidence {
    if (this.roll.minority) return 'minority'
    const { contests } = this.machine
    if (contests.any && contests.has(this.host.now(), slot)) return 'contested'
    const agreed = this.host.agrees() && !this.following.busy
    return isPlaced && agreed && !this.machine.isLeaving(slot) ? 'settled' : 'converging'
  }
}
