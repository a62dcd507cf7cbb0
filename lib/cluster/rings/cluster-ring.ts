import { TypedEmitter } from 'tiny-typed-emitter'
import { GyreError } from '../../base/error.js'
import { Roll, type Enrolled, type RingMessage } from '../../ownership/index.js'
import { Ring, type Plan, type PlannedChange, type RingKey } from '../../ring/index.js'
import { pause } from '../../runtime/index.js'
import type { Member } from '../members/member.js'
import { aborted } from '../messages/limits.js'
import type { CallOptions } from '../messages/message.js'
import { Answers } from './answers.js'
import type { OwnSlots, RunOptions } from './own-slots.js'
import type { EachSlot } from './loops.js'
import type { Own } from './own-slot.js'
import { OwnershipDriver } from './ownership-driver.js'
import { PlacementFollower } from './placement-follower.js'
import type { ClusterRingEvents, Owner } from './ring-events.js'
import type { RingParts } from './ring-parts.js'
import type { RingSettings } from './ring-settings.js'
import { Router, type RouteHandler, type RouteOptions } from './router.js'

/**
 * A named ring over the members that have opened it. Each slot has an owner: who acts for its keys. What
 * its mode promises of that, and what no mode can, is in docs/ownership.md.
 */
export class ClusterRing extends TypedEmitter<ClusterRingEvents> {
  readonly name: string
  /** @internal */
  readonly settings: RingSettings
  private readonly parts: RingParts
  private readonly ring: Ring
  private readonly roll: Roll
  private readonly driver: OwnershipDriver
  private readonly ownSlots: OwnSlots
  private readonly follower: PlacementFollower
  private readonly answers: Answers
  private readonly router: Router
  private closed = false

  /** @internal Use `Cluster.ring`. */
  constructor(name: string, wireName: string, settings: RingSettings, parts: RingParts) {
    super()
    this.name = name
    this.settings = settings
    this.parts = parts
    const { suspectOwns, voters, batchMs } = settings
    const graceMs = 20 * parts.protocol.gossipIntervalMs
    const ring = new Ring({ ...settings.ring, seed: name })
    const roll = new Roll(ring, { suspectOwns, voters, graceMs })
    const driver = new OwnershipDriver(parts, {
      name,
      wireName,
      settings,
      ring,
      roll,
      emitter: this,
    })
    const { ownership, ownSlots } = driver
    const { runtime } = parts
    const follower = new PlacementFollower({
      ring,
      roll,
      runtime,
      batchMs,
      followed: (moves) => driver.membersChanged(moves),
    })
    this.ring = ring
    this.roll = roll
    this.driver = driver
    this.ownSlots = ownSlots
    this.follower = follower
    this.answers = new Answers(parts, { ring, roll, ownership, follower })
    this.router = new Router(parts, { name, ring, answers: this.answers, ownSlots })
  }

  get slots(): number {
    return this.ring.slots
  }

  get replicas(): number {
    return this.ring.replicas
  }

  /** Slots that we own, ascending. */
  get owned(): readonly number[] {
    return this.ownSlots.slots
  }

  /** 64 bits over who takes part, in hexadecimal: members with equal ones mean equal owners. */
  get viewHash(): string {
    return this.roll.hash
  }

  /** How many slots each member should own, by id. */
  loads(): Map<string, number> {
    return this.ring.loads()
  }

  /** What a change would move, and the loads after it; nothing is changed. @throws GyreError `BAD_OPTION` */
  plan(change: PlannedChange): Plan {
    return this.ring.plan(change)
  }

  /** The slot of a key. @throws GyreError `BAD_KEY` */
  slotOf(key: RingKey): number {
    return this.ring.slotOf(key)
  }

  /** Whether we own the key, and may act for it now. @throws GyreError `BAD_KEY` */
  owns(key: RingKey): boolean {
    return this.ownSlots.acts(this.ring.slotOf(key))
  }

  /**
   * Who owns a key: whoever acts for it now, also while it is about to move. Undefined where nobody is
   * in the ring. @throws GyreError `BAD_KEY`
   */
  owner(key: RingKey): Owner | undefined {
    return this.ownerOfSlot(this.ring.slotOf(key))
  }

  /** @throws GyreError `BAD_KEY` */
  ownerOfSlot(slot: number): Owner | undefined {
    return this.answers.ownerOfSlot(slot)
  }

  /**
   * The owner that a key should have and its replicas, at most `count`, best first.
   * @throws GyreError `BAD_KEY`
   */
  owners(key: RingKey, count: number = this.ring.replicas): Member[] {
    const members = this.ring.owners(key, count).map((id) => this.parts.roster.get(id))
    return members.filter((member) => member !== undefined)
  }

  /**
   * Runs something for a key that we own; a planned move waits for it, up to `drainMs`. Under way when
   * the slot is about to move, it waits, and runs here only if the slot stays.
   * @throws GyreError `NOT_OWNER`, `DEADLINE`, `ABORTED`, `BAD_KEY`, `BAD_OPTION`, and whatever it throws
   */
  async run<T>(
    key: RingKey,
    work: (own: Own) => T | Promise<T>,
    options: RunOptions = {},
  ): Promise<T> {
    return this.ownSlots.run(this.ring.slotOf(key), work, options)
  }

  /** The same for a slot. */
  async runSlot<T>(
    slot: number,
    work: (own: Own) => T | Promise<T>,
    options: RunOptions = {},
  ): Promise<T> {
    return this.ownSlots.run(slot, work, options)
  }

  /**
   * Runs a loop for each slot of ours: started when we acquire it, its signal aborted when it is to go,
   * and awaited before it goes. Returns what stops starting it.
   */
  each(worker: EachSlot): () => void {
    return this.ownSlots.each(worker)
  }

  /**
   * Handles the requests of a route, here and where `forward` sends them from other members: all members
   * of the ring register the same routes. Returns what takes it away.
   * @throws GyreError `BAD_OPTION`
   */
  handler(route: string, handle: RouteHandler, options: RouteOptions = {}): () => void {
    return this.router.handler(route, handle, options)
  }

  /**
   * Has the owner of a key handle a request, wherever it is; over moves and deaths of owners it is tried
   * again until the time is over. One that is not idempotent is handled at most once.
   * @throws GyreError `DEADLINE`, `ABORTED`, `HANDLER_FAILED`, `CALL_LOST` (not idempotent: it may have
   *   been handled), `MESSAGE_TOO_LARGE`, `NO_HANDLER`, `CLOSED`, `BAD_KEY`, `BAD_OPTION`
   */
  async forward(
    route: string,
    key: RingKey,
    body: Uint8Array,
    options: CallOptions = {},
  ): Promise<Uint8Array> {
    return this.router.forward(route, key, body, options)
  }

  /**
   * Resolves once we know that every slot has the owner that it should have.
   * @throws GyreError `DEADLINE`, `ABORTED`, `CLOSED`
   */
  async settled({ timeoutMs = 30_000, signal }: RunOptions = {}): Promise<void> {
    const { runtime } = this.parts
    const endsAt = runtime.now() + timeoutMs
    while (!this.answers.isSettled()) {
      if (this.closed) throw new GyreError('CLOSED', `the ring ${this.name} is closed`)
      if (signal?.aborted) throw aborted(`the ring ${this.name}`, signal)
      if (runtime.now() >= endsAt) {
        throw new GyreError('DEADLINE', `the ring ${this.name} is not settled in ${timeoutMs} ms`)
      }
      await pause(runtime, LOOK_MS)
    }
  }

  /** @internal These are all members there are: the placement follows, in slices. */
  refresh(members: readonly Enrolled[]): void {
    if (!this.closed) this.follower.follow(members)
  }

  /** @internal A message from another member of the ring. */
  receive(from: string, message: RingMessage): void {
    this.driver.receive(from, message)
  }

  /** @internal A peer has sent bytes that cannot be read. */
  countMalformed(): void {
    this.parts.messenger.counters.messagesMalformed++
  }

  /** @internal Whether nothing is ours any more, and nothing on its way to another member. */
  get isEmpty(): boolean {
    return this.ownSlots.size === 0 && !this.driver.ownership.moving
  }

  /** @internal Lets everything go; `silent`: without telling the other members. */
  close(silent: boolean): void {
    if (this.closed) return
    this.closed = true
    this.driver.close(silent)
    this.follower.stop()
    this.router.close()
  }
}

/** Between two looks at whether a ring is settled. */
const LOOK_MS = 20
