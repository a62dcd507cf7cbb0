import { type Agenda, DUE } from '../seam/agenda.js'
import type { NodeParts } from '../membership/node-parts.js'
import type { Membership } from '../membership/membership.js'
import type { ProtocolOptions } from '../options/options.js'
import type { Outbox } from '../seam/outbox.js'
import type { Rng } from '../../base/rng.js'
import type { MemberTable } from '../view/table.js'
import { FAULTY, stateOf } from '../view/word.js'

/** The part of the reconnect interval after which a member tries again that is cut off. */
const CUT_OFF_PART = 0.25

/** Tries faulty members again, now and then, over a stream and a sync: so partitions heal. */
export class Healer {
  private readonly agenda: Agenda
  private readonly options: ProtocolOptions
  private readonly table: MemberTable
  private readonly membership: Membership
  private readonly outbox: Outbox
  private readonly rng: Rng

  constructor(parts: NodeParts, membership: Membership) {
    this.agenda = parts.agenda
    this.options = parts.options
    this.table = parts.table
    this.membership = membership
    this.outbox = parts.outbox
    this.rng = parts.rng
  }

  /**
   * Tries one faulty member, with a chance of faulty : live, so that the cluster as a whole tries
   * each about once an interval, however large it is. The smaller side of a partition, which has
   * more faulty than live members, always tries, and more often: it is the one that is cut off, and
   * some of those that it misses may be really dead.
   */
  tryOne(now: number): void {
    const { tombstones, liveCount } = this.membership
    const { size: tombstoneCount } = tombstones
    const { reconnectMs } = this.options
    const cutOff = tombstoneCount > liveCount
    this.agenda[DUE.reconnect] =
      now + (cutOff ? Math.ceil(CUT_OFF_PART * reconnectMs) : reconnectMs)
    if (this.rng.fraction() * liveCount >= tombstoneCount) return
    const slot = tombstones.at(this.rng.below(tombstoneCount))
    // Those that have left are drawn too, and left alone: the odds of the others stay right.
    if (stateOf(this.table.word(slot)) === FAULTY) this.outbox.sync(slot)
  }
}
