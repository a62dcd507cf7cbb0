import type { ProfileName } from '../../core/index.js'
import type { Hand, Hire } from './crew.js'
import { Ledger } from './ledger.js'
import type { Report } from './member-process.js'
import type { Row, Show } from './show.js'

/** The demo's result, as `--json` prints it. Times in milliseconds. */
export interface Outcome {
  readonly nodes: number
  readonly kill: {
    /** From the kill to the first survivor that says faulty. */
    readonly firstFaultyMs: number
    /** To the last one. */
    readonly allFaultyMs: number
    /** Until every slot has an owner again. */
    readonly allOwnedMs: number
    /** Times that a healthy member was called faulty, in the whole demo. */
    readonly falseFaulty: number
  }
  readonly leave: { readonly unownedMs: number }
  /** From the newcomer's being ready until every slot has exactly one owner. */
  readonly join: { readonly settledMs: number }
  readonly doubleOwnedSlots: number
  /** What went wrong, in sentences; left out if all went well. */
  readonly problems?: readonly string[]
  readonly ok: boolean
}

export interface Cast {
  readonly nodes: number
  readonly slots: number
  readonly profile: ProfileName
}

/** Ownership must stay as it is for so long to count as settled. */
const QUIET_MS = 400
const DRAW_MS = 100

/** How long an act may take, and the time between two acts, in milliseconds. */
export interface Pace {
  readonly actMsMax: number
  readonly pauseMs: number
}

interface Player {
  readonly id: string
  readonly hand: Hand
  state: Row['state']
  readyAt: number
  endpoint: string
  live: number
  done: number
  /** When it saw that member become faulty. */
  readonly faultySeen: Map<string, number>
}

/** Somebody pressed Ctrl-C. */
export class Interrupted extends Error {}

/** The demo in acts: start, kill, leave, join, end. */
export class Play {
  private readonly cast: Cast
  private readonly show: Show
  private readonly hire: Hire
  private readonly interrupted: AbortSignal
  private readonly ledger: Ledger
  private readonly players: Player[] = []
  private readonly dead = new Set<string>()
  private readonly problems: string[] = []
  private falseFaulty = 0
  private doublyOwned = 0
  private lastChangeAt = 0
  private readonly pace: Pace

  constructor(cast: Cast, show: Show, hire: Hire, interrupted: AbortSignal, pace: Pace) {
    this.pace = pace
    this.cast = cast
    this.show = show
    this.hire = hire
    this.interrupted = interrupted
    this.ledger = new Ledger(cast.slots)
  }

  async run(): Promise<Outcome> {
    const drawing = setInterval(() => this.draw(), DRAW_MS)
    try {
      await this.start()
      const kill = await this.kill()
      const leave = await this.leave()
      const join = await this.join()
      this.draw()
      return this.outcome(kill, leave, join)
    } finally {
      clearInterval(drawing)
      await this.end()
    }
  }

  private outcome(
    kill: Omit<Outcome['kill'], 'falseFaulty'>,
    leave: Outcome['leave'],
    join: Outcome['join'],
  ): Outcome {
    const { falseFaulty, problems, doublyOwned: doubleOwnedSlots } = this
    if (falseFaulty > 0) problems.push(`${falseFaulty} times a healthy member was called faulty`)
    if (doubleOwnedSlots > 0) problems.push(`${doubleOwnedSlots} slots were owned twice`)
    const ok = problems.length === 0
    const { nodes } = this.cast
    const acts = { nodes, kill: { ...kill, falseFaulty }, leave, join, doubleOwnedSlots }
    return ok ? { ...acts, ok } : { ...acts, problems, ok }
  }

  private async start(): Promise<void> {
    this.show.say(`starting ${this.cast.nodes} members`)
    const first = this.add([])
    await this.until('the first member is ready', () => first.readyAt > 0)
    for (let i = 1; i < this.cast.nodes; i++) this.add([first.endpoint])
    await this.settle('all see all, and every slot has one owner')
    const owned = [...this.ledger.loads().values()]
    const [least, most] = [Math.min(...owned), Math.max(...owned)]
    this.show.say(`${this.cast.nodes} members, ${least}…${most} of ${this.cast.slots} slots each`)
    await pause(this.pace.pauseMs)
  }

  private async kill(): Promise<Omit<Outcome['kill'], 'falseFaulty'>> {
    const victim = this.players[1]
    this.dead.add(victim.id)
    const killedAt = unixNow()
    victim.hand.kill()
    this.ledger.record(killedAt, victim.id, [], 'all')
    this.show.say(`killed ${victim.id} (pid ${victim.hand.pid}) with SIGKILL`)
    const survivors = this.living()
    const seen = (): number[] => survivors.flatMap((one) => one.faultySeen.get(victim.id) ?? [])
    await this.until('all survivors say faulty', () => seen().length === survivors.length)
    victim.state = 'faulty'
    await this.settle('every slot has one owner again')
    const firstFaultyMs = round(Math.min(...seen()) - killedAt)
    const allFaultyMs = round(Math.max(...seen()) - killedAt)
    const allOwnedMs = round(this.ledger.stretch(killedAt).allOwnedMs)
    this.show.say(`${victim.id} is faulty for all after ${allFaultyMs} ms, its slots have moved`)
    await pause(this.pace.pauseMs)
    return { firstFaultyMs, allFaultyMs, allOwnedMs }
  }

  private async leave(): Promise<Outcome['leave']> {
    const leaver = this.players[2]
    this.dead.add(leaver.id)
    const since = unixNow()
    leaver.hand.leave()
    await this.until('the leaver has gone', () => leaver.state === 'left')
    await this.settle('every slot has one owner after the leave')
    const unownedMs = round(this.ledger.stretch(since).unownedMs)
    this.show.say(
      `${leaver.id} has left, no slot was without an owner for more than ${unownedMs} ms`,
    )
    await pause(this.pace.pauseMs)
    return { unownedMs }
  }

  private async join(): Promise<Outcome['join']> {
    const joiner = this.add([this.players[0].endpoint])
    await this.until('the newcomer is ready', () => joiner.readyAt > 0)
    await this.settle('every slot has one owner after the join')
    const settledMs = round(Math.max(0, this.lastChangeAt - joiner.readyAt))
    const owned = this.ledger.loads().get(joiner.id)
    this.show.say(`${joiner.id} has joined and owns ${owned} slots after ${settledMs} ms`)
    await pause(this.pace.pauseMs)
    return { settledMs }
  }

  /** Everybody leaves; whoever does not is killed. */
  private async end(): Promise<void> {
    for (const player of this.players) player.hand.leave()
    const allGone = Promise.all(this.players.map((player) => player.hand.gone))
    const tooLong = pause(10_000, 'unref')
    await Promise.race([allGone, tooLong])
    for (const player of this.players) player.hand.kill()
    await allGone
  }

  private add(seeds: readonly string[]): Player {
    const id = `member-${this.players.length + 1}`
    const { slots, profile } = this.cast
    const hand = this.hire({ id, seeds, slots, profile }, (report) => this.hear(player, report))
    const player: Player = {
      id,
      hand,
      state: 'starting',
      readyAt: 0,
      endpoint: '',
      live: 0,
      done: 0,
      faultySeen: new Map(),
    }
    this.players.push(player)
    return player
  }

  private hear(player: Player, report: Report): void {
    switch (report.kind) {
      case 'ready':
        player.state = 'alive'
        player.readyAt = report.t
        player.endpoint = report.endpoint
        break
      case 'member':
        this.hearOfMember(player, report)
        break
      case 'ring':
        this.ledger.record(report.t, player.id, report.gained, report.lost)
        this.lastChangeAt = Math.max(this.lastChangeAt, report.t)
        break
      case 'work':
        player.done = report.done
        player.live = report.live
        break
      case 'left':
        player.state = 'left'
    }
  }

  private hearOfMember(observer: Player, report: Report & { kind: 'member' }): void {
    const subject = this.players.find((player) => player.id === report.member)
    if (report.state === 'suspect' && subject?.state === 'alive') subject.state = 'suspect'
    if (report.state === 'alive' && subject?.state === 'suspect') subject.state = 'alive'
    if (report.state !== 'faulty') return
    observer.faultySeen.set(report.member, report.t)
    if (this.dead.has(report.member)) return
    this.falseFaulty++
    this.show.say(`${observer.id} calls ${report.member} faulty, which is alive`)
  }

  private living(): Player[] {
    return this.players.filter((player) => !this.dead.has(player.id))
  }

  /** Waits until all living see each other, each slot has one owner, and nothing changes any more. */
  private async settle(what: string): Promise<void> {
    await this.until(what, () => {
      const living = this.living()
      const agreed = living.every((player) => player.live === living.length)
      return agreed && unixNow() - this.lastChangeAt > QUIET_MS && this.ledger.settled()
    })
    this.doublyOwned += this.ledger.doublyOwned()
  }

  /** Waits for something that must come; notes it as a problem if it does not. */
  private async until(what: string, holds: () => boolean): Promise<void> {
    const deadline = unixNow() + this.pace.actMsMax
    while (!holds()) {
      if (this.interrupted.aborted) throw new Interrupted()
      if (unixNow() > deadline) {
        this.problems.push(`expected within ${this.pace.actMsMax} ms: ${what}`)
        return
      }
      await pause(20)
    }
  }

  private draw(): void {
    const loads = this.ledger.loads()
    const rows = this.players.map(({ id, hand, state, live, done }) => {
      return { id, pid: hand.pid, state, live, slots: loads.get(id) ?? 0, done }
    })
    this.show.draw(rows, this.cast.slots)
  }
}

function unixNow(): number {
  return performance.timeOrigin + performance.now()
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}

function pause(ms: number, unref?: 'unref'): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    if (unref) timer.unref()
  })
}
