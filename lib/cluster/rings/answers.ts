import { NO_TERM, type Ownership, type Roll } from '../../ownership/index.js'
import type { Ring } from '../../ring/index.js'
import type { PlacementFollower } from './placement-follower.js'
import type { Confidence, Owner } from './ring-events.js'
import type { RingParts } from './ring-parts.js'

/** Answers that are kept, a power of two: one to each slot of a ring of the default size. */
const KEPT = 1_024

/** An answer, and the state of the claims that it was made from. */
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
  private readonly parts: RingParts
  private readonly ring: Ring
  private readonly roll: Roll
  private readonly ownership: Ownership
  private readonly follower: PlacementFollower
  private readonly kept: (Kept | undefined)[]

  constructor(
    parts: RingParts,
    of: {
      readonly ring: Ring
      readonly roll: Roll
      readonly ownership: Ownership
      readonly follower: PlacementFollower
    },
  ) {
    this.parts = parts
    this.ring = of.ring
    this.roll = of.roll
    this.ownership = of.ownership
    this.follower = of.follower
    this.kept = Array.from({ length: Math.min(KEPT, of.ring.slots) }, () => undefined)
  }

  /** Undefined where no member is in the ring. */
  ownerOfSlot(slot: number): Owner | undefined {
    const { claims } = this.ownership
    const { roster } = this.parts
    const target = this.ring.ownerOfSlot(slot)
    const holder = claims.holder(slot)
    const acts = holder !== undefined && roster.isLive(holder)
    const id = acts ? holder : target
    const member = id === undefined ? undefined : roster.get(id)
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
    const { ownership, ring } = this
    const { id, node } = this.parts
    if (this.follower.busy || !ownership.informed || ownership.moving) return false
    for (let slot = 0; slot < ring.slots; slot++) {
      const target = ring.ownerOfSlot(slot)
      if (target === undefined || ownership.claims.holder(slot) !== target) return false
      if (target === id && !ownership.heldSlots.has(slot)) return false
    }
    return node.agreed
  }

  private confidence(slot: number, isPlaced: boolean): Confidence {
    if (this.roll.minority) return 'minority'
    const { contests } = this.ownership
    const { runtime, node } = this.parts
    if (contests.any && contests.has(runtime.now(), slot)) return 'contested'
    const agreed = node.agreed && !this.follower.busy
    return isPlaced && agreed && !this.ownership.isLeaving(slot) ? 'settled' : 'converging'
  }
}
