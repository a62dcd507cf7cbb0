import type { RunId, RingMessage } from './messages.js'
import { NO_TERM, type Term } from './term.js'

interface Grant {
  holder: RunId
  term: Term
  /** Until then no other run gets it, by our clock. */
  until: number
}

/** An `ask`, as a voter sees it. */
export type Question = Pick<Extract<RingMessage, { kind: 'ask' }>, 'wants' | 'asker' | 'giver'>

/**
 * What one voter has promised: each slot to at most one member, for `takeAfterMs` from the last time
 * that it asked. Since a member counts its right from when it asked, and shorter, it stops before any
 * majority can promise the slot to another: two majorities have a voter in common.
 *
 *     holder:  ask ──────────────── stopAfterMs ─┤ stops
 *     voter:       └─► promise ──────────────────── takeAfterMs ──┤ free
 */
export class Ballot {
  private readonly grants: (Grant | undefined)[]
  private readonly takeAfterMs: number
  /** Before that we may have promised something that we do not remember. */
  private readonly opensAt: number

  constructor(slots: number, takeAfterMs: number, opensAt: number) {
    this.grants = Array<Grant | undefined>(slots).fill(undefined)
    this.takeAfterMs = takeAfterMs
    this.opensAt = opensAt
  }

  /** Which of the slots are the asker's, as far as we are concerned; and the highest term on others. */
  answer(now: number, { wants, asker, giver }: Question): { slots: number[]; seen: Term } {
    const granted: number[] = []
    let seen = NO_TERM
    if (now < this.opensAt) return { slots: granted, seen }
    for (const { term, slots } of wants) {
      for (const slot of slots) {
        const grant = this.grants[slot]
        if (
          grant === undefined ||
          isRenewal(grant, asker, term) ||
          this.yields(grant, now, term, giver)
        ) {
          this.grants[slot] = { holder: asker, term, until: now + this.takeAfterMs }
          granted.push(slot)
        } else if (grant.term > seen) seen = grant.term
      }
    }
    return { slots: granted, seen }
  }

  private yields(grant: Grant, now: number, term: Term, giver: RunId): boolean {
    return term > grant.term && (grant.until <= now || grant.holder === giver)
  }
}

/**
 * The same run under the same term. Under another term it asks anew: it may have given the slot away
 * meanwhile, to a member that acts by what we have promised here.
 */
function isRenewal(grant: Grant, asker: RunId, term: Term): boolean {
  return grant.holder === asker && grant.term === term
}
