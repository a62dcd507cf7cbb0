import { type Agenda, DUE, newAgenda } from '../seam/agenda.js'
import { EVIDENCE, evidenceOf, isOfProcess, isSameAccuser } from './evidence.js'
import type { SuspicionView } from '../observing/inside.js'
import type { TableSlot } from '../view/directory.js'
import { SlotIndex } from '../view/slot-index.js'
import { suspicionTimeoutMs, type SuspicionSpan } from './suspicion-span.js'

/**
 * A suspicion's numbers in the cell of its slot: its entry, how many accusers are known, K, and
 * who they are: the first accuser, then those who confirmed, hashes of ids.
 */
const ENTRY = 1
const KNOWN = 2
const AWAITED = 3
const ACCUSERS = 4
const ACCUSERS_MAX = 9
/** Accusers with evidence that end it early; 0: none do. */
const NEEDED = 13
const CELL = 16
/** And in its entry, whose place does not change. A free one has the next free one at START. */
const START = 0
const DEADLINE = 1
const MIN_MS = 2
const MAX_MS = 3
const SLOT = 4
/** Its place in the heap. */
const PLACE = 5
const EVIDENCE_MS = 6
const UNHEARD_MS = 7
const ENTRY_SIZE = 8

const NONE = -1
const NO_ENTRIES = new Float64Array(0)

/** What `of` shows. */
const view = {
  startedAt: 0,
  deadline: 0,
  minMs: 0,
  known: 0,
  accusers: new Int32Array(ACCUSERS_MAX),
}

/**
 * The suspicions of one node: at most one a member, in one heap by deadline. Deadlines only ever
 * move forward, by confirmations from distinct accusers; the first accuser does not count. Each
 * accusation that comes in looks one up, and after many deaths they are many: so it finds all that
 * it needs in one line of a cache.
 */
export class Suspicions {
  private readonly index = new SlotIndex(CELL)
  private entries = NO_ENTRIES
  private free = NONE
  private used = 0
  /** Entries. */
  private readonly heap: number[] = []
  private readonly agenda: Agenda

  constructor(agenda: Agenda = newAgenda()) {
    this.agenda = agenda
  }

  get size(): number {
    return this.heap.length
  }

  /** When the next one ends; Infinity without any. */
  get nextDeadline(): number {
    return this.agenda[DUE.suspicion]
  }

  /** The member whose suspicion ends next. */
  get nextSlot(): TableSlot {
    return this.slotAt(0)
  }

  /** The member of one of them, in no order: `place` is below `size`. */
  slotAt(place: number): TableSlot {
    return this.entries[this.heap[place] + SLOT] as TableSlot
  }

  /** The view is the same one each time: read it before the next call. */
  of(slot: TableSlot): SuspicionView | undefined {
    const at = this.index.find(slot)
    if (at < 0) return undefined
    const { cells } = this.index
    const entry = cells[at + ENTRY]
    view.startedAt = this.entries[entry + START]
    view.deadline = this.entries[entry + DEADLINE]
    view.minMs = this.entries[entry + MIN_MS]
    view.known = cells[at + KNOWN]
    for (let i = 0; i < view.known; i++) view.accusers[i] = cells[at + ACCUSERS + i]
    return view
  }

  /** Who raised it; 0: nobody, or nobody knows. */
  accuserOf(slot: TableSlot): number {
    const at = this.index.find(slot)
    return at < 0 ? 0 : this.index.cells[at + ACCUSERS]
  }

  start(now: number, slot: TableSlot, accuser: number, span: SuspicionSpan): void {
    this.stop(slot)
    const entry = this.allocate()
    const at = this.index.add(slot)
    const { cells } = this.index
    cells[at + ENTRY] = entry
    cells[at + KNOWN] = 1
    cells[at + AWAITED] = span.confirmations
    cells[at + NEEDED] = span.evidenceNeeded
    cells[at + ACCUSERS] = accuser
    const { entries } = this
    entries[entry + START] = now
    entries[entry + DEADLINE] = now + suspicionTimeoutMs(span, 0)
    entries[entry + MIN_MS] = span.minMs
    entries[entry + MAX_MS] = span.maxMs
    entries[entry + EVIDENCE_MS] = span.evidenceMs
    entries[entry + UNHEARD_MS] = span.unheardMs
    entries[entry + SLOT] = slot
    this.heap.push(entry)
    this.up(entry, this.heap.length - 1)
    this.note()
  }

  stop(slot: TableSlot): void {
    const at = this.index.find(slot)
    if (at < 0) return
    const entry = this.index.cells[at + ENTRY]
    this.index.remove(at)
    const last = this.heap.pop() as number
    if (last !== entry) {
      this.up(last, this.entries[entry + PLACE])
      this.down(last)
    }
    this.entries[entry + START] = this.free
    this.free = entry
    this.note()
  }

  /** Whether the accusation was news: an accuser not yet heard, and still one to be waited for. */
  confirm(slot: TableSlot, accuser: number): boolean {
    const at = this.index.find(slot)
    // A sync does not say who accuses: 0 is nobody's confirmation, and gives way to the first name.
    if (at < 0 || accuser === 0) return false
    const { cells } = this.index
    const known = cells[at + KNOWN]
    if (cells[at + ACCUSERS] === 0) cells[at + ACCUSERS] = accuser
    if (this.isKnown(at, known, accuser)) return this.strengthen(at, accuser)
    // Of those beyond the ones waited for only evidence counts.
    const wanted = evidenceOf(accuser) === EVIDENCE.silent ? cells[at + AWAITED] : this.wanted(at)
    if (known > wanted) return false
    cells[at + ACCUSERS + known] = accuser
    cells[at + KNOWN] = known + 1
    this.shorten(cells[at + ENTRY], Math.min(known, cells[at + AWAITED]), cells[at + AWAITED])
    if (evidenceOf(accuser) !== EVIDENCE.silent) this.weigh(at)
    return true
  }

  /** How many accusers there may be besides the first one. */
  private wanted(at: number): number {
    const { cells } = this.index
    return Math.max(cells[at + AWAITED], cells[at + NEEDED] - 1)
  }

  private isKnown(at: number, known: number, accuser: number): boolean {
    const { cells } = this.index
    for (let i = 0; i < known; i++) {
      if (isSameAccuser(cells[at + ACCUSERS + i], accuser)) return true
    }
    return false
  }

  /** Somebody who accused already has more evidence now. */
  private strengthen(at: number, accuser: number): boolean {
    const { cells } = this.index
    for (let i = at + ACCUSERS; i < at + ACCUSERS + cells[at + KNOWN]; i++) {
      if (!isSameAccuser(cells[i], accuser)) continue
      const known = evidenceOf(cells[i])
      if (!isOfProcess(evidenceOf(accuser)) || evidenceOf(accuser) === known) return false
      if (known === EVIDENCE.reset) return false
      cells[i] = accuser
    }
    this.weigh(at)
    return true
  }

  /**
   * Enough accusers end a suspicion early: that the process is gone, say those whom its host refused,
   * one of whom has seen a stream end; that the host is, all of them say, or none.
   */
  private weigh(at: number): void {
    const { cells } = this.index
    let [gone, unheard, reset] = [0, 0, false]
    for (let i = at + ACCUSERS; i < at + ACCUSERS + cells[at + KNOWN]; i++) {
      const evidence = evidenceOf(cells[i])
      if (isOfProcess(evidence)) gone++
      else if (evidence !== EVIDENCE.silent) unheard++
      if (evidence === EVIDENCE.reset) reset = true
    }
    const needed = cells[at + NEEDED]
    if (needed === 0) return
    if (reset && gone >= needed) this.lower(cells[at + ENTRY], EVIDENCE_MS)
    if (unheard >= needed && unheard === cells[at + KNOWN])
      this.lower(cells[at + ENTRY], UNHEARD_MS)
  }

  private lower(entry: number, to: typeof EVIDENCE_MS | typeof UNHEARD_MS): void {
    const leastMs = this.entries[entry + to]
    this.entries[entry + MIN_MS] = Math.min(this.entries[entry + MIN_MS], leastMs)
    this.hasten(entry, this.entries[entry + START] + leastMs)
  }

  private shorten(entry: number, confirmed: number, confirmations: number): void {
    const { entries } = this
    const span = { minMs: entries[entry + MIN_MS], maxMs: entries[entry + MAX_MS], confirmations }
    this.hasten(entry, entries[entry + START] + suspicionTimeoutMs(span, confirmed))
  }

  /** Deadlines only ever move forward. */
  private hasten(entry: number, deadline: number): void {
    const { entries } = this
    if (deadline >= entries[entry + DEADLINE]) return
    entries[entry + DEADLINE] = deadline
    this.up(entry, entries[entry + PLACE])
    this.note()
  }

  private note(): void {
    this.agenda[DUE.suspicion] = this.heap.length === 0 ? Infinity : this.deadlineAt(0)
  }

  private allocate(): number {
    const entry = this.free
    if (entry >= 0) {
      this.free = this.entries[entry + START]
      return entry
    }
    if (this.used === this.entries.length) this.grow()
    this.used += ENTRY_SIZE
    return this.used - ENTRY_SIZE
  }

  private grow(): void {
    const larger = new Float64Array(Math.max(ENTRY_SIZE, 2 * this.entries.length))
    larger.set(this.entries)
    this.entries = larger
  }

  private put(entry: number, place: number): void {
    this.entries[entry + PLACE] = place
    this.heap[place] = entry
  }

  /** Puts an entry at a place, or above it. */
  private up(entry: number, from: number): void {
    const deadline = this.entries[entry + DEADLINE]
    let place = from
    while (place > 0) {
      const above = (place - 1) >> 1
      if (this.deadlineAt(above) <= deadline) break
      this.put(this.heap[above], place)
      place = above
    }
    this.put(entry, place)
  }

  private down(entry: number): void {
    const deadline = this.entries[entry + DEADLINE]
    const { heap } = this
    let place = this.entries[entry + PLACE]
    for (;;) {
      let child = 2 * place + 1
      if (child >= heap.length) break
      const right = child + 1
      if (right < heap.length && this.deadlineAt(right) < this.deadlineAt(child)) child = right
      if (this.deadlineAt(child) >= deadline) break
      this.put(heap[child], place)
      place = child
    }
    this.put(entry, place)
  }

  private deadlineAt(place: number): number {
    return this.entries[this.heap[place] + DEADLINE]
  }
}
