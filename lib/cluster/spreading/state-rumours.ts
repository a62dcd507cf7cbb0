import type { Facts, States } from '../../state/index.js'

/** Tags, lengths and numbers around facts, and around each of them, at their longest. */
const FACTS_BYTES = 30
const FACT_BYTES = 24
/** How many members whose names are too long for the rest of a packet are passed over. */
const MISFITS_MAX = 4

interface Rumour {
  /** What is told begins after this version. */
  since: number
  sends: number
}

/**
 * Whose state is to be told to others, and how often it has been. A packet takes a few of them,
 * however many wait: after a start that is a thousand with 64 KiB each.
 */
export class StateRumours {
  private readonly states: States
  private readonly rumours = new Map<string, Rumour>()
  /** Owners by how often they have been told; of those, the longest waiting first. */
  private readonly told: Set<string>[] = []

  constructor(states: States) {
    this.states = states
  }

  get waiting(): boolean {
    return this.rumours.size > 0
  }

  /** A member's state has changed after a version. */
  queue(owner: string, since: number): void {
    const known = this.rumours.get(owner)
    this.drop(owner)
    this.enter(owner, { since: Math.min(since, known?.since ?? since), sends: 0 })
  }

  drop(owner: string): void {
    const rumour = this.rumours.get(owner)
    if (rumour === undefined) return
    this.told[rumour.sends].delete(owner)
    this.rumours.delete(owner)
  }

  /**
   * For one packet, the least told first, each counted as told. Changes that are too long for it are
   * only named: whoever lacks them asks.
   */
  pick(roomBytes: number, budget: number): Facts[] {
    const picked: Facts[] = []
    let room = roomBytes
    let misfits = 0
    for (const owner of this.inTurn()) {
      if (room <= FACTS_BYTES || misfits === MISFITS_MAX) break
      const chosen = this.fitting(owner, room)
      if (chosen === undefined) {
        misfits++
        continue
      }
      room -= bytesOf(chosen)
      picked.push(chosen)
    }
    for (const { owner } of picked) this.count(owner, budget)
    return picked
  }

  private *inTurn(): IterableIterator<string> {
    for (const owners of this.told) yield* owners
  }

  /** What is new of a member's state, or that there is something new; undefined: neither fits. */
  private fitting(owner: string, room: number): Facts | undefined {
    const { since } = this.rumours.get(owner) as Rumour
    const facts = this.states.of(owner)?.after(since)
    const named = facts && { ...facts, since: Math.min(facts.since, facts.upto - 1), facts: [] }
    return [facts, named].find((one) => one && bytesOf(one) <= room)
  }

  private count(owner: string, budget: number): void {
    const { since, sends } = this.rumours.get(owner) as Rumour
    this.drop(owner)
    if (sends + 1 < budget) this.enter(owner, { since, sends: sends + 1 })
  }

  private enter(owner: string, rumour: Rumour): void {
    while (this.told.length <= rumour.sends) this.told.push(new Set())
    this.told[rumour.sends].add(owner)
    this.rumours.set(owner, rumour)
  }
}

function bytesOf({ owner, facts }: Facts): number {
  const each = facts.map(({ key, value }) => Buffer.byteLength(key) + value.length + FACT_BYTES)
  return each.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(owner) + FACTS_BYTES)
}
