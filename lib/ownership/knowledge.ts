import type { Claims } from './claims.js'
import type { OwnershipHost, RingView } from './host.js'
import type { RingMessage } from './messages.js'
import { News, pages } from './news.js'
import type { OwnershipOptions } from './options.js'

/** How often we compare what we know with another member, in intervals. */
const DIGEST_INTERVALS = 50

/**
 * Has all members know the same claims: what is new is spread in rounds, what was missed is found by
 * comparing hashes, and a newcomer asks until it knows what an informed member knows.
 */
export class Knowledge {
  /** Whether we know of all claims that there are; until then we can take nothing. */
  informed = false
  private readonly id: string
  private readonly claims: Claims
  private readonly options: OwnershipOptions
  private readonly host: OwnershipHost
  private readonly view: RingView
  private readonly news: News
  /** Members that have told us that they are not informed. */
  private readonly uninformed = new Set<string>()
  /** Datagrams of claims that each member has sent us since we asked it. */
  private readonly heardFrom = new Map<string, number>()
  private asked = 0
  private digestAt: number
  /** Before that a member may turn up that knows more. */
  private readonly beginsAt: number

  constructor(parts: {
    /** Our member's id. */
    readonly id: string
    readonly claims: Claims
    readonly options: OwnershipOptions
    readonly host: OwnershipHost
    readonly view: RingView
    readonly now: number
  }) {
    const { claims, options, now } = parts
    this.id = parts.id
    this.claims = claims
    this.options = options
    this.host = parts.host
    this.view = parts.view
    this.news = new News(claims)
    this.beginsAt = now + options.firstWaitMs
    this.digestAt = now
  }

  /** The other members of the ring. */
  get others(): readonly string[] {
    return this.view.participants.filter((id) => id !== this.id)
  }

  /** Whether there is something to do in each round. */
  get busy(): boolean {
    return !this.informed || (this.news.waiting && this.others.length > 0)
  }

  /** When to compare next. */
  get dueAt(): number {
    return this.digestAt
  }

  /** The claim on a slot is new: it is spread from now on. */
  spread(slot: number): void {
    this.news.add(slot, Math.ceil(3 * Math.log(this.others.length + 2)))
  }

  /** Sends a member the claims on some slots, at once. Returns the number of datagrams. */
  show(to: string, slots: readonly number[]): number {
    const all = pages(this.claims, slots).filter((claims) => claims.length > 0)
    for (const claims of all) this.host.send(to, { kind: 'claims', claims })
    return all.length
  }

  round(now: number): void {
    const { others } = this
    if (!this.informed) this.ask(others)
    if (this.informed && now >= this.digestAt) {
      const part = 0.5 + (this.host.random() >>> 0) / 2 ** 32
      this.digestAt = now + DIGEST_INTERVALS * this.options.intervalMs * part
      for (const to of this.sample(1)) this.digest(to, true, [this.claims.hash])
    }
    for (const to of this.news.waiting ? this.sample(this.options.fanout) : []) {
      const claims = this.news.pick()
      if (claims.length > 0) this.host.send(to, { kind: 'claims', claims })
    }
  }

  /** A member tells what it knows, in hashes. Returns whether that makes us informed. */
  compare(now: number, from: string, message: Extract<RingMessage, { kind: 'digest' }>): boolean {
    const { informed, asks, parts, pages: sent } = message
    if (parts.length === 1) {
      // Most often both know the same, and this ends it.
      if (parts[0] !== this.claims.hash) this.digest(from, true)
      return false
    }
    const slots = this.claims.differing(parts)
    const shown = asks || informed ? this.show(from, slots) : 0
    if (asks) this.digest(from, false, this.claims.digest(), shown)
    if (this.informed) return false
    if (!informed) this.uninformed.add(from)
    // All that it had and we lacked has come. What we know beyond that does not matter.
    else if ((this.heardFrom.get(from) ?? 0) >= sent && !asks) this.becomeInformed()
    return this.informed || this.isFirst(now)
  }

  /** A datagram of claims has come. */
  heard(from: string): void {
    if (!this.informed) this.heardFrom.set(from, (this.heardFrom.get(from) ?? 0) + 1)
  }

  /** Where no member knows more than we do, the lowest id begins. Returns whether that makes us informed. */
  isFirst(now: number): boolean {
    const { others, id } = this
    const isIn = this.view.participants.includes(id)
    if (this.informed || !isIn || now < this.beginsAt) return false
    if (others.every((other) => id < other && this.uninformed.has(other))) this.becomeInformed()
    return this.informed
  }

  /** Tells the members that have asked us in vain. */
  private becomeInformed(): void {
    this.informed = true
    for (const other of this.uninformed) this.digest(other, true)
    this.uninformed.clear()
    this.heardFrom.clear()
  }

  /** Asks by turns the lowest id, which would begin, and a random member. */
  private ask(others: readonly string[]): void {
    const [first] = this.asked++ % 2 === 0 ? others : this.sample(1)
    if (first === undefined) return
    this.heardFrom.set(first, 0)
    this.digest(first, true)
  }

  private digest(
    to: string,
    asks: boolean,
    parts: readonly number[] = this.claims.digest(),
    sent: number = 0,
  ): void {
    const { informed } = this
    this.host.send(to, { kind: 'digest', informed, asks, parts, pages: sent })
  }

  private sample(count: number): string[] {
    const others = [...this.others]
    const picked: string[] = []
    while (picked.length < count && others.length > 0) {
      const [one] = others.splice((this.host.random() >>> 0) % others.length, 1)
      picked.push(one)
    }
    return picked
  }
}
