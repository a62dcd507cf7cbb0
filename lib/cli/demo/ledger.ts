/** Who owned which slots when, as the members said themselves. */
interface Entry {
  /** Unix time in milliseconds, by the clock of the one machine. */
  readonly t: number
  readonly member: string
  readonly gained: readonly number[]
  readonly lost: readonly number[] | 'all'
}

/** What a stretch of time looked like, over all slots. */
export interface Stretch {
  /** The longest time that any slot had no owner. */
  readonly unownedMs: number
  /** When every slot had an owner again, after the beginning of the stretch; 0 if always. */
  readonly allOwnedMs: number
}

/**
 * Gathers what members say of their slots and judges it afterwards, ordered by time: words from
 * several processes do not arrive in the order in which they were said.
 */
export class Ledger {
  private readonly entries: Entry[] = []
  readonly slots: number

  constructor(slots: number) {
    this.slots = slots
  }

  record(
    t: number,
    member: string,
    gained: readonly number[],
    lost: readonly number[] | 'all',
  ): void {
    this.entries.push({ t, member, gained, lost })
  }

  /** Owners of each slot now. */
  owners(): Set<string>[] {
    return this.replay(() => {})
  }

  /** Slots with more than one owner now. */
  doublyOwned(): number {
    return this.owners().filter((owners) => owners.size > 1).length
  }

  /** Whether each slot has exactly one owner. */
  settled(): boolean {
    return this.owners().every((owners) => owners.size === 1)
  }

  /** How many slots each of these owns now. */
  loads(): Map<string, number> {
    const loads = new Map<string, number>()
    for (const owners of this.owners()) {
      for (const owner of owners) loads.set(owner, (loads.get(owner) ?? 0) + 1)
    }
    return loads
  }

  /** Looks at the time from `since` until now. */
  stretch(since: number): Stretch {
    const emptySince = new Map<number, number>()
    let unownedMs = 0
    let allOwnedMs = 0
    this.replay((slot, owners, t) => {
      if (owners.size === 0) emptySince.set(slot, t)
      const emptied = emptySince.get(slot)
      if (owners.size === 0 || emptied === undefined) return
      emptySince.delete(slot)
      if (t < since) return
      unownedMs = Math.max(unownedMs, t - emptied)
      allOwnedMs = Math.max(allOwnedMs, t - since)
    })
    return { unownedMs, allOwnedMs }
  }

  private replay(each: (slot: number, owners: Set<string>, t: number) => void): Set<string>[] {
    const all = Array.from({ length: this.slots }, () => new Set<string>())
    const change = (slot: number, t: number, what: (owners: Set<string>) => void): void => {
      what(all[slot])
      each(slot, all[slot], t)
    }
    for (const { t, member, gained, lost } of this.entries.toSorted((a, b) => a.t - b.t)) {
      const gone = lost === 'all' ? slotsOf(all, member) : lost
      for (const slot of gone) change(slot, t, (owners) => owners.delete(member))
      for (const slot of gained) change(slot, t, (owners) => owners.add(member))
    }
    return all
  }
}

function slotsOf(all: readonly Set<string>[], member: string): number[] {
  return all.flatMap((owners, slot) => (owners.has(member) ? [slot] : []))
}
