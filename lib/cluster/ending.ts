import { GyreError } from '../base/error.js'
import type { Endpoint, ProtocolOptions } from '../core/index.js'
import type { Runtime, Teller } from '../runtime/index.js'
import type { Driver } from './driver/driver.js'
import { sayGoodbye } from './joining/goodbye.js'
import type { Joiner } from './joining/joiner.js'
import type { Snapshot } from './joining/snapshot.js'
import type { Messenger } from './messages/messenger.js'
import type { Rings } from './rings/rings.js'
import type { Spreader } from './spreading/spreader.js'

/** What has to be wound up when a membership ends. */
export interface EndingParts {
  readonly id: string
  /** The cluster's name. */
  readonly name: string
  readonly runtime: Runtime
  readonly protocol: ProtocolOptions
  readonly driver: Driver
  readonly joiner: Joiner
  readonly rings: Rings
  readonly messenger: Messenger
  readonly spreader: Spreader
  readonly snapshot: Snapshot | undefined
  readonly teller: Teller
}

/**
 * How a membership ends, whatever ends it first:
 *
 *     leave ─► rings hand over ─► goodbye to all ─┐
 *     close ──────────────────────────────────────┼─► everything is closed
 *     superseded ─► rings let go at once ─────────┘
 */
export class Ending {
  /** Whether all is closed, or is being closed. */
  over = false
  private readonly parts: EndingParts
  /** While our rings hand over what we own: messages still go. */
  private draining = false
  private leaving: Promise<void> | undefined
  private closing: Promise<void> | undefined
  /** The endpoint of the process that took our id. */
  private successor: Endpoint | undefined

  constructor(parts: EndingParts) {
    this.parts = parts
  }

  /** Whether it has begun. */
  get begun(): boolean {
    return this.leaving !== undefined
  }

  leave(): Promise<void> {
    return (this.leaving ??= this.sayGoodbye())
  }

  close(): Promise<void> {
    this.leaving ??= Promise.resolve()
    return this.closeAll()
  }

  /** Another process has taken our id: nothing is ours from now on. */
  supersede(by: Endpoint): void {
    this.successor = by
    this.leaving ??= Promise.resolve()
    this.parts.rings.close(true)
    this.parts.teller.tell('superseded', by)
    void this.closeAll()
  }

  /** @throws GyreError `SUPERSEDED`, `CLOSED` unless messages may go */
  checkTalks(): void {
    if (!this.draining) this.checkOpen()
  }

  /** @throws GyreError `SUPERSEDED`, `CLOSED` once it has begun */
  checkOpen(): void {
    const { id, name } = this.parts
    if (this.successor !== undefined) {
      throw new GyreError('SUPERSEDED', `${this.successor} has taken the id ${id}`)
    }
    if (this.leaving !== undefined) {
      throw new GyreError('CLOSED', `${id} has left the cluster ${name}`)
    }
  }

  private async sayGoodbye(): Promise<void> {
    const { joiner, rings, driver, runtime, protocol } = this.parts
    this.draining = true
    joiner.stop()
    await rings.drain()
    this.draining = false
    rings.close(false)
    await sayGoodbye(driver.loop, runtime, protocol, this)
    await this.closeAll()
  }

  private closeAll(): Promise<void> {
    this.over = true
    return (this.closing ??= this.closeEach())
  }

  private async closeEach(): Promise<void> {
    const { joiner, messenger, spreader, rings, driver, snapshot, teller } = this.parts
    joiner.stop()
    messenger.stop()
    spreader.stop()
    rings.close(true)
    driver.stop()
    await snapshot?.stop()
    await driver.transport.close()
    teller.tell('closed')
  }
}
