import { GyreError } from '../../base/error.js'
import {
  NO_TERM,
  type HeldSlot,
  type Ownership,
  type Reason,
  type Term,
} from '../../ownership/index.js'
import { atMost, soonOrAfter, type Emitter } from '../../runtime/index.js'
import { aborted, checkTimeout } from '../messages/limits.js'
import { Loops, type EachSlot } from './loops.js'
import { OwnSlot, type Own, type Share } from './own-slot.js'
import type { RingParts } from './ring-parts.js'

export interface RunOptions {
  /** Aborts the run's signal. */
  readonly signal?: AbortSignal
  /**
   * Milliseconds after which the run's signal is aborted, and it is reported as a `fault`. Range
   * 1…3,600,000.
   * @default no limit
   */
  readonly timeoutMs?: number
}

/** What is ours in a ring, and what runs for it: a planned move waits for that. */
export class OwnSlots {
  private readonly parts: RingParts
  private readonly name: string
  private readonly emitter: Emitter
  private readonly ownership: Ownership
  private readonly drainMs: number
  private readonly ours = new Map<number, OwnSlot>()
  private readonly loops: Loops
  /** What waits for a run to end, or for a parked slot. */
  private waiters: (() => void)[] = []
  private closed = false

  constructor(
    parts: RingParts,
    of: {
      /** The ring's. */
      readonly name: string
      readonly emitter: Emitter
      readonly ownership: Ownership
      readonly drainMs: number
    },
  ) {
    this.parts = parts
    this.name = of.name
    this.emitter = of.emitter
    this.ownership = of.ownership
    this.drainMs = of.drainMs
    this.loops = new Loops(parts.teller)
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
    if (timeoutMs !== undefined) checkTimeout(timeoutMs)
    while (this.ours.get(slot)?.parked) await this.nextWake()
    const own = this.ours.get(slot)
    if (own?.check() !== true) throw this.notOwner(slot)
    own.runs++
    try {
      if (timeoutMs === undefined && signal === undefined) return await work(own)
      return await this.limited(work, own, { signal, timeoutMs })
    } finally {
      own.runs--
      if (own.runs === 0) this.wake()
    }
  }

  /** Slots are ours from now on. */
  acquire(slots: readonly number[], term: Term, from: string | undefined, reason: Reason): void {
    const { ownership } = this
    const { runtime, teller } = this.parts
    const owns = slots.map((slot) => new OwnSlot(slot, term, ownership, runtime))
    for (const own of owns) this.ours.set(own.slot, own)
    teller.tellOf(this.emitter, 'acquire', shareOf(owns, reason, from, undefined))
    for (const own of owns) this.loops.begin(own)
  }

  /** Finishes what runs for slots that are to move; they go once this resolves. */
  async drain(slots: readonly number[], to: string): Promise<void> {
    const { drainMs } = this
    const { runtime, teller } = this.parts
    const going = slots.map((slot) => this.ours.get(slot)).filter((own) => own !== undefined)
    const endsAt = runtime.now() + drainMs
    // Loops end first. Single runs still begin while they do, or requests would wait for them.
    const loops = going.filter((own) => this.loops.has(own))
    for (const own of loops) own.abort('moved')
    const share = shareOf(going, 'moved', undefined, to)
    const listeners = teller.askOf(this.emitter, 'release', share)
    const ended = loops.map((own) => this.loops.ended(own))
    await atMost(runtime, drainMs, Promise.all([...ended, listeners]))
    for (const own of going) own.parked = true
    while (going.some((own) => own.runs > 0) && runtime.now() < endsAt && !this.closed) {
      await atMost(runtime, endsAt - runtime.now(), this.nextWake())
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

  /** Slots are ours no more. */
  release(slots: readonly HeldSlot[], reason: Reason, to: string | undefined): void {
    const gone = slots.map(({ slot }) => this.ours.get(slot)).filter((own) => own !== undefined)
    for (const own of gone) {
      this.ours.delete(own.slot)
      own.abort(reason)
    }
    // Of a planned move the listeners were told before it was done.
    if (reason !== 'moved') {
      this.parts.teller.tellOf(this.emitter, 'release', shareOf(gone, reason, undefined, to))
    }
    this.wake()
  }

  /** Ownership has let everything go: what waits for it goes on. */
  close(): void {
    this.closed = true
    this.wake()
  }

  /** Runs the work, and stops waiting for it at its time-out, which is reported as a fault, or its signal. */
  private limited<T>(
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
        reject(aborted(`slot ${slot}`, signal))
      }
      const timesOut = (): void => {
        control.abort(late)
        this.parts.teller.fault(late)
        reject(late)
      }
      const { runtime } = this.parts
      const isLimited = timeoutMs !== Infinity
      const stop = isLimited ? soonOrAfter(runtime, timeoutMs, timesOut) : (): void => {}
      if (signal?.aborted) abort()
      signal?.addEventListener('abort', abort)
      const done = (): void => {
        stop()
        signal?.removeEventListener('abort', abort)
      }
      Promise.resolve(run).then(work).finally(done).then(resolve, reject)
    })
  }

  private notOwner(slot: number): GyreError {
    const holder = this.ownership.claims.holder(slot)
    const isOurs = holder === this.parts.id
    const why = isOurs
      ? 'no longer ours to act for'
      : `owned by ${holder ?? 'no member'}, not by us`
    return new GyreError('NOT_OWNER', `slot ${slot} of the ring ${this.name} is ${why}`)
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
