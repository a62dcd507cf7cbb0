import { Contests } from './contests.js'
import { Claims, type Claim } from './claims.js'
import type { Holding, OwnershipHost, Reason, RingView } from './host.js'
import { Knowledge, type KnowledgeHost } from './knowledge.js'
import { fits, type Life, type RingMessage } from './messages.js'
import { Moves, type Gift, type MovesHost } from './moves.js'
import type { OwnershipOptions } from './options.js'
import { Rights, type RightsHost } from './rights.js'
import { byTerm, TermClock, type Term } from './term.js'

/** After we stood still: time to hear who has taken what was ours. */
const QUIET_INTERVALS = 5

/** Slots that are for us to take, by who had them. */
type Taking = Map<string | undefined, number[]>

/**
 * Who may act for each slot of one ring, as one member knows it: a state machine without a clock. The
 * placement says who should own a slot; this says who does.
 *
 *     nobody ───────────────► ours     it is for us, and nobody claims it
 *     theirs, who are gone ─► ours     a forced move, to the first replica
 *     ours ◄──── Moves ────► theirs    a planned one
 *     ours ────────────────► theirs    a conflict: we hear of a higher term
 *     ours ────────────────► nobody    our right has ended, or our process stood still
 *
 * Claims (who owns what under which term) are spread among the members; of two the higher term holds.
 * A member takes a slot by itself only if nobody who lives claims it.
 */
export class Ownership implements MovesHost, KnowledgeHost, RightsHost {
  readonly claims: Claims
  readonly id: string
  readonly life: Life
  readonly clock: TermClock
  private readonly options: OwnershipOptions
  private readonly host: OwnershipHost
  private readonly held = new Map<number, Holding>()
  private readonly moves: Moves = new Moves(this)
  private readonly knowledge: Knowledge
  /** Undefined: a slot is ours until somebody says otherwise. */
  private readonly rights: Rights | undefined
  /** What `confidence` asks for. */
  readonly contests: Contests
  private view: RingView
  private quietUntil = -Infinity
  private tickedAt: number
  private dueAt = Infinity
  /** When somebody whom we wait for counts as gone. */
  private viewDueAt = Infinity
  private closed = false

  constructor(parts: {
    readonly id: string
    /** The incarnation that this process started with. */
    readonly life: number
    readonly slots: number
    readonly options: OwnershipOptions
    readonly host: OwnershipHost
    readonly view: RingView
    readonly now: number
  }) {
    const { id, life, slots, options, host, view, now } = parts
    this.id = id
    this.life = `${id}/${life}`
    this.options = options
    this.host = host
    this.view = view
    this.claims = new Claims(slots)
    this.contests = new Contests(options.intervalMs)
    this.clock = new TermClock(id, () => host.wallMs())
    this.knowledge = new Knowledge(this.claims, options, this, now)
    this.tickedAt = now
    if (options.mode !== 'available') this.rights = new Rights(slots, options, this, now)
  }

  /** What we own, by slot. */
  get holdings(): ReadonlyMap<number, Holding> {
    return this.held
  }

  /** Whether slots are on their way from us. */
  get moving(): boolean {
    return this.moves.busy
  }

  /** Whether we know of all claims that there are. */
  get informed(): boolean {
    return this.knowledge.informed
  }

  /** Whether we may act for a slot under a term, at this very moment. */
  check(now: number, slot: number, term: Term): boolean {
    if (this.held.get(slot)?.term !== term) return false
    return this.rights === undefined || now < this.rights.until(slot)
  }

  /** Whether a slot of ours is to go to somebody else. */
  isLeaving(slot: number): boolean {
    return this.moves.destination(slot) !== undefined
  }

  /** Who is there has changed, or what they are to own. Each input returns when to tick. */
  see(now: number, view: RingView): number {
    this.view = view
    this.moves.abandon((id) => view.isGone(now, id))
    this.knowledge.isFirst(now)
    this.reviewAll(now)
    return this.wake(now)
  }

  tick(now: number): number {
    if (this.closed) return Infinity
    if (now - this.dueAt > this.options.stopAfterMs) this.stoodStill(now)
    this.tickedAt = now
    this.dueAt = Infinity
    if (this.rights !== undefined) this.lapse(now, this.rights)
    this.knowledge.round(now)
    this.moves.repeat()
    this.rights?.askAll(now)
    const quietIsOver = this.quietUntil !== -Infinity && now >= this.quietUntil
    if (quietIsOver) this.quietUntil = -Infinity
    const begins = this.knowledge.isFirst(now)
    if (begins || quietIsOver || now >= this.viewDueAt) this.reviewAll(now)
    return this.wake(now)
  }

  /** A message that names slots which this ring has not is ignored. */
  receive(now: number, from: string, message: RingMessage): number {
    if (this.closed || !fits(message, this.claims.slots)) return this.wake(now)
    const { kind } = message
    if (kind === 'claims') {
      this.knowledge.heard(from)
      for (const claim of message.claims) this.hear(now, from, claim)
    } else if (kind === 'digest') {
      if (this.knowledge.compare(now, from, message)) this.reviewAll(now)
    } else if (kind === 'prepare') this.host.prepare(from, message.move, message.slots)
    else if (kind === 'ready') this.moves.ready(from, message.move)
    else if (kind === 'flip') this.moves.flipped(now, from, message)
    else if (kind === 'taken') this.moves.taken(from, message.move)
    else if (kind === 'grant') this.rights?.granted(now, from, message)
    else if (this.rights !== undefined) this.send(from, this.rights.answer(now, message))
    return this.wake(now)
  }

  /** We are ready for slots that are to come. */
  prepared(now: number, from: string, move: number): number {
    if (!this.closed) this.moves.prepared(now, from, move)
    return this.wake(now)
  }

  /** We do nothing any more for the slots of a move that was draining. */
  drained(now: number, move: number): number {
    if (!this.closed) this.moves.drained(now, move)
    return this.wake(now)
  }

  /** Gives everything up at once, and says so to all. To leave without a gap, let it move first. */
  close(): void {
    const slots = [...this.held.keys()]
    this.lose(slots, 'leave', undefined)
    this.claim(slots, undefined, this.clock.mint())
    for (const to of this.others) this.knowledge.show(to, slots)
    this.closed = true
  }

  // What the parts ask for.

  get others(): readonly string[] {
    return this.view.participants.filter((id) => id !== this.id)
  }

  get isIn(): boolean {
    return this.view.participants.includes(this.id)
  }

  send(to: string, message: RingMessage): void {
    this.host.send(to, message)
  }

  random(): number {
    return this.host.random()
  }

  votersOf(slot: number): readonly string[] {
    return this.host.votersOf(slot)
  }

  readonly owns = (slot: number): boolean => this.held.has(slot)

  drain(move: number, slots: readonly number[], to: string): void {
    this.host.drain(move, slots, to)
  }

  give(now: number, slots: readonly number[], to: string): ReturnType<MovesHost['give']> {
    const untils = slots.map((slot) => this.rights?.until(slot) ?? Infinity)
    const term = this.clock.mint()
    this.lose(slots, 'moved', to)
    this.claim(slots, to, term)
    return { term, remainingMs: Math.min(...untils) - now, giver: this.life }
  }

  get(now: number, { slots, term, giver }: Gift, from: string, until: number): void {
    this.clock.observe(term)
    const fresh = slots.filter((slot) => {
      const known = this.claims.term(slot)
      return known < term || (known === term && !this.owns(slot))
    })
    this.lose(fresh, 'superseded', this.id)
    this.rights?.inherit(fresh, term, giver, until)
    if (this.rights === undefined || until > now) this.acquire(now, fresh, term, from, 'moved')
    else this.claim(fresh, this.id, term)
  }

  keep(slots: readonly number[]): void {
    const groups = byTerm(slots, (slot) => (this.held.get(slot) as Holding).term)
    for (const [term, kept] of groups) this.host.acquired(kept, term, this.id, 'kept')
  }

  won(now: number, slots: readonly number[], term: Term): void {
    const byHolder: Taking = new Map()
    for (const slot of slots) {
      const holder = this.claims.holder(slot)
      const target = this.view.target(slot)
      // What we wanted may have turned out to be somebody else's, who lives.
      const isOurs = holder === this.id || this.takerOf(now, slot, holder, target) === this.id
      if (isOurs) group(byHolder, holder, slot)
      else this.rights?.drop(slot)
    }
    for (const [from, taken] of byHolder) {
      this.acquire(now, taken, term, from, this.whyFrom(from))
    }
  }

  // What is to be done about each slot.

  private reviewAll(now: number): void {
    const taking: Taking = new Map()
    for (let slot = 0; slot < this.claims.slots; slot++) this.review(now, slot, taking)
    this.takeAll(now, taking)
    this.viewDueAt = this.view.dueAt(now)
  }

  private reviewThese(now: number, slots: readonly number[]): void {
    const taking: Taking = new Map()
    for (const slot of slots) this.review(now, slot, taking)
    this.takeAll(now, taking)
    // What is due already is for the next tick.
    this.viewDueAt = Math.min(this.viewDueAt, this.view.dueAt(now))
  }

  private review(now: number, slot: number, taking: Taking): void {
    const target = this.view.target(slot)
    if (this.owns(slot)) {
      if (target === undefined || target === this.id) this.moves.unwant(slot)
      else this.moves.want(slot, target)
      return
    }
    if (!this.informed || this.closed || now < this.quietUntil) return
    const holder = this.claims.holder(slot)
    if (this.takerOf(now, slot, holder, target) === this.id) {
      group(taking, holder, slot)
      return
    }
    this.rights?.drop(slot)
    if (holder === this.id) this.claim([slot], undefined, this.clock.mint())
  }

  /** Who is to take a slot by itself; undefined: whoever owns it will hand it over. */
  private takerOf(
    now: number,
    slot: number,
    holder: string | undefined,
    target: string | undefined,
  ): string | undefined {
    if (holder === undefined || holder === this.id) return target
    return this.view.isGone(now, holder) ? this.view.heir(now, slot, holder) : undefined
  }

  private takeAll(now: number, taking: Taking): void {
    for (const [from, slots] of taking) {
      // What is claimed in our own name already needs no higher term.
      const own = from === this.id ? 1n : 0n
      if (this.rights) this.rights.want(slots, (slot) => this.claims.term(slot) - own)
      else this.acquire(now, slots, this.clock.mint(), from, this.whyFrom(from))
    }
  }

  private whyFrom(from: string | undefined): Reason {
    if (from === undefined || from === this.id) return 'join'
    return this.view.hasLeft(from) ? 'leave' : 'failure'
  }

  private acquire(
    now: number,
    slots: readonly number[],
    term: Term,
    from: string | undefined,
    reason: Reason,
  ): void {
    if (slots.length === 0) return
    for (const slot of slots) this.held.set(slot, { slot, term })
    this.claim(slots, this.id, term)
    this.host.acquired(slots, term, from, reason)
    this.reviewThese(now, slots)
  }

  /** Slots are ours no more. */
  private lose(slots: readonly number[], reason: Reason, to: string | undefined): void {
    const lost = slots.map((slot) => this.held.get(slot)).filter((one) => one !== undefined)
    for (const { slot } of lost) {
      this.held.delete(slot)
      this.moves.unwant(slot)
      this.rights?.drop(slot)
    }
    if (lost.length > 0) this.host.released(lost, reason, to)
  }

  /** A claim that we make. */
  private claim(slots: readonly number[], holder: string | undefined, term: Term): void {
    for (const slot of slots) {
      this.claims.hear(slot, holder, term)
      this.knowledge.tell(slot)
    }
  }

  /** Somebody tells of a claim. */
  private hear(now: number, from: string, { holder, term, slots }: Claim): void {
    this.clock.observe(term)
    const others = holder === this.id ? [] : slots.filter(this.owns)
    const news = slots.filter((slot) => this.claims.hear(slot, holder, term))
    for (const slot of news) this.knowledge.tell(slot)
    const lost = others.filter((slot) => news.includes(slot))
    const kept = others.filter((slot) => !news.includes(slot))
    for (const slot of lost) this.contest(now, slot, term, holder, false)
    // What third parties say may be old; what its owner says, it believes.
    if (holder === from) for (const slot of kept) this.contest(now, slot, term, holder, true)
    this.lose(lost, 'superseded', holder)
    // Whoever believes in a lower claim hears of ours at once.
    this.knowledge.show(from, kept)
    this.reviewThese(now, news)
  }

  /** Two claims on a slot have met; it is told once, however often the lower one is heard. */
  private contest(
    now: number,
    slot: number,
    theirs: Term,
    other: string | undefined,
    won: boolean,
  ): void {
    const { term: ours } = this.held.get(slot) as Holding
    const isNew = this.contests.note(now, slot)
    if (isNew || !won) this.host.conflict({ slot, ours, theirs, with: other, won })
  }

  private lapse(now: number, rights: Rights): void {
    const slots = rights.lapsed(now, this.held.keys())
    this.lose(slots, 'minority', undefined)
    // Nobody else has them from us, so voters need not wait for what they have promised us.
    rights.want(slots, (slot) => this.claims.term(slot), this.life)
    this.reviewThese(now, slots)
  }

  /** Our process stood still for longer than others wait: who knows what is still ours. */
  private stoodStill(now: number): void {
    this.quietUntil = now + QUIET_INTERVALS * this.options.intervalMs
    this.lose([...this.held.keys()], 'stalled', undefined)
  }

  private wake(now: number): number {
    if (this.closed) return Infinity
    this.moves.start()
    const busy = this.moves.busy || this.knowledge.busy || this.rights?.busy === true
    const soon = busy || this.quietUntil !== -Infinity
    const nextAt = this.tickedAt + this.options.intervalMs
    const laterAt = Math.min(this.knowledge.dueAt, this.viewDueAt)
    const dueAt = soon ? nextAt : Math.max(nextAt, laterAt)
    // A tick that is overdue already stays so: how late it comes tells how long we stood still.
    if (this.dueAt > now) this.dueAt = Math.max(now, dueAt)
    return this.dueAt
  }
}

function group(groups: Taking, holder: string | undefined, slot: number): void {
  const slots = groups.get(holder)
  if (slots === undefined) groups.set(holder, [slot])
  else slots.push(slot)
}
