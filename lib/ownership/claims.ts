import { fmix32 } from '../base/hash.js'
import { NO_TERM, type Term } from './term.js'

/** A member's claim to own some slots, and its term; holder undefined: no member owns them any more. */
export interface Claim {
  readonly holder: string | undefined
  readonly term: Term
  readonly slots: readonly number[]
}

/** The parts in which slots are compared. */
export const PARTS = 64

/** Holders that are kept; there are never more in use than there are slots. */
const IDS_MAX = 0xffff

/**
 * For each slot the highest claim that was heard of. Of two claims the higher term holds, wherever it
 * comes from: any order of hearing them ends in the same table.
 */
export class Claims {
  readonly slots: number
  private readonly terms: BigInt64Array
  private readonly holders: Uint16Array
  /** Index → id; 0: no member. */
  private readonly ids: (string | undefined)[] = [undefined]
  private readonly indexes = new Map<string, number>()
  private readonly hashes = new Int32Array(PARTS)
  /** How often any of them has changed. */
  changes = 0

  constructor(slots: number) {
    this.slots = slots
    this.terms = new BigInt64Array(slots)
    this.holders = new Uint16Array(slots)
  }

  /** `NO_TERM`: it was never claimed, as far as we know. */
  term(slot: number): Term {
    return this.terms[slot]
  }

  holder(slot: number): string | undefined {
    return this.ids[this.holders[slot]]
  }

  /** Takes in a claim. False: we know that one already, or a higher one. */
  merge(slot: number, holder: string | undefined, term: Term): boolean {
    if (term <= this.terms[slot]) return false
    this.changes++
    this.hashes[this.partOf(slot)] ^= this.hashOf(slot)
    this.terms[slot] = term
    this.holders[slot] = this.indexOf(holder)
    this.hashes[this.partOf(slot)] ^= this.hashOf(slot)
    return true
  }

  /** A hash over the claims of each part. */
  digest(): number[] {
    return [...this.hashes]
  }

  /** One over all. */
  get hash(): number {
    return this.hashes.reduce((all, part, i) => all ^ fmix32(part ^ i), 0)
  }

  partOf(slot: number): number {
    return Math.floor((slot * PARTS) / this.slots)
  }

  /** The claims on some slots, those with one holder and term together. */
  over(slots: Iterable<number>): Claim[] {
    const groups = new Map<Term, { holder: string | undefined; term: Term; slots: number[] }>()
    for (const slot of slots) {
      const term = this.terms[slot]
      if (term === NO_TERM) continue
      const group = groups.get(term) ?? { holder: this.holder(slot), term, slots: [] }
      groups.set(term, group)
      group.slots.push(slot)
    }
    return [...groups.values()]
  }

  /** All slots of the parts whose hashes differ. */
  differing(digest: readonly number[]): number[] {
    const slots: number[] = []
    for (let slot = 0; slot < this.slots; slot++) {
      const part = this.partOf(slot)
      if (this.hashes[part] !== digest[part]) slots.push(slot)
    }
    return slots
  }

  private hashOf(slot: number): number {
    const term = this.terms[slot]
    if (term === NO_TERM) return 0
    return fmix32(fmix32(Number(BigInt.asIntN(32, term)) ^ slot) ^ Number(term >> 32n))
  }

  private forgetUnused(): void {
    const held = Array.from(this.holders, (index) => this.ids[index])
    this.ids.length = 1
    this.indexes.clear()
    held.forEach((id, slot) => void (this.holders[slot] = this.indexOf(id)))
  }

  private indexOf(id: string | undefined): number {
    if (id === undefined) return 0
    let index = this.indexes.get(id)
    if (index === undefined) {
      if (this.ids.length === IDS_MAX) this.forgetUnused()
      index = this.ids.length
      this.ids.push(id)
      this.indexes.set(id, index)
    }
    return index
  }
}
