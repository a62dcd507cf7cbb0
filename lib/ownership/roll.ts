import { hash32Text } from '../base/hash.js'
import type { Ring, RingMember } from '../ring/index.js'
import type { RingView } from './host.js'

/** A member as a ring knows it. */
export interface Enrolled extends RingMember {
  readonly state: 'alive' | 'suspect' | 'faulty' | 'left'
  /** `in` the ring; `leaving` it, until it has handed over what it owns; `out`: it has not opened it. */
  readonly part: 'in' | 'leaving' | 'out'
}

/** What a roll asks of the ring's options. */
export interface RollOptions {
  /** Whether suspects are to own slots. */
  readonly suspectOwns: boolean
  /**
   * One who is said to own slots, but of whom we have not heard that it has the ring, is waited for so
   * long: claims may be faster than the news of who is there.
   */
  readonly graceMs: number
  /** Whose support counts; empty: everybody's who has the ring. */
  readonly voters: readonly string[]
}

/** Who takes part in a ring, and what the placement gives to each. */
export class Roll implements RingView {
  participants: readonly string[] = []
  /**
   * 64 bits over who takes part, with weights, zones and hosts, in hexadecimal: members with equal ones
   * have equal owners.
   */
  hash = ''
  /** Whether we see fewer than half of those who count. */
  minority = false
  /** Whether the placement is being worked out; nobody inherits meanwhile. */
  private changing = false
  private readonly ring: Ring
  private readonly options: RollOptions
  private known = new Map<string, Enrolled>()
  /** Since when somebody is said to own slots who is not known to have the ring, and lives. */
  private readonly missingSince = new Map<string, number>()
  /** Since when one who is said to own slots is gone. */
  private readonly goneSince = new Map<string, number>()

  constructor(ring: Ring, options: RollOptions) {
    this.ring = ring
    this.options = options
  }

  /** These are all members there are, in slices as `Ring.updating`; look-ups change with the last. */
  *change(members: readonly Enrolled[]): Generator<void, void> {
    const { suspectOwns } = this.options
    const eligible = members.filter(({ part, state }) => {
      return part === 'in' && (state === 'alive' || (suspectOwns && state === 'suspect'))
    })
    this.changing = true
    yield* this.ring.updating(eligible)
    this.changing = false
    this.known = new Map(members.map((member) => [member.id, member]))
    for (const { id, part, state } of members) {
      if (part === 'out' || state === 'faulty' || state === 'left') continue
      this.missingSince.delete(id)
      this.goneSince.delete(id)
    }
    this.participants = eligible.map(({ id }) => id)
    this.hash = hashOf(eligible)
    this.minority = this.isMinority(members)
  }

  target(slot: number): string | undefined {
    return this.ring.ownerOfSlot(slot)
  }

  /** The first replica; or, if that one has not taken the slot in good time, whose it is to be. */
  heir(now: number, slot: number, gone: string): string | undefined {
    if (this.changing) return undefined
    if (this.isOverdue(now, gone)) return this.target(slot)
    return this.ring.heirOfSlot(slot, this.known.get(gone))
  }

  /** Whether one who is gone has been for so long that its heirs should have taken what it had. */
  isOverdue(now: number, gone: string): boolean {
    return now - (this.goneSince.get(gone) ?? now) >= this.options.graceMs
  }

  isGone(now: number, id: string): boolean {
    const member = this.known.get(id)
    const ended = member?.state === 'faulty' || member?.state === 'left'
    if (!ended && member !== undefined && member.part !== 'out') return false
    const missing = note(this.missingSince, id, now)
    if (!ended && now - missing < this.options.graceMs) return false
    note(this.goneSince, id, now)
    return true
  }

  dueAt(now: number): number {
    const { graceMs } = this.options
    let due = Infinity
    for (const waits of [this.missingSince, this.goneSince]) {
      for (const since of waits.values()) {
        if (since + graceMs > now) due = Math.min(due, since + graceMs)
      }
    }
    return due
  }

  hasLeft(id: string): boolean {
    return this.known.get(id)?.state === 'left'
  }

  private isMinority(members: readonly Enrolled[]): boolean {
    const { voters } = this.options
    const isLive = ({ state }: Enrolled): boolean => state === 'alive' || state === 'suspect'
    if (voters.length > 0) {
      const seen = members.filter((member) => voters.includes(member.id) && isLive(member))
      return 2 * seen.length <= voters.length
    }
    const counting = members.filter(({ part, state }) => part === 'in' && state !== 'left')
    return 2 * counting.filter(isLive).length < counting.length
  }
}

/** The sum over all members of two hashes of each. */
function hashOf(members: readonly RingMember[]): string {
  let [low, high] = [0, 0]
  for (const { id, weight = 1, zone = '', host = '' } of members) {
    const text = `${id}\0${weight}\0${zone}\0${host}`
    low = (low + hash32Text(text, 1)) | 0
    high = (high + hash32Text(text, 2)) | 0
  }
  return [high, low].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}

/** Those who are asked about most recently are kept. */
const NOTED_MAX = 65_536

/** Since when, noted at the first time. */
function note(times: Map<string, number>, id: string, now: number): number {
  const since = times.get(id) ?? now
  times.set(id, since)
  for (const [oldest] of times) {
    if (times.size <= NOTED_MAX) break
    times.delete(oldest)
  }
  return since
}
