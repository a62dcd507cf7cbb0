import type { Counters } from '../../core/index.js'
import type { TransportFailures } from '../../transport/index.js'
import type { MessageCounters } from '../messages/message.js'

/** Plain numbers for monitoring. */
export interface ClusterStats
  extends Readonly<Counters>, Readonly<TransportFailures>, Readonly<MessageCounters> {
  /** Live members, ourselves included. */
  readonly live: number
  /** Local health: 0 well … 8 worst. */
  readonly health: number
}
