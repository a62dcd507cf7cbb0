import { hash32Text } from '../base/hash.js'

/**
 * The fencing number of one acquisition: 63 bits, totally ordered, higher for whoever acquires later.
 *
 *     bits 62…20  milliseconds since 1970, at least the wall clock's, above all that we have seen
 *     bits 19…0   hash32 of the member's id, its lowest bits: tells apart who minted at once
 *
 * A hybrid logical clock (Kulkarni et al., OPODIS 2014), without the counter: a member mints at most
 * once a millisecond, and runs ahead of its clock where it has to.
 */
export type Term = bigint

export const NO_TERM: Term = 0n
const ID_BITS = 20n
const ID_MASK = (1 << 20) - 1

/** Mints terms for one member. */
export class TermClock {
  private lastMs = 0
  private readonly mark: bigint
  private readonly wallMs: () => number

  constructor(id: string, wallMs: () => number) {
    this.mark = BigInt(hash32Text(id, 0) & ID_MASK)
    this.wallMs = wallMs
  }

  /** A term above all that were minted or observed here. */
  mint(): Term {
    this.lastMs = Math.max(Math.floor(this.wallMs()), this.lastMs + 1)
    return (BigInt(this.lastMs) << ID_BITS) | this.mark
  }

  /** There is such a term: ours will be above it. */
  observe(term: Term): void {
    this.lastMs = Math.max(this.lastMs, termMs(term))
  }
}

/** Slots by their terms. */
export function byTerm(
  slots: readonly number[],
  termOf: (slot: number) => Term,
): Map<Term, number[]> {
  const groups = new Map<Term, number[]>()
  for (const slot of slots) {
    const term = termOf(slot)
    const group = groups.get(term)
    if (group === undefined) groups.set(term, [slot])
    else group.push(slot)
  }
  return groups
}

/** When a term was minted, by its minter's clock: milliseconds since 1970. */
export function termMs(term: Term): number {
  return Number(term >> ID_BITS)
}
