import type { Runtime } from './runtime.js'

// Waiting, on whatever clock and event loop the runtime has.

/** Resolves after `ms` milliseconds; with 0, after what is waiting to be read has been read. */
export function pause(runtime: Runtime, ms: number): Promise<void> {
  return new Promise((resolve) => void soonOrAfter(runtime, ms, resolve))
}

/** Resolves when the work has ended, or after `ms` milliseconds. Rejects if the work does first. */
export async function atMost(runtime: Runtime, ms: number, work: Promise<unknown>): Promise<void> {
  let cancel!: () => void
  const late = new Promise<void>((resolve) => void (cancel = runtime.after(ms, resolve)))
  await Promise.race([work, late])
  cancel()
}

/** Calls once: with 0 ms on the next turn of the event loop, else after them. Returns what cancels it. */
export function soonOrAfter(runtime: Runtime, ms: number, callback: () => void): () => void {
  if (ms > 0) return runtime.after(ms, callback)
  let cancelled = false
  runtime.soon(() => void (cancelled || callback()))
  return () => void (cancelled = true)
}

/** A job that is done some time after it was asked for: once, however often it is asked for meanwhile. */
export class Once {
  private readonly runtime: Runtime
  private readonly job: () => void
  private waiting = false
  private stopped = false
  private cancel: () => void = () => {}

  constructor(runtime: Runtime, job: () => void) {
    this.runtime = runtime
    this.job = job
  }

  /** Has it done after `ms` milliseconds, unless it is to be done already. */
  after(ms: number): void {
    if (this.waiting || this.stopped) return
    this.waiting = true
    this.cancel = this.runtime.after(ms, () => {
      if (!this.waiting) return
      this.waiting = false
      this.job()
    })
  }

  /** Forgets what was asked for, and does nothing any more. */
  stop(): void {
    this.stopped = true
    this.waiting = false
    this.cancel()
  }
}
