import { draw } from '../network/draw.js'
import { Clock } from '../time/clock.js'

/** Linux's default receive buffer, and the least that it charges for a datagram. */
const INBOX_BYTES = 212_992
const DATAGRAM_CHARGE = 768
const LATENESS = 0x6c617465

/** What waits for a machine that stands still. */
interface Waiting {
  readonly bytes: number
  readonly run: () => void
}

/**
 * What a process runs on: its clock, and whether it gets the processor. While it stands still
 * what comes in waits in a buffer of the size that a socket has, and what finds no room is lost.
 */
export class Machine {
  readonly clock: Clock = new Clock()
  /** It does nothing before this virtual time. */
  frozenUntil = 0
  /** How long it takes over each input; 0: no time. */
  slowUs = 0
  /** Timers fire up to so much late. */
  jitterUs = 0
  /** Inputs that found the buffer full. */
  overflowed = 0
  private inbox: Waiting[] = []
  private bytes = 0

  /** Whether inputs must wait. */
  isBusy(time: number): boolean {
    return this.frozenUntil > time || this.inbox.length > 0
  }

  /** Whether an input that comes now is more than a matter of a moment. */
  takesTime(time: number): boolean {
    return this.slowUs > 0 || this.isBusy(time)
  }

  /** Keeps an input for later; false if there was no room. */
  defer(length: number, run: () => void): boolean {
    const bytes = Math.max(DATAGRAM_CHARGE, length)
    if (this.bytes + bytes > INBOX_BYTES) {
      this.overflowed++
      return false
    }
    this.bytes += bytes
    this.inbox.push({ bytes, run })
    return true
  }

  /** Takes up what waits, as far as it comes; true: all of it. */
  catchUp(time: number): boolean {
    while (this.frozenUntil <= time) {
      const waiting = this.inbox.shift()
      if (waiting === undefined) return true
      this.bytes -= waiting.bytes
      this.spend(time)
      waiting.run()
    }
    return false
  }

  /** An input is worked on: a slow machine is busy with it for a while. */
  spend(time: number): void {
    if (this.slowUs > 0) this.frozenUntil = time + this.slowUs
  }

  /** How late a timer fires whose time is this one: a loop that is not quite free. */
  lateUs(seed: number, index: number, deadline: number): number {
    if (this.jitterUs === 0) return 0
    return Math.floor(draw(seed, LATENESS, index, 0, deadline | 0) * this.jitterUs)
  }

  /** The process has ended: nothing waits for it any more. */
  clear(): void {
    this.inbox = []
    this.bytes = 0
    this.frozenUntil = 0
  }
}
