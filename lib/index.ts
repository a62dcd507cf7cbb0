/**
 * gyre: leaderless cluster membership and work assignment.
 *
 * @example
 * const cluster = await joinCluster({ id: 'api-1', seeds: ['10.0.0.1:7946'] })
 * const jobs = cluster.ring('jobs')
 * if (jobs.owns('user:42')) work()
 *
 * @module
 */
export { GyreError, type GyreErrorCode } from './base/error.js'
export {
  Cluster,
  joinCluster,
  type Answer,
  type CallOptions,
  type ClusterEvents,
  type ClusterKeys,
  type ClusterMetrics,
  type ClusterOptions,
  type ClusterRing,
  type ClusterRingEvents,
  type ClusterRingOptions,
  type ClusterState,
  type ClusterStats,
  type Discovery,
  type Explanation,
  type Found,
  type Handler,
  type Logger,
  type Member,
  type MemberEvent,
  type Message,
  type MessageKind,
  type Confidence,
  type EachSlot,
  type LeaseGrant,
  type LeaseRequest,
  type LeaseStore,
  type Own,
  type Owner,
  type QueryOptions,
  type RingChange,
  type RingPart,
  type RunOptions,
  type RoutedRequest,
  type RouteHandler,
  type RouteOptions,
  type Seed,
  type SendOptions,
  type Share,
  type Traits,
} from './cluster/index.js'
export { newIdentity, newKey } from './seal/index.js'
export type {
  Endpoint,
  HistogramView,
  NoteName,
  ProfileName,
  ProtocolOptions,
  StateName,
} from './core/index.js'
export type { Move, Plan, PlannedChange, RingKey, RingMember } from './ring/index.js'
export type { Conflict, Mode, Reason, Term } from './ownership/index.js'
export type { Receiver, Stream, Transport, TransportFailures } from './transport/index.js'
export type { StateChange } from './state/index.js'
