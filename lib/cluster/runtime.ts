import { randomBytes } from 'node:crypto'

/** What a cluster needs of the world it runs in; the simulator gives another one. */
export interface Runtime {
  /** Milliseconds on a clock that never goes back, whole. */
  now(): number
  /** Seconds since 2026-01-01 UTC by the wall clock. */
  epochSeconds(): number
  /** Calls once, after so many milliseconds; returns what cancels it. */
  after(ms: number, callback: () => void): () => void
  /** Calls once, after what is waiting to be read has been read. */
  soon(callback: () => void): void
  /** 32 random bits. */
  random(): number
}

const EPOCH_MS = Date.UTC(2026, 0, 1)
/** The longest that a timer of Node can wait. */
const TIMER_MS_MAX = 2 ** 31 - 1

export const systemRuntime: Runtime = {
  now: () => Math.floor(performance.now()),
  epochSeconds: () => Math.max(1, Math.floor((Date.now() - EPOCH_MS) / 1_000)),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(ms, TIMER_MS_MAX))
    return () => clearTimeout(timer)
  },
  soon: (callback) => void setImmediate(callback),
  random: () => randomBytes(4).readInt32LE(),
}

/** Calls once: soon for 0 milliseconds, else after them. Returns what cancels it. */
export function soonOrAfter(runtime: Runtime, ms: number, callback: () => void): () => void {
  if (ms > 0) return runtime.after(ms, callback)
  let cancelled = false
  runtime.soon(() => void (cancelled || callback()))
  return () => void (cancelled = true)
}
