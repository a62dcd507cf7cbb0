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

  /** Tells the claims on some slots to somebody, at once. */
  show(to: string, slots: readonly number[]): void {
    for (const claims of pages(this.claims, slots)) {
      if (claims.length > 0) this.host.send(to, { kind: 'claims', claims })
    }
  }

  round(now: number): void {
    const { others } = this.host
    if (!this.informed && others.length > 0) this.digest(others[this.asked++ % others.length], true)
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
    const { informed, asks, parts } = message
    if (parts.length === 1) {
      // Most often all know the same, and that is all that there is to say.
      if (parts[0] !== this.claims.hash) this.digest(from, true)
      return false
    }
    const slots = this.claims.differing(parts)
    if (asks || informed) this.show(from, slots)
    if (asks) this.digest(from, false)
    if (this.informed) return false
    if (!informed) this.uninformed.add(from)
    else if (slots.length === 0) this.informed = true
    return this.informed || this.isFirst(now)
  }

  /** Where nobody knows more than we do, the first of all begins. True: that makes us informed. */
  isFirst(now: number): boolean {
    const { isIn, others, id } = this.host
    if (this.informed || !isIn || now < this.beginsAt) return false
    this.informed = others.every((other) => id < other && this.uninformed.has(other))
    return this.informed
  }

  private digest(to: string, asks: boolean, parts: readonly number[] = this.claims.digest()): void {
    const { informed } = this
    this.host.send(to, { kind: 'digest', informed, asks, parts })
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
