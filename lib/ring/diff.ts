/** Who owns each slot, at one moment; undefined: nobody. */
export interface Assignment {
  readonly owners: readonly (string | undefined)[]
}

/** One slot that changed hands. */
export interface Move {
  readonly slot: number
  readonly from: string | undefined
  readonly to: string | undefined
}

/**
 * The exact slots whose first owner differs, in ascending order. Both assignments must have the
 * same number of slots.
 */
export function diff(before: Assignment, after: Assignment): Move[] {
  const moves: Move[] = []
  before.owners.forEach((from, slot) => {
    const to = after.owners[slot]
    if (from !== to) moves.push({ slot, from, to })
  })
  return moves
}
