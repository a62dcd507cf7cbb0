import { GyreError } from '../base/error.js'
import { utf8Length } from '../base/utf8.js'
import type { Assignment } from './diff.js'
import { hashKey, type RingKey } from './key-hash.js'
import { capacities, Matching } from './load-bound.js'
import { CONTENDERS_MAX, NOBODY, Ranks, type Handle } from './ranks.js'
import { contender, ringSeed } from './score.js'

export interface RingOptions {
  /**
   * Equal parts of the key space, fixed for the ring's life and the same on every member: a power
   * of two in 1…65,536. At least 64 for each member is advised: with fewer, shares differ more.
   * @default 1024
   */
  readonly slots?: number
  /**
   * Distinct members that `owners` names for a slot, the first owner included: 1…8.
   * @default 1
   */
  readonly replicas?: number
  /**
   * No member is first owner of more than ⌈loadBound · weight / Σ weights · slots⌉. 1…100;
   * Infinity: no bound. Lowering it: more even, and more slots move that need not.
   * @default 1.25
   */
  readonly loadBound?: number
  /**
   * Text that tells the placement of one ring from that of another.
   * @default ''
   */
  readonly seed?: string
}

export interface RingMember {
  /** Non-empty, well-formed, unique in the ring. */
  readonly id: string
  /**
   * Its share in proportion to the others': above 0, at most 10⁶.
   * @default 1
   */
  readonly weight?: number
}

/**
 * A consistent-hash ring: a pure function from a set of members to the owners of each slot. Any
 * order of joins and leaves that ends in the same set gives the same owners, so members that agree
 * on who is there agree on who owns what, without a word between them.
 */
export class Ring {
  readonly slots: number
  readonly replicas: number
  readonly loadBound: number
  private readonly shift: number
  private readonly ranks: Ranks
  private readonly matching: Matching
  private readonly handles = new Map<string, Handle>()
  /** Handle → id; NOBODY → undefined. What a look-up ends in. */
  private readonly names: (string | undefined)[] = []

  /** @throws GyreError `BAD_OPTION` */
  constructor(options: RingOptions = {}) {
    const { slots = 1_024, replicas = 1, loadBound = 1.25, seed = '' } = options
    checkOptions(slots, replicas, loadBound, seed)
    this.slots = slots
    this.replicas = replicas
    this.loadBound = loadBound
    this.shift = 32 - Math.log2(slots)
    this.ranks = new Ranks(slots, ringSeed(seed), replicas + 1)
    this.matching = new Matching(this.ranks, slots)
  }

  /** Members in the ring. */
  get size(): number {
    return this.handles.size
  }

  /** Ids of the members, sorted. */
  get members(): readonly string[] {
    return [...this.handles.keys()].sort()
  }

  /**
   * Makes these the members of the ring. Costs O(slots) for each one that came, went or changed its
   * weight, and once more O(slots) for the load bound.
   * @throws GyreError `BAD_OPTION` for a bad id or weight, an id given twice, or over 65,535
   *   members; the ring is then as before.
   */
  update(members: Iterable<RingMember>): void {
    const wanted = new Map<string, number>()
    for (const { id, weight = 1 } of members) {
      checkMember(id, weight)
      if (wanted.has(id)) throw bad(`expected distinct ids, got ${JSON.stringify(id)} twice`)
      wanted.set(id, weight)
    }
    if (wanted.size > CONTENDERS_MAX) {
      throw bad(`expected at most ${CONTENDERS_MAX} members, got ${wanted.size}`)
    }
    let changed = false
    for (const [id, handle] of this.handles) {
      if (this.ranks.contenders[handle]?.weight === wanted.get(id)) wanted.delete(id)
      else {
        this.remove(id, handle)
        changed = true
      }
    }
    for (const [id, weight] of wanted) this.add(id, weight)
    if (!changed && wanted.size === 0) return
    this.matching.run(capacities(this.ranks.contenders, this.slots, this.loadBound))
  }

  /** The slot of a key: the upper bits of its hash. @throws GyreError `BAD_KEY` */
  slotOf(key: RingKey): number {
    // A shift by 32 is a shift by 0 in JavaScript, so a ring of one slot needs its own answer.
    return this.shift === 32 ? 0 : hashKey(key) >>> this.shift
  }

  /** The first owner of a key; undefined while the ring is empty. @throws GyreError `BAD_KEY` */
  owner(key: RingKey): string | undefined {
    return this.names[this.matching.owners[this.slotOf(key)]]
  }

  /** The first owner of a slot; undefined while the ring is empty. */
  ownerOfSlot(slot: number): string | undefined {
    this.checkSlot(slot)
    return this.names[this.matching.owners[slot]]
  }

  /**
   * The first owner of a key and its replicas, at most `count`, best first: fewer where there are
   * fewer members. Replicas are the next ranks of the slot.
   * @throws GyreError `BAD_KEY`
   */
  owners(key: RingKey, count: number = this.replicas): string[] {
    return this.ownersOfSlot(this.slotOf(key), count)
  }

  ownersOfSlot(slot: number, count: number = this.replicas): string[] {
    this.checkSlot(slot)
    const first = this.matching.owners[slot]
    const owners: string[] = []
    if (first === NOBODY) return owners
    owners.push(this.names[first] as string)
    for (let rank = 0; owners.length < Math.min(count, this.size); rank++) {
      const handle = this.ranks.at(slot, rank)
      if (handle !== first) owners.push(this.names[handle] as string)
    }
    return owners
  }

  /** How many slots each member owns. */
  loads(): Map<string, number> {
    const loads = new Map(this.members.map((id) => [id, 0]))
    for (const handle of this.matching.owners) {
      const id = this.names[handle]
      if (id !== undefined) loads.set(id, (loads.get(id) as number) + 1)
    }
    return loads
  }

  /** A copy of the present owners, for `diff`. */
  assignment(): Assignment {
    return { owners: Array.from(this.matching.owners, (handle) => this.names[handle]) }
  }

  private add(id: string, weight: number): void {
    const handle = this.ranks.add(contender(id, weight))
    this.handles.set(id, handle)
    this.names[handle] = id
  }

  private remove(id: string, handle: Handle): void {
    this.ranks.remove(handle)
    this.handles.delete(id)
    this.names[handle] = undefined
  }

  private checkSlot(slot: number): void {
    if (Number.isInteger(slot) && slot >= 0 && slot < this.slots) return
    throw new GyreError('BAD_KEY', `expected a slot in 0…${this.slots - 1}, got ${slot}`)
  }
}

function checkOptions(slots: number, replicas: number, loadBound: number, seed: string): void {
  if (!(Number.isInteger(Math.log2(slots)) && slots >= 1 && slots <= 65_536)) {
    throw bad(`slots: expected a power of two in 1…65536, got ${slots}`)
  }
  if (!(Number.isInteger(replicas) && replicas >= 1 && replicas <= 8)) {
    throw bad(`replicas: expected a whole number in 1…8, got ${replicas}`)
  }
  if (!((loadBound >= 1 && loadBound <= 100) || loadBound === Infinity)) {
    throw bad(`loadBound: expected a number in 1…100 or Infinity, got ${loadBound}`)
  }
  if (typeof seed !== 'string' || utf8Length(seed) < 0) {
    throw bad(`seed: expected well-formed text, got ${String(seed)}`)
  }
}

function checkMember(id: string, weight: number): void {
  if (typeof id !== 'string' || utf8Length(id) < 1) {
    throw bad(`id: expected non-empty well-formed text, got ${JSON.stringify(id)}`)
  }
  if (!(weight > 0 && weight <= 1e6)) {
    throw bad(`weight of ${id}: expected a number above 0 and at most 1000000, got ${weight}`)
  }
}

function bad(message: string): GyreError {
  return new GyreError('BAD_OPTION', message)
}
