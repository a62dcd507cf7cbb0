import type { Agenda } from '../seam/agenda.js'
import type { Counters } from '../observing/counters.js'
import type { Gossip } from '../gossip/gossip.js'
import type { Journal } from '../observing/journal.js'
import type { ProtocolOptions } from '../options/options.js'
import type { Outbox } from '../seam/outbox.js'
import type { Rng } from '../../base/rng.js'
import type { MemberTable } from '../view/table.js'

/** What all parts of a node share. */
export interface NodeParts {
  readonly options: ProtocolOptions
  readonly table: MemberTable
  readonly gossip: Gossip
  readonly outbox: Outbox
  readonly counters: Counters
  readonly agenda: Agenda
  readonly rng: Rng
  /** Undefined: no events are kept, and explanations have none. */
  readonly journal: Journal | undefined
}
