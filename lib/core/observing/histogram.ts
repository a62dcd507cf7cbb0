/** What a histogram has seen, as plain numbers. */
export interface HistogramView {
  readonly count: number
  readonly sum: number
  readonly max: number
  /** How many values were at most so much: pairs in ascending order, the last of which is all. */
  readonly atMost: readonly (readonly [bound: number, count: number])[]
}

const BUCKETS = 24

/** Counts values by powers of two: 0, 1, 2, 4 … 2²² and more. No garbage. */
export class Histogram {
  private readonly counts = new Float64Array(BUCKETS)
  private count = 0
  private sum = 0
  private max = 0

  add(value: number): void {
    const whole = Math.max(0, Math.ceil(value))
    // 0 | 1 | 2 | 3, 4 | 5 … 8 | …
    const bucket = whole < 2 ? whole : 33 - Math.clz32(whole - 1)
    this.counts[Math.min(BUCKETS - 1, bucket)]++
    this.count++
    this.sum += value
    this.max = Math.max(this.max, value)
  }

  get view(): HistogramView {
    const atMost: [number, number][] = []
    let below = 0
    for (let i = 0; i < BUCKETS; i++) {
      below += this.counts[i]
      if (this.counts[i] > 0) atMost.push([i === 0 ? 0 : 2 ** (i - 1), below])
    }
    return { count: this.count, sum: this.sum, max: this.max, atMost }
  }
}
