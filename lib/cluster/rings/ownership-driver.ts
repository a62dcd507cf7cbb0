import { GyreError } from '../../base/error.js'
import {
  NO_TERM,
  Ownership,
  STORE,
  VOTERS_MAX,
  SLOT_VOTERS,
  type Conflict,
  type HeldSlot,
  type OwnershipHost,
  type Reason,
  type RingMessage,
  type Roll,
  type Term,
} from '../../ownership/index.js'
import { Ring, type Move } from '../../ring/index.js'
import { atMost, type Emitter } from '../../runtime/index.js'
import { encodeUserPacket } from '../../wire/index.js'
import { OwnSlots } from './own-slots.js'
import type { LeaseStore } from './leases.js'
import type { RingChange } from './ring-events.js'
import type { RingParts } from './ring-parts.js'
import type { RingSettings } from './ring-settings.js'

/** What an announcement takes to reach all members and come back, in gossip intervals. */
const FIRST_WAIT_INTERVALS = 5

/**
 * Joins one ring's ownership, a state machine without a clock, to the world: datagrams, one timer, the
 * store of leases, the ring's listeners, and what runs for its slots.
 */
export class OwnershipDriver implements OwnershipHost {
  readonly ownership: Ownership
  readonly ownSlots: OwnSlots
  private readonly parts: RingParts
  private readonly name: string
  private readonly wireName: string
  private readonly settings: RingSettings
  private readonly ring: Ring
  private readonly emitter: Emitter
  private readonly slotVoters: Ring | undefined
  /** Moves for which our `prepare` listeners are at work. */
  private readonly preparing = new Set<string>()
  private cancelTick: () => void = () => {}
  private tickAt = Infinity
  private closed = false

  constructor(
    parts: RingParts,
    of: {
      readonly name: string
      /** Its name in datagrams. */
      readonly wireName: string
      readonly settings: RingSettings
      readonly ring: Ring
      readonly roll: Roll
      /** Whose listeners hear of what happens. */
      readonly emitter: Emitter
    },
  ) {
    const { name, settings, emitter } = of
    this.parts = parts
    this.name = name
    this.wireName = of.wireName
    this.settings = settings
    this.ring = of.ring
    this.emitter = emitter
    this.slotVoters = slotVotersOf(settings)
    const { voters, mode, stopAfterMs, takeAfterMs } = settings
    const { gossipIntervalMs: intervalMs, fanout } = parts.protocol
    const isAlone = parts.node.liveCount === 1
    // Others may open the ring at this very moment, too.
    const firstWaitMs = isAlone ? 0 : FIRST_WAIT_INTERVALS * intervalMs
    const rules = { mode, voters, stopAfterMs, takeAfterMs, intervalMs, firstWaitMs }
    this.ownership = new Ownership({
      id: parts.id,
      incarnation: parts.incarnation,
      slots: settings.ring.slots,
      options: { ...rules, fanout: Math.max(1, fanout) },
      host: this,
      view: of.roll,
      now: parts.runtime.now(),
    })
    const { ownership } = this
    this.ownSlots = new OwnSlots(parts, { name, emitter, ownership, drainMs: settings.drainMs })
  }

  /** The members, or what they are to own, have changed. */
  membersChanged(moves: readonly Move[]): void {
    if (moves.length > 0) this.tellChange({ moves })
    this.arm(this.ownership.membersChanged(this.now))
  }

  /** A message from another member of the ring. */
  receive(from: string, message: RingMessage): void {
    this.arm(this.ownership.receive(this.now, from, message))
  }

  /** Lets everything go; `silent`: without telling the other members. */
  close(silent: boolean): void {
    this.ownership.close(silent)
    this.closed = true
    this.cancelTick()
    this.ownSlots.close()
  }

  // What ownership asks of its host.

  send(to: string, message: RingMessage): void {
    const { roster, driver } = this.parts
    if (to === STORE) void this.askStore(message)
    else if (roster.isLive(to)) {
      driver.post(to, encodeUserPacket({ ring: { name: this.wireName, message } }))
    }
  }

  prepare(from: string, move: number, slots: readonly number[]): void {
    void this.prepareFor(from, move, slots)
  }

  drain(move: number, slots: readonly number[], to: string): void {
    void this.drainFor(move, slots, to)
  }

  acquired(slots: readonly number[], term: Term, from: string | undefined, reason: Reason): void {
    this.ownSlots.acquire(slots, term, from, reason)
    if (reason !== 'kept') this.tellChange({ gained: slots })
  }

  released(gone: readonly HeldSlot[], reason: Reason, to: string | undefined): void {
    this.ownSlots.release(gone, reason, to)
    this.tellChange({ lost: gone.map(({ slot }) => slot) })
  }

  conflict(conflict: Conflict): void {
    this.parts.teller.tellOf(this.emitter, 'conflict', conflict)
  }

  votersOf(slot: number): readonly string[] {
    return this.slotVoters?.ownersOfSlot(slot) ?? this.settings.voters
  }

  wallMs(): number {
    return this.parts.runtime.wallMs()
  }

  random(): number {
    return this.parts.runtime.random()
  }

  private get now(): number {
    return this.parts.runtime.now()
  }

  private arm(deadline: number): void {
    if (deadline >= this.tickAt || this.closed) return
    this.cancelTick()
    this.tickAt = deadline
    this.cancelTick = this.parts.runtime.after(Math.max(1, deadline - this.now), () => {
      this.tickAt = Infinity
      this.arm(this.ownership.tick(this.now))
    })
  }

  private async prepareFor(from: string, move: number, slots: readonly number[]): Promise<void> {
    const { runtime, teller } = this.parts
    const key = `${from}/${move}`
    if (this.preparing.has(key)) return
    this.preparing.add(key)
    const listeners = teller.askOf(this.emitter, 'prepare', { slots, from })
    await atMost(runtime, this.settings.drainMs, listeners)
    this.preparing.delete(key)
    if (!this.closed) this.arm(this.ownership.prepared(this.now, from, move))
  }

  private async drainFor(move: number, slots: readonly number[], to: string): Promise<void> {
    await this.ownSlots.drain(slots, to)
    if (!this.closed) this.arm(this.ownership.drained(this.now, move))
    this.ownSlots.unpark(slots)
  }

  private async askStore(message: RingMessage): Promise<void> {
    const { leases, takeAfterMs: ttlMs } = this.settings
    const { round, wants, asker: holder, giver } = message as Extract<RingMessage, { kind: 'ask' }>
    const ring = `${this.parts.cluster}/${this.name}`
    const slots: number[] = []
    let seen = NO_TERM
    try {
      for (const { term: token, slots: wanted } of wants) {
        const request = { ring, holder, giver, slots: wanted, token, ttlMs }
        const granted = await (leases as LeaseStore).acquire(request)
        slots.push(...granted.slots)
        if (granted.seen > seen) seen = granted.seen
      }
    } catch (cause) {
      const sentence = `the ring ${this.name}: its store of leases does not answer`
      this.parts.teller.fault(new GyreError('LEASES_DOWN', sentence, { cause }))
    }
    if (!this.closed) this.receive(STORE, { kind: 'grant', round, slots, seen })
  }

  private tellChange(change: Partial<RingChange>): void {
    const members = this.ring.size
    const whole = { gained: [], lost: [], moves: [], members, ...change }
    this.parts.teller.tellOf(this.emitter, 'change', whole)
  }
}

/** Where there are more voters than each can be asked: a ring that gives each slot a few of them. */
function slotVotersOf({ ring, voters }: RingSettings): Ring | undefined {
  if (voters.length <= VOTERS_MAX) return undefined
  const slotVoters = new Ring({ slots: ring.slots, replicas: SLOT_VOTERS, loadBound: Infinity })
  slotVoters.update(voters.map((id) => ({ id })))
  return slotVoters
}
