import { TypedEmitter } from 'tiny-typed-emitter'
import { GyreError } from '../../base/error.js'
import { Roll, type Enrolled, type Ownership, type RingMessage } from '../../ownership/index.js'
import { Ring, type Plan, type PlannedChange, type RingKey } from '../../ring/index.js'
import type { Member } from '../members/member.js'
import type { CallOptions } from '../messages/message.js'
import { Answers } from './answers.js'
import { Following } from './placement-follower.js'
import { Holdings, type RunOptions } from './holdings.js'
import type { EachSlot } from './loops.js'
import type { Own } from './own-slot.js'
import { OwnershipDriver, type OwnershipDriverHost } from './ownership-driver.js'
import type { ClusterRingEvents, Owner, RingChange } from './ring-events.js'
import type { RingHost } from './ring-host.js'
import type { RingSettings } from './ring-settings.js'
import { Router, type RouteHandler, type RouteOptions, type RouterHost } from './router.js'

/**
 * A named ring over the members that have opened it. Each slot has an owner: who acts for its keys. What
 * its mode promises of that, and what no mode can, is in docs/ownership.md.
 */
export class ClusterRing extends TypedEmitter<ClusterRingEvents> {
  readonly name: string
  /** @internal */
  readonly settings: RingSettings
  private readonly ring: Ring
  private readonly roll: Roll
  private readonly host: RingHost
  private readonly driver: OwnershipDriver
  private readonly machine: Ownership
  private readonly holdings: Holdings
  private readonly following: Following
  private readonly answers: Answers
  private readonly router: Router
  private over = false

  /** @internal Use `Cluster.ring`. */
  constructor(name: string, wireName: string, settings: RingSettings, host: RingHost) {
    super()
    this.name = name
    this.settings = settings
    this.host = host
    this.ring = new Ring({ ...settings.ring, seed: name })
    const { suspectOwns, voters } = settings
    const graceMs = 20 * host.protocol.gossipIntervalMs
    this.roll = new Roll(this.ring, { suspectOwns, voters, graceMs })
    this.holdings = new Holdings({
      ...host,
      drainMs: settings.drainMs,
      isOurs: (slot, term) => this.machine.check(host.now(), slot, term),
      notOurs: (slot) => this.notOurs(slot),
      tell: (event, share) => host.tell(this, event, share),
      ask: (event, share) => host.ask(this, event, share, settings.drainMs),
    })
    this.following = new Following(this.ring, this.roll, host.after, settings.batchMs, (moves) => {
      if (moves.length > 0) this.tellChange({ moves })
      this.driver.see(this.roll)
    })
    this.router = new Router(this.routerHost())
    const { roll, ring, following } = this
    this.driver = new OwnershipDriver({
      name,
      wireName,
      settings,
      host,
      roll,
      ring: this.driverHost(),
    })
    this.machine = this.driver.machine
    this.answers = new Answers({ ring, roll, host, machine: this.machine, following })
  }

  get slots(): number {
    return this.ring.slots
  }

  get replicas(): number {
    return this.ring.replicas
  }

  /** Slots that we own, ascending. */
  get owned(): readonly number[] {
    return this.holdings.slots
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
    return this.holdings.acts(this.ring.slotOf(key))
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
    const members = this.ring.owners(key, count).map((id) => this.host.member(id))
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
    return this.holdings.run(this.ring.slotOf(key), work, options)
  }

  /** The same for a slot. */
  async runSlot<T>(
    slot: number,
    work: (own: Own) => T | Promise<T>,
    options: RunOptions = {},
  ): Promise<T> {
    return this.holdings.run(slot, work, options)
  }

  /**
   * Runs a loop for each slot of ours: started when we acquire it, its signal aborted when it is to go,
   * and awaited before it goes. Returns what stops starting it.
   */
  each(worker: EachSlot): () => void {
    return this.holdings.each(worker)
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
   *   been handled), `MESSAGE_TOO_LARGE`, `NO_HANDLER`, `BAD_KEY`, `BAD_OPTION`
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
    const end = this.host.now() + timeoutMs
    while (!this.answers.isSettled()) {
      if (this.over) throw new GyreError('CLOSED', `the ring ${this.name} is closed`)
      if (signal?.aborted) throw new GyreError('ABORTED', 'aborted', { cause: signal.reason })
      if (this.host.now() >= end) {
        throw new GyreError('DEADLINE', `the ring ${this.name} is not settled in ${timeoutMs} ms`)
      }
      await new Promise<void>((resolve) => void this.host.after(LOOK_MS, resolve))
    }
  }

  /** @internal These are all members there are: the placement follows, in slices. */
  refresh(members: readonly Enrolled[]): void {
    if (!this.over) this.following.follow(members)
  }

  /** @internal A message of another member's machine. */
  receive(from: string, message: RingMessage): void {
    this.driver.receive(from, message)
  }

  /** @internal Whether nothing is ours any more, nor on its way. */
  get isEmpty(): boolean {
    return this.holdings.size === 0 && !this.machine.moving
  }

  /** @internal We are going: nothing is ours from now on; `silent`: nobody is told. */
  end(silent: boolean): void {
    if (this.over) return
    this.over = true
    this.driver.end(silent)
    this.following.stop()
    this.holdings.end()
  }

  private notOurs(slot: number): GyreError {
    const owner = this.ownerOfSlot(slot)?.member.id ?? 'nobody'
    return new GyreError('NOT_OWNER', `slot ${slot} of the ring ${this.name} is ${owner}'s`)
  }

  private driverHost(): OwnershipDriverHost {
    const { host, holdings } = this
    const { drainMs } = this.settings
    return {
      acquired: (slots, term, from, why) => {
        holdings.acquired(slots, term, from, why)
        if (why !== 'kept') this.tellChange({ gained: slots })
      },
      released: (gone, why, to) => {
        holdings.released(gone, why, to)
        this.tellChange({ lost: gone.map(({ slot }) => slot) })
      },
      conflict: (conflict) => host.tell(this, 'conflict', conflict),
      prepare: (slots, from) => host.ask(this, 'prepare', { slots, from }, drainMs),
      drain: (slots, to) => holdings.drain(slots, to),
      drained: (slots) => holdings.unpark(slots),
    }
  }

  private routerHost(): RouterHost {
    const { name, host } = this
    const viewHash = (): string => this.viewHash
    return {
      ...host,
      name,
      get viewHash() {
        return viewHash()
      },
      slotOf: (key) => this.slotOf(key),
      ownerOfSlot: (slot) => this.ownerOfSlot(slot),
      owners: (key, count) => this.owners(key, count),
      runSlot: (slot, work, options) => this.runSlot(slot, work, options),
    }
  }

  private tellChange(change: Partial<RingChange>): void {
    const members = this.ring.size
    this.host.tell(this, 'change', { gained: [], lost: [], moves: [], members, ...change })
  }
}

/** Between two looks at whether a ring is settled. */
const LOOK_MS = 20
