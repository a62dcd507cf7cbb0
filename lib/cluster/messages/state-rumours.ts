import type { Facts, States } from '../../state/index.js'

/** Tags, lengths and numbers around facts, and around each of them, at their longest. */
const FACTS_BYTES = 30
const FACT_BYTES = 24

interface Rumour {
  /** What is told begins after this version. */
  since: number
  sends: number
}

/** Whose state is to be told to others, and how often it has been. */
export class StateRumours {
  private readonly states: States
  private readonly rumours = new Map<string, Rumour>()

  constructor(states: States) {
    this.states = states
  }

  get waiting(): boolean {
    return this.rumours.size > 0
  }

  /** A member's state has changed after a version. */
  queue(owner: string, since: number): void {
    const known = this.rumours.get(owner)
    this.rumours.set(owner, { since: Math.min(since, known?.since ?? since), sends: 0 })
  }

  drop(owner: string): void {
    this.rumours.delete(owner)
  }

  /**
   * For one packet, the least told first, each counted as told. Changes that are too long for it are
   * only named: whoever lacks them asks.
   */
  pick(roomBytes: number, budget: number): Facts[] {
    const picked: Facts[] = []
    let room = roomBytes
    const inTurn = [...this.rumours].sort(([, one], [, other]) => one.sends - other.sends)
    for (const [owner, rumour] of inTurn) {
      const facts = this.states.of(owner)?.after(rumour.since)
      const named = facts && { ...facts, since: Math.min(facts.since, facts.upto - 1), facts: [] }
      const chosen = [facts, named].find((one) => one && bytesOf(one) <= room)
      if (chosen === undefined) continue
      room -= bytesOf(chosen)
      picked.push(chosen)
      if (++rumour.sends >= budget) this.rumours.delete(owner)
    }
    return picked
  }
}

function bytesOf({ owner, facts }: Facts): number {
  const each = facts.map(({ key, value }) => Buffer.byteLength(key) + value.length + FACT_BYTES)
  return each.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(owner) + FACTS_BYTES)
}
