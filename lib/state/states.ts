import { GyreError } from '../base/error.js'
import { utf8Length } from '../base/utf8.js'
import { factBytes, type Facts } from './facts.js'
import { MemberState } from './member-state.js'

/** What a member's whole state may come to. */
export const STATE_BYTES_MAX = 65_536
const KEY_BYTES_MAX = 256

/** An entry of a member's state has changed; without a value: it was deleted. */
export interface StateChange {
  /** The member's id. */
  readonly owner: string
  readonly key: string
  readonly value: Uint8Array | undefined
}

const NO_VALUE = new Uint8Array(0)
const NOTHING = { run: 0, upto: 0 }

/**
 * What all members say of themselves, as far as one of them knows. Only its owner changes a state;
 * versions tell which of two copies is newer, and what a copy lacks.
 */
export class States {
  private readonly own: MemberState
  private readonly members = new Map<string, MemberState>()

  constructor(id: string, run: number) {
    this.own = new MemberState(id, run)
    this.members.set(id, this.own)
  }

  /** What is held of a member's state; undefined: nothing. */
  of(owner: string): MemberState | undefined {
    return this.members.get(owner)
  }

  /** Whether any member has said anything. */
  get empty(): boolean {
    for (const { upto } of this.members.values()) if (upto > 0) return false
    return true
  }

  /**
   * Sets an entry of our own; false if it has that value already.
   * @throws GyreError `BAD_OPTION`, `STATE_FULL`
   */
  set(key: string, value: Uint8Array): boolean {
    checkKey(key)
    if (!(value instanceof Uint8Array)) throw bad(`state ${key}: expected a Uint8Array`)
    const old = this.own.get(key)
    if (old !== undefined && sameBytes(old, value)) return false
    const freed = old === undefined ? 0 : factBytes({ key, value: old })
    const bytes = this.own.bytes - freed + factBytes({ key, value })
    if (bytes > STATE_BYTES_MAX) {
      const most = `${STATE_BYTES_MAX} bytes of state a member`
      throw new GyreError('STATE_FULL', `expected at most ${most}, got ${bytes} with ${key}`)
    }
    this.own.put({ key, version: this.own.upto + 1, value: value.slice(), deleted: false })
    return true
  }

  /** Deletes an entry of our own; false if there is none. @throws GyreError `BAD_OPTION` */
  delete(key: string): boolean {
    checkKey(key)
    if (this.own.get(key) === undefined) return false
    this.own.put({ key, version: this.own.upto + 1, value: NO_VALUE, deleted: true })
    return true
  }

  /** Whether these facts are older than what is held, newer, or newer with a gap in between. */
  judge({ owner, run, since, upto, facts }: Facts): 'old' | 'fits' | 'gap' {
    if (owner === this.own.owner) return 'old'
    const held = this.members.get(owner)
    const renewed = held !== undefined && held.run < run
    const known = held === undefined || renewed ? 0 : held.upto
    if ((held !== undefined && held.run > run) || (upto <= known && !renewed)) return 'old'
    return since > known || (facts.length === 0 && upto > since) ? 'gap' : 'fits'
  }

  /** Takes in facts that fit; what they have changed. */
  take(news: Facts): StateChange[] {
    const { owner, run } = news
    let held = this.members.get(owner)
    if (held === undefined) this.members.set(owner, (held = new MemberState(owner, run)))
    const before = new Map(held.run < run ? held.entries() : [])
    if (held.run < run) held.clear(run)
    const changed = new Set([...before.keys(), ...held.take(news).keys()])
    return [...changed]
      .map((key) => ({ owner, key, value: held.get(key) }))
      .filter(({ key, value }) => {
        const old = before.get(key)
        return !(old !== undefined && value !== undefined && sameBytes(old, value))
      })
  }

  /** Forgets a member that is known no more. */
  forget(owner: string): void {
    if (owner !== this.own.owner) this.members.delete(owner)
  }

  /** How far a member's state is known here: facts without entries. */
  known(owner: string): Facts {
    const { run, upto } = this.members.get(owner) ?? NOTHING
    return { owner, run, since: upto, upto, facts: [] }
  }

  digest(): Facts[] {
    return [...this.members.keys()].map((owner) => this.known(owner))
  }

  /**
   * What somebody lacks whose digest this is, one member's at the least, and no more than so many
   * bytes. Of members that it does not name only those who are `others` to it.
   */
  missing(digest: readonly Facts[], others: (owner: string) => boolean, bytesMax: number): Facts[] {
    const theirs = new Map(digest.map((known) => [known.owner, known]))
    const page: Facts[] = []
    let bytes = 0
    for (const held of this.members.values()) {
      const known = theirs.get(held.owner)
      if (known === undefined && !others(held.owner)) continue
      const { run = 0, upto = 0 } = known ?? {}
      if (run > held.run || (held.upto <= upto && (run === held.run || known === undefined))) {
        continue
      }
      const since = run === held.run ? upto : 0
      const facts = held.after(since)
      bytes += facts.facts.reduce((sum, fact) => sum + factBytes(fact), 0)
      if (bytes > bytesMax && page.length > 0) break
      page.push(facts)
    }
    return page
  }

  /** A hash over the states of these members: equal hashes, equal states. */
  hash(owners: Iterable<string>, seed: number): number {
    let sum = 0
    for (const owner of owners) {
      const held = this.members.get(owner)
      if (held !== undefined && held.upto > 0) sum = (sum + held.hash(seed)) | 0
    }
    return sum
  }
}

function checkKey(key: unknown): void {
  const length = typeof key === 'string' ? utf8Length(key) : -1
  if (length >= 1 && length <= KEY_BYTES_MAX) return
  throw bad(`state: expected a key of 1…${KEY_BYTES_MAX} bytes of UTF-8, got ${String(key)}`)
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i])
}

function bad(message: string): GyreError {
  return new GyreError('BAD_OPTION', message)
}
