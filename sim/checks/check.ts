import type { Observer } from '../world/observer.js'
import type { Wire } from './wire.js'
import type { World } from '../world/world.js'

/**
 * When a check looks: at each `change` of a view; at each `packet` and tick, which costs as much as
 * the protocol itself; each `second` of virtual time; once at the `end`.
 */
export type Cost = 'change' | 'packet' | 'second' | 'end'

/** Something that must never be. */
export interface Violation {
  /** The check's name: S1…S24, L1…L14. */
  readonly check: string
  /** Virtual milliseconds. */
  readonly atMs: number
  readonly observer: number
  /** The member that it is about; −1: none. */
  readonly subject: number
  readonly what: string
}

/** What a check sees of a run, and where it reports. */
export interface Scene {
  readonly world: World
  /** Reads datagrams, each once for all checks. */
  readonly wire: Wire
  report(check: string, observer: number, subject: number, what: string): void
}

/** A check at work: an observer that is also asked each second and at the end. */
export interface RunningCheck extends Observer {
  second?(): void
  end?(): void
}

/** One of the rules that must always hold, as a plug-in. */
export interface Check {
  readonly name: string
  readonly says: string
  readonly cost: Cost
  /** Too dear for more nodes than this. */
  readonly nodesMax?: number
  begin(scene: Scene): RunningCheck
}
