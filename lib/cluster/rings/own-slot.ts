import type { Reason, Term } from '../../ownership/index.js'

/** A slot that we own, for as long as we do. */
export interface Own {
  readonly slot: number
  /** The fencing number of this acquisition: 63 bits, higher than that of any owner before. */
  readonly term: Term
  /** The same in decimal digits, for where numbers of 63 bits do not go. */
  readonly token: string
  /** Aborted once we may not act for it any more, or are to finish. */
  readonly signal: AbortSignal
  /** Whether we may act for it at this very moment. */
  check(): boolean
}

/** Slots that became ours together, or are ours no more. */
export interface Share {
  /** Ascending. */
  readonly slots: readonly number[]
  readonly term: Term
  readonly token: string
  /** Why: see `Reason`. */
  readonly reason: Reason
  /** The member that had them, or has them now, by id; undefined: none. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** Aborted as soon as one of them is ours no more, or is to be finished. */
  readonly signal: AbortSignal
  /** Whether we may act for all of them at this very moment. */
  check(): boolean
}

/** One slot that we own, with what runs under it. */
export class OwnSlot implements Own {
  readonly slot: number
  readonly term: Term
  /** Runs that have not ended. */
  runs = 0
  /** New runs wait: what there is to finish is being finished. */
  parked = false
  private readonly control = new AbortController()
  private readonly isOurs: (slot: number, term: Term) => boolean

  constructor(slot: number, term: Term, isOurs: (slot: number, term: Term) => boolean) {
    this.slot = slot
    this.term = term
    this.isOurs = isOurs
  }

  get token(): string {
    return this.term.toString()
  }

  get signal(): AbortSignal {
    return this.control.signal
  }

  check = (): boolean => this.isOurs(this.slot, this.term)

  abort(reason: unknown): void {
    this.control.abort(reason)
  }
}
