import type { Endpoint } from '../../base/endpoint.js'
import type { TableSlot } from '../view/directory.js'
import type { Standing } from '../view/word.js'

/**
 * Everything that leaves the engine, synchronously, during a call of `receive`, `tick` or a
 * command. An implementation must not call back into the engine.
 */
export interface Outbox {
  /** One datagram. The bytes are lent for the call: copy what must outlive it. */
  send(to: Endpoint, bytes: Uint8Array, length: number): void
  /** Ping a member over a stream too; an answer is told to `SwimNode.streamAck` by its sequence. */
  streamPing(slot: TableSlot, sequence: number): void
  /** Open a sync with a member, when convenient. Never urgent; at most one at a time is asked for. */
  sync(slot: TableSlot): void
  /**
   * A member's state changed, or (equal states) its incarnation, endpoint or metadata. When `to` is
   * ABSENT the member is about to be forgotten: its slot is valid only during this call.
   */
  changed(slot: TableSlot, from: Standing, to: Standing): void
  /** A message for the users of the cluster has come; the bytes are lent for the call. */
  message?(from: TableSlot, bytes: Uint8Array): void
  /** Another process lives under our id with a later incarnation. The engine has stopped for good. */
  superseded(by: Endpoint): void
}
