/**
 * `gyre/core`: the protocol engine by itself. Pure: no clock, timers, sockets or randomness of its
 * own. `SwimNode` is the engine; `Outbox` is what its user implements.
 */
export type { Counters } from './observing/counters.js'
export type { Endpoint } from '../base/endpoint.js'
export {
  ENDPOINT_BYTES_MAX,
  endpointOf,
  parseEndpoint,
  readEndpoint,
  splitEndpoint,
  writeEndpoint,
} from '../base/endpoint.js'
export { CONNECT_PART, EVIDENCE, type Evidence } from './suspicion/evidence.js'
export type { KnownView } from './membership/membership.js'
export type { Inside, ProbeView, SuspicionView } from './observing/inside.js'
export { Histogram, type HistogramView } from './observing/histogram.js'
export { Journal, NOTES, type Note, type NoteName } from './observing/journal.js'
export { SwimNode } from './node.js'
export type { SwimNodeOptions } from './node-options.js'
export type { ProtocolOptions } from './options/options.js'
export { PROFILES, type ProfileName } from './options/profiles.js'
export { protocolOptions } from './options/protocol-options.js'
export type { Outbox } from './seam/outbox.js'
export { PACKET, PacketReader, type PacketKind } from './packets/packet-reader.js'
export type { Identity } from './membership/proofs.js'
export { Rng } from '../base/rng.js'
export type {
  MemberRecord,
  Refusal,
  SyncAnswer,
  SyncClose,
  SyncOffer,
} from './agreement/sync-messages.js'
export { rumourBudget } from './gossip/rumours.js'
export { suspicionSpan } from './suspicion/suspicion-span.js'
export { Directory, NO_SLOT, type TableSlot } from './view/directory.js'
export { DenseTable, NO_WORD, type AddressView, type MemberTable } from './view/table.js'
export { ViewHash } from './view/view-hash.js'
export { watchedBy } from './probing/watched.js'
export { labelOf } from './packets/label.js'
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
  wordOf,
  type Standing,
  type State,
  type StateName,
  type Word,
} from './view/word.js'
