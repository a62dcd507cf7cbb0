import { draw } from './draw.js'

/** The packet goes on to the next rule. */
export const PASS = 0
/** It arrives; no further rule is asked. */
export const DELIVER = 1
/** It is lost; no further rule is asked. */
export const DROP = 2
export type Verdict = typeof PASS | typeof DELIVER | typeof DROP

/**
 * What a fault of the network is: it looks at one packet, and lets it pass, delivers or drops it.
 * It may lengthen `delayUs`, change `bytes` and `length`, and ask for copies. Rules are asked in
 * the order in which they were added.
 */
export interface Rule {
  judge(packet: Packet): Verdict
}

/** The packet under judgement. One object, filled anew for each: keep nothing of it. */
export class Packet {
  source = 0
  target = 0
  /** The datagram's bytes, which a rule may change; of a stream nothing but the length is known. */
  bytes: Uint8Array = new Uint8Array(0)
  length = 0
  /** A segment of a stream: what it carries is retransmitted when dropped, and never changed. */
  stream = false
  /** Virtual time, in microseconds. */
  time = 0
  /** How many packets its source had sent before it. */
  count = 0
  /** How long it will take. */
  delayUs = 0
  /** Whether a rule has changed its bytes, or held it back for others to overtake. */
  altered = false
  held = false
  /** Delays of further copies, each on top of the packet's own. */
  readonly copies: number[] = []
  readonly seed: number

  constructor(seed: number) {
    this.seed = seed
  }

  /** Uniform in [0, 1): always the same for this packet and purpose. */
  draw(purpose: number): number {
    return draw(this.seed, purpose, this.source, this.target, this.count)
  }
}
