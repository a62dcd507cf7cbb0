import { GyreError } from '../base/error.js'
import type { Endpoint } from '../core/index.js'

/** What is done as a membership ends. */
export interface LifeHost {
  readonly id: string
  /** The cluster's. */
  readonly name: string
  /** Resolves once our rings have handed over what we own. Messages go on meanwhile. */
  handOver(): Promise<void>
  /** Resolves once the others know that we leave, or are not to be reached. */
  sayGoodbye(): Promise<void>
  /** Somebody else has our id: nothing is ours from now on. */
  giveWay(to: Endpoint): void
  /** Closes everything. Called once. */
  stop(): Promise<void>
}

/**
 * How a membership ends, whatever ends it first:
 *
 *     leave ─► handOver ─► sayGoodbye ─┐
 *     close ───────────────────────────┼─► stop
 *     superseded ─► giveWay ───────────┘
 */
export class Life {
  /** Whether all is closed, or is being closed. */
  over = false
  private readonly host: LifeHost
  /** We are leaving, and what we own is being handed over: messages still go. */
  private draining = false
  private ending: Promise<void> | undefined
  private closing: Promise<void> | undefined
  /** Who has taken our id, once somebody has. */
  private successor: Endpoint | undefined

  constructor(host: LifeHost) {
    this.host = host
  }

  /** Whether it ends, or has ended. */
  get ends(): boolean {
    return this.ending !== undefined
  }

  leave(): Promise<void> {
    return (this.ending ??= this.goodbye())
  }

  close(): Promise<void> {
    this.ending ??= Promise.resolve()
    return this.end()
  }

  supersede(by: Endpoint): void {
    this.successor = by
    this.ending ??= Promise.resolve()
    this.host.giveWay(by)
    void this.end()
  }

  /** @throws GyreError `SUPERSEDED`, `CLOSED` unless messages may go */
  checkTalks(): void {
    if (!this.draining) this.checkOpen()
  }

  /** @throws GyreError `SUPERSEDED`, `CLOSED` if it ends */
  checkOpen(): void {
    const { id, name } = this.host
    if (this.successor !== undefined) {
      throw new GyreError('SUPERSEDED', `${this.successor} has taken the id ${id}`)
    }
    if (this.ending !== undefined) {
      throw new GyreError('CLOSED', `${id} has left the cluster ${name}`)
    }
  }

  private async goodbye(): Promise<void> {
    this.draining = true
    await this.host.handOver()
    this.draining = false
    await this.host.sayGoodbye()
    await this.end()
  }

  private end(): Promise<void> {
    this.over = true
    return (this.closing ??= this.host.stop())
  }
}
