import { GyreError } from '../../base/error.js'
import {
  NO_TERM,
  Ownership,
  STORE,
  VOTERS_MAX,
  WITNESSES,
  type Conflict,
  type OwnershipHost,
  type RingMessage,
  type Roll,
} from '../../ownership/index.js'
import { Ring } from '../../ring/index.js'
import type { LeaseStore } from './leases.js'
import type { RingHost } from './ring-host.js'
import type { RingSettings } from './ring-settings.js'

/** What the ring does when its machine says so. */
export interface OwnershipDriverHost extends Pick<OwnershipHost, 'acquired' | 'released'> {
  conflict(conflict: Conflict): void
  /** Resolves once we are ready for slots that are to come. */
  prepare(slots: readonly number[], from: string): Promise<void>
  /** Resolves once nothing runs any more for slots that are to go. */
  drain(slots: readonly number[], to: string): Promise<void>
  /** They are gone, or stay: who waited for them may go on. */
  drained(slots: readonly number[]): void
}

/** What an announcement takes to come round, in gossip intervals. */
const PATIENCE_INTERVALS = 5

/** Joins one ring's ownership machine to datagrams, one timer, its store of leases, and what users do. */
export class OwnershipDriver {
  readonly machine: Ownership
  private readonly name: string
  private readonly settings: RingSettings
  private readonly host: RingHost
  private readonly ring: OwnershipDriverHost
  private readonly voters: Ring | undefined
  private readonly preparing = new Set<string>()
  private cancelTick: () => void = () => {}
  private tickAt = Infinity
  private over = false

  constructor(parts: {
    readonly name: string
    /** Its name in datagrams. */
    readonly wireName: string
    readonly settings: RingSettings
    readonly host: RingHost
    readonly roll: Roll
    readonly ring: OwnershipDriverHost
  }) {
    const { name, wireName, settings, host, roll, ring } = parts
    this.name = name
    this.settings = settings
    this.host = host
    this.ring = ring
    this.voters = votersOf(settings)
    const { voters, mode, stopAfterMs, takeAfterMs } = settings
    const { gossipIntervalMs: intervalMs, fanout } = host.protocol
    this.machine = new Ownership({
      id: host.id,
      life: host.life,
      slots: settings.ring.slots,
      options: {
        mode,
        voters,
        stopAfterMs,
        takeAfterMs,
        intervalMs,
        // Others may open the ring at this very moment, too.
        patienceMs: host.isAlone() ? 0 : PATIENCE_INTERVALS * intervalMs,
        fanout: Math.max(1, fanout),
      },
      host: this.machineHost(wireName),
      view: roll,
      now: host.now(),
    })
  }

  /** The members, or what they are to own, have changed. */
  see(roll: Roll): void {
    this.arm(this.machine.see(this.host.now(), roll))
  }

  receive(from: string, message: RingMessage): void {
    this.arm(this.machine.receive(this.host.now(), from, message))
  }

  /** Nothing is ours from now on; `silent`: nobody is told. */
  end(silent: boolean): void {
    if (!silent) this.machine.close()
    this.over = true
    this.cancelTick()
  }

  private arm(deadline: number): void {
    if (deadline >= this.tickAt || this.over) return
    this.cancelTick()
    this.tickAt = deadline
    this.cancelTick = this.host.after(Math.max(1, deadline - this.host.now()), () => {
      this.tickAt = Infinity
      this.arm(this.machine.tick(this.host.now()))
    })
  }

  private machineHost(wireName: string): OwnershipHost {
    const { host, ring } = this
    return {
      send: (to, message) => {
        if (to === STORE) void this.askStore(message)
        else host.send(to, wireName, message)
      },
      prepare: (from, move, slots) => void this.prepare(from, move, slots),
      drain: (move, slots, to) => void this.drain(move, slots, to),
      acquired: (...what) => ring.acquired(...what),
      released: (...what) => ring.released(...what),
      conflict: (conflict) => ring.conflict(conflict),
      votersOf: (slot) => this.voters?.ownersOfSlot(slot) ?? this.settings.voters,
      wallMs: () => host.wallMs(),
      random: () => host.random(),
    }
  }

  private async prepare(from: string, move: number, slots: readonly number[]): Promise<void> {
    const key = `${from}/${move}`
    if (this.preparing.has(key)) return
    this.preparing.add(key)
    await this.ring.prepare(slots, from)
    this.preparing.delete(key)
    if (!this.over) this.arm(this.machine.prepared(this.host.now(), from, move))
  }

  private async drain(move: number, slots: readonly number[], to: string): Promise<void> {
    await this.ring.drain(slots, to)
    if (!this.over) this.arm(this.machine.drained(this.host.now(), move))
    this.ring.drained(slots)
  }

  private async askStore(message: RingMessage): Promise<void> {
    const { leases, takeAfterMs: ttlMs } = this.settings
    const { round, wants, asker: holder, giver } = message as Extract<RingMessage, { kind: 'ask' }>
    const ring = `${this.host.cluster}/${this.name}`
    const slots: number[] = []
    let seen = NO_TERM
    try {
      for (const { term: token, slots: wanted } of wants) {
        const request = { ring, holder, giver, slots: wanted, token, ttlMs }
        const granted = await (leases as LeaseStore).acquire(request)
        slots.push(...granted.slots)
        if (granted.seen > seen) seen = granted.seen
      }
    } catch (cause) {
      const sentence = `the ring ${this.name}: its store of leases does not answer`
      this.host.fault(new GyreError('LEASES_DOWN', sentence, { cause }))
    }
    if (!this.over) this.receive(STORE, { kind: 'grant', round, slots, seen })
  }
}

/** Each slot's witnesses, where there are more voters than can be asked for all. */
function votersOf({ ring, voters }: RingSettings): Ring | undefined {
  if (voters.length <= VOTERS_MAX) return undefined
  const witnesses = new Ring({ slots: ring.slots, replicas: WITNESSES, loadBound: Infinity })
  witnesses.update(voters.map((id) => ({ id })))
  return witnesses
}
