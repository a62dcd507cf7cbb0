import { randomBytes } from 'node:crypto'
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks'

/** What a cluster needs of the world it runs in; the simulator gives another one. */
export interface Runtime {
  /** Milliseconds on a clock that never goes back, whole. */
  now(): number
  /** Seconds since 2026-01-01 UTC by the wall clock. */
  epochSeconds(): number
  /** Milliseconds since 1970 by the wall clock. */
  wallMs(): number
  /** Calls once, after so many milliseconds; returns what cancels it. */
  after(ms: number, callback: () => void): () => void
  /** Calls once, after what is waiting to be read has been read. */
  soon(callback: () => void): void
  /** 32 random bits. */
  random(): number
  /** The longest that the event loop was late since this was called last, in milliseconds. */
  loopDelayMs?(): number
}

const EPOCH_MS = Date.UTC(2026, 0, 1)
/** The longest that a timer of Node can wait. */
const TIMER_MS_MAX = 2 ** 31 - 1

/** How often the event loop's delay is sampled: a wake-up of the process each time, without code. */
const SAMPLE_MS = 50

/** One for the process, from the first call on; it does not keep it alive. */
let delays: IntervalHistogram | undefined

export const systemRuntime: Runtime = {
  now: () => Math.floor(performance.now()),
  epochSeconds: () => Math.max(1, Math.floor((Date.now() - EPOCH_MS) / 1_000)),
  wallMs: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(ms, TIMER_MS_MAX))
    return () => clearTimeout(timer)
  },
  soon: (callback) => void setImmediate(callback),
  random: () => randomBytes(4).readInt32LE(),
  loopDelayMs() {
    if (delays === undefined) {
      delays = monitorEventLoopDelay({ resolution: SAMPLE_MS })
      delays.enable()
    }
    // What is recorded is the time between two samples.
    const lateMs = delays.count > 0 ? Math.floor(delays.max / 1e6 - SAMPLE_MS) : 0
    delays.reset()
    return Math.max(0, lateMs)
  },
}
