import { hash32Text } from '../base/hash.js'
import { factBytes, type Fact, type Facts } from './facts.js'

/** Deleted entries that are remembered; who lacks one of older date is sent everything. */
const TOMBSTONES_MAX = 256

/** What is held of one member's state, its own or a copy of another's. */
export class MemberState {
  readonly owner: string
  run: number
  /** The owner's version up to which nothing is missing. */
  upto = 0
  /** Bytes of entries that are not deleted. */
  bytes = 0
  private readonly facts = new Map<string, Fact>()
  /** The greatest version of a deleted entry that is remembered no more. */
  private floor = 0
  private tombstones = 0

  constructor(owner: string, run: number) {
    this.owner = owner
    this.run = run
  }

  get(key: string): Uint8Array | undefined {
    const fact = this.facts.get(key)
    return fact === undefined || fact.deleted ? undefined : fact.value
  }

  *entries(): IterableIterator<[key: string, value: Uint8Array]> {
    for (const { key, value, deleted } of this.facts.values()) if (!deleted) yield [key, value]
  }

  /** An entry's next version. */
  put(fact: Fact): void {
    const old = this.facts.get(fact.key)
    if (old !== undefined) this.count(old, -1)
    // The map keeps the order of versions, so that old tombstones come first.
    this.facts.delete(fact.key)
    this.facts.set(fact.key, fact)
    this.count(fact, 1)
    this.upto = Math.max(this.upto, fact.version)
    if (this.tombstones > TOMBSTONES_MAX) this.dropTombstone()
  }

  /** Nothing is held any more; of this run, if it is another one. */
  clear(run: number = this.run): void {
    this.facts.clear()
    this.run = run
    this.upto = this.floor = this.bytes = this.tombstones = 0
  }

  /**
   * Takes entries in; they must fit on what is held: `since` is at most `upto`. Returns the keys
   * whose values have changed, with the old ones.
   */
  take({ since, upto, facts }: Facts): Map<string, Uint8Array | undefined> {
    const changed = new Map<string, Uint8Array | undefined>()
    const named = new Set(facts.map(({ key }) => key))
    if (since === 0) {
      for (const [key, value] of this.entries()) if (!named.has(key)) changed.set(key, value)
      for (const key of changed.keys()) this.drop(key)
    }
    for (const fact of facts) {
      const held = this.facts.get(fact.key)
      if (held !== undefined && held.version >= fact.version) continue
      changed.set(fact.key, this.get(fact.key))
      this.put(fact)
    }
    this.upto = Math.max(this.upto, upto)
    // What was deleted before that is not known.
    if (since === 0) this.floor = Math.max(this.floor, upto)
    return changed
  }

  /** What somebody lacks who has everything up to a version of this run. */
  after(version: number): Facts {
    const since = version < this.floor || version > this.upto ? 0 : version
    const facts = [...this.facts.values()].filter((fact) => fact.version > since)
    const wanted = since === 0 ? facts.filter(({ deleted }) => !deleted) : facts
    return { owner: this.owner, run: this.run, since, upto: this.upto, facts: wanted }
  }

  /** Adds this state to a hash over many; equal sums, equal states. */
  hash(seed: number): number {
    return hash32Text(`${this.owner} ${this.run} ${this.upto}`, seed)
  }

  private drop(key: string): void {
    this.count(this.facts.get(key) as Fact, -1)
    this.facts.delete(key)
  }

  private dropTombstone(): void {
    const oldest = [...this.facts.values()].find(({ deleted }) => deleted) as Fact
    this.floor = Math.max(this.floor, oldest.version)
    this.drop(oldest.key)
  }

  private count(fact: Fact, sign: 1 | -1): void {
    if (fact.deleted) this.tombstones += sign
    else this.bytes += sign * factBytes(fact)
  }
}
