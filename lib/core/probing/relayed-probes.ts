import type { Endpoint } from '../../base/endpoint.js'
import { NO_SLOT, type TableSlot } from '../view/directory.js'
import { EVIDENCE, type Evidence } from '../suspicion/evidence.js'

/** Bound on the probes done for others at one time; more are not answered, and counted. */
const RELAYS_MAX = 128

/** A probe that we do on somebody's behalf. */
export interface Relayed {
  /** Our own ping's sequence; 0: the entry is free. */
  sequence: number
  target: TableSlot
  /** The life of the target that was asked for. */
  incarnation: number
  asker: Endpoint
  askerSequence: number
  /** When a nack is due; Infinity once it has gone. */
  nackAt: number
  /** What our stream to the target has shown. */
  seen: Evidence
  /** When its silence has become evidence: the asker's accusation has had time to come. */
  endsAt: number
}

/** The probes that this node relays: a fixed pool, scanned, since it is nearly always empty. */
export class RelayedProbes {
  private readonly pool: Relayed[] = []
  private active = 0

  /** Free entries are reused; undefined when there are too many already. */
  open(now: number): Relayed | undefined {
    let entry = this.pool.find((relayed) => relayed.sequence === 0)
    if (entry === undefined) {
      if (this.pool.length === RELAYS_MAX) return undefined
      entry = {
        sequence: 0,
        target: NO_SLOT,
        incarnation: 0,
        asker: '' as Endpoint,
        askerSequence: 0,
        seen: EVIDENCE.silent,
        nackAt: now,
        endsAt: now,
      }
      this.pool.push(entry)
    }
    this.active++
    return entry
  }

  /** The probe that this ack answers, if any; it is closed. */
  close(sequence: number, target: TableSlot): Relayed | undefined {
    if (this.active === 0) return undefined
    for (const entry of this.pool) {
      if (entry.sequence === sequence && entry.target === target) {
        this.release(entry)
        return entry
      }
    }
    return undefined
  }

  /** The probe of this ping, whose target has answered over a stream; it is closed. */
  answered(sequence: number): Relayed | undefined {
    const entry = this.pool.find((relayed) => relayed.sequence === sequence)
    if (entry !== undefined) this.release(entry)
    return entry
  }

  /** The stream for this ping could not be opened. */
  streamFailed(sequence: number, seen: Evidence): void {
    const entry = this.pool.find((relayed) => relayed.sequence === sequence)
    if (entry !== undefined) entry.seen = seen
  }

  /** The next probe whose nack is due; its nack is then taken as sent. */
  due(now: number): Relayed | undefined {
    if (this.active === 0) return undefined
    for (const entry of this.pool) {
      if (entry.sequence === 0 || entry.nackAt > now) continue
      entry.nackAt = Infinity
      return entry
    }
    return undefined
  }

  /** The next probe that has ended without an ack; it is closed. */
  ended(now: number): Relayed | undefined {
    if (this.active === 0) return undefined
    for (const entry of this.pool) {
      if (entry.sequence === 0 || entry.endsAt > now) continue
      this.release(entry)
      return entry
    }
    return undefined
  }

  get nextDeadline(): number {
    let next = Infinity
    if (this.active === 0) return next
    for (const entry of this.pool) {
      if (entry.sequence !== 0) next = Math.min(next, entry.nackAt, entry.endsAt)
    }
    return next
  }

  private release(entry: Relayed): void {
    entry.sequence = 0
    this.active--
  }
}
