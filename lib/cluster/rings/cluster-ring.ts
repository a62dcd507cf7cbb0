import { TypedEmitter } from 'tiny-typed-emitter'
import {
  diff,
  Ring,
  type Assignment,
  type Move,
  type RingKey,
  type RingOptions,
} from '../ring/index.js'
import type { Member } from './member.js'

/** Options of `Cluster.ring`: the same on all members, or they will not agree. */
export interface ClusterRingOptions extends Omit<RingOptions, 'seed'> {
  /**
   * Changes of membership within so many milliseconds move slots once. 0…60,000; 0: those of one
   * turn of the event loop. Raising it: fewer moves in a burst of deaths, later ones.
   * @default 0
   */
  readonly batchMs?: number
}

/** One change of a ring as this member sees it. */
export interface RingChange {
  /** Slots that we own since now, ascending. */
  readonly gained: readonly number[]
  /** Slots that we owned until now, ascending. */
  readonly lost: readonly number[]
  /** Every slot whose owner changed, ours and others'; ids. */
  readonly moves: readonly Move[]
  /** Members in the ring now. */
  readonly members: number
}

/** Who owns a key. */
export interface Owner {
  readonly member: Member
  /** The slot of the ring that the key falls into. */
  readonly slot: number
}

export interface ClusterRingEvents {
  /** Slots changed hands. The first one comes right after `Cluster.ring` and has all that we own. */
  change: (change: RingChange) => void
}

/** What a ring asks of its cluster. */
export interface RingHost {
  readonly selfId: string
  member(id: string): Member | undefined
  deliver(ring: ClusterRing, change: RingChange): void
  /** Calls once, after so many milliseconds; 0: soon. Returns what cancels it. */
  after(ms: number, callback: () => void): () => void
}

/**
 * A named ring over the live members (alive or suspect: work does not move on a suspicion). Equal
 * views give equal owners; during detection and partitions two members may both believe that they
 * own a slot. Guard what must not happen twice.
 */
export class ClusterRing extends TypedEmitter<ClusterRingEvents> {
  readonly name: string
  private readonly ring: Ring
  private readonly host: RingHost
  private readonly batchMs: number
  private last: Assignment
  private mine = new Set<number>()
  private live: readonly Member[] = []
  private pending = false
  private cancel: (() => void) | undefined

  /** @internal Use `Cluster.ring`. */
  constructor(name: string, options: ClusterRingOptions, host: RingHost) {
    super()
    const { batchMs = 0, ...ring } = options
    this.name = name
    this.ring = new Ring({ ...ring, seed: name })
    this.host = host
    this.batchMs = batchMs
    this.last = { owners: Array<undefined>(this.ring.slots).fill(undefined) }
  }

  get slots(): number {
    return this.ring.slots
  }

  get replicas(): number {
    return this.ring.replicas
  }

  /** Slots that we own, ascending. */
  get owned(): readonly number[] {
    return [...this.mine].sort((a, b) => a - b)
  }

  /** How many slots each member owns, by id. */
  loads(): Map<string, number> {
    return this.ring.loads()
  }

  /** The slot of a key. @throws GyreError `BAD_KEY` */
  slotOf(key: RingKey): number {
    return this.ring.slotOf(key)
  }

  /** Whether this member owns the key, as far as it knows. @throws GyreError `BAD_KEY` */
  owns(key: RingKey): boolean {
    return this.mine.has(this.ring.slotOf(key))
  }

  /** The owner of a key; undefined once we have left. @throws GyreError `BAD_KEY` */
  owner(key: RingKey): Owner | undefined {
    const slot = this.ring.slotOf(key)
    const id = this.ring.ownerOfSlot(slot)
    const member = id === undefined ? undefined : this.host.member(id)
    return member && { member, slot }
  }

  /**
   * The owner of a key and its replicas, at most `count`, best first.
   * @throws GyreError `BAD_KEY`
   */
  owners(key: RingKey, count: number = this.ring.replicas): Member[] {
    const members = this.ring.owners(key, count).map((id) => this.host.member(id))
    return members.filter((member) => member !== undefined)
  }

  /** @internal The live members changed: move slots, once the batch is full. */
  refresh(live: readonly Member[]): void {
    this.live = live
    if (this.pending) return
    this.pending = true
    this.cancel = this.host.after(this.batchMs, () => this.flush())
  }

  /** @internal The first assignment is there at once; its event comes a turn later. */
  begin(live: readonly Member[]): void {
    this.ring.update(live)
    this.mine = this.slotsOf(this.ring.assignment())
    this.refresh(live)
  }

  /** @internal We are going: nothing is ours from now on. */
  end(): void {
    this.cancel?.()
    this.pending = true
    this.live = []
    this.flush()
  }

  private flush(): void {
    this.pending = this.live.length === 0
    this.ring.update(this.live)
    const now = this.ring.assignment()
    const moves = diff(this.last, now)
    this.last = now
    this.mine = this.slotsOf(now)
    if (moves.length === 0) return
    const { selfId } = this.host
    const gained = moves.filter((move) => move.to === selfId).map((move) => move.slot)
    const lost = moves.filter((move) => move.from === selfId).map((move) => move.slot)
    this.host.deliver(this, { gained, lost, moves, members: this.ring.size })
  }

  private slotsOf({ owners }: Assignment): Set<number> {
    const slots = new Set<number>()
    owners.forEach((id, slot) => id === this.host.selfId && slots.add(slot))
    return slots
  }
}
