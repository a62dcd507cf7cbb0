import * as core from '../../lib/core/index.js'
import type { Packet } from '../network/packet.js'
import type { Datagram } from '../world/observer.js'
import type { World } from '../world/world.js'
import type { RunningCheck } from './check.js'
import { Wire } from './wire.js'

const KINDS = ['gossip', 'ping', 'ack', 'ping-req', 'nack', 'message'] as const
const HOW = ['lost', 'duplicated', 'reordered', 'corrupted'] as const

/** Situations that a sweep must have been in: one that never met them was too weak. */
export const SITUATIONS: Readonly<Record<string, string>> = {
  'relay saved': 'the direct ack was lost, but a relay or a stream saved the probe',
  'refuted in time': 'a suspect became alive again',
  'revived too late': 'a faulty member became alive again',
  'fully confirmed': 'all confirmations shortened a suspicion',
  'health stretched': 'local health above 0 stretched a probe',
  'two accusers': 'two members accused one at the same time',
  'suspicion across a heal': 'a suspicion was open when the faults ended',
  'restart unseen': 'a process restarted before anybody saw its death',
  'leave races suspicion': 'a suspect was seen to leave',
  'stale after forgetting': 'an update came about a member that had just been forgotten',
  'queue overflow': 'a stalled process lost what found no room',
  'sync repaired': 'a sync, not gossip, told of a death',
  ...Object.fromEntries(
    KINDS.flatMap((kind) => HOW.map((how) => [`${kind} ${how}`, `a ${kind} was ${how}`])),
  ),
}

/** Notes which situations a run has met. */
export class Sometimes implements RunningCheck {
  readonly met: Set<string> = new Set<string>()
  private readonly world: World
  private readonly wire = new Wire()
  private readonly forgotten = new Set<number>()
  /** Whether an engine is taking in a datagram, or ticks. */
  private busy = false
  private open = 0

  constructor(world: World) {
    this.world = world
  }

  changed(observer: number, subject: number, from: core.Standing, to: core.Standing): void {
    const { met, world } = this
    if (from === core.SUSPECT) this.open--
    if (to === core.SUSPECT) this.open++
    if (from === core.SUSPECT && to === core.ALIVE) met.add('refuted in time')
    if (from === core.FAULTY && to === core.ALIVE) met.add('revived too late')
    if (from === core.SUSPECT && to === core.LEFT) met.add('leave races suspicion')
    if (to === core.ABSENT) this.forgotten.add(observer * world.nodes + subject)
    if (to === core.FAULTY && !this.busy && observer !== subject) met.add('sync repaired')
  }

  booted(index: number): void {
    const { met, world } = this
    if (world.truth.boot[index] < 2) return
    const seen = world.running().some((other) => {
      return other !== index && world.standing(other, index) === core.FAULTY
    })
    if (!seen) met.add('restart unseen')
  }

  lost(datagram: Datagram): void {
    this.note(datagram, 'lost')
  }

  touched(datagram: Datagram, packet: Packet): void {
    if (packet.copies.length > 0) this.note(datagram, 'duplicated')
    if (packet.held) this.note(datagram, 'reordered')
    if (packet.altered) this.note(datagram, 'corrupted')
  }

  arriving(datagram: Datagram): void {
    this.busy = true
    this.wire.forget()
    if (this.forgotten.size === 0 || !this.wire.read(datagram)) return
    for (const key of this.forgotten) {
      if (Math.floor(key / this.world.nodes) !== datagram.target) continue
      const id = this.world.id(key % this.world.nodes)
      const update = this.wire.updateOf(id, datagram.bytes)
      if (update !== undefined) this.met.add('stale after forgetting')
    }
  }

  arrived(): void {
    this.busy = false
  }

  ticking(): void {
    this.busy = true
  }

  ticked(index: number): void {
    this.busy = false
    const { met, world } = this
    const { health, inside, counters } = world.node(index)
    if (health > 0 && inside.probe.pending) met.add('health stretched')
    if (counters.probesRelayed > 0) met.add('relay saved')
  }

  second(): void {
    const { met, world } = this
    for (const index of world.running()) {
      if (world.overflowed(index) > 0) met.add('queue overflow')
      if (this.open === 0) continue
      const { suspicions } = world.node(index).inside
      for (let i = 0; i < suspicions.size; i++) {
        const { known } = suspicions.of(suspicions.slotAt(i)) as core.SuspicionView
        if (known > 1) met.add('two accusers')
        if (known > world.protocol.confirmations) met.add('fully confirmed')
      }
    }
  }

  /** The faults end now. */
  healed(): void {
    const open = this.world.running().some((i) => this.world.node(i).inside.suspicions.size > 0)
    if (open) this.met.add('suspicion across a heal')
  }

  private note(datagram: Datagram, how: (typeof HOW)[number]): void {
    this.wire.forget()
    const name = this.wire.read(datagram) ? KINDS[this.wire.packet.kind] : undefined
    if (name !== undefined) this.met.add(`${name} ${how}`)
  }
}
