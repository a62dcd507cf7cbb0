import type { TableSlot } from '../view/directory.js'
import { Histogram } from './histogram.js'
import type { SuspicionView } from './inside.js'
import { ALIVE, FAULTY, LEFT, SUSPECT, type State } from '../view/word.js'

/** What can be noted about a member, in words; the place is the note's number. */
export const NOTES = [
  'probed',
  'answered',
  'asked a relay',
  'answered over a relay or a stream',
  'nack',
  'streams refused',
  'stream unanswered',
  'stream ended',
  'gave no answer',
  'suspected',
  'confirmed',
  'refuted',
  'declared faulty',
  'came back',
  'left',
] as const
export type NoteName = (typeof NOTES)[number]

/** The numbers of the notes, in the order of `NOTES`. */
export const NOTE = {
  probed: 0,
  answered: 1,
  askedRelay: 2,
  answeredElsewhere: 3,
  nacked: 4,
  streamsRefused: 5,
  streamUnanswered: 6,
  streamEnded: 7,
  noAnswer: 8,
  suspected: 9,
  confirmed: 10,
  refuted: 11,
  declaredFaulty: 12,
  cameBack: 13,
  left: 14,
} as const

export interface Note {
  /** On the engine's clock, in milliseconds. */
  readonly at: number
  readonly what: NoteName
  /** Of a relay: its slot. Of an accuser: its name in updates. Of an answer: the round trip in ms. */
  readonly detail: number
}

/** Numbers of one note: kind, slot, detail. */
const SIZE = 3

/**
 * The last things that happened around each member, in a ring of fixed size, and histograms: what
 * `cluster.explain` tells. An engine without one keeps none.
 */
export class Journal {
  readonly roundTripMs: Histogram = new Histogram()
  readonly lateMs: Histogram = new Histogram()
  /** How long suspicions lasted, however they ended. */
  readonly suspicionMs: Histogram = new Histogram()
  private readonly times: Float64Array
  private readonly notes: Int32Array
  private written = 0

  constructor(capacity: number) {
    this.times = new Float64Array(capacity)
    this.notes = new Int32Array(SIZE * capacity)
  }

  note(now: number, kind: number, slot: TableSlot, detail: number): void {
    const place = this.written++ % this.times.length
    this.times[place] = now
    this.notes[SIZE * place] = kind
    this.notes[SIZE * place + 1] = slot
    this.notes[SIZE * place + 2] = detail
  }

  /** A member's state has become another one. */
  changed(now: number, slot: TableSlot, from: State, to: State, accuser: number): void {
    const kind = noteOf(from, to)
    if (kind !== undefined) this.note(now, kind, slot, accuser)
  }

  /** This suspicion, if there was one, is over. */
  endSuspicion(now: number, suspicion: SuspicionView | undefined): void {
    if (suspicion !== undefined) this.suspicionMs.add(now - suspicion.startedAt)
  }

  /** What is still remembered of a member, the oldest first. */
  about(slot: TableSlot): Note[] {
    const { length } = this.times
    const found: Note[] = []
    for (let i = Math.max(0, this.written - length); i < this.written; i++) {
      const place = i % length
      if (this.notes[SIZE * place + 1] !== slot) continue
      const what = NOTES[this.notes[SIZE * place]]
      found.push({ at: this.times[place], what, detail: this.notes[SIZE * place + 2] })
    }
    return found
  }
}

/** What to note when a member's state becomes another one; undefined: nothing. */
function noteOf(from: State, to: State): number | undefined {
  if (to === SUSPECT) return NOTE.suspected
  if (to === FAULTY) return NOTE.declaredFaulty
  if (to === LEFT) return NOTE.left
  if (from === SUSPECT) return NOTE.refuted
  return from === ALIVE ? undefined : NOTE.cameBack
}
