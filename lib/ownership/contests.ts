/** How long a slot counts as contested after two claims on it have met, in gossip intervals. */
const CONTESTED_INTERVALS = 25

/** Slots on which two claims have met recently. */
export class Contests {
  private readonly until = new Map<number, number>()
  private readonly spanMs: number

  constructor(intervalMs: number) {
    this.spanMs = CONTESTED_INTERVALS * intervalMs
  }

  /** Whether there may be any: where not, a look-up need not read the clock. */
  get any(): boolean {
    return this.until.size > 0
  }

  has(now: number, slot: number): boolean {
    const until = this.until.get(slot)
    if (until === undefined) return false
    if (now < until) return true
    this.until.delete(slot)
    return false
  }

  /** Two claims on it have met. False: it was contested already. */
  note(now: number, slot: number): boolean {
    const isNew = !this.has(now, slot)
    this.until.set(slot, now + this.spanMs)
    return isNew
  }
}
