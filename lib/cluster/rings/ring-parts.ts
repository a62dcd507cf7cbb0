import type { ProtocolOptions, SwimNode } from '../../core/index.js'
import type { Runtime, Teller } from '../../runtime/index.js'
import type { Driver } from '../driver/driver.js'
import type { Roster } from '../members/roster.js'
import type { Messenger } from '../messages/messenger.js'

/** The parts of a cluster that its rings are built on. */
export interface RingParts {
  /** Our member's id. */
  readonly id: string
  /** With which this process started: it tells this run of the member from earlier ones. */
  readonly incarnation: number
  /** The cluster's name. */
  readonly cluster: string
  readonly protocol: ProtocolOptions
  readonly node: SwimNode
  readonly runtime: Runtime
  readonly roster: Roster
  readonly messenger: Messenger
  readonly driver: Pick<Driver, 'post'>
  readonly teller: Teller
}
