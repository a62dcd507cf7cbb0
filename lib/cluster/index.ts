export { joinCluster, joinIn } from './join.js'
export { askExplanation, askKeyChange } from './outside.js'
export type { Runtime } from './runtime.js'
export { Cluster } from './cluster.js'
export type { ClusterEvents, ClusterStats } from './cluster-events.js'
export type { ClusterState } from './messages/cluster-state.js'
export type {
  Answer,
  CallOptions,
  Handler,
  Message,
  MessageKind,
  QueryOptions,
  SendOptions,
} from './messages/message.js'
export {
  type ClusterRing,
  type ClusterRingEvents,
  type ClusterRingOptions,
  type Owner,
  type RingChange,
} from './cluster-ring.js'
export type { ClusterMetrics, Explanation, MemberEvent } from './explain.js'
export { ClusterKeys } from './keys.js'
export type { Member } from './member.js'
export type { Discovery, Found, Seed } from '../discovery/index.js'
export type { ClusterOptions, Logger } from './options.js'
