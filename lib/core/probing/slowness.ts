import { type Agenda, DUE } from '../seam/agenda.js'
import type { NodeParts } from '../membership/node-parts.js'
import type { Detector } from './detector.js'
import type { ProtocolOptions } from '../options/options.js'
import type { OwnRecord } from '../membership/own-record.js'
import { ALIVE } from '../view/word.js'

/** Later than a tenth of a probe's time-out counts as slow. */
const LATE_PART = 10
/** Who has not been late for so many periods is slow no more: it only cannot reach others. */
const SHOWN_PERIODS = 20
/** With this local health, or a better one, a member is well again. */
const HEALTHY = 1
/** Before all times. */
const NEVER = -(2 ** 30)

/** How slow this process is, by its own clock: it doubts itself before it judges, and says so. */
export class Slowness {
  /** Whether our record says that we are slow; and when a tick or the event loop was late last. */
  private degraded = false
  private lateAt = NEVER
  private readonly options: ProtocolOptions
  private readonly detector: Detector
  private readonly own: OwnRecord
  private readonly agenda: Agenda

  constructor(parts: NodeParts, detector: Detector, own: OwnRecord) {
    this.options = parts.options
    this.agenda = parts.agenda
    this.detector = detector
    this.own = own
  }

  /** A tick came so late: what we missed meanwhile is no evidence against anybody. */
  ticked(now: number, lateMs: number): void {
    this.delayed(now, lateMs)
    if (lateMs <= this.options.probeTimeoutMs) return
    this.detector.excuse()
    // The news that we missed comes first.
    this.agenda[DUE.verdicts] = now + this.options.periodMs
  }

  /** We could not run for so long. */
  delayed(now: number, delayMs: number): void {
    if (delayMs * LATE_PART <= this.options.probeTimeoutMs) return
    this.lateAt = now
    this.detector.late()
  }

  /** See `SwimNode.warm`. */
  warm(): number {
    return this.lateAt
  }

  /** Others see that we are slow before anybody calls us dead. */
  show(now: number): void {
    const { health } = this.detector
    const { degradedHealth, periodMs } = this.options
    if (health === 0 && !this.degraded) return
    if (degradedHealth === 0 || this.own.state !== ALIVE) return
    const late = now - this.lateAt <= SHOWN_PERIODS * periodMs
    const degraded = late && health > (this.degraded ? HEALTHY : degradedHealth - 1)
    if (degraded === this.degraded) return
    this.degraded = degraded
    this.own.setDegraded(now, degraded)
  }
}
