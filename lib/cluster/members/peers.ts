import type { Endpoint, ProtocolOptions } from '../../core/index.js'

interface Peer {
  readonly id: string
  readonly endpoint: Endpoint
  readonly meta: Uint8Array
  readonly isSelf: boolean
}

/** Whom messages can go to. */
export interface Peers {
  readonly protocol: ProtocolOptions
  /** All live members, ourselves included. */
  live(): readonly Peer[]
  isLive(id: string): boolean
  /** Also the dead that are remembered. */
  isKnown(id: string): boolean
  endpointOf(id: string): Endpoint | undefined
  /** Up to so many live others, any of them. */
  sample(count: number): string[]
}
