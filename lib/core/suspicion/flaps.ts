import type { TableSlot } from '../view/directory.js'
import type { SuspicionSpan } from './suspicion-span.js'

/** Members that came back from the dead so often within so long are doubted more slowly. */
const FLAPS_LEAST = 2
const WINDOW_MS = 600_000
const STRETCH_MAX = 8

interface Flapping {
  count: number
  at: number
}

/**
 * Members that are declared faulty and come back, again and again: each time work would move there
 * and back. From the second time within ten minutes on their suspicions last 4 times as long, then 8
 * times, so that a bad link makes no view swing; until it has not been doubted for ten minutes.
 * Evidence that the process is gone counts as ever; that nothing is heard of its host, not at all.
 */
export class Flaps {
  private readonly members = new Map<TableSlot, Flapping>()

  /** A faulty member is alive again. */
  note(now: number, slot: TableSlot): void {
    const known = this.members.get(slot)
    const recent = known !== undefined && now - known.at < WINDOW_MS
    this.members.set(slot, { count: recent ? known.count + 1 : 1, at: now })
  }

  /** A suspicion is over. As long as there are such, it is not well. */
  doubted(now: number, slot: TableSlot): void {
    const known = this.members.get(slot)
    if (known !== undefined && now - known.at < WINDOW_MS) known.at = now
  }

  /** The span of a member's suspicion that starts now. */
  stretched(span: SuspicionSpan, now: number, slot: TableSlot): SuspicionSpan {
    const known = this.members.get(slot)
    if (known === undefined || known.count < FLAPS_LEAST) return span
    if (now - known.at >= WINDOW_MS) return span
    const by = Math.min(STRETCH_MAX, 2 ** known.count)
    const minMs = by * span.minMs
    return { ...span, minMs, maxMs: Math.max(minMs, span.maxMs), unheardMs: Infinity }
  }

  forget(slot: TableSlot): void {
    this.members.delete(slot)
  }
}
