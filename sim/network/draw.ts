import { fmix32 } from '../../lib/base/hash.js'

/**
 * A random number in [0, 1) that is a function of what it is for, not of what was drawn before it
 * (the idea of counter-based generators, Salmon et al., SC 2011): taking one fault out of a run
 * leaves the draws of all others as they were.
 */
export function draw(
  seed: number,
  purpose: number,
  source: number,
  target: number,
  count: number,
): number {
  const who = fmix32(Math.imul(source + 1, 0x9e3779b1) ^ fmix32(target ^ purpose))
  return (fmix32(fmix32((who + count) | 0) ^ seed) >>> 0) / 4_294_967_296
}
