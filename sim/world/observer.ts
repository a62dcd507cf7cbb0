import type { Packet } from '../network/packet.js'
import type { Standing, TableSlot } from '../../lib/core/index.js'

/** A datagram on its way. Lent: keep nothing of it. */
export interface Datagram {
  readonly source: number
  readonly target: number
  readonly length: number
  readonly bytes: Uint8Array
  /** Tells it from all others that are on their way. */
  readonly place: number
}

/** Sees what happens in a world: checks, measurements, exports. It must not interfere. */
export interface Observer {
  /** `observer` now holds `subject` as `to`; its table has the new word already. */
  changed?(observer: number, subject: TableSlot, from: Standing, to: Standing): void
  booted?(index: number): void
  /** A process ended; its engine can no longer be asked. */
  ended?(index: number): void
  /** A datagram leaves its sender. Then it is lost, or arrives, or arrives more than once. */
  sent?(datagram: Datagram): void
  lost?(datagram: Datagram): void
  /** The network has duplicated it, changed it, or holds it back. */
  touched?(datagram: Datagram, packet: Packet): void
  /** A ping over a stream got no answer from the host of its target. */
  unheard?(source: number, target: number): void
  /** Just before and just after the engine takes it in. */
  arriving?(datagram: Datagram): void
  arrived?(datagram: Datagram): void
  /** Just before and just after a tick of the engine. */
  ticking?(index: number): void
  ticked?(index: number): void
  /** A fault begins or ends; for reports. */
  fault?(name: string, nodes: readonly number[], begins: boolean): void
}
