import { fmix32 } from './hash.js'

/**
 * The engine's own randomness: a Weyl sequence through a mixer (the idea of SplitMix, Steele et
 * al., OOPSLA 2014), in 32-bit arithmetic and two lanes so that its period is 2⁶⁴. Seeded by the
 * driver from the system, by the simulator from the run's seed. Not for secrets.
 */
export class Rng {
  private low: number
  private high: number

  constructor(seedLow: number, seedHigh = 0) {
    this.low = seedLow | 0
    this.high = fmix32(seedHigh ^ 0x5bd1e995)
  }

  /** 32 random bits, as int32. */
  next(): number {
    this.low = (this.low + 0x9e3779b9) | 0
    // The second lane steps once each time the first has gone all the way round.
    if (this.low === 0) this.high = (this.high + 0x6a09e667) | 0
    return fmix32(fmix32(this.low) ^ this.high)
  }

  /** Uniform in [0, 1), 32 bits of it. */
  fraction(): number {
    return (this.next() >>> 0) / 4_294_967_296
  }

  /** Uniform in 0 … bound − 1; its bias is below bound / 2³². */
  below(bound: number): number {
    return Math.floor(this.fraction() * bound)
  }
}
