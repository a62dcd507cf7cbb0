/** How far behind the newest datagram one may arrive. */
export const WINDOW = 1_024

/** Which counters of one sender have come: each is taken once (RFC 4303, appendix A2). */
export class ReplayWindow {
  private newest = -1
  private readonly seen = new Uint32Array(WINDOW >> 5)

  /** Takes a counter; false: it has come before, or is too old to tell. */
  take(counter: number): boolean {
    if (counter > this.newest) this.advance(counter)
    else if (counter <= this.newest - WINDOW) return false
    const place = counter % WINDOW
    const bit = 1 << (place & 31)
    if ((this.seen[place >> 5] & bit) !== 0) return false
    this.seen[place >> 5] |= bit
    return true
  }

  private advance(counter: number): void {
    for (let next = Math.max(this.newest + 1, counter - WINDOW + 1); next <= counter; next++) {
      const place = next % WINDOW
      this.seen[place >> 5] &= ~(1 << (place & 31))
    }
    this.newest = counter
  }
}
