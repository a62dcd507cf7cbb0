import { GyreError } from '../base/error.js'
import { diff, type Assignment, type Move } from './diff.js'
import { hashKey, type RingKey } from './key-hash.js'
import { capacities, Matching } from './load-bound.js'
import { Points } from './points.js'
import { CONTENDERS_MAX, NOBODY, type Handle, type Ranking } from './ranking.js'
import { Rendezvous } from './rendezvous.js'
import { heirOf, holdersOf } from './replicas.js'
import {
  bad,
  checkRingMember,
  ringOptions,
  type RingMember,
  type RingOptions,
} from './ring-options.js'
import { contender, ringSeed } from './score.js'

/** Slots that are worked on in one slice of a change: one or two milliseconds. */
const SLICE_SLOTS = 8_192

/** What would change, for `Ring.plan`. */
export interface PlannedChange {
  readonly add?: readonly RingMember[]
  /** Ids. */
  readonly remove?: readonly string[]
  /** New weights, by id. */
  readonly weights?: Readonly<Record<string, number>>
}

/** What a change would do. */
export interface Plan {
  readonly moves: readonly Move[]
  /** Slots of each member after it. */
  readonly loads: ReadonlyMap<string, number>
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
  private readonly options: Required<RingOptions>
  private readonly shift: number
  private readonly ranking: Ranking
  private readonly present = new Map<string, { handle: Handle; member: RingMember }>()
  /** The owners of each slot, `replicas` of them, as the last finished change left them. */
  private held: Uint16Array
  /** Handle → id, as of then; NOBODY → undefined. What a look-up ends in. */
  private names: (string | undefined)[] = []
  private readonly stride: number

  /** @throws GyreError `BAD_OPTION` */
  constructor(options: RingOptions = {}, from?: Ranking) {
    this.options = ringOptions(options)
    const { slots, replicas, loadBound, seed, placement, points } = this.options
    this.slots = slots
    this.replicas = replicas
    this.loadBound = loadBound
    this.stride = replicas
    this.shift = 32 - Math.log2(slots)
    const salt = ringSeed(seed)
    if (from !== undefined) this.ranking = from
    else if (placement === 'vnodes') this.ranking = new Points(slots, salt, points)
    else this.ranking = new Rendezvous(slots, salt, replicas + 1)
    this.held = new Uint16Array(slots * this.stride).fill(NOBODY)
  }

  /** Members in the ring. */
  get size(): number {
    return this.present.size
  }

  /** Ids of the members, sorted. */
  get members(): readonly string[] {
    return [...this.present.keys()].sort()
  }

  /**
   * Makes these the members of the ring. Costs O(slots) for each one that came, went or changed, and
   * once more O(slots) for the load bound.
   * @throws GyreError `BAD_OPTION` for a bad id, weight, zone or host, an id given twice, or over
   *   65,535 members; the ring is then as before.
   */
  update(members: Iterable<RingMember>): void {
    const change = this.updating(members)
    while (change.next().done !== true);
  }

  /**
   * The same in slices of one or two milliseconds each, for large rings in processes that have other things
   * to do: call `next` until it is done. Until then look-ups answer as before. One change at a time.
   * @throws GyreError as `update`, at the first `next`
   */
  *updating(members: Iterable<RingMember>): Generator<void, void> {
    const wanted = this.wanted(members)
    const gone = [...this.present].filter(([id, { member }]) => !isSame(member, wanted.get(id)))
    for (const [id, { handle }] of gone) {
      this.present.delete(id)
      this.ranking.remove(handle)
    }
    for (const [, { handle }] of gone) {
      yield* this.slices((from, to) => this.ranking.withdraw(handle, from, to))
    }
    for (const member of wanted.values()) {
      const { id, weight = 1 } = member
      if (this.present.has(id)) wanted.delete(id)
      else {
        const handle = this.ranking.add(contender(id, weight, member))
        yield* this.slices((from, to) => this.ranking.enter(handle, from, to))
        this.present.set(id, { handle, member })
      }
    }
    if (gone.length > 0 || wanted.size > 0) yield* this.assign()
  }

  /** The slot of a key: the upper bits of its hash. @throws GyreError `BAD_KEY` */
  slotOf(key: RingKey): number {
    // A shift by 32 is a shift by 0 in JavaScript, so a ring of one slot needs its own answer.
    return this.shift === 32 ? 0 : hashKey(key) >>> this.shift
  }

  /** The first owner of a key; undefined while the ring is empty. @throws GyreError `BAD_KEY` */
  owner(key: RingKey): string | undefined {
    return this.names[this.held[this.slotOf(key) * this.stride]]
  }

  /** The first owner of a slot; undefined while the ring is empty. */
  ownerOfSlot(slot: number): string | undefined {
    this.checkSlot(slot)
    return this.names[this.held[slot * this.stride]]
  }

  /**
   * The first owner of a key and its replicas, at most `count`, best first: fewer where there are
   * fewer members. Replicas are the next ranks of the slot, in other zones first.
   * @throws GyreError `BAD_KEY`
   */
  owners(key: RingKey, count: number = this.replicas): string[] {
    return this.ownersOfSlot(this.slotOf(key), count)
  }

  ownersOfSlot(slot: number, count: number = this.replicas): string[] {
    this.checkSlot(slot)
    const base = slot * this.stride
    const kept = this.held.subarray(base, base + this.stride)
    const handles =
      count <= this.stride ? kept.subarray(0, count) : holdersOf(this.ranking, slot, kept[0], count)
    const names = Array.from(handles, (handle) => this.names[handle])
    return names.filter((name) => name !== undefined)
  }

  /**
   * Who takes over a slot whose owner, not in the ring any more, stood there: what had been its first
   * replica. Undefined while the ring is empty.
   */
  heirOfSlot(
    slot: number,
    gone: { readonly zone?: string; readonly host?: string } = {},
  ): string | undefined {
    this.checkSlot(slot)
    return this.names[heirOf(this.ranking, slot, { zone: gone.zone, host: gone.host })]
  }

  /** How many slots each member owns. */
  loads(): Map<string, number> {
    const shown = this.names.filter((id) => id !== undefined)
    const loads = new Map(shown.sort().map((id) => [id, 0]))
    for (let slot = 0; slot < this.slots; slot++) {
      const id = this.names[this.held[slot * this.stride]]
      if (id !== undefined) loads.set(id, (loads.get(id) as number) + 1)
    }
    return loads
  }

  /** A copy of the present owners, for `diff`. */
  assignment(): Assignment {
    const owners = Array.from({ length: this.slots }, (_, slot) => {
      return this.names[this.held[slot * this.stride]]
    })
    return { owners }
  }

  /**
   * What a change would move, and the load after it; nothing is changed.
   * @throws GyreError `BAD_OPTION` as `update`, and for ids to remove or weigh that are not there
   */
  plan({ add = [], remove = [], weights = {} }: PlannedChange): Plan {
    for (const id of [...remove, ...Object.keys(weights)]) {
      if (!this.present.has(id)) throw bad(`expected a member of the ring, got ${id}`)
    }
    const members = [...this.present.values()]
      .filter(({ member }) => !remove.includes(member.id))
      .map(({ member }) => weighed(member, weights[member.id]))
    const after = this.clone()
    after.update([...members, ...add])
    return { moves: diff(this.assignment(), after.assignment()), loads: after.loads() }
  }

  private clone(): Ring {
    const copy = new Ring(this.options, this.ranking.clone())
    for (const [id, entry] of this.present) copy.present.set(id, entry)
    copy.held = this.held
    copy.names = this.names
    return copy
  }

  /** Finds the owners anew, then shows them all at once. */
  private *assign(): Generator<void, void> {
    const { ranking, slots, stride } = this
    const limits = capacities(ranking.contenders, slots, this.loadBound)
    const firsts = yield* new Matching(ranking, slots, limits).run(SLICE_SLOTS)
    const names: (string | undefined)[] = []
    for (const [id, { handle }] of this.present) names[handle] = id
    let held = firsts
    if (stride > 1) {
      held = new Uint16Array(slots * stride).fill(NOBODY)
      yield* this.slices((from, to) => {
        for (let slot = from; slot < to; slot++) {
          held.set(holdersOf(ranking, slot, firsts[slot], stride), slot * stride)
        }
      })
    }
    this.held = held
    this.names = names
  }

  private *slices(work: (from: number, to: number) => void): Generator<void, void> {
    for (let from = 0; from < this.slots; from += SLICE_SLOTS) {
      work(from, Math.min(this.slots, from + SLICE_SLOTS))
      if (from + SLICE_SLOTS < this.slots) yield
    }
  }

  private wanted(members: Iterable<RingMember>): Map<string, RingMember> {
    const wanted = new Map<string, RingMember>()
    for (const member of members) {
      checkRingMember(member)
      const { id, weight = 1, zone, host } = member
      if (wanted.has(id)) throw bad(`expected distinct ids, got ${JSON.stringify(id)} twice`)
      wanted.set(id, { id, weight, zone, host })
    }
    if (wanted.size <= CONTENDERS_MAX) return wanted
    throw bad(`expected at most ${CONTENDERS_MAX} members, got ${wanted.size}`)
  }

  private checkSlot(slot: number): void {
    if (Number.isInteger(slot) && slot >= 0 && slot < this.slots) return
    throw new GyreError('BAD_KEY', `expected a slot in 0…${this.slots - 1}, got ${slot}`)
  }
}

function isSame(one: RingMember, other: RingMember | undefined): boolean {
  return one.weight === other?.weight && one.zone === other?.zone && one.host === other?.host
}

function weighed({ id, weight, zone, host }: RingMember, other: number | undefined): RingMember {
  return { id, weight: other ?? weight, zone, host }
}
