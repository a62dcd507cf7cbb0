import { GyreError } from '../../base/error.js'
import { hash32Text } from '../../base/hash.js'
import type { Enrolled, RingMessage } from '../../ownership/index.js'
import { isLiveMember, type Member } from '../members/member.js'
import type { RingPart } from '../members/traits.js'
import { ClusterRing } from './cluster-ring.js'
import type { RingHost } from './ring-host.js'
import { ringSettings, termsOf, type ClusterRingOptions } from './ring-settings.js'

/** What the rings of a cluster ask of it. */
export interface RingsHost extends RingHost {
  /** All who are known, also faulty ones and those that have left. */
  members(): readonly Member[]
  /** What we say of our rings has changed. */
  publish(parts: readonly RingPart[]): void
}

interface Opened {
  readonly ring: ClusterRing
  readonly options: ClusterRingOptions
  readonly terms: string
  /** Members whose terms differ do not even hear each other. */
  readonly wireName: string
  /** Whether we take part; else we only look up. */
  readonly isIn: boolean
}

/** Between two looks at whether all has been handed over. */
const LOOK_MS = 10

/** The rings of one cluster, by name. */
export class Rings {
  private readonly opened = new Map<string, Opened>()
  /** Rings of which somebody who goes first has other terms, and what was said of that. */
  private readonly refused = new Map<string, GyreError>()
  private readonly host: RingsHost
  private leaving = false
  private over = false

  constructor(host: RingsHost) {
    this.host = host
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

  /** The members may have changed. */
  refresh(): void {
    if (this.over) return
    for (const [name, opened] of this.opened) this.refreshOne(name, opened)
  }

  /** A message from another member. False: we have no such ring. */
  receive(from: string, name: string, message: RingMessage): boolean {
    const opened = [...this.opened.values()].find(({ wireName }) => wireName === name)
    opened?.ring.receive(from, message)
    return opened !== undefined
  }

  /** Hands over all that we own, or gives up after a while: those who are to get it may be gone. */
  async drain(): Promise<void> {
    this.leaving = true
    this.publish()
    const rings = [...this.opened.values()].map(({ ring }) => ring)
    const longestMs = Math.max(0, ...rings.map(({ settings }) => settings.drainMs))
    const endsAt = this.host.now() + longestMs + DRAIN_EXTRA_MS
    const waits = (): boolean => {
      return [...this.opened].some(([name, { ring }]) => !ring.isEmpty && this.hasOthers(name))
    }
    while (!this.over && this.host.now() < endsAt && waits()) {
      await new Promise<void>((resolve) => void this.host.after(LOOK_MS, resolve))
    }
  }

  /** We are going: every ring lets everything go, at once; `silent`: and nobody is told. */
  end(silent: boolean): void {
    this.over = true
    for (const { ring } of this.opened.values()) ring.end(silent)
    this.opened.clear()
  }

  private open(name: string, wanted: ClusterRingOptions): ClusterRing {
    if (typeof name !== 'string' || name === '' || Buffer.byteLength(name) > NAME_BYTES_MAX) {
      const sentence = `expected a name of 1…${NAME_BYTES_MAX} bytes, got ${JSON.stringify(name)}`
      throw new GyreError('BAD_OPTION', sentence)
    }
    const settings = ringSettings(name, wanted)
    const terms = termsOf(settings)
    const self = this.host.member(this.host.id) as Member
    const isIn = settings.role === undefined || self.roles.includes(settings.role)
    const other = this.announcing(name).find((one) => one.terms !== terms && !one.member.isSelf)
    if (other !== undefined) throw mismatch(name, terms, other)
    const wireName = `${name}#${(hash32Text(terms, 0) >>> 0).toString(16)}`
    const ring = new ClusterRing(name, wireName, settings, this.host)
    const { mode, ...rest } = settings
    const options = { mode, ...settings.ring, ...rest }
    const opened = { ring, options, terms, wireName, isIn }
    this.opened.set(name, opened)
    this.publish()
    this.refreshOne(name, opened)
    return ring
  }

  private publish(): void {
    const parts = [...this.opened].filter(([name, { isIn }]) => isIn && !this.refused.has(name))
    this.host.publish(parts.map(([name, { terms }]) => ({ name, terms, leaving: this.leaving })))
  }

  private refreshOne(name: string, { ring, terms }: Opened): void {
    // Who is first by id says what holds: all members find the same one.
    const [first] = this.announcing(name)
    if (first !== undefined && first.terms !== terms && !this.refused.has(name)) {
      const refusal = mismatch(name, terms, first)
      this.refused.set(name, refusal)
      ring.end(true)
      this.publish()
      this.host.fault(refusal)
    }
    const rule = first?.terms ?? terms
    ring.refresh(this.host.members().map((member) => enrol(member, name, rule)))
  }

  /** Live members that take part in a ring, by id, and their terms. */
  private announcing(name: string): { readonly member: Member; readonly terms: string }[] {
    return this.host
      .members()
      .filter(isLiveMember)
      .flatMap((member) => {
        const part = member.rings.find((one) => one.name === name)
        return part === undefined ? [] : [{ member, terms: part.terms }]
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
/** Time for news and hand-overs, beside what listeners and runs may take. */
const DRAIN_EXTRA_MS = 2_000

function enrol(member: Member, name: string, rule: string): Enrolled {
  const { id, state, weight, zone, host } = member
  const part = member.rings.find((one) => one.name === name)
  const isIn = part !== undefined && part.terms === rule
  const role = part?.leaving ? 'leaving' : 'in'
  return { id, state, weight, zone, host, part: isIn ? role : 'out' }
}

function mismatch(
  name: string,
  terms: string,
  other: { readonly member: Member; readonly terms: string },
): GyreError {
  const sentence = `the ring ${name} is (${terms}) here, and (${other.terms}) on ${other.member.id}`
  return new GyreError('RING_MISMATCH', sentence)
}
