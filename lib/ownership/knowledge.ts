import type { Claims } from './claims.js'
import type { RingMessage } from './messages.js'
import { News, pages } from './news.js'
import type { OwnershipOptions } from './options.js'

/** How often we compare what we know with somebody, in intervals. */
const DIGEST_INTERVALS = 50

/** What knowledge needs of who has it. */
export interface KnowledgeHost {
  readonly id: string
  /** The other members of the ring. */
  readonly others: readonly string[]
  /** Whether we are one. */
  readonly isIn: boolean
  send(to: string, message: RingMessage): void
  random(): number
}

/**
 * Has all members know the same claims: what is new is told in rounds, what was missed is found by
 * comparing hashes, and who is new asks until it knows what somebody knows who knows all.
 */
export class Knowledge {
  /** Whether we know of all claims that there are; until then we can take nothing. */
  informed = false
  private readonly claims: Claims
  private readonly options: OwnershipOptions
  private readonly host: KnowledgeHost
  private readonly news: News
  /** Who has told us that it is not informed. */
  private readonly uninformed = new Set<string>()
  /** How many datagrams of claims have come from whom, since we asked it. */
  private readonly heardFrom = new Map<string, number>()
  private asked = 0
  private digestAt: number
  /** Before that somebody may turn up who knows more. */
  private readonly beginsAt: number

  constructor(claims: Claims, options: OwnershipOptions, host: KnowledgeHost, now: number) {
    this.beginsAt = now + options.patienceMs
    this.claims = claims
    this.options = options
    this.host = host
    this.news = new News(claims)
    this.digestAt = now
  }

  /** Whether there is something to do in each round. */
  get busy(): boolean {
    return !this.informed || (this.news.waiting && this.host.others.length > 0)
  }

  /** When to compare next. */
  get dueAt(): number {
    return this.digestAt
  }

  /** The claim on a slot is new. */
  tell(slot: number): void {
    this.news.add(slot, Math.ceil(3 * Math.log(this.host.others.length + 2)))
  }

  /** Tells the claims on some slots to somebody, at once; in so many datagrams. */
  show(to: string, slots: readonly number[]): number {
    const all = pages(this.claims, slots).filter((claims) => claims.length > 0)
    for (const claims of all) this.host.send(to, { kind: 'claims', claims })
    return all.length
  }

  round(now: number): void {
    const { others } = this.host
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

  /** Somebody tells what it knows, in hashes. True: that makes us informed. */
  compare(now: number, from: string, message: Extract<RingMessage, { kind: 'digest' }>): boolean {
    const { informed, asks, parts, pages: sent } = message
    if (parts.length === 1) {
      // Most often all know the same, and that is all that there is to say.
      if (parts[0] !== this.claims.hash) this.digest(from, true)
      return false
    }
    const slots = this.claims.differing(parts)
    const shown = asks || informed ? this.show(from, slots) : 0
    if (asks) this.digest(from, false, this.claims.digest(), shown)
    if (this.informed) return false
    if (!informed) this.uninformed.add(from)
    // All that it had and we had not has come. What we know beyond that is no matter.
    else if ((this.heardFrom.get(from) ?? 0) >= sent && !asks) this.becomeInformed()
    return this.informed || this.isFirst(now)
  }

  /** A datagram of claims has come. */
  heard(from: string): void {
    if (!this.informed) this.heardFrom.set(from, (this.heardFrom.get(from) ?? 0) + 1)
  }

  /** Where nobody knows more than we do, the first of all begins. True: that makes us informed. */
  isFirst(now: number): boolean {
    const { isIn, others, id } = this.host
    if (this.informed || !isIn || now < this.beginsAt) return false
    if (others.every((other) => id < other && this.uninformed.has(other))) this.becomeInformed()
    return this.informed
  }

  /** Whoever has asked us in vain hears of it. */
  private becomeInformed(): void {
    this.informed = true
    for (const other of this.uninformed) this.digest(other, true)
    this.uninformed.clear()
    this.heardFrom.clear()
  }

  /** Asks the first of all, who would begin, and anybody, by turns. */
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
    const others = [...this.host.others]
    const picked: string[] = []
    while (picked.length < count && others.length > 0) {
      const [one] = others.splice((this.host.random() >>> 0) % others.length, 1)
      picked.push(one)
    }
    return picked
  }
}
