import { Ballot } from './ballot.js'
import type { HeldSlot } from './changes.js'
import type { OwnershipHost } from './host.js'
import type { RingMessage, RunId } from './messages.js'
import { STORE, type OwnershipOptions } from './options.js'
import { Tenure } from './tenure.js'
import { byTerm, type Term, type TermClock } from './term.js'

export type Ask = Extract<RingMessage, { kind: 'ask' }>
export type Grant = Extract<RingMessage, { kind: 'grant' }>

/** How often we ask in the time that an answer lasts: four may be lost in a row. */
const ASKS = 5

/** Rights that end unless voters renew them: ours as an owner, and what we promise as a voter. */
export class Rights {
  private readonly tenure: Tenure
  private readonly ballot: Ballot
  private readonly runId: RunId
  private readonly clock: TermClock
  private readonly held: ReadonlyMap<number, HeldSlot>
  private readonly everyMs: number
  /** When we ask next. */
  private askAt = -Infinity

  constructor(parts: {
    readonly runId: RunId
    readonly slots: number
    readonly options: OwnershipOptions
    readonly host: Pick<OwnershipHost, 'votersOf'>
    readonly clock: TermClock
    /** What we own, by slot. */
    readonly held: ReadonlyMap<number, HeldSlot>
    readonly now: number
  }) {
    const { slots, options, host, now } = parts
    const { mode, stopAfterMs, takeAfterMs } = options
    const store = [STORE]
    const votersOf = (slot: number): readonly string[] => {
      return mode === 'lease' ? store : host.votersOf(slot)
    }
    this.tenure = new Tenure(votersOf, stopAfterMs)
    this.ballot = new Ballot(slots, takeAfterMs, now + takeAfterMs)
    this.runId = parts.runId
    this.clock = parts.clock
    this.held = parts.held
    this.everyMs = stopAfterMs / ASKS
  }

  /** Whether there is anything to ask for. */
  get busy(): boolean {
    return this.tenure.size > 0
  }

  until(slot: number): number {
    return this.tenure.until(slot)
  }

  drop(slot: number): void {
    this.tenure.drop(slot)
  }

  /** Asks for slots that are for us from now on, unless it does already under a term above this one. */
  want(slots: readonly number[], above: (slot: number) => Term, giver: RunId = ''): void {
    const fresh = slots.filter((slot) => this.tenure.term(slot) <= above(slot))
    if (fresh.length === 0) return
    const term = this.clock.mint()
    for (const slot of fresh) this.tenure.want(slot, term, giver)
    this.askAt = -Infinity
  }

  /** Slots that another member has given us: they are ours by its right until then. */
  inherit(slots: readonly number[], term: Term, giver: RunId, until: number): void {
    for (const slot of slots) this.tenure.want(slot, term, giver, until)
    this.askAt = -Infinity
  }

  /** Those of ours whose time is over. */
  lapsed(now: number, ours: Iterable<number>): number[] {
    return [...ours].filter((slot) => this.tenure.until(slot) <= now)
  }

  /** The questions that are due, by the voter that each is for. */
  *asks(now: number): Generator<{ readonly voter: string; readonly ask: Ask }> {
    if (now < this.askAt) return
    this.askAt = now + this.everyMs
    for (const { voter, ...asking } of this.tenure.ask(now)) {
      yield { voter, ask: { kind: 'ask', asker: this.runId, ...asking } }
    }
  }

  /** What we say as a voter. */
  answer(now: number, ask: Ask): Grant {
    return { kind: 'grant', round: ask.round, ...this.ballot.answer(now, ask) }
  }

  /** A voter has answered. Returns the slots that we do not own, and are now supported for, by term. */
  granted(now: number, from: string, { round, slots, seen }: Grant): Map<Term, number[]> {
    this.clock.observe(seen)
    const won = this.tenure.granted(now, from, round, slots)
    return byTerm(
      won.filter((slot) => !this.held.has(slot)),
      (slot) => this.tenure.term(slot),
    )
  }

  /** Others have what we ask for, under terms up to this one: asks anew, under a higher term. */
  outbid(seen: Term): void {
    const low = this.tenure.wantedUpTo(seen).filter((slot) => !this.held.has(slot))
    this.want(low, () => seen)
  }
}
