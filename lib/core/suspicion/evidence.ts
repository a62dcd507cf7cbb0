import type { TableSlot } from '../view/directory.js'

/**
 * What an accuser knows of its target beyond silence. It travels in the two lowest bits of the
 * accuser's name, so that it costs no byte.
 */
export const EVIDENCE = {
  /** No answer; its host took our stream, or nothing is known of its host. */
  silent: 0,
  /** The target's host lives, and refuses streams to its port. */
  refused: 1,
  /** The same, and a stream to it that was open has ended without a goodbye. */
  reset: 2,
  /** Its host does not answer either: no stream could be opened, nor was it refused. */
  unheard: 3,
} as const
export type Evidence = (typeof EVIDENCE)[keyof typeof EVIDENCE]

const BITS = 3

/** The part of `relayBudgetMs` in which a host that lives opens a stream, or refuses it. */
export const CONNECT_PART = 0.8

/** How an accuser is named in an update: by the hash of its id, with its evidence. */
export function accuserOf(hash: number, evidence: Evidence): number {
  return (hash & ~BITS) | evidence
}

export function evidenceOf(accuser: number): number {
  return accuser & BITS
}

/** Whether it tells of a process that is gone, its host being there to say so. */
export function isOfProcess(evidence: number): boolean {
  return evidence === EVIDENCE.refused || evidence === EVIDENCE.reset
}

/** Whether two names are one accuser's, whatever it knew at the time. */
export function isSameAccuser(one: number, other: number): boolean {
  return ((one ^ other) & ~BITS) === 0
}

/**
 * Streams to members that have ended without a goodbye: the strongest sign that a process is gone,
 * and no proof, since middleboxes end streams too. It has the member probed at once.
 */
export class Resets {
  private readonly incarnations = new Map<TableSlot, number>()
  /** Those still to be probed. */
  private readonly urgent: TableSlot[] = []

  get waiting(): boolean {
    return this.urgent.length > 0
  }

  note(slot: TableSlot, incarnation: number): void {
    this.incarnations.set(slot, incarnation)
    if (!this.urgent.includes(slot)) this.urgent.push(slot)
  }

  /** The next one to be probed. There must be one. */
  next(): TableSlot {
    return this.urgent.shift() as TableSlot
  }

  has(slot: TableSlot, incarnation: number): boolean {
    return this.incarnations.get(slot) === incarnation
  }

  /** It has answered, or is another life by now. */
  clear(slot: TableSlot): void {
    this.incarnations.delete(slot)
  }
}
