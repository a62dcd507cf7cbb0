/**
 * What happens when. Times are whole microseconds of virtual time, at most 2⁴⁸ (8.9 years); of
 * entries for the same time the one scheduled first comes first. Each entry carries a kind and one
 * number for its owner.
 */
export interface Scheduler {
  /** Entries that wait. */
  readonly length: number
  /** The entry taken out last. */
  readonly time: number
  readonly kind: number
  readonly value: number
  /** Kinds are 0…3, values below 2²⁹; the time is no earlier than any taken out or asked for. */
  push(time: number, kind: number, value: number): void
  /** Takes out the next entry that is due by `limit`; false if there is none. */
  next(limit: number): boolean
  /**
   * Looks ahead: what comes next as value * 4 + kind, as far as that is at hand, at most as much as
   * there is room for. Returns how many.
   */
  ahead(out: Int32Array): number
}
