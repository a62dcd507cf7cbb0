/**
 * `gyre/core`: the protocol engine by itself. Pure: no clock, timers, sockets or randomness of its
 * own. `SwimNode` is the engine; `Outbox` is what its user implements.
 */
export type { Counters } from './counters.js'
export type { Endpoint } from '../base/endpoint.js'
export { endpointOf, parseEndpoint, readEndpoint, splitEndpoint } from '../base/endpoint.js'
export { SwimNode, type SwimNodeOptions } from './node.js'
export { PROFILES, protocolOptions, type ProfileName, type ProtocolOptions } from './options.js'
export type { Outbox } from './outbox.js'
export { Rng } from './rng.js'
export type { MemberRecord, Refusal, SyncAnswer, SyncClose, SyncOffer } from './sync.js'
export { Directory, NO_SLOT, type TableSlot } from './directory.js'
export type { MemberTable } from './table.js'
export {
  ABSENT,
  ALIVE,
  FAULTY,
  incarnationOf,
  isLive,
  LEFT,
  STATE_NAMES,
  stateOf,
  SUSPECT,
  type Standing,
  type State,
  type StateName,
  type Word,
} from './word.js'
