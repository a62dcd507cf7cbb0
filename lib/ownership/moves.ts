import { Departures, type Departure } from './departures.js'
import type { OwnershipHost } from './host.js'
import type { Life, RingMessage } from './messages.js'
import type { Term } from './term.js'

/** What moves need of who owns the slots. */
export interface MovesHost extends Pick<OwnershipHost, 'send' | 'drain'> {
  owns(slot: number): boolean
  /** Slots are another member's now; returns what it needs to know. */
  give(
    now: number,
    slots: readonly number[],
    to: string,
  ): { readonly term: Term; readonly remainingMs: number; readonly giver: Life }
  /** Slots are ours now, at least until then by right of the one who gave them. */
  get(now: number, flip: Gift, from: string, until: number): void
  /** Slots that were to move stay. */
  keep(slots: readonly number[]): void
}

/** Moves to us that we are ready for, and that may never come. */
const READY_MAX = 4_096

export type Gift = Extract<RingMessage, { kind: 'flip' }>

/**
 * Planned moves, in two phases, so that there is no moment at which nobody may act, or two:
 *
 *     owner ──prepare──► next     the next one gets ready
 *     owner ◄──ready──── next
 *     owner drains: it finishes what it does, and acts all the while
 *     owner ──flip─────► next     from here on it is the next one's, and the owner says so to all
 *     owner ◄──taken──── next
 *
 * Each message is repeated until it is answered.
 */
export class Moves {
  private readonly departures = new Departures()
  private readonly host: MovesHost
  /** When we first said that we are ready for a move; NaN: it has come, and is over. */
  private readonly readyAt = new Map<string, number>()

  constructor(host: MovesHost) {
    this.host = host
  }

  get busy(): boolean {
    return this.departures.size > 0
  }

  /** Where a slot of ours is to go; undefined: it stays. */
  destination(slot: number): string | undefined {
    return this.departures.destination(slot)
  }

  want(slot: number, to: string): void {
    this.departures.want(slot, to)
  }

  unwant(slot: number): void {
    this.departures.unwant(slot)
  }

  /** Begins what can begin now. */
  start(): void {
    for (const departure of this.departures.next()) {
      const { id: move, slots } = departure
      this.say(departure, { kind: 'prepare', move, slots })
    }
  }

  /** Says again what was not answered. */
  repeat(): void {
    for (const { to, message } of this.departures.all()) if (message) this.host.send(to, message)
  }

  /** Members are gone: what was to go to them stays. What has flipped is for their heirs to take. */
  abandon(isGone: (id: string) => boolean): void {
    for (const { id, to, slots, phase } of this.departures.all()) {
      if (!isGone(to)) continue
      for (const slot of slots) if (this.destination(slot) === to) this.unwant(slot)
      // What drains is kept once it has drained.
      if (phase !== 'draining') this.departures.end(id)
    }
  }

  /** The other is ready: we finish what we do. */
  ready(from: string, move: number): void {
    const departure = this.departures.get(move)
    if (departure?.to !== from || departure.phase !== 'preparing') return
    departure.slots = departure.slots.filter((slot) => {
      return this.host.owns(slot) && this.destination(slot) === from
    })
    departure.phase = 'draining'
    departure.message = undefined
    if (departure.slots.length === 0) this.departures.end(move)
    else this.host.drain(move, departure.slots, from)
  }

  /** We do nothing any more for the slots of a move. */
  drained(now: number, move: number): void {
    const departure = this.departures.get(move)
    if (departure?.phase !== 'draining') return
    const { to, slots } = departure
    const ours = slots.filter((slot) => this.host.owns(slot))
    const going = ours.filter((slot) => this.destination(slot) === to)
    if (going.length === 0) this.departures.end(move)
    else {
      departure.phase = 'flipped'
      departure.slots = going
      const gift = this.host.give(now, going, to)
      this.say(departure, { kind: 'flip', move, slots: going, ...gift })
    }
    if (going.length < ours.length) this.host.keep(ours.filter((slot) => !going.includes(slot)))
  }

  /** The other has them. */
  taken(from: string, move: number): void {
    if (this.departures.get(move)?.to === from) this.departures.end(move)
  }

  /** We are ready for slots that are to come. */
  prepared(now: number, from: string, move: number): void {
    const key = `${from}/${move}`
    if (!this.readyAt.has(key)) this.readyAt.set(key, now)
    this.forgetOldest()
    this.host.send(from, { kind: 'ready', move })
  }

  /** Slots are given to us. */
  flipped(now: number, from: string, flip: Gift): void {
    const key = `${from}/${flip.move}`
    this.host.send(from, { kind: 'taken', move: flip.move })
    // The giver's time is counted from before it gave: from when we were ready.
    const readyAt = this.readyAt.get(key) ?? -Infinity
    this.readyAt.set(key, NaN)
    this.forgetOldest()
    if (Number.isNaN(readyAt)) return
    this.host.get(now, flip, from, readyAt + flip.remainingMs)
  }

  private forgetOldest(): void {
    for (const oldest of this.readyAt.keys()) {
      if (this.readyAt.size <= READY_MAX) break
      this.readyAt.delete(oldest)
    }
  }

  private say(departure: Departure, message: RingMessage): void {
    departure.message = message
    this.host.send(departure.to, message)
  }
}
