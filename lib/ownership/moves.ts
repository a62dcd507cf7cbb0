import type { HeldSlot } from './changes.js'
import { Departures, type Departure } from './departures.js'
import type { OwnershipHost } from './host.js'
import type { RingMessage } from './messages.js'

/** Moves to us that are remembered: those that we are ready for may never come. */
const ARRIVALS_MAX = 4_096

export type Gift = Extract<RingMessage, { kind: 'flip' }>

/** A move to us. */
interface Arrival {
  /** When we first said that we are ready for it. */
  readonly readyAt: number
  /** Whether its slots have come: a repeated `flip` changes nothing. */
  flipped: boolean
}

/** What has drained: the slots to hand over, and those of ours that are to stay after all. */
export interface Drained {
  readonly departure: Departure
  readonly going: readonly number[]
  readonly staying: readonly number[]
}

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
  private readonly host: Pick<OwnershipHost, 'send' | 'drain'>
  private readonly held: ReadonlyMap<number, HeldSlot>
  /** By giver and move, the oldest first. */
  private readonly arrivals = new Map<string, Arrival>()

  constructor(
    host: Pick<OwnershipHost, 'send' | 'drain'>,
    /** What we own, by slot. */
    held: ReadonlyMap<number, HeldSlot>,
  ) {
    this.host = host
    this.held = held
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
      if (phase !== 'draining') this.departures.close(id)
    }
  }

  /** The other is ready: we finish what we do. */
  ready(from: string, move: number): void {
    const departure = this.departures.get(move)
    if (departure?.to !== from || departure.phase !== 'preparing') return
    departure.slots = departure.slots.filter((slot) => {
      return this.held.has(slot) && this.destination(slot) === from
    })
    departure.phase = 'draining'
    departure.message = undefined
    if (departure.slots.length === 0) this.departures.close(move)
    else this.host.drain(move, departure.slots, from)
  }

  /** Nothing runs any more for the slots of a move. Undefined: it is not draining. */
  drained(move: number): Drained | undefined {
    const departure = this.departures.get(move)
    if (departure?.phase !== 'draining') return undefined
    const { to, slots } = departure
    const ours = slots.filter((slot) => this.held.has(slot))
    const going = ours.filter((slot) => this.destination(slot) === to)
    const staying = ours.filter((slot) => !going.includes(slot))
    if (going.length === 0) this.departures.close(move)
    else {
      departure.phase = 'flipped'
      departure.slots = going
    }
    return { departure, going, staying }
  }

  /** Hands over the slots of a move that has drained. */
  flip({ departure, going }: Drained, gift: Pick<Gift, 'term' | 'remainingMs' | 'giver'>): void {
    this.say(departure, { kind: 'flip', move: departure.id, slots: going, ...gift })
  }

  /** The other has them. */
  taken(from: string, move: number): void {
    if (this.departures.get(move)?.to === from) this.departures.close(move)
  }

  /** We are ready for slots that are to come. */
  prepared(now: number, from: string, move: number): void {
    const key = `${from}/${move}`
    if (!this.arrivals.has(key)) this.remember(key, { readyAt: now, flipped: false })
    this.host.send(from, { kind: 'ready', move })
  }

  /**
   * Slots are given to us. Returns until when they are ours by right of the giver, counted from before it
   * gave: from when we were ready; undefined: they came before.
   */
  flipped(from: string, flip: Gift): number | undefined {
    this.host.send(from, { kind: 'taken', move: flip.move })
    const key = `${from}/${flip.move}`
    const arrival = this.arrivals.get(key) ?? { readyAt: -Infinity, flipped: false }
    if (arrival.flipped) return undefined
    arrival.flipped = true
    this.remember(key, arrival)
    return arrival.readyAt + flip.remainingMs
  }

  private remember(key: string, arrival: Arrival): void {
    this.arrivals.set(key, arrival)
    for (const oldest of this.arrivals.keys()) {
      if (this.arrivals.size <= ARRIVALS_MAX) break
      this.arrivals.delete(oldest)
    }
  }

  private say(departure: Departure, message: RingMessage): void {
    departure.message = message
    this.host.send(departure.to, message)
  }
}
