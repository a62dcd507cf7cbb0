import { gyre } from '#proto/gyre'
import * as core from '../../lib/core/index.js'
import { labelOf } from '../../lib/core/packets/label.js'

export const CLUSTER = 'test'
export const LABEL = labelOf(CLUSTER) >>> 0
const text = new TextDecoder()

/** Bytes of an endpoint `10.0.0.n:7946`. */
export function endpointBytes(n: number): Uint8Array {
  return Uint8Array.of(10, 0, 0, n, 7946 >> 8, 7946 & 255)
}

export function endpoint(n: number): core.Endpoint {
  return core.parseEndpoint(`10.0.0.${n}:7946`)
}

/** Peers are named by letters: a is 10.0.0.1, the node under test is usually `a`. */
export function endpointOfName(name: string): core.Endpoint {
  return endpoint(name.charCodeAt(0) - 96)
}

export function bytesOfName(name: string): Uint8Array {
  return endpointBytes(name.charCodeAt(0) - 96)
}

export function alive(name: string, incarnation: number, meta = ''): gyre.Update.$Properties {
  return {
    word: (incarnation << 2) >>> 0,
    id: Buffer.from(name),
    endpoint: bytesOfName(name),
    ...(meta && { meta: Buffer.from(meta) }),
  }
}

export function claim(
  name: string,
  incarnation: number,
  state: core.State,
  accuser = 0,
): gyre.Update.$Properties {
  const word = ((incarnation << 2) | state) >>> 0
  return { word, id: Buffer.from(name), ...(accuser && { accuser: accuser >>> 0 }) }
}

/** A packet as a peer would send it. */
export function packet(from: string, body: gyre.Packet.$Properties): Uint8Array {
  return gyre.Packet.encode({ label: LABEL, from: Buffer.from(from), ...body }).finish()
}

export interface Sent {
  readonly to: core.Endpoint
  readonly packet: gyre.Packet
  readonly bytes: Uint8Array
}

export interface Changed {
  readonly id: string
  readonly from: core.Standing
  readonly to: core.Standing
}

/** One engine under test, and everything that left it. */
export class Rig implements core.Outbox {
  readonly node: core.SwimNode
  sent: Sent[] = []
  changes: Changed[] = []
  streamPings: { slot: core.TableSlot; sequence: number }[] = []
  syncs: core.TableSlot[] = []
  supersededBy: core.Endpoint | undefined
  deadline = Infinity
  now = 0
  /** Whether all peers answer every ping at once, or those over streams alone; else silence. */
  answering: boolean | 'streams' = false
  private readonly answers: (() => void)[] = []

  constructor(options: Partial<core.SwimNodeOptions> & { profile?: core.ProfileName } = {}) {
    const { profile = 'lan', ...rest } = options
    this.node = new core.SwimNode({
      protocol: core.protocolOptions(profile),
      cluster: CLUSTER,
      id: 'a',
      endpoint: endpointOfName('a'),
      incarnation: 100,
      epochSeconds: 100,
      seed: [1, 2],
      outbox: this,
      ...rest,
    })
  }

  /** Starts the node, knowing these peers, each alive at incarnation 10. */
  start(...peers: string[]): this {
    const records = peers.map((name) => this.recordOf(name))
    this.node.learn(this.now, records)
    this.deadline = this.node.start(this.now)
    this.changes = []
    return this
  }

  recordOf(name: string, word = 10 << 2): core.MemberRecord {
    const [id, meta] = [Buffer.from(name), new Uint8Array(0)]
    return {
      word,
      id,
      endpoint: bytesOfName(name),
      meta,
      accuser: 0,
      degraded: false,
      proof: new Uint8Array(0),
    }
  }

  receive(from: string, body: gyre.Packet.$Properties): this {
    const bytes = packet(from, body)
    this.deadline = this.node.receive(this.now, endpointOfName(from), bytes, bytes.length)
    return this
  }

  /** Lets time pass, ticking at every deadline on the way. */
  runTo(now: number): this {
    while (this.deadline <= now) {
      this.now = Math.max(this.now, this.deadline)
      this.deadline = this.node.tick(this.now)
      for (const answer of this.answers.splice(0)) answer()
    }
    this.now = now
    return this
  }

  /** From now on peers answer, and what the start had to say has been said. */
  quiet(): this {
    this.answering = true
    this.runTo(this.now + 3_000).take()
    this.changes = []
    return this
  }

  /** What was sent since the last call. */
  take(): Sent[] {
    const taken = this.sent
    this.sent = []
    return taken
  }

  /** What was sent, of one kind. */
  of(kind: 'ping' | 'ack' | 'pingReq' | 'nack'): Sent[] {
    return this.sent.filter((sent) => sent.packet.body === kind)
  }

  standing(name: string): core.Standing {
    const slot = this.node.table.findId(name)
    return slot === core.NO_SLOT ? core.ABSENT : core.stateOf(this.node.table.word(slot))
  }

  incarnation(name: string): number {
    return core.incarnationOf(this.node.table.word(this.node.table.findId(name)))
  }

  send(to: core.Endpoint, bytes: Uint8Array, length: number): void {
    const copy = bytes.slice(0, length)
    const sent = { to, packet: gyre.Packet.decode(copy), bytes: copy }
    this.sent.push(sent)
    const sequence = sent.packet.ping?.sequence
    if (this.answering !== true || sequence === undefined) return
    // Peers of a quiet cluster hold the same view as we do.
    this.answers.push(() => {
      const view = { viewLow: this.node.viewLow >>> 0, viewHigh: this.node.viewHigh >>> 0 }
      this.receive(nameOf(to), { ...view, ack: { sequence } })
    })
  }

  streamPing(slot: core.TableSlot, sequence: number): void {
    this.streamPings.push({ slot, sequence })
    if (this.answering !== 'streams') return
    this.answers.push(() => void (this.deadline = this.node.streamAck(this.now, sequence)))
  }

  sync(slot: core.TableSlot): void {
    this.syncs.push(slot)
  }

  changed(slot: core.TableSlot, from: core.Standing, to: core.Standing): void {
    this.changes.push({ id: this.node.table.id(slot), from, to })
  }

  superseded(by: core.Endpoint): void {
    this.supersededBy = by
  }
}

/** One line for a packet, as the transcripts have it. */
export function describe({ to, packet }: Sent): string {
  const body = packet.ping
    ? ` ping ${text.decode(packet.ping.target as Uint8Array)}`
    : packet.pingReq
      ? ` ping-req ${text.decode(packet.pingReq.target as Uint8Array)}`
      : packet.body === undefined
        ? ' gossip'
        : ` ${packet.body}`
  const updates = packet.updates.map(describeUpdate)
  return `-> ${nameOf(to)}${body}${updates.length > 0 ? ` [${updates.join(', ')}]` : ''}`
}

export function nameOf(to: core.Endpoint): string {
  return String.fromCharCode(96 + Number(to.split(':')[0].split('.')[3]))
}

function describeUpdate(update: gyre.Update.$Properties): string {
  const word = (update.word ?? 0) | 0
  const state = core.STATE_NAMES[core.stateOf(word)]
  return `${state} ${text.decode(update.id ?? new Uint8Array(0))} ${core.incarnationOf(word)}`
}
