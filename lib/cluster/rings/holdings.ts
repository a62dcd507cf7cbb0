import { GyreError } from '../../base/error.js'
import { NO_TERM, type Holding, type Reason, type Term } from '../../ownership/index.js'
import { Loops, type EachSlot } from './loops.js'
import { OwnSlot, type Own, type Share } from './own-slot.js'
import type { RingHost } from './ring-host.js'

export interface RunOptions {
  /** Aborts the run's signal. */
  readonly signal?: AbortSignal
  /**
   * After so long the run's signal is aborted, and it is told as a `fault`. 1…3,600,000.
   * @default it may take as long as it likes
   */
  readonly timeoutMs?: number
}

/** What holdings need of their ring. */
export interface HoldingsHost extends Pick<RingHost, 'within' | 'now' | 'after' | 'fault'> {
  readonly drainMs: number
  /** Whether a slot is ours under a term, and we may act for it now. */
  isOurs(slot: number, term: Term): boolean
  notOurs(slot: number): GyreError
  tell(event: 'acquire' | 'release', share: Share): void
  /** Resolves when all listeners are done. */
  ask(event: 'release', share: Share): Promise<void>
}

/** What is ours in a ring, and what runs under it: a planned move waits for that. */
export class Holdings {
  private readonly host: HoldingsHost
  private readonly ours = new Map<number, OwnSlot>()
  private readonly loops: Loops
  /** Those who wait for runs to end, or for slots that are about to move. */
  private waiters: (() => void)[] = []
  private over = false

  constructor(host: HoldingsHost) {
    this.host = host
    this.loops = new Loops((error) => host.fault(error))
  }

  get size(): number {
    return this.ours.size
  }

  /** Ascending. */
  get slots(): number[] {
    return [...this.ours.keys()].sort((a, b) => a - b)
  }

  /** Whether we may act for it now. */
  acts(slot: number): boolean {
    return this.ours.get(slot)?.check() === true
  }

  each(worker: EachSlot): () => void {
    return this.loops.add(worker, this.ours.values())
  }

  async run<T>(
    slot: number,
    work: (own: Own) => T | Promise<T>,
    { signal, timeoutMs }: RunOptions,
  ): Promise<T> {
    if (timeoutMs !== undefined && !(timeoutMs >= 1 && timeoutMs <= 3_600_000)) {
      throw new GyreError('BAD_OPTION', `timeoutMs: expected 1…3600000, got ${timeoutMs}`)
    }
    while (this.ours.get(slot)?.parked) await this.nextWake()
    const own = this.ours.get(slot)
    if (own?.check() !== true) throw this.host.notOurs(slot)
    own.runs++
    try {
      if (timeoutMs === undefined && signal === undefined) return await work(own)
      return await this.within(work, own, { signal, timeoutMs })
    } finally {
      own.runs--
      if (own.runs === 0) this.wake()
    }
  }

  acquired(slots: readonly number[], term: Term, from: string | undefined, reason: Reason): void {
    const isOurs = (slot: number, of: Term): boolean => !this.over && this.host.isOurs(slot, of)
    const owns = slots.map((slot) => new OwnSlot(slot, term, isOurs))
    for (const own of owns) this.ours.set(own.slot, own)
    this.host.tell('acquire', shareOf(owns, reason, from, undefined))
    for (const own of owns) this.loops.begin(own)
  }

  /** Ends what is done for slots that are to move; they go once this resolves. */
  async drain(slots: readonly number[], to: string): Promise<void> {
    const { drainMs } = this.host
    const going = slots.map((slot) => this.ours.get(slot)).filter((own) => own !== undefined)
    const endsAt = this.host.now() + drainMs
    // Loops end first. Single runs still begin while they do, or requests would wait for them.
    const loops = going.filter((own) => this.loops.has(own))
    for (const own of loops) own.abort('moved')
    const listeners = this.host.ask('release', shareOf(going, 'moved', undefined, to))
    const ended = loops.map((own) => this.loops.ended(own))
    await this.host.within(Promise.all([...ended, listeners]), drainMs)
    for (const own of going) own.parked = true
    while (going.some((own) => own.runs > 0) && this.host.now() < endsAt && !this.over) {
      await this.host.within(this.nextWake(), endsAt - this.host.now())
    }
  }

  /** The slots that were drained have gone, or stay. */
  unpark(slots: readonly number[]): void {
    for (const slot of slots) {
      const own = this.ours.get(slot)
      if (own !== undefined) own.parked = false
    }
    this.wake()
  }

  released(holdings: readonly Holding[], reason: Reason, to: string | undefined): void {
    const gone = holdings.map(({ slot }) => this.ours.get(slot)).filter((own) => own !== undefined)
    for (const own of gone) {
      this.ours.delete(own.slot)
      own.abort(reason)
    }
    // Of a planned move listeners have been told before it was done.
    if (reason !== 'moved') this.host.tell('release', shareOf(gone, reason, undefined, to))
    this.wake()
  }

  /** We are going. */
  end(): void {
    this.over = true
    const left = [...this.ours.values()].map(({ slot, term }) => ({ slot, term }))
    if (left.length > 0) this.released(left, 'leave', undefined)
    this.wake()
  }

  /** Waits for it no longer than it may take; one that takes longer is told as a fault. */
  private within<T>(
    work: (own: Own) => T | Promise<T>,
    own: OwnSlot,
    { signal, timeoutMs = Infinity }: RunOptions,
  ): Promise<T> {
    const { slot, term, token, check } = own
    const late = new GyreError('DEADLINE', `slot ${slot}: not done within ${timeoutMs} ms`)
    const control = new AbortController()
    const signals = [own.signal, control.signal, ...(signal ? [signal] : [])]
    const run = { slot, term, token, check, signal: AbortSignal.any(signals) }
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        reject(new GyreError('ABORTED', `slot ${slot}: aborted`, { cause: signal?.reason }))
      }
      const timesOut = (): void => {
        control.abort(late)
        this.host.fault(late)
        reject(late)
      }
      const stop = timeoutMs === Infinity ? (): void => {} : this.host.after(timeoutMs, timesOut)
      if (signal?.aborted) abort()
      signal?.addEventListener('abort', abort)
      const done = (): void => {
        stop()
        signal?.removeEventListener('abort', abort)
      }
      Promise.resolve(run).then(work).finally(done).then(resolve, reject)
    })
  }

  private nextWake(): Promise<void> {
    return new Promise((resolve) => void this.waiters.push(resolve))
  }

  private wake(): void {
    const { waiters } = this
    this.waiters = []
    for (const wake of waiters) wake()
  }
}

function shareOf(
  owns: readonly OwnSlot[],
  reason: Reason,
  from: string | undefined,
  to: string | undefined,
): Share {
  const term = owns.reduce((highest, own) => (own.term > highest ? own.term : highest), NO_TERM)
  return {
    slots: owns.map(({ slot }) => slot).sort((a, b) => a - b),
    term,
    token: term.toString(),
    reason,
    from,
    to,
    signal: AbortSignal.any(owns.map(({ signal }) => signal)),
    check: () => owns.every((own) => own.check()),
  }
}
