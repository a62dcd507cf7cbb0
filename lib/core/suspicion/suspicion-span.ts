/** Bounds of one suspicion's time-out. */
export interface SuspicionSpan {
  readonly minMs: number
  readonly maxMs: number
  /** Confirmations that bring it down to the minimum; 0: it is at the minimum from the start. */
  readonly confirmations: number
  /** How long it lasts at the least once evidence bears out that the process is gone. */
  readonly evidenceMs: number
  /** And where all accusers so far have heard nothing of its host either. */
  readonly unheardMs: number
  /** Accusers that either takes; 0: neither counts. */
  readonly evidenceNeeded: number
}

/** Accusers with evidence that end a suspicion early. */
const EVIDENCE_NEEDED = 3

/**
 * Lifeguard §IV.B: the time-out of a suspicion with `confirmed` of K independent confirmations:
 * max(min, max − (max − min)·ln(C+1)/ln(K+1)), in whole milliseconds.
 */
export function suspicionTimeoutMs(
  span: Pick<SuspicionSpan, 'minMs' | 'maxMs' | 'confirmations'>,
  confirmed: number,
): number {
  const { minMs, maxMs, confirmations } = span
  if (confirmations === 0) return Math.ceil(minMs)
  const part = Math.log(confirmed + 1) / Math.log(confirmations + 1)
  return Math.ceil(Math.max(minMs, maxMs - (maxMs - minMs) * part))
}

/** The span of a suspicion in a cluster of n members. With too few to confirm it, none is awaited. */
export function suspicionSpan(
  options: {
    readonly periodMs: number
    readonly suspicionMult: number
    readonly suspicionMaxMult: number
    readonly confirmations: number
    readonly evidenceMult: number
    readonly unheardMult: number
    readonly gossipIntervalMs: number
  },
  n: number,
): SuspicionSpan {
  const { evidenceMult, unheardMult, periodMs } = options
  const minMs = options.suspicionMult * Math.max(1, Math.log10(n)) * periodMs
  return {
    minMs,
    maxMs: minMs * options.suspicionMaxMult,
    confirmations: n - 2 < options.confirmations ? 0 : options.confirmations,
    evidenceMs: evidenceMult === 0 ? Infinity : evidenceMult * options.gossipIntervalMs,
    unheardMs: unheardMult === 0 ? Infinity : unheardMult * periodMs,
    // Below three members there is no third one to confirm evidence: the usual time must do.
    evidenceNeeded: n < 3 ? 0 : Math.min(EVIDENCE_NEEDED, n - 1),
  }
}
