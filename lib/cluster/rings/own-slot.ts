import type { Ownership, Reason, Term } from '../../ownership/index.js'
import type { Runtime } from '../../runtime/index.js'

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

/** One slot that we own, and what runs for it. */
export class OwnSlot implements Own {
  readonly slot: number
  readonly term: Term
  /** Runs that have not ended. */
  runs = 0
  /** While its last runs end before it moves: new runs wait. */
  parked = false
  private readonly control = new AbortController()
  private readonly ownership: Ownership
  private readonly runtime: Runtime

  constructor(slot: number, term: Term, ownership: Ownership, runtime: Runtime) {
    this.slot = slot
    this.term = term
    this.ownership = ownership
    this.runtime = runtime
  }

  get token(): string {
    return this.term.toString()
  }

  get signal(): AbortSignal {
    return this.control.signal
  }

  // An arrow, since users take it off: `const { check } = own`.
  check = (): boolean => this.ownership.check(this.runtime.now(), this.slot, this.term)

  abort(reason: unknown): void {
    this.control.abort(reason)
  }
}
