import type { ProtocolOptions } from '../options/options.js'
import { rumourBudget } from '../gossip/rumours.js'

const NEVER = -1

/**
 * Watches the view hashes that peers send: equal ones mean equal views. Views that stay unequal
 * for longer than a rumour takes have lost one, and are repaired by a sync: where no peer agrees for so
 * long, and where one and the same other view meets the same view of ours for so long. Two parts of a
 * cluster that agree among themselves would never find that out by the first rule.
 */
export class Agreement {
  /** Since when no peer has been seen to agree; NEVER while the last one did. */
  private unequalSince = NEVER
  private syncNotBefore = 0
  /** The other view that was met last, and ours then: their hashes, mixed. */
  private metPair = 0
  /** Since when. */
  private metSince = 0
  private readonly options: ProtocolOptions

  constructor(options: ProtocolOptions) {
    this.options = options
  }

  /** Whether the peer that we heard last sees what we see. */
  get agreed(): boolean {
    return this.unequalSince === NEVER
  }

  /**
   * A peer's view hash, and ours: 0 for equal ones, else both mixed. True: sync with this peer now.
   */
  observe(now: number, pair: number, cluster: { readonly liveCount: number }): boolean {
    if (pair === 0) {
      if (this.unequalSince !== NEVER) this.unequalSince = NEVER
      return false
    }
    if (this.unequalSince === NEVER) this.unequalSince = now
    if (pair !== this.metPair) {
      this.metPair = pair
      this.metSince = now
    }
    if (now < this.syncNotBefore) return false
    const since = Math.min(this.unequalSince, this.metSince)
    if (now - since < this.rumourLifeMs(cluster.liveCount)) return false
    this.syncNotBefore = now + 2 * this.options.periodMs
    return true
  }

  /** How long a rumour lives at its source, and two rounds more. */
  private rumourLifeMs(liveMembers: number): number {
    const { rumourBudget: formula, fanout, gossipIntervalMs } = this.options
    return gossipIntervalMs * (2 + Math.ceil(rumourBudget(formula, liveMembers) / fanout))
  }
}
