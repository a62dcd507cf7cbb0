import { createHash } from 'node:crypto'
import { parseEndpoint, type Endpoint } from '../base/endpoint.js'
import { GyreError } from '../base/error.js'
import type { Discovery, Found } from '../discovery/index.js'
import {
  bindUdp,
  type Receiver,
  type Stream,
  type Transport,
  type TransportFailures,
} from '../transport/index.js'
import { Peer } from './peer.js'
import { newHyperswarm, type Hyperswarm, type TopicSession } from './swarm-api.js'

/** How often the topic is looked up again: at first, and once somebody is there. */
const REFRESH_MS = 255
const REFRESH_CALM_MS = 30_000

/** What `openSwarm` takes. */
export interface SwarmOptions {
  /** Whoever knows it can find the members: 32 bytes, or a text of which they are made. */
  readonly topic: string | Uint8Array
  /**
   * Whether this member cannot be reached from outside: then the others are told to reach it over
   * the swarm. One that can be reached is told to be where it is bound.
   * @default true
   */
  readonly nat?: boolean
  /** 32 bytes from which its key pair comes, so that it keeps its address across restarts. */
  readonly seed?: Uint8Array
  /** A `HyperDHT` of your own: another bootstrap, another address to bind. */
  readonly dht?: unknown
}

/**
 * Opens a swarm on a topic of the hyperswarm DHT: it finds other members, and carries datagrams and
 * streams to those behind NAT, encrypted by Noise. Members that can be reached are reached over UDP
 * and TCP as ever, so that a cluster can have both.
 *
 * @example
 * const swarm = openSwarm({ topic: 'jobs of example.org' })
 * const cluster = await joinCluster({
 *   transport: swarm.transport,
 *   seeds: [swarm.seeds],
 *   protocol: { mtuBytes: 1_000 },
 * })
 *
 * @throws GyreError `PEER_MISSING` without the package hyperswarm; `BAD_OPTION`
 */
export function openSwarm(options: SwarmOptions): Swarm {
  const topic = topicOf(options.topic)
  const { seed, dht, nat = true } = options
  return new Swarm(newHyperswarm({ seed, dht }), topic, nat)
}

/** A swarm: a transport, and seeds. Closed with its transport, or by `close` if that was not used. */
export class Swarm {
  private readonly swarm: Hyperswarm
  private readonly nat: boolean
  private readonly session: TopicSession
  private readonly watchers = new Set<() => void>()
  /** Those we have a connection to, by the address that their key gives them. */
  private readonly peers = new Map<Endpoint, Peer>()
  /** What they have said of where they are reached. */
  private readonly endpoints = new Map<Peer, Endpoint>()
  private receiver: Receiver | undefined
  private own: Endpoint
  private timer: NodeJS.Timeout | undefined
  private closed: Promise<void> | undefined

  /** @internal Use `openSwarm`. */
  constructor(swarm: Hyperswarm, topic: Uint8Array, nat: boolean) {
    this.swarm = swarm
    this.nat = nat
    this.own = this.address
    swarm.on('connection', (connection) => {
      const peer = new Peer(connection, swarm.keyPair.publicKey, {
        hello: (from, text) => this.meet(from, text),
        datagram: (from, bytes) => this.receiver?.datagram(addressOf(from.key), bytes),
        stream: (stream) => (this.receiver ? this.receiver.stream(stream) : stream.close()),
        closed: (gone) => this.part(gone),
      })
      this.peers.set(addressOf(connection.remotePublicKey), peer)
      peer.hello(this.own)
    })
    this.session = swarm.join(topic, { server: true, client: true })
    void this.session.flushed().then(() => this.look())
  }

  /** Where this member is reached over the swarm: an address that its key gives it. */
  get address(): Endpoint {
    return addressOf(this.swarm.keyPair.publicKey)
  }

  /** Peers that we have a connection to. */
  get size(): number {
    return this.peers.size
  }

  /** For the option `transport` of `joinCluster`. */
  readonly transport: (bind: Endpoint) => Promise<Transport> = async (bind) => {
    const udp = await bindUdp(bind)
    if (!this.nat) this.own = udp.endpoint
    for (const peer of this.peers.values()) peer.hello(this.own)
    return new SwarmTransport(this, udp, this.own)
  }

  /** For the option `seeds` of `joinCluster`: whom we have a connection to. */
  readonly seeds: Discovery = {
    find: (): Promise<Found> => {
      return Promise.resolve({ endpoints: [...new Set(this.endpoints.values())], failures: [] })
    },
    watch: (changed): (() => void) => {
      this.watchers.add(changed)
      return () => void this.watchers.delete(changed)
    },
  }

  close(): Promise<void> {
    this.closed ??= this.closeAll()
    return this.closed
  }

  /** @internal */
  start(receiver: Receiver): void {
    this.receiver = receiver
  }

  /** @internal False: there is no connection to whoever has this address. */
  send(to: Endpoint, bytes: Uint8Array): boolean {
    const peer = this.peers.get(to)
    peer?.datagram(bytes)
    return peer !== undefined
  }

  /** @internal */
  connect(to: Endpoint): Promise<Stream> {
    const peer = this.peers.get(to)
    if (peer === undefined) return Promise.reject(new Error(`no connection to ${to}`))
    const stream = peer.open()
    return stream ? Promise.resolve(stream) : Promise.reject(new Error(`too many streams to ${to}`))
  }

  private meet(peer: Peer, text: string): void {
    try {
      this.endpoints.set(peer, parseEndpoint(text))
    } catch {
      return peer.destroy()
    }
    for (const changed of this.watchers) changed()
  }

  private part(peer: Peer): void {
    const address = addressOf(peer.key)
    // Another connection to the same peer may have taken its place.
    if (this.peers.get(address) === peer) this.peers.delete(address)
    this.endpoints.delete(peer)
  }

  /** When all join at once none finds another one at first: so we look again. */
  private async look(): Promise<void> {
    await this.session.refresh().catch(() => {})
    if (this.closed !== undefined) return
    const waitMs = this.peers.size === 0 ? REFRESH_MS : REFRESH_CALM_MS
    this.timer = setTimeout(() => void this.look(), waitMs * (0.5 + Math.random()))
    this.timer.unref()
  }

  private async closeAll(): Promise<void> {
    clearTimeout(this.timer)
    this.receiver = undefined
    await this.swarm.destroy()
  }
}

/** UDP and TCP to those that can be reached, the swarm to the others. */
class SwarmTransport implements Transport {
  readonly endpoint: Endpoint
  readonly failures: TransportFailures
  private readonly swarm: Swarm
  private readonly udp: Transport

  constructor(swarm: Swarm, udp: Transport, endpoint: Endpoint) {
    this.swarm = swarm
    this.udp = udp
    this.endpoint = endpoint
    this.failures = udp.failures
  }

  start(receiver: Receiver): void {
    this.swarm.start(receiver)
    this.udp.start(receiver)
  }

  send(to: Endpoint, bytes: Uint8Array, length: number): void {
    if (!isAddress(to)) this.udp.send(to, bytes, length)
    else if (!this.swarm.send(to, bytes.slice(0, length))) this.failures.sendsDropped++
  }

  connect(to: Endpoint, timeoutMs: number): Promise<Stream> {
    return isAddress(to) ? this.swarm.connect(to) : this.udp.connect(to, timeoutMs)
  }

  async close(): Promise<void> {
    await Promise.all([this.udp.close(), this.swarm.close()])
  }
}

/** Addresses in the swarm: unique local ones of IPv6 (RFC 4193), made of the key, on port 1. */
function addressOf(key: Uint8Array): Endpoint {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 30)
  const groups = `fd${digest}`.match(/.{4}/g) as string[]
  return parseEndpoint(`[${groups.join(':')}]:1`)
}

function isAddress(endpoint: Endpoint): boolean {
  return endpoint.startsWith('[fd') && endpoint.endsWith(']:1')
}

function topicOf(topic: unknown): Uint8Array {
  if (topic instanceof Uint8Array && topic.length === 32) return topic
  if (typeof topic === 'string' && topic !== '') {
    return createHash('sha256').update(`gyre ${topic}`).digest()
  }
  throw new GyreError('BAD_OPTION', 'topic: expected 32 bytes, or a text')
}
