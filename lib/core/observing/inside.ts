import type { TableSlot } from '../view/directory.js'

/** A suspicion that has not ended. */
export interface SuspicionView {
  readonly startedAt: number
  /** Never moves later. */
  readonly deadline: number
  /** The least time that it lasts, in milliseconds. */
  readonly minMs: number
  /** The first accuser, then those who confirmed, hashes of ids: the first `known` of these. */
  readonly accusers: Int32Array
  readonly known: number
}

/** A node's own probe. */
export interface ProbeView {
  /** Whether one is pending. */
  readonly pending: boolean
  readonly target: TableSlot
  /** The sequence of the direct ping, and the one given to the relays. */
  readonly directSequence: number
  readonly relaySequence: number
  isRelay(slot: TableSlot): boolean
}

/** What is under way in a node: for those who look on, and never to be changed. */
export interface Inside {
  readonly suspicions: {
    readonly size: number
    /** The member of one of them, in no order: `place` is below `size`. */
    slotAt(place: number): TableSlot
    /** The view is the same one each time: read it before the next call. */
    of(slot: TableSlot): SuspicionView | undefined
  }
  readonly probe: ProbeView
  readonly rumours: {
    readonly size: number
    /** How often it has been sent; −1: it is not queued. */
    sendsOf(slot: TableSlot): number
  }
}
