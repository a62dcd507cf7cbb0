import { createRequire } from 'node:module'
import { GyreError } from '../base/error.js'

// What we use of hyperswarm, which has no types of its own.

/** An encrypted connection to another peer of the topic. */
export interface NoiseConnection {
  readonly remotePublicKey: Uint8Array
  write(bytes: Uint8Array): boolean
  /** One datagram, encrypted, best effort; at most about 1,100 bytes. */
  trySend(bytes: Uint8Array): unknown
  destroy(): void
  on(event: 'data' | 'message', listener: (bytes: Buffer) => void): unknown
  on(event: 'close' | 'error', listener: () => void): unknown
}

export interface TopicSession {
  flushed(): Promise<unknown>
  refresh(): Promise<unknown>
}

/** `Hyperswarm` of the package of that name. */
export interface Hyperswarm {
  readonly keyPair: { readonly publicKey: Uint8Array }
  join(topic: Uint8Array, options: { server: boolean; client: boolean }): TopicSession
  on(event: 'connection', listener: (connection: NoiseConnection) => void): unknown
  destroy(): Promise<void>
}

/** What a swarm is opened with. */
export interface HyperswarmOptions {
  readonly seed?: Uint8Array
  readonly dht?: unknown
}

type HyperswarmClass = new (options: HyperswarmOptions) => Hyperswarm

/**
 * The package is an optional peer: it has native parts, which gyre itself has not.
 * @throws GyreError `PEER_MISSING`
 */
export function newHyperswarm(options: HyperswarmOptions, name = 'hyperswarm'): Hyperswarm {
  const require = createRequire(import.meta.url)
  let Class: HyperswarmClass
  try {
    Class = require(name) as HyperswarmClass
  } catch (cause) {
    const message = `gyre/hyperswarm needs the package ${name}: install it beside gyre`
    throw new GyreError('PEER_MISSING', message, { cause })
  }
  return new Class(options)
}
