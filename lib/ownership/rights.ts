import { Ballot } from './ballot.js'
import type { OwnershipHost } from './host.js'
import type { Life, RingMessage } from './messages.js'
import { STORE, type OwnershipOptions } from './options.js'
import { Tenure } from './tenure.js'
import { byTerm, type Term, type TermClock } from './term.js'

/** What rights need of who wants them. */
export interface RightsHost extends Pick<OwnershipHost, 'send' | 'votersOf'> {
  readonly id: string
  readonly life: Life
  readonly clock: TermClock
  owns(slot: number): boolean
  /** Most voters support us for a slot that we do not own. */
  won(now: number, slots: readonly number[], term: Term): void
}

/** How often we ask in the time that an answer lasts: four may be lost in a row. */
const ASKS = 5

/** Rights that end unless voters renew them: ours as an owner, and what we promise as a voter. */
export class Rights {
  private readonly tenure: Tenure
  private readonly ballot: Ballot
  private readonly host: RightsHost
  private readonly everyMs: number
  /** When we ask next. */
  private askAt = -Infinity

  constructor(slots: number, options: OwnershipOptions, host: RightsHost, now: number) {
    const { mode, stopAfterMs, takeAfterMs } = options
    const store = [STORE]
    const votersOf = (slot: number): readonly string[] => {
      return mode === 'lease' ? store : host.votersOf(slot)
    }
    this.tenure = new Tenure(votersOf, stopAfterMs)
    this.ballot = new Ballot(slots, takeAfterMs, now + takeAfterMs)
    this.host = host
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

  /** Slots that are for us, whoever had them; asked for from now on, unless they are already. */
  want(slots: readonly number[], above: (slot: number) => Term, giver: Life = ''): void {
    const fresh = slots.filter((slot) => this.tenure.term(slot) <= above(slot))
    if (fresh.length === 0) return
    const term = this.host.clock.mint()
    for (const slot of fresh) this.tenure.want(slot, term, giver)
    this.askAt = -Infinity
  }

  /** Slots that somebody has given us. */
  inherit(slots: readonly number[], term: Term, giver: Life, until: number): void {
    for (const slot of slots) this.tenure.want(slot, term, giver, until)
    this.askAt = -Infinity
  }

  /** Those of ours whose time is over. */
  lapsed(now: number, ours: Iterable<number>): number[] {
    return [...ours].filter((slot) => this.tenure.until(slot) <= now)
  }

  askAll(now: number): void {
    if (now < this.askAt) return
    this.askAt = now + this.everyMs
    const { id, life: asker } = this.host
    for (const { voter, ...asking } of this.tenure.ask(now)) {
      const ask = { kind: 'ask', asker, ...asking } as const
      if (voter !== id) this.host.send(voter, ask)
      else this.granted(now, id, this.answer(now, ask))
    }
  }

  /** What we say as a voter. */
  answer(now: number, ask: Extract<RingMessage, { kind: 'ask' }>): Grant {
    return { kind: 'grant', round: ask.round, ...this.ballot.answer(now, ask) }
  }

  granted(now: number, from: string, { round, slots, seen }: Grant): void {
    const { clock, owns } = this.host
    clock.observe(seen)
    const won = this.tenure.granted(now, from, round, slots).filter((slot) => !owns(slot))
    const groups = byTerm(won, (slot) => this.tenure.term(slot))
    for (const [term, taken] of groups) this.host.won(now, taken, term)
    // What others had under a higher term than ours we ask for anew, under a higher one.
    const low = this.tenure.wantedUpTo(seen).filter((slot) => !owns(slot))
    this.want(low, () => seen)
  }
}

type Grant = Extract<RingMessage, { kind: 'grant' }>
