import type { ProtocolOptions } from '../../core/index.js'
import type { RingMessage } from '../../ownership/index.js'
import type { CallOptions, Handler } from '../messages/message.js'
import type { Member } from '../members/member.js'
import type { Emitter } from '../events/teller.js'

/** What a ring asks of its cluster. */
export interface RingHost {
  readonly id: string
  /** The incarnation that this process started with. */
  readonly life: number
  readonly cluster: string
  readonly protocol: ProtocolOptions
  member(id: string): Member | undefined
  isLive(id: string): boolean
  /** Whether nobody else lives. */
  isAlone(): boolean
  /** Whether the member that we heard of last sees what we see. */
  agrees(): boolean
  /** In a datagram, to a live member. */
  send(to: string, ring: string, message: RingMessage): void
  tell(ring: Emitter, event: string, argument: unknown): void
  /** Tells, and resolves when all listeners have; or after so long. */
  ask(ring: Emitter, event: string, argument: unknown, withinMs: number): Promise<void>
  /** Resolves with the work, however it ends, or after so long. */
  within(work: Promise<unknown>, ms: number): Promise<void>
  handle(topic: string, handler: Handler): () => void
  request(to: string, topic: string, body: Uint8Array, options: CallOptions): Promise<Uint8Array>
  fault(error: unknown): void
  now(): number
  /** Milliseconds since 1970. */
  wallMs(): number
  random(): number
  /** Calls once, after so many milliseconds; 0: soon. Returns what cancels it. */
  after(ms: number, callback: () => void): () => void
}
