import { INCARNATION_MAX } from './word.js'

/** How far ahead of our clock an incarnation may be. */
export const SKEW_SECONDS_MAX = 86_400

/** What the wall clock says, on the engine's own clock: which incarnations can be believed. */
export class WallClock {
  /** Seconds since 2026-01-01 UTC when the engine's clock stood at 0. */
  private epochSeconds: number

  constructor(epochSeconds: number) {
    this.epochSeconds = epochSeconds
  }

  /** The greatest incarnation that we believe at this time. */
  ceiling(now: number): number {
    const seconds = this.epochSeconds + Math.floor(now / 1_000) + SKEW_SECONDS_MAX
    return Math.min(INCARNATION_MAX - 1, seconds)
  }

  /** What it says now. It only ever moves the ceiling up. */
  set(now: number, epochSeconds: number): void {
    this.epochSeconds = Math.max(this.epochSeconds, epochSeconds - Math.floor(now / 1_000))
  }
}
