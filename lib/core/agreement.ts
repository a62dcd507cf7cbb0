import type { ProtocolOptions } from './options.js'
import { rumourBudget } from './rumours.js'

const NEVER = -1

/**
 * Watches the view hashes that peers send: equal ones mean equal views. Views that stay unequal
 * for longer than a rumour takes have lost one, and are repaired by a sync.
 */
export class Agreement {
  /** Since when no peer has been seen to agree; NEVER while the last one did. */
  private unequalSince = NEVER
  private syncNotBefore = 0
  private readonly options: ProtocolOptions

  constructor(options: ProtocolOptions) {
    this.options = options
  }

  /** A peer's hash equals ours, or not. True: sync with this peer now. */
  observe(now: number, equal: boolean, cluster: { readonly liveCount: number }): boolean {
    if (equal) {
      if (this.unequalSince !== NEVER) this.unequalSince = NEVER
      return false
    }
    if (this.unequalSince === NEVER) this.unequalSince = now
    if (now < this.syncNotBefore) return false
    if (now - this.unequalSince < this.patienceMs(cluster.liveCount)) return false
    this.syncNotBefore = now + 2 * this.options.periodMs
    return true
  }

  /** How long a rumour lives at its source, and two rounds more. */
  private patienceMs(liveMembers: number): number {
    const { rumourBudget: formula, fanout, gossipIntervalMs } = this.options
    return gossipIntervalMs * (2 + Math.ceil(rumourBudget(formula, liveMembers) / fanout))
  }
}
