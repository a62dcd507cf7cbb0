import type { RingMessage } from './messages.js'

/** Slots of one move: they fit into a datagram. */
const SLOTS_EACH = 250

/** Slots on their way to another member, together. */
export interface Departure {
  readonly id: number
  readonly to: string
  /** Those that we still own, or, once it has flipped, that are the other's. */
  slots: number[]
  /**
   * `preparing`: the other gets ready; `draining`: we finish what we do; `flipped`: they are the
   * other's, which may not know it yet.
   */
  phase: 'preparing' | 'draining' | 'flipped'
  /** What the other has not answered yet. */
  message: RingMessage | undefined
}

/** Slots on their way from us, one move at a time to each member. */
export class Departures {
  private readonly byId = new Map<number, Departure>()
  /** Where each slot is to go, as long as it has not flipped. */
  private readonly wanted = new Map<number, string>()
  private count = 0
  /** Whether a move may begin that could not before. */
  private stale = false

  get size(): number {
    return this.byId.size
  }

  all(): Iterable<Departure> {
    return this.byId.values()
  }

  get(id: number): Departure | undefined {
    return this.byId.get(id)
  }

  /** Where a slot is to go; undefined: nowhere. */
  destination(slot: number): string | undefined {
    return this.wanted.get(slot)
  }

  want(slot: number, to: string): void {
    if (this.wanted.get(slot) === to) return
    this.stale = true
    this.wanted.set(slot, to)
  }

  /** It stays, or is no longer ours. */
  unwant(slot: number): void {
    this.wanted.delete(slot)
  }

  /** Moves that can begin now: to members that get nothing from us at the moment. */
  next(): Departure[] {
    if (!this.stale) return []
    this.stale = false
    const busy = new Set<string>()
    const under = new Set<number>()
    for (const { to, phase, slots } of this.byId.values()) {
      busy.add(to)
      if (phase !== 'flipped') for (const slot of slots) under.add(slot)
    }
    const fresh = new Map<string, Departure>()
    for (const [slot, to] of this.wanted) {
      if (busy.has(to) || under.has(slot)) continue
      let departure = fresh.get(to)
      if (departure === undefined) {
        departure = { id: ++this.count, to, slots: [], phase: 'preparing', message: undefined }
        fresh.set(to, departure)
      }
      if (departure.slots.length < SLOTS_EACH) departure.slots.push(slot)
    }
    for (const departure of fresh.values()) this.byId.set(departure.id, departure)
    return [...fresh.values()]
  }

  close(id: number): void {
    this.stale = true
    this.byId.delete(id)
  }
}
