import { ABSENT, STATE_NAMES, type Endpoint, type Standing, type TableSlot } from '../core/index.js'
import type { Runtime, Teller } from '../runtime/index.js'
import type { Stream } from '../transport/index.js'
import { decodeUserPacket, type ChannelOpen, type KeyChange, type Told } from '../wire/index.js'
import type { Driver, DriverListener } from './driver/driver.js'
import type { Ending } from './ending.js'
import type { Joiner } from './joining/joiner.js'
import type { Snapshot } from './joining/snapshot.js'
import { isLiveMember } from './members/member.js'
import type { Roster } from './members/roster.js'
import type { Messenger } from './messages/messenger.js'
import { explain, toldOf } from './operators/explain.js'
import type { ClusterKeys } from './operators/keys.js'
import type { Rings } from './rings/rings.js'
import type { Spreader } from './spreading/spreader.js'

/** The parts of a cluster to which what comes in is handed. */
export interface InboundParts {
  readonly id: string
  readonly runtime: Runtime
  readonly driver: Driver
  readonly roster: Roster
  readonly messenger: Messenger
  readonly spreader: Spreader
  readonly rings: Rings
  readonly joiner: Joiner
  readonly ending: Ending
  readonly snapshot: Snapshot | undefined
  readonly keys: ClusterKeys | undefined
  readonly teller: Teller
  /** Whether there are seeds to join over. */
  readonly hasSeeds: boolean
}

/** Hands what the driver reports to the part of the cluster that it concerns. */
export class Inbound implements DriverListener {
  private readonly parts: InboundParts
  private wasAlone = false

  constructor(parts: InboundParts) {
    this.parts = parts
  }

  /** Whether there are seeds, and no other live member. */
  get alone(): boolean {
    const { hasSeeds, driver, ending } = this.parts
    return hasSeeds && driver.node.liveCount === 1 && !ending.over
  }

  changed(slot: TableSlot, from: Standing, to: Standing): void {
    const { roster, messenger, spreader, snapshot, teller } = this.parts
    if (to === ABSENT) {
      const { id } = roster.remove(slot)
      messenger.disconnect(id, false)
      spreader.forget(id)
      return
    }
    const was = STATE_NAMES[from]
    const { member, isNews } = roster.update(slot, was)
    if (!isLiveMember(member)) messenger.disconnect(member.id, member.state === 'left')
    snapshot?.touch()
    if (isNews) teller.later(() => teller.tell('member', member, was))
  }

  superseded(by: Endpoint): void {
    this.parts.teller.later(() => this.parts.ending.supersede(by))
  }

  settled(): void {
    const { teller, rings } = this.parts
    if (teller.flush(() => rings.refresh())) this.watchAlone()
  }

  message(from: string, bytes: Uint8Array): void {
    const kept = bytes.slice()
    this.parts.teller.later(() => this.receive(from, kept))
  }

  explain(about: string): Told {
    const { id, driver, roster } = this.parts
    const of = about || id
    return toldOf(explain(driver, of, roster.get(of)))
  }

  channel(stream: Stream, open: ChannelOpen): Promise<void> {
    return this.parts.messenger.serve(stream, open)
  }

  keyChange(change: KeyChange): Promise<string> {
    return this.parts.keys?.change(change) ?? Promise.resolve('we have no keys')
  }

  /** A users' packet from a live member. */
  private receive(from: string, bytes: Uint8Array): void {
    const { messenger, rings, spreader } = this.parts
    const packet = decodeUserPacket(bytes)
    if (packet === undefined) {
      messenger.counters.messagesMalformed++
      return
    }
    const { topic, body } = packet.datagram
    if (topic !== '') void messenger.deliver(topic, body, from, 'send')
    const { ring } = packet
    if (ring && !rings.receive(from, ring.name, ring.message))
      messenger.counters.messagesUnhandled++
    spreader.receive(from, packet)
  }

  private watchAlone(): void {
    const { driver, ending, joiner, runtime, teller } = this.parts
    const alone = this.alone && driver.node.started && !ending.begun
    if (alone && !this.wasAlone) {
      joiner.keepTrying()
      runtime.soon(() => teller.tell('alone'))
    }
    this.wasAlone = alone
  }
}
