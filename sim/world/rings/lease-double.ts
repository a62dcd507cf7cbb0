import { Ballot, STORE, type RingMessage } from '../../../lib/ownership/index.js'
import type { World } from '../world.js'

/** Between a node and the store, in microseconds. */
const STORE_US = 1_000

/** A store of leases that never fails: what becomes of one that is down is for tests with a real one. */
export class LeaseDouble {
  private readonly world: World
  private readonly ballot: Ballot

  constructor(world: World, slots: number, takeAfterMs: number) {
    this.world = world
    this.ballot = new Ballot(slots, takeAfterMs, 0)
  }

  /** Answers a node some time later, if it can be reached then. */
  ask(node: { receiveFrom(from: string, message: RingMessage): void }, message: RingMessage): void {
    const ask = message as Extract<RingMessage, { kind: 'ask' }>
    this.world.after(STORE_US, () => {
      const answer = this.ballot.answer(this.world.now, ask)
      this.world.after(STORE_US, () => {
        node.receiveFrom(STORE, { kind: 'grant', round: ask.round, ...answer })
      })
    })
  }
}
