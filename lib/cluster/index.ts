export { joinCluster, joinIn } from './join.js'
export { askKeyChange } from './key-client.js'
export type { Runtime } from './runtime.js'
export { Cluster, type ClusterEvents, type ClusterStats } from './cluster.js'
export {
  type ClusterRing,
  type ClusterRingEvents,
  type ClusterRingOptions,
  type Owner,
  type RingChange,
} from './cluster-ring.js'
export { ClusterKeys } from './keys.js'
export type { Member } from './member.js'
export type { ClusterOptions, Logger } from './options.js'
