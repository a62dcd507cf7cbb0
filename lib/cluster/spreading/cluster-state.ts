import type { Spreader } from './spreader.js'

/**
 * What each member says of itself, for all to see: key-values that only their owner changes. At most
 * 64 KiB a member, keys of 1…256 bytes. A process that starts again starts with none.
 */
export class ClusterState {
  private readonly spreader: Spreader
  private readonly self: string
  private readonly checkOpen: () => void

  /** @internal Use `cluster.state`. */
  constructor(spreader: Spreader, self: string, checkOpen: () => void) {
    this.spreader = spreader
    this.self = self
    this.checkOpen = checkOpen
  }

  /**
   * Sets an entry of our own.
   * @throws GyreError `STATE_FULL`, `BAD_OPTION`, `CLOSED`, `SUPERSEDED`
   */
  set(key: string, value: Uint8Array): void {
    this.change(() => this.spreader.states.set(key, value))
  }

  /** Deletes an entry of our own. @throws GyreError `BAD_OPTION`, `CLOSED`, `SUPERSEDED` */
  delete(key: string): void {
    this.change(() => this.spreader.states.delete(key))
  }

  /** An entry of a member's, ours by default; undefined: it has none, as far as we know. */
  get(key: string, member: string = this.self): Uint8Array | undefined {
    return this.spreader.states.of(member)?.get(key)
  }

  /** All entries of a member's. */
  of(member: string): ReadonlyMap<string, Uint8Array> {
    return new Map(this.spreader.states.of(member)?.entries())
  }

  private change(run: () => boolean): void {
    this.checkOpen()
    const { upto } = this.spreader.states.known(this.self)
    if (run()) this.spreader.spreadState(upto)
  }
}
