import type { Endpoint } from '../base/endpoint.js'
import type { Directory } from './view/directory.js'
import type { Journal } from './observing/journal.js'
import type { KnownView } from './membership/membership.js'
import type { ProtocolOptions } from './options/options.js'
import type { Identity } from './membership/proofs.js'
import type { Outbox } from './seam/outbox.js'
import type { MemberTable } from './view/table.js'

export interface SwimNodeOptions {
  readonly protocol: ProtocolOptions
  /** The cluster's name; packets of other names are dropped. */
  readonly cluster: string
  /** 1–128 bytes of UTF-8. */
  readonly id: string
  /** Where others reach us. */
  readonly endpoint: Endpoint
  /** At most 1,024 bytes. */
  readonly meta?: Uint8Array
  /** Our first incarnation: 30 bits. */
  readonly incarnation: number
  /** Seconds since 2026-01-01 UTC when the engine's clock stands at 0. */
  readonly epochSeconds: number
  /** 64 bits for the engine's randomness. */
  readonly seed: readonly [low: number, high: number]
  readonly outbox: Outbox
  /**
   * Where slots come from. Many engines in one process may share one.
   * @default one of its own
   */
  readonly directory?: Directory
  /**
   * Where the view is kept, over the same directory.
   * @default a DenseTable
   */
  readonly table?: MemberTable
  /**
   * Signs our own record, and tells whose signatures hold.
   * @default records are not signed: whoever is let in can say anything about anybody
   */
  readonly identity?: Identity
  /**
   * Keeps what happens around each member.
   * @default nothing is kept
   */
  readonly journal?: Journal
  /** What a table that is not empty adds up to; ourselves must be in it. */
  readonly known?: KnownView
}
