import type { ProtocolOptions, SwimNode } from '../../core/index.js'
import type { Runtime } from '../../runtime/index.js'

/** How often the wall clock is read. */
const CLOCK_INTERVAL_MS = 10_000

/**
 * Runs the pure engine: every input goes through here, and one timer wakes it at the deadline that the
 * last input returned. Evidence must reach the engine before it gives a verdict: after a stall Node fires
 * the overdue timer before it reads the datagrams that wait, so the tick is put behind them with `soon`.
 */
export class EngineLoop {
  readonly node: SwimNode
  stopped = false
  private readonly runtime: Runtime
  private readonly protocol: ProtocolOptions
  private readonly startedAt: number
  private readonly settled: () => void
  private cancelTimer: () => void = () => {}
  /** When the timer fires, or the tick that it has asked for is due; Infinity: no tick is coming. */
  private armedAt = Infinity
  private clockAt = CLOCK_INTERVAL_MS
  private delaysAt = 0

  constructor(parts: {
    readonly node: SwimNode
    readonly runtime: Runtime
    readonly protocol: ProtocolOptions
    /** Called after each input, once all that it changed has been reported. */
    readonly settled: () => void
  }) {
    this.node = parts.node
    this.runtime = parts.runtime
    this.protocol = parts.protocol
    this.settled = parts.settled
    this.startedAt = parts.runtime.now()
  }

  /** The engine's clock: milliseconds since it was made. */
  now(): number {
    return this.runtime.now() - this.startedAt
  }

  /** Runs one input, which returns the engine's next deadline, and arms the timer for that. */
  input(run: (now: number) => number): void {
    if (this.stopped) return
    this.arm(run(this.now()))
    this.settled()
  }

  stop(): void {
    this.stopped = true
    this.node.stop()
    this.cancelTimer()
  }

  private arm(deadline: number): void {
    if (deadline >= this.armedAt || this.stopped) return
    this.cancelTimer()
    this.armedAt = deadline
    const waitMs = deadline - this.now()
    const tick = (): void => this.runtime.soon(() => this.tick(deadline))
    if (waitMs > 0) this.cancelTimer = this.runtime.after(waitMs, tick)
    else tick()
  }

  /** A tick that was overtaken by an earlier one does nothing. */
  private tick(armedAt: number): void {
    if (armedAt !== this.armedAt) return
    this.armedAt = Infinity
    this.input((now) => {
      if (now >= this.clockAt) this.readClock(now)
      if (now >= this.delaysAt) this.readDelays(now)
      return this.node.tick(now)
    })
  }

  /** A clock that was wrong at the start may have been set since, or the machine may have slept. */
  private readClock(now: number): void {
    this.clockAt = now + CLOCK_INTERVAL_MS
    this.node.setClock(now, this.runtime.epochSeconds())
  }

  /** The worst delay of the event loop since the last look: a slow process doubts itself. */
  private readDelays(now: number): void {
    this.delaysAt = now + this.protocol.periodMs
    const delayMs = this.runtime.loopDelayMs?.() ?? 0
    if (delayMs > 0) this.node.delayed(now, delayMs)
  }
}
