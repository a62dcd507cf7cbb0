import { GyreError } from '../base/error.js'
import { ClusterRing, type ClusterRingOptions, type RingHost } from './cluster-ring.js'
import type { Member } from './member.js'

interface Opened {
  readonly ring: ClusterRing
  readonly options: Required<ClusterRingOptions>
}

/** The rings of one cluster, by name. */
export class Rings {
  private readonly opened = new Map<string, Opened>()
  private readonly host: RingHost
  private over = false

  constructor(host: RingHost) {
    this.host = host
  }

  has(name: string): boolean {
    return this.opened.has(name)
  }

  /**
   * The ring of this name, made at the first call. Options that are left out are no contradiction.
   * @throws GyreError `BAD_OPTION`
   */
  of(name: string, wanted: ClusterRingOptions, live: readonly Member[]): ClusterRing {
    const known = this.opened.get(name)
    if (known === undefined) return this.open(name, wanted, live)
    for (const [option, has] of Object.entries(known.options)) {
      const got = wanted[option as keyof ClusterRingOptions] ?? has
      if (got === has) continue
      throw new GyreError('BAD_OPTION', `the ring ${name} has ${option} ${has}, got ${got}`)
    }
    return known.ring
  }

  /** The live members may have changed. */
  refresh(live: readonly Member[]): void {
    if (this.over) return
    for (const { ring } of this.opened.values()) ring.refresh(live)
  }

  /** We are going: every ring lets everything go, at once. */
  end(): void {
    this.over = true
    for (const { ring } of this.opened.values()) ring.end()
    this.opened.clear()
  }

  private open(name: string, wanted: ClusterRingOptions, live: readonly Member[]): ClusterRing {
    const { slots = 1_024, replicas = 1, loadBound = 1.25, batchMs = 0 } = wanted
    if (!(batchMs >= 0 && batchMs <= 60_000)) {
      throw new GyreError('BAD_OPTION', `batchMs: expected 0…60000, got ${String(batchMs)}`)
    }
    const options = { slots, replicas, loadBound, batchMs }
    const ring = new ClusterRing(name, options, this.host)
    this.opened.set(name, { ring, options })
    ring.begin(live)
    return ring
  }
}
