export { joinCluster, joinIn } from './join.js'
export { askExplanation, askKeyChange } from './operators/ask-member.js'
export type { Logger, Runtime } from '../runtime/index.js'
export { Cluster } from './cluster.js'
export type { ClusterEvents } from './cluster-events.js'
export type { ClusterStats } from './operators/cluster-stats.js'
export type { ClusterState } from './spreading/cluster-state.js'
export type {
  Answer,
  CallOptions,
  Handler,
  Message,
  MessageKind,
  QueryOptions,
  SendOptions,
} from './messages/message.js'
export type { ClusterRing } from './rings/cluster-ring.js'
export type { ClusterRingEvents, Confidence, Owner, RingChange } from './rings/ring-events.js'
export type { RunOptions } from './rings/own-slots.js'
export type { LeaseGrant, LeaseRequest, LeaseStore } from './rings/leases.js'
export type { EachSlot } from './rings/loops.js'
export type { Own, Share } from './rings/own-slot.js'
export type { RoutedRequest, RouteHandler, RouteOptions } from './rings/router.js'
export type { ClusterRingOptions } from './rings/ring-settings.js'
export type { RingPart, Traits } from './members/traits.js'
export type { Explanation, MemberEvent } from './operators/explain.js'
export type { ClusterMetrics } from './operators/metrics.js'
export { ClusterKeys } from './operators/keys.js'
export type { Member } from './members/member.js'
export type { Discovery, Found, Seed } from '../discovery/index.js'
export type { ClusterOptions } from './options.js'
