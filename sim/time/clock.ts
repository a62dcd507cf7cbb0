/**
 * A machine's own clock: it may run fast or slow against virtual time, and its wall clock may be
 * stepped. Local time is monotonic and starts level with virtual time.
 *
 *     local = base + (time − since) · rate
 */
export class Clock {
  private rate = 1
  private since = 0
  private base = 0
  /** Seconds that the wall clock was stepped by: nothing else reads it. */
  wallOffsetSeconds = 0

  /** Whole milliseconds of local time, at a virtual time in microseconds. */
  ms(time: number): number {
    return Math.floor((this.base + (time - this.since) * this.rate) / 1_000)
  }

  /** The virtual time in microseconds at which local time reaches so many milliseconds. */
  timeOf(ms: number): number {
    return Math.ceil(this.since + (ms * 1_000 - this.base) / this.rate)
  }

  /** From this virtual time on it runs fast by so many millionths; slow if negative. */
  drift(time: number, ppm: number): void {
    this.base += (time - this.since) * this.rate
    this.since = time
    this.rate = 1 + ppm / 1e6
  }
}
