import type { StreamMessage } from '../lib/cluster/stream-codec.js'
import * as core from '../lib/core/index.js'

/** What a process needs of the world that it lives in. */
export interface ProcessHost {
  /** Before time starts: what all know then is no change. */
  readonly beginning: boolean
  indexOf(endpoint: core.Endpoint): number
  post(source: number, to: core.Endpoint, bytes: Uint8Array, length: number): void
  stream(source: number, target: number, message: StreamMessage): void
  noteChange(observer: number, subject: number, from: core.Standing, to: core.Standing): void
}

/** One simulated process: an engine, and when it wants to be woken. */
export class Process implements core.Outbox {
  engine: core.SwimNode | undefined
  /** Counts its lives. */
  boot = 0
  deadline: number = Infinity
  /** When its next TICK entry is in the scheduler. */
  wakeAt: number = Infinity
  readonly index: number
  private readonly world: ProcessHost

  constructor(index: number, world: ProcessHost) {
    this.index = index
    this.world = world
  }

  send(to: core.Endpoint, bytes: Uint8Array, length: number): void {
    this.world.post(this.index, to, bytes, length)
  }

  streamPing(slot: core.TableSlot, sequence: number): void {
    const target = this.table.id(slot)
    const ping = { sequence: sequence >>> 0, target: new TextEncoder().encode(target) }
    this.world.stream(this.index, this.world.indexOf(this.table.endpoint(slot)), { ping })
  }

  sync(slot: core.TableSlot): void {
    const target = this.world.indexOf(this.table.endpoint(slot))
    this.world.stream(this.index, target, { offer: this.running.syncOffer(false) })
  }

  changed(slot: core.TableSlot, from: core.Standing, to: core.Standing): void {
    if (this.world.beginning) return
    this.world.noteChange(this.index, this.world.indexOf(this.table.endpoint(slot)), from, to)
  }

  superseded(): void {
    this.world.noteChange(this.index, this.index, core.ALIVE, core.ABSENT)
  }

  get running(): core.SwimNode {
    return this.engine as core.SwimNode
  }

  private get table(): core.MemberTable {
    return this.running.table
  }
}
