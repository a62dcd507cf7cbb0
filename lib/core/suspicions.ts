import { newAgenda, SUSPICION, type Agenda } from './agenda.js'
import type { SuspicionView } from './inside.js'
import type { TableSlot } from './directory.js'

/** Bounds of one suspicion's time-out. */
export interface SuspicionSpan {
  readonly minMs: number
  readonly maxMs: number
  /** Confirmations that bring it down to the minimum; 0: it is at the minimum from the start. */
  readonly confirmations: number
}

/**
 * Lifeguard §IV.B: the time-out of a suspicion with `confirmed` of K independent confirmations:
 * max(min, max − (max − min)·ln(C+1)/ln(K+1)), in whole milliseconds.
 */
export function suspicionTimeoutMs(span: SuspicionSpan, confirmed: number): number {
  const { minMs, maxMs, confirmations } = span
  if (confirmations === 0) return Math.ceil(minMs)
  const part = Math.log(confirmed + 1) / Math.log(confirmations + 1)
  return Math.ceil(Math.max(minMs, maxMs - (maxMs - minMs) * part))
}

/** The span of a suspicion in a cluster of n members. With too few to confirm it, none is awaited. */
export function suspicionSpan(
  options: {
    readonly periodMs: number
    readonly suspicionMult: number
    readonly suspicionMaxMult: number
    readonly confirmations: number
  },
  n: number,
): SuspicionSpan {
  const minMs = options.suspicionMult * Math.max(1, Math.log10(n)) * options.periodMs
  return {
    minMs,
    maxMs: minMs * options.suspicionMaxMult,
    confirmations: n - 2 < options.confirmations ? 0 : options.confirmations,
  }
}

interface Suspicion extends SuspicionView {
  readonly slot: TableSlot
  readonly startedAt: number
  readonly span: SuspicionSpan
  /** The first accuser, then those who confirmed: distinct hashes of ids. */
  readonly accusers: number[]
  /** Never moves later. */
  deadline: number
  /** Its place in the heap. */
  place: number
}

/**
 * The suspicions of one node: at most one a member, in one heap by deadline. Deadlines only ever
 * move forward, by confirmations from distinct accusers; the first accuser does not count.
 */
export class Suspicions {
  /** Made with the first one: most nodes of a simulation never suspect anybody. */
  private bySlot: Map<TableSlot, Suspicion> | undefined
  private readonly heap: Suspicion[] = []
  private readonly agenda: Agenda

  constructor(agenda: Agenda = newAgenda()) {
    this.agenda = agenda
  }

  get size(): number {
    return this.heap.length
  }

  /** When the next one ends; Infinity without any. */
  get nextDeadline(): number {
    return this.agenda[SUSPICION]
  }

  /** The member whose suspicion ends next. */
  get nextSlot(): TableSlot {
    return this.heap[0].slot
  }

  of(slot: TableSlot): SuspicionView | undefined {
    return this.bySlot?.get(slot)
  }

  start(now: number, slot: TableSlot, accuser: number, span: SuspicionSpan): void {
    this.stop(slot)
    const deadline = now + suspicionTimeoutMs(span, 0)
    const place = this.heap.length
    const { minMs } = span
    const suspicion = { slot, startedAt: now, minMs, span, accusers: [accuser], deadline, place }
    this.bySlot ??= new Map()
    this.bySlot.set(slot, suspicion)
    this.heap.push(suspicion)
    this.up(suspicion)
    this.note()
  }

  stop(slot: TableSlot): void {
    const suspicion = this.bySlot?.get(slot)
    if (suspicion === undefined) return
    this.bySlot?.delete(slot)
    const last = this.heap.pop() as Suspicion
    if (last !== suspicion) {
      this.put(last, suspicion.place)
      this.up(last)
      this.down(last)
    }
    this.note()
  }

  /** Whether the accusation was news: an accuser not yet heard, and still one to be waited for. */
  confirm(slot: TableSlot, accuser: number): boolean {
    const suspicion = this.bySlot?.get(slot)
    // A sync does not say who accuses: 0 is nobody's confirmation, and gives way to the first name.
    if (suspicion === undefined || accuser === 0) return false
    if (suspicion.accusers[0] === 0) suspicion.accusers[0] = accuser
    if (suspicion.accusers.includes(accuser)) return false
    if (suspicion.accusers.length > suspicion.span.confirmations) return false
    suspicion.accusers.push(accuser)
    const timeoutMs = suspicionTimeoutMs(suspicion.span, suspicion.accusers.length - 1)
    suspicion.deadline = suspicion.startedAt + timeoutMs
    this.up(suspicion)
    this.note()
    return true
  }

  private note(): void {
    this.agenda[SUSPICION] = this.heap.length === 0 ? Infinity : this.heap[0].deadline
  }

  private put(suspicion: Suspicion, place: number): void {
    suspicion.place = place
    this.heap[place] = suspicion
  }

  private up(suspicion: Suspicion): void {
    let place = suspicion.place
    while (place > 0) {
      const parent = this.heap[(place - 1) >> 1]
      if (parent.deadline <= suspicion.deadline) break
      const above = parent.place
      this.put(parent, place)
      place = above
    }
    this.put(suspicion, place)
  }

  private down(suspicion: Suspicion): void {
    let place = suspicion.place
    for (;;) {
      const left = this.heap[2 * place + 1]
      const right = this.heap[2 * place + 2]
      const child = right !== undefined && right.deadline < left.deadline ? right : left
      if (child === undefined || child.deadline >= suspicion.deadline) break
      const below = child.place
      this.put(child, place)
      place = below
    }
    this.put(suspicion, place)
  }
}
