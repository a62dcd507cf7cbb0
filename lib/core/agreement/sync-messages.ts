import type { Word } from '../view/word.js'

// What the three messages of a sync say.

/** One member as it travels in a stream: `Update` of proto/gyre.proto. */
export interface MemberRecord {
  readonly word: Word
  readonly id: Uint8Array
  readonly endpoint: Uint8Array
  readonly meta: Uint8Array
  readonly accuser: number
  readonly degraded: boolean
  /** A public key and a signature of the member's own; empty without identities. */
  readonly proof: Uint8Array
}

/** `SyncOffer` of proto/gyre.proto. */
export interface SyncOffer {
  readonly label: number
  readonly version: number
  readonly cluster: string
  readonly from: MemberRecord
  readonly joining: boolean
  readonly buckets: Uint8Array
  /** 0: it has none yet. */
  readonly genesis: number
}

/** Why a sync was refused. */
export type Refusal =
  | 'CLUSTER_MISMATCH'
  | 'VERSION_MISMATCH'
  | 'CLOCK_SKEW'
  | 'MEMBERS_MAX'
  | 'FOREIGN_GENESIS'
  | 'BAD_IDENTITY'
  | 'BAD_REQUEST'

/** `SyncAnswer` of proto/gyre.proto. */
export interface SyncAnswer {
  /** A `Refusal`, or empty. */
  readonly refusal: string
  readonly reason: string
  readonly from: MemberRecord
  readonly differing: Uint8Array
  readonly records: readonly MemberRecord[]
  /** Whether more buckets differ than these. */
  readonly more: boolean
  readonly genesis: number
}

/** `SyncClose` of proto/gyre.proto. */
export interface SyncClose {
  readonly records: readonly MemberRecord[]
}
