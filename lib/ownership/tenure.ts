import type { RunId, Want } from './messages.js'
import { byTerm, NO_TERM, type Term } from './term.js'

/** A slot that we want or have, and the voters that support us in it. */
interface Claimed {
  readonly term: Term
  /** The run that gave it to us; our own; empty: none. */
  readonly giver: RunId
  /** When we asked each voter that has granted it. */
  readonly support: Map<string, number>
  /** Until when it is ours. */
  until: number
}

/** One `ask` that is to be sent. */
export interface Asking {
  readonly voter: string
  readonly round: number
  readonly wants: readonly Want[]
  readonly giver: RunId
}

/** Bytes of the wants of one ask, so that it fits into a datagram; of a term, and of a slot. */
const WANTS_BYTES = 750
const TERM_BYTES = 16
const SLOT_BYTES = 3
/** Rounds whose answers still count; older ones would add nothing. */
const ROUNDS_MAX = 4_096

/**
 * Our right to slots, by the support of most of their voters. It is counted from when we asked, by our
 * own clock, so whatever the answer's way took makes it shorter and never longer.
 */
export class Tenure {
  private readonly votersOf: (slot: number) => readonly string[]
  private readonly stopAfterMs: number
  private readonly claimed = new Map<number, Claimed>()
  private readonly rounds = new Map<number, { readonly sentAt: number; readonly voter: string }>()
  private round = 0

  constructor(votersOf: (slot: number) => readonly string[], stopAfterMs: number) {
    this.votersOf = votersOf
    this.stopAfterMs = stopAfterMs
  }

  /** Asks for a slot from now on, under this term; the right that came with a gift lasts until then. */
  want(slot: number, term: Term, giver: RunId = '', until: number = -Infinity): void {
    this.claimed.set(slot, { term, giver, support: new Map(), until })
  }

  /** Does not ask any more: it is not ours. */
  drop(slot: number): void {
    this.claimed.delete(slot)
  }

  get size(): number {
    return this.claimed.size
  }

  term(slot: number): Term {
    return this.claimed.get(slot)?.term ?? NO_TERM
  }

  /** Until when a slot is ours, by our clock; −Infinity: it is not. */
  until(slot: number): number {
    return this.claimed.get(slot)?.until ?? -Infinity
  }

  /** What is to be asked of whom, for all that we want or have. */
  ask(now: number): Asking[] {
    const batches = new Map<string, { voter: string; giver: RunId; slots: number[] }>()
    for (const [slot, { giver }] of this.claimed) {
      for (const voter of this.votersOf(slot)) {
        const key = `${voter}\n${giver}`
        const batch = batches.get(key)
        if (batch === undefined) batches.set(key, { voter, giver, slots: [slot] })
        else batch.slots.push(slot)
      }
    }
    const askings: Asking[] = []
    for (const { voter, giver, slots } of batches.values()) {
      for (const wants of this.pages(slots)) {
        const round = ++this.round
        this.rounds.set(round, { sentAt: now, voter })
        askings.push({ voter, giver, round, wants })
      }
    }
    // The oldest are forgotten first: a map is walked in the order of insertion.
    for (const round of this.rounds.keys()) {
      if (this.rounds.size <= ROUNDS_MAX) break
      this.rounds.delete(round)
    }
    return askings
  }

  private pages(slots: readonly number[]): Want[][] {
    const all: Want[][] = [[]]
    let room = WANTS_BYTES
    for (const [term, wanted] of byTerm(slots, (slot) => this.term(slot))) {
      for (let at = 0; at < wanted.length;) {
        if (room < TERM_BYTES + SLOT_BYTES) {
          all.push([])
          room = WANTS_BYTES
        }
        const part = wanted.slice(at, at + Math.floor((room - TERM_BYTES) / SLOT_BYTES))
        all.at(-1)?.push({ term, slots: part })
        room -= TERM_BYTES + SLOT_BYTES * part.length
        at += part.length
      }
    }
    return all
  }

  /** A voter has granted these slots. Returns those that this makes ours. */
  granted(now: number, voter: string, round: number, slots: readonly number[]): number[] {
    const asked = this.rounds.get(round)
    if (asked === undefined || asked.voter !== voter) return []
    this.rounds.delete(round)
    return slots.filter((slot) => {
      const claimed = this.claimed.get(slot)
      if (claimed === undefined || !this.votersOf(slot).includes(voter)) return false
      claimed.support.set(voter, Math.max(asked.sentAt, claimed.support.get(voter) ?? -Infinity))
      claimed.until = Math.max(claimed.until, this.supportedUntil(slot, claimed.support))
      return claimed.until > now
    })
  }

  /** What we ask for under terms up to this one. */
  wantedUpTo(term: Term): number[] {
    return [...this.claimed].filter(([, claimed]) => claimed.term <= term).map(([slot]) => slot)
  }

  /** `stopAfterMs` after the latest time at which most of its voters had been asked. */
  private supportedUntil(slot: number, support: Map<string, number>): number {
    const most = Math.floor(this.votersOf(slot).length / 2) + 1
    const times = [...support.values()].sort((a, b) => b - a)
    return times.length < most ? -Infinity : times[most - 1] + this.stopAfterMs
  }
}
