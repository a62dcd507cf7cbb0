import { fmix32 } from '../../base/hash.js'

/**
 * A keyed pseudo-random permutation of 0 … size − 1 in O(1) memory: a four-round Feistel network
 * over the next even power of two, walked until it lands inside (Black and Rogaway, CT-RSA 2002).
 * Probe orders are drawn from it: a shuffled list per node would cost n² memory in a simulation.
 */
export class Permutation {
  size = 0
  private key = 0
  private halfBits = 1
  private mask = 1

  /** Starts over: another order of another domain. */
  reset(size: number, key: number): void {
    this.size = size
    this.key = key
    // At most 4 × size values to walk through, so 4 steps are expected at the most.
    this.halfBits = Math.max(1, (32 - Math.clz32(Math.max(1, size - 1)) + 1) >> 1)
    this.mask = (1 << this.halfBits) - 1
  }

  /** The element at a position below `size`. */
  at(position: number): number {
    let value = position
    do value = this.shuffle(value)
    while (value >= this.size)
    return value
  }

  private shuffle(value: number): number {
    let left = value >>> this.halfBits
    let right = value & this.mask
    for (let round = 1; round <= 4; round++) {
      const mixed = left ^ (fmix32(right ^ this.key ^ Math.imul(round, 0x9e3779b1)) & this.mask)
      left = right
      right = mixed
    }
    return (left << this.halfBits) | right
  }
}
