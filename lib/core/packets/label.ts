import { hash32Text } from '../../base/hash.js'

/** The wire version that this code speaks (proto/gyre.proto). */
export const WIRE_VERSION = 1

/** At most so many updates in a packet. */
export const UPDATES_MAX = 127

/** The longest datagram that can come in: UDP over IPv4 has no room for more. */
export const DATAGRAM_BYTES_MAX = 65_507

/** Tags, that is field number << 3 | wire type, of proto/gyre.proto. All fit in one byte. */
export const FIELD = {
  packetLabel: 13,
  packetFrom: 18,
  packetViewLow: 29,
  packetViewHigh: 37,
  packetPing: 42,
  packetAck: 50,
  packetPingReq: 58,
  packetNack: 66,
  packetUpdates: 74,
  packetMessage: 82,
  sequence: 8,
  target: 18,
  budgetMs: 24,
  word: 13,
  id: 18,
  endpoint: 26,
  meta: 34,
  accuser: 45,
  degraded: 48,
  proof: 58,
} as const

/** The label of a cluster name: what keeps clusters apart that share addresses. */
export function labelOf(cluster: string): number {
  // Never 0, which would be left out of the packet: without a label it belongs to nobody.
  return hash32Text(`gyre${WIRE_VERSION}:${cluster}`, 0) | 1
}
