import { fmix32 } from '../../lib/base/hash.js'
import { latencyUs, SITE_LATENCY, type Latency } from './latency.js'
import { DROP, Packet, PASS, type Rule, type Verdict } from './packet.js'

export interface NetworkOptions {
  /**
   * One way.
   * @default uniform, 0.5…1 ms
   */
  readonly latency?: Latency
  /**
   * The part of all packets that is lost, each by itself, 0…1. Streams retransmit.
   * @default 0
   */
  readonly loss?: number
  /**
   * Nodes are spread over so many sites, node i in site i mod sites.
   * @default 1
   */
  readonly sites?: number
  /** One way between two sites. By default the same as within one. */
  readonly siteLatency?: Latency
  /**
   * Packets to a node with a greater index take so many times longer than those back.
   * @default 1
   */
  readonly asymmetry?: number
}

/** Independent purposes of randomness: one more of one kind never shifts another. */
const LOSS = 0x6c6f7373
const FIRST = 0x6a697474
const SECOND = 0x6a697475

/**
 * The network between the nodes of a world. What happens to a packet is decided by rules, in the
 * order of their adding, and then by the link itself: its loss and its latency.
 */
export class Network {
  loss: number
  readonly packet: Packet
  /** Packets dropped so far. */
  dropped = 0
  private readonly rules: Rule[] = []
  private latency: Latency
  private readonly siteLatency: Latency
  private readonly sites: number
  private readonly asymmetry: number
  private readonly sent: Int32Array

  constructor(nodes: number, seed: number, options: NetworkOptions = {}) {
    this.packet = new Packet(fmix32(seed ^ 0x6e657477))
    this.loss = options.loss ?? 0
    this.latency = options.latency ?? SITE_LATENCY
    this.siteLatency = options.siteLatency ?? this.latency
    this.sites = options.sites ?? 1
    this.asymmetry = options.asymmetry ?? 1
    this.sent = new Int32Array(nodes)
  }

  /** Adds a rule behind the others; returns what takes it away again. */
  add(rule: Rule): () => void {
    this.rules.push(rule)
    return () => {
      const at = this.rules.indexOf(rule)
      if (at >= 0) this.rules.splice(at, 1)
    }
  }

  /** All faults end. */
  heal(): void {
    this.rules.length = 0
    this.loss = 0
  }

  /**
   * Judges `packet`, of which source, target, bytes, length and time are set. True: it arrives
   * after `packet.delayUs`, its copies that much later.
   */
  judge(packet: Packet): boolean {
    packet.count = ++this.sent[packet.source]
    packet.delayUs = 0
    if (packet.copies.length > 0) packet.copies.length = 0
    packet.altered = packet.held = false
    const verdict = this.rules.length === 0 ? PASS : this.ask(packet)
    if (verdict === DROP || (verdict === PASS && this.isLost(packet))) {
      this.dropped++
      return false
    }
    packet.delayUs += this.delayUs(packet)
    return true
  }

  private ask(packet: Packet): Verdict {
    for (const rule of this.rules) {
      const verdict = rule.judge(packet)
      if (verdict !== PASS) return verdict
    }
    return PASS
  }

  private isLost(packet: Packet): boolean {
    return this.loss > 0 && packet.draw(LOSS) < this.loss
  }

  private delayUs(packet: Packet): number {
    const { source, target } = packet
    const near = this.sites === 1 || source % this.sites === target % this.sites
    const latency = near ? this.latency : this.siteLatency
    const second = latency.kind === 'lognormal' ? packet.draw(SECOND) : 0
    const delay = latencyUs(latency, packet.draw(FIRST), second)
    return this.asymmetry !== 1 && target > source ? Math.round(delay * this.asymmetry) : delay
  }
}
