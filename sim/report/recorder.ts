import * as core from '../../lib/core/index.js'
import type { Datagram, Observer } from '../world/observer.js'
import type { World } from '../world/world.js'

/** Datagrams that are kept, the last ones of a run, at the least. */
const MESSAGES_MAX = 50_000
const KINDS = ['gossip', 'ping', 'ack', 'ping-req', 'nack', 'message'] as const

/** One datagram, as it went. Times are virtual microseconds. */
export interface Message {
  readonly source: number
  readonly target: number
  readonly kind: string
  readonly length: number
  readonly sentAt: number
  /** −1: it was lost. */
  arrivedAt: number
  /** Its bytes, where they are wanted. */
  readonly bytes?: Uint8Array
}

/** A fault, from when to when. */
export interface Band {
  readonly name: string
  readonly nodes: readonly number[]
  readonly fromMs: number
  untilMs: number
}

/** Somebody came to hold somebody else in another state. */
export interface Shift {
  readonly atMs: number
  readonly observer: number
  readonly subject: number
  readonly from: core.Standing
  readonly to: core.Standing
}

/** Writes down what a report or an export tells. */
export class Recorder implements Observer {
  readonly world: World
  readonly messages: Message[] = []
  readonly bands: Band[] = []
  readonly shifts: Shift[] = []
  /** When each process started or ended. */
  readonly lives: { readonly atMs: number; readonly node: number; readonly up: boolean }[] = []
  private readonly withBytes: boolean
  private readonly kept: number
  private readonly reader = new core.PacketReader()
  private readonly under = new Map<number, Message>()

  constructor(world: World, withBytes: boolean, kept: number = MESSAGES_MAX) {
    this.kept = kept
    this.world = world
    this.withBytes = withBytes
  }

  changed(observer: number, subject: number, from: core.Standing, to: core.Standing): void {
    if (from !== to) this.shifts.push({ atMs: this.world.now, observer, subject, from, to })
  }

  booted(node: number): void {
    this.lives.push({ atMs: this.world.now, node, up: true })
  }

  ended(node: number): void {
    this.lives.push({ atMs: this.world.now, node, up: false })
  }

  fault(name: string, nodes: readonly number[], begins: boolean): void {
    const atMs = this.world.now
    if (begins) this.bands.push({ name, nodes, fromMs: atMs, untilMs: Infinity })
    else {
      const open = (band: Band): boolean => band.name === name && band.untilMs === Infinity
      const band = this.bands.findLast(open) as Band
      band.untilMs = atMs
    }
  }

  sent(datagram: Datagram): void {
    const { source, target, length, bytes, place } = datagram
    const kind = this.reader.read(bytes, length) ? KINDS[this.reader.kind] : 'unreadable'
    const kept = this.withBytes ? { bytes: bytes.slice(0, length) } : {}
    const sentAt = this.world.time
    const message: Message = { source, target, kind, length, sentAt, arrivedAt: -1, ...kept }
    this.under.set(place, message)
    this.messages.push(message)
    if (this.messages.length > 2 * this.kept) this.messages.splice(0, this.kept)
  }

  arriving(datagram: Datagram): void {
    const message = this.under.get(datagram.place)
    if (message !== undefined) message.arrivedAt = this.world.time
  }
}
