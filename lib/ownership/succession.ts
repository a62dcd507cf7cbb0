import type { Reason } from './changes.js'
import type { Claims } from './claims.js'
import type { RingView } from './host.js'

/** Which member takes a slot by itself, without a hand-over, and why. */
export class Succession {
  private readonly id: string
  private readonly claims: Claims
  private readonly view: RingView

  constructor(parts: {
    /** Our member's id. */
    readonly id: string
    readonly claims: Claims
    readonly view: RingView
  }) {
    this.id = parts.id
    this.claims = parts.claims
    this.view = parts.view
  }

  /** The member that is to take a slot by itself; undefined: its live owner will hand it over. */
  takerOf(now: number, slot: number): string | undefined {
    const holder = this.claims.holder(slot)
    if (holder === undefined || holder === this.id) return this.view.target(slot)
    return this.view.isGone(now, holder) ? this.view.heir(now, slot, holder) : undefined
  }

  /** Why we take slots that this member held; undefined: none held them. */
  reasonOf(holder: string | undefined): Reason {
    if (holder === undefined || holder === this.id) return 'join'
    return this.view.hasLeft(holder) ? 'leave' : 'failure'
  }
}

/** Adds a slot to those of its holder. */
export function groupBy(
  groups: Map<string | undefined, number[]>,
  holder: string | undefined,
  slot: number,
): void {
  const slots = groups.get(holder)
  if (slots === undefined) groups.set(holder, [slot])
  else slots.push(slot)
}
