import type { HeldSlot, Reason } from './changes.js'
import { Claims, type Claim } from './claims.js'
import { Contests } from './contests.js'
import type { OwnershipHost, RingView } from './host.js'
import { Knowledge } from './knowledge.js'
import { fits, type RingMessage, type RunId } from './messages.js'
import { Moves, type Gift } from './moves.js'
import type { OwnershipOptions } from './options.js'
import { Rights, type Grant } from './rights.js'
import { groupBy, Succession } from './succession.js'
import { byTerm, TermClock, type Term } from './term.js'

/** After we stood still: time to hear who has taken what was ours. */
const QUIET_INTERVALS = 5

/**
 * Who may act for each slot of one ring, as one member knows it: a state machine without a clock. The
 * placement says who should own a slot; this says who does.
 *
 *     no one ───────────────► ours     acquire: it is for us, and no member claims it
 *     theirs, who are gone ─► ours     acquire: a forced move, to the first replica
 *     ours ◄──── Moves ────► theirs    handOver, accept: a planned move
 *     ours ────────────────► theirs    release: a conflict, we hear of a higher term
 *     ours ────────────────► no one    release: our right has ended, or our process stood still
 *
 * Claims (which member owns what under which term) are spread among the members; of two the higher term
 * holds. A member takes a slot by itself only if no live member claims it.
 */
export class Ownership {
  readonly claims: Claims
  readonly id: string
  /** What `confidence` asks for. */
  readonly contests: Contests
  private readonly runId: RunId
  private readonly clock: TermClock
  private readonly options: OwnershipOptions
  private readonly host: OwnershipHost
  private readonly view: RingView
  private readonly held = new Map<number, HeldSlot>()
  private readonly moves: Moves
  private readonly knowledge: Knowledge
  private readonly succession: Succession
  /** Undefined: a slot is ours until a higher claim says otherwise. */
  private readonly rights: Rights | undefined
  private quietUntil = -Infinity
  private tickedAt: number
  private dueAt = Infinity
  /** When a member that we wait for counts as gone. */
  private viewDueAt = Infinity
  private closed = false

  constructor(parts: {
    readonly id: string
    /** With which this process started. */
    readonly incarnation: number
    readonly slots: number
    readonly options: OwnershipOptions
    readonly host: OwnershipHost
    readonly view: RingView
    readonly now: number
  }) {
    const { id, incarnation, slots, options, host, view, now } = parts
    const { held } = this
    this.id = id
    this.runId = `${id}/${incarnation}`
    this.options = options
    this.host = host
    this.view = view
    this.claims = new Claims(slots)
    this.contests = new Contests(options.intervalMs)
    this.clock = new TermClock(id, () => host.wallMs())
    this.moves = new Moves(host, held)
    const { claims, clock, runId } = this
    this.knowledge = new Knowledge({ id, claims, options, host, view, now })
    this.succession = new Succession({ id, claims, view })
    this.tickedAt = now
    if (options.mode !== 'available') {
      this.rights = new Rights({ runId, slots, options, host, clock, held, now })
    }
  }

  /** What we own, by slot. */
  get heldSlots(): ReadonlyMap<number, HeldSlot> {
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

  /** Whether a slot of ours is to move to another member. */
  isLeaving(slot: number): boolean {
    return this.moves.destination(slot) !== undefined
  }

  /** The members of the view have changed, or what they are to own. Each input returns when to tick. */
  membersChanged(now: number): number {
    this.abandonMoves(now)
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
    if (this.rights !== undefined) this.askVoters(now, this.rights)
    const quietIsOver = this.quietUntil !== -Infinity && now >= this.quietUntil
    if (quietIsOver) this.quietUntil = -Infinity
    const begins = this.knowledge.isFirst(now)
    const isDue = now >= this.viewDueAt
    // Members come to count as gone with time, too, without any change of the view.
    if (isDue) this.abandonMoves(now)
    if (begins || quietIsOver || isDue) this.reviewAll(now)
    return this.wake(now)
  }

  /** A message that names slots which this ring has not is ignored. */
  receive(now: number, from: string, message: RingMessage): number {
    if (this.closed || !fits(message, this.claims.slots)) return this.wake(now)
    const { kind } = message
    if (kind === 'claims') {
      this.knowledge.heard(from)
      for (const claim of message.claims) this.merge(now, from, claim)
    } else if (kind === 'digest') {
      if (this.knowledge.compare(now, from, message)) this.reviewAll(now)
    } else if (kind === 'prepare') this.host.prepare(from, message.move, message.slots)
    else if (kind === 'ready') this.moves.ready(from, message.move)
    else if (kind === 'flip') this.accept(now, from, message)
    else if (kind === 'taken') this.moves.taken(from, message.move)
    else if (this.rights === undefined) return this.wake(now)
    else if (kind === 'grant') this.granted(now, from, message, this.rights)
    else this.host.send(from, this.rights.answer(now, message))
    return this.wake(now)
  }

  /** We are ready for slots that are to come. */
  prepared(now: number, from: string, move: number): number {
    if (!this.closed) this.moves.prepared(now, from, move)
    return this.wake(now)
  }

  /** Nothing runs any more for the slots of a move that was draining: they are handed over. */
  drained(now: number, move: number): number {
    const drained = this.closed ? undefined : this.moves.drained(move)
    if (drained !== undefined) {
      const { departure, going, staying } = drained
      if (going.length > 0) this.moves.flip(drained, this.handOver(now, going, departure.to))
      this.keep(staying)
    }
    return this.wake(now)
  }

  /**
   * Lets everything go at once; `silent`: without telling the others. To leave without a gap, let it
   * move first.
   */
  close(silent: boolean): void {
    if (this.closed) return
    const slots = [...this.held.keys()]
    this.release(slots, 'leave', undefined)
    this.closed = true
    if (silent) return
    this.claim(slots, undefined, this.clock.mint())
    for (const to of this.knowledge.others) this.knowledge.show(to, slots)
  }

  // Planned moves.

  /** Slots are another member's from now on. Returns what it needs to know. */
  private handOver(
    now: number,
    slots: readonly number[],
    to: string,
  ): Pick<Gift, 'term' | 'remainingMs' | 'giver'> {
    const untils = slots.map((slot) => this.rights?.until(slot) ?? Infinity)
    const term = this.clock.mint()
    this.release(slots, 'moved', to)
    this.claim(slots, to, term)
    return { term, remainingMs: Math.min(...untils) - now, giver: this.runId }
  }

  /** Another member hands slots over to us. */
  private accept(now: number, from: string, gift: Gift): void {
    const until = this.moves.flipped(from, gift)
    if (until === undefined) return
    const { slots, term, giver } = gift
    this.clock.observe(term)
    const fresh = slots.filter((slot) => {
      const known = this.claims.term(slot)
      return known < term || (known === term && !this.held.has(slot))
    })
    this.release(fresh, 'superseded', this.id)
    this.rights?.inherit(fresh, term, giver, until)
    if (this.rights === undefined || until > now) this.acquire(now, fresh, term, from, 'moved')
    else this.claim(fresh, this.id, term)
  }

  /** Slots that were to move stay. */
  private keep(slots: readonly number[]): void {
    const groups = byTerm(slots, (slot) => (this.held.get(slot) as HeldSlot).term)
    for (const [term, kept] of groups) this.host.acquired(kept, term, this.id, 'kept')
  }

  // Rights that voters give.

  private askVoters(now: number, rights: Rights): void {
    for (const { voter, ask } of rights.asks(now)) {
      if (voter !== this.id) this.host.send(voter, ask)
      else this.granted(now, voter, rights.answer(now, ask), rights)
    }
  }

  private granted(now: number, from: string, grant: Grant, rights: Rights): void {
    for (const [term, slots] of rights.granted(now, from, grant)) this.win(now, slots, term, rights)
    rights.outbid(grant.seen)
  }

  /** Most voters support us for slots that we do not own. */
  private win(now: number, slots: readonly number[], term: Term, rights: Rights): void {
    const byHolder = new Map<string | undefined, number[]>()
    for (const slot of slots) {
      const holder = this.claims.holder(slot)
      // A live member may turn out to own what we wanted.
      const isOurs = holder === this.id || this.succession.takerOf(now, slot) === this.id
      if (isOurs) groupBy(byHolder, holder, slot)
      else rights.drop(slot)
    }
    for (const [from, taken] of byHolder) {
      this.acquire(now, taken, term, from, this.succession.reasonOf(from))
    }
  }

  // What is to be done about each slot.

  /** What was to go to members that are gone stays. */
  private abandonMoves(now: number): void {
    this.moves.abandon((id) => this.view.isGone(now, id))
  }

  private reviewAll(now: number): void {
    const taking = new Map<string | undefined, number[]>()
    for (let slot = 0; slot < this.claims.slots; slot++) this.review(now, slot, taking)
    this.takeAll(now, taking)
    this.viewDueAt = this.view.dueAt(now)
  }

  private reviewThese(now: number, slots: readonly number[]): void {
    const taking = new Map<string | undefined, number[]>()
    for (const slot of slots) this.review(now, slot, taking)
    this.takeAll(now, taking)
    // What is due already is for the next tick.
    this.viewDueAt = Math.min(this.viewDueAt, this.view.dueAt(now))
  }

  /** What is to become of one slot; those that are for us to take are added to `taking`, by their holder. */
  private review(now: number, slot: number, taking: Map<string | undefined, number[]>): void {
    if (this.held.has(slot)) {
      const target = this.view.target(slot)
      if (target === undefined || target === this.id) this.moves.unwant(slot)
      else this.moves.want(slot, target)
      return
    }
    if (!this.informed || this.closed || now < this.quietUntil) return
    const holder = this.claims.holder(slot)
    if (this.succession.takerOf(now, slot) === this.id) {
      groupBy(taking, holder, slot)
      return
    }
    this.rights?.drop(slot)
    if (holder === this.id) this.claim([slot], undefined, this.clock.mint())
  }

  private takeAll(now: number, taking: ReadonlyMap<string | undefined, number[]>): void {
    for (const [from, slots] of taking) {
      // What is claimed in our own name already needs no higher term.
      const own = from === this.id ? 1n : 0n
      if (this.rights) this.rights.want(slots, (slot) => this.claims.term(slot) - own)
      else this.acquire(now, slots, this.clock.mint(), from, this.succession.reasonOf(from))
    }
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

  /** Slots are no longer ours. */
  private release(slots: readonly number[], reason: Reason, to: string | undefined): void {
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
      this.claims.merge(slot, holder, term)
      this.knowledge.spread(slot)
    }
  }

  /** Takes in a claim that another member tells. */
  private merge(now: number, from: string, { holder, term, slots }: Claim): void {
    this.clock.observe(term)
    const others = holder === this.id ? [] : slots.filter((slot) => this.held.has(slot))
    const news = slots.filter((slot) => this.claims.merge(slot, holder, term))
    for (const slot of news) this.knowledge.spread(slot)
    const lost = others.filter((slot) => news.includes(slot))
    const kept = others.filter((slot) => !news.includes(slot))
    for (const slot of lost) this.contest(now, slot, term, holder, false)
    // What third parties say may be old; what the owner itself says, it still believes.
    if (holder === from) for (const slot of kept) this.contest(now, slot, term, holder, true)
    this.release(lost, 'superseded', holder)
    // A member that believes in a lower claim hears of ours at once.
    this.knowledge.show(from, kept)
    this.reviewThese(now, news)
  }

  /** Two claims on a slot have met; that is reported once, however often the lower one is heard. */
  private contest(
    now: number,
    slot: number,
    theirs: Term,
    other: string | undefined,
    won: boolean,
  ): void {
    const { term: ours } = this.held.get(slot) as HeldSlot
    const isNew = this.contests.note(now, slot)
    if (isNew || !won) this.host.conflict({ slot, ours, theirs, with: other, won })
  }

  private lapse(now: number, rights: Rights): void {
    const slots = rights.lapsed(now, this.held.keys())
    this.release(slots, 'minority', undefined)
    // No other member has them from us, so voters need not wait for what they have promised us.
    rights.want(slots, (slot) => this.claims.term(slot), this.runId)
    this.reviewThese(now, slots)
  }

  /** Our process stood still for longer than others wait: any of our slots may have been taken. */
  private stoodStill(now: number): void {
    this.quietUntil = now + QUIET_INTERVALS * this.options.intervalMs
    this.release([...this.held.keys()], 'stalled', undefined)
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
