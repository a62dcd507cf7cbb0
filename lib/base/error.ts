/**
 * Everything that a caller can do wrong, or must be told, has one of these codes.
 *
 * | code | meaning |
 * |---|---|
 * | `BAD_OPTION` | an option is of the wrong type, out of its range, or contradicts another |
 * | `BAD_ID` | an id is empty, longer than 128 bytes of UTF-8, or not well-formed |
 * | `BAD_ENDPOINT` | text that is not `ip:port` (or `[ipv6]:port`) |
 * | `BAD_KEY` | a ring key that is neither a string, bytes, nor a safe integer |
 * | `BIND_FAILED` | the address cannot be bound: in use, not ours, or not permitted |
 * | `SEED_UNRESOLVED` | a seed's host name does not resolve |
 * | `SEEDS_UNREADABLE` | a file of seeds cannot be read |
 * | `SNAPSHOT_DAMAGED` | a snapshot cannot be read or understood, and is ignored |
 * | `SNAPSHOT_UNWRITABLE` | a snapshot cannot be written; it is tried again |
 * | `SEED_UNREACHED` | no seed answered before the join's deadline |
 * | `JOIN_REFUSED` | a seed answered, and refused; the message has its reason |
 * | `CLOCK_SKEW` | this clock and the cluster's are more than a day apart |
 * | `KEYS_INCOMPLETE` | not all members have taken part in a change of keys; the old ones still work |
 * | `META_TOO_OFTEN` | metadata has changed far more often than once a second for hours |
 * | `STATE_FULL` | this member's state would be longer than 64 KiB |
 * | `MESSAGE_TOO_LARGE` | a message, its topic or its reply is over its limit |
 * | `UNKNOWN_MEMBER` | no live member has this id |
 * | `UNREACHABLE` | the member could not be reached: it knows nothing of the call |
 * | `CALL_LOST` | the stream broke before the answer came: the call may have been handled, or not |
 * | `DEADLINE` | no answer came in time |
 * | `BUSY` | too many messages are under way; slow down, and try again |
 * | `NO_HANDLER` | the member has no handler for this topic |
 * | `HANDLER_FAILED` | the member's handler threw; the message says what |
 * | `NOT_OWNER` | this member does not own the slot; the message says who does |
 * | `RING_MISMATCH` | another member has other options for a ring; the message names both |
 * | `STALE_TOKEN` | a guard has seen a higher token: somebody else owns it by now; nothing was written |
 * | `LEASES_DOWN` | a ring's store of leases does not answer; it is asked again |
 * | `PEER_MISSING` | an optional package that is needed here is not installed |
 * | `ABORTED` | the caller's signal ended it |
 * | `CLOSED` | the cluster has been left or closed |
 * | `SUPERSEDED` | another process took this id with a later incarnation |
 */
export type GyreErrorCode =
  | 'BAD_OPTION'
  | 'BAD_ID'
  | 'BAD_ENDPOINT'
  | 'BAD_KEY'
  | 'BIND_FAILED'
  | 'SEED_UNRESOLVED'
  | 'SEEDS_UNREADABLE'
  | 'SNAPSHOT_DAMAGED'
  | 'SNAPSHOT_UNWRITABLE'
  | 'SEED_UNREACHED'
  | 'JOIN_REFUSED'
  | 'CLOCK_SKEW'
  | 'KEYS_INCOMPLETE'
  | 'META_TOO_OFTEN'
  | 'STATE_FULL'
  | 'MESSAGE_TOO_LARGE'
  | 'UNKNOWN_MEMBER'
  | 'UNREACHABLE'
  | 'CALL_LOST'
  | 'DEADLINE'
  | 'BUSY'
  | 'NO_HANDLER'
  | 'HANDLER_FAILED'
  | 'NOT_OWNER'
  | 'RING_MISMATCH'
  | 'STALE_TOKEN'
  | 'LEASES_DOWN'
  | 'PEER_MISSING'
  | 'ABORTED'
  | 'CLOSED'
  | 'SUPERSEDED'

/** An error that the caller can act on: `code` says which, `message` says what was expected. */
export class GyreError extends Error {
  override readonly name: string = 'GyreError'
  readonly code: GyreErrorCode

  constructor(code: GyreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Stops at a fault of our own. Assertions stay on in production. */
export function assert(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(`gyre is broken, please report it: ${sentence}`)
}
