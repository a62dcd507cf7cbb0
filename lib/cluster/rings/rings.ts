import { GyreError } from '../../base/error.js'
import { hash32Text } from '../../base/hash.js'
import type { Enrolled, RingMessage } from '../../ownership/index.js'
import { pause } from '../../runtime/index.js'
import { isLiveMember, type Member } from '../members/member.js'
import type { OwnTraits } from '../members/own-traits.js'
import { ClusterRing } from './cluster-ring.js'
import type { RingParts } from './ring-parts.js'
import { ringSettings, rulesOf, type ClusterRingOptions } from './ring-settings.js'

interface Opened {
  readonly ring: ClusterRing
  readonly options: ClusterRingOptions
  /** What all its members must agree on, in words. */
  readonly rules: string
  /** Members with other rules have another one, so that they do not even hear each other. */
  readonly wireName: string
  /** Whether we take part; otherwise we only look up. */
  readonly isIn: boolean
}

/** Between two looks at whether all has been handed over. */
const LOOK_MS = 10

/** The rings of one cluster, by name. */
export class Rings {
  private readonly opened = new Map<string, Opened>()
  /** Rings we may not join: the member with the lowest id opened them with other options. */
  private readonly refused = new Map<string, GyreError>()
  private readonly parts: RingParts
  private readonly traits: OwnTraits
  /** The members that our rings have seen: see `Roster.version`. */
  private seenVersion = -1
  private leaving = false
  private closed = false

  constructor(parts: RingParts, traits: OwnTraits) {
    this.parts = parts
    this.traits = traits
  }

  has(name: string): boolean {
    return this.opened.has(name)
  }

  /**
   * The ring of this name, made at the first call. Options that are left out are no contradiction.
   * @throws GyreError `BAD_OPTION`, `RING_MISMATCH`
   */
  of(name: string, wanted: ClusterRingOptions): ClusterRing {
    const known = this.opened.get(name)
    const refusal = this.refused.get(name)
    if (refusal !== undefined) throw refusal
    if (known === undefined) return this.open(name, wanted)
    for (const [option, got] of Object.entries(wanted)) {
      const has = known.options[option as keyof ClusterRingOptions]
      if (JSON.stringify(got) === JSON.stringify(has)) continue
      const sentence = `the ring ${name} has ${option} ${String(has)}, got ${String(got)}`
      throw new GyreError('BAD_OPTION', sentence)
    }
    return known.ring
  }

  /** Has the rings follow the members, if these have changed. */
  refresh(): void {
    const { version } = this.parts.roster
    if (this.closed || version === this.seenVersion) return
    this.seenVersion = version
    for (const [name, opened] of this.opened) this.refreshOne(name, opened)
  }

  /** A message from another member. Returns whether we have such a ring. */
  receive(from: string, name: string, message: RingMessage): boolean {
    const opened = [...this.opened.values()].find(({ wireName }) => wireName === name)
    opened?.ring.receive(from, message)
    return opened !== undefined
  }

  /** Hands over all that we own, or gives up after a while: the members that are to get it may be gone. */
  async drain(): Promise<void> {
    this.leaving = true
    this.publish()
    const rings = [...this.opened.values()].map(({ ring }) => ring)
    const longestMs = Math.max(0, ...rings.map(({ settings }) => settings.drainMs))
    const { runtime } = this.parts
    const endsAt = runtime.now() + longestMs + DRAIN_EXTRA_MS
    const waits = (): boolean => {
      return [...this.opened].some(([name, { ring }]) => !ring.isEmpty && this.hasOthers(name))
    }
    while (!this.closed && runtime.now() < endsAt && waits()) await pause(runtime, LOOK_MS)
  }

  /** Has every ring let everything go at once; `silent`: without telling the other members. */
  close(silent: boolean): void {
    this.closed = true
    for (const { ring } of this.opened.values()) ring.close(silent)
    this.opened.clear()
  }

  private open(name: string, wanted: ClusterRingOptions): ClusterRing {
    if (typeof name !== 'string' || name === '' || Buffer.byteLength(name) > NAME_BYTES_MAX) {
      const sentence = `expected a name of 1…${NAME_BYTES_MAX} bytes, got ${JSON.stringify(name)}`
      throw new GyreError('BAD_OPTION', sentence)
    }
    const settings = ringSettings(name, wanted)
    const rules = rulesOf(settings)
    const self = this.parts.roster.get(this.parts.id) as Member
    const isIn = settings.role === undefined || self.roles.includes(settings.role)
    const other = this.announcing(name).find((one) => one.rules !== rules && !one.member.isSelf)
    if (other !== undefined) throw mismatch(name, rules, other)
    const wireName = `${name}#${(hash32Text(rules, 0) >>> 0).toString(16)}`
    const ring = new ClusterRing(name, wireName, settings, this.parts)
    const { mode, ...rest } = settings
    const options = { mode, ...settings.ring, ...rest }
    const opened = { ring, options, rules, wireName, isIn }
    this.opened.set(name, opened)
    this.publish()
    this.refreshOne(name, opened)
    return ring
  }

  private publish(): void {
    const parts = [...this.opened].filter(([name, { isIn }]) => isIn && !this.refused.has(name))
    const { leaving } = this
    this.traits.changeRings(parts.map(([name, { rules }]) => ({ name, rules, leaving })))
  }

  private refreshOne(name: string, { ring, rules }: Opened): void {
    // The rules of the lowest id hold: all members find the same one.
    const [first] = this.announcing(name)
    if (first !== undefined && first.rules !== rules && !this.refused.has(name)) {
      const refusal = mismatch(name, rules, first)
      this.refused.set(name, refusal)
      ring.close(true)
      this.publish()
      this.parts.teller.fault(refusal)
    }
    const holding = first?.rules ?? rules
    ring.refresh(this.parts.roster.all().map((member) => enrol(member, name, holding)))
  }

  /** Live members that take part in a ring, by id, and their rules. */
  private announcing(name: string): { readonly member: Member; readonly rules: string }[] {
    return this.parts.roster
      .all()
      .filter(isLiveMember)
      .flatMap((member) => {
        const part = member.rings.find((one) => one.name === name)
        return part === undefined ? [] : [{ member, rules: part.rules }]
      })
      .sort((one, other) => (one.member.id < other.member.id ? -1 : 1))
  }

  private hasOthers(name: string): boolean {
    return this.announcing(name).some(({ member }) => {
      return !member.isSelf && member.rings.some((part) => part.name === name && !part.leaving)
    })
  }
}

const NAME_BYTES_MAX = 64
/** Time for news and hand-overs, in addition to what listeners and runs may take. */
const DRAIN_EXTRA_MS = 2_000

/** A member as the ring sees it, under the rules that hold. */
function enrol(member: Member, name: string, rules: string): Enrolled {
  const { id, state, weight, zone, host } = member
  const part = member.rings.find((one) => one.name === name)
  const isIn = part !== undefined && part.rules === rules
  const role = part?.leaving ? 'leaving' : 'in'
  return { id, state, weight, zone, host, part: isIn ? role : 'out' }
}

function mismatch(
  name: string,
  rules: string,
  other: { readonly member: Member; readonly rules: string },
): GyreError {
  const sentence = `the ring ${name} is (${rules}) here, and (${other.rules}) on ${other.member.id}`
  return new GyreError('RING_MISMATCH', sentence)
}
