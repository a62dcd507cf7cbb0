import { TypedEmitter } from 'tiny-typed-emitter'
import { incarnationOf, labelOf, type ProtocolOptions } from '../core/index.js'
import { together } from '../discovery/index.js'
import { Teller, type Runtime } from '../runtime/index.js'
import type { Transport } from '../transport/index.js'
import type { ClusterEvents } from './cluster-events.js'
import { Driver } from './driver/driver.js'
import { Ending } from './ending.js'
import { Inbound } from './inbound.js'
import { Joiner } from './joining/joiner.js'
import { NOTHING, readSnapshot, Snapshot } from './joining/snapshot.js'
import { waitForMembers } from './joining/wait-for-members.js'
import { idOf, type Member } from './members/member.js'
import { OwnTraits } from './members/own-traits.js'
import { Roster } from './members/roster.js'
import { encodeTraits, type Traits } from './members/traits.js'
import type * as M from './messages/message.js'
import { Messenger } from './messages/messenger.js'
import type { ClusterStats } from './operators/cluster-stats.js'
import { explain, type Explanation } from './operators/explain.js'
import { ClusterKeys } from './operators/keys.js'
import { metricsOf, type ClusterMetrics } from './operators/metrics.js'
import * as O from './options.js'
import type { ClusterRing } from './rings/cluster-ring.js'
import type { ClusterRingOptions } from './rings/ring-settings.js'
import { Rings } from './rings/rings.js'
import { ClusterState } from './spreading/cluster-state.js'
import { Spreader } from './spreading/spreader.js'

/**
 * This process's membership in a cluster. Handlers may call anything on it; one that throws is
 * reported as `fault` and stops nothing.
 */
export class Cluster extends TypedEmitter<ClusterEvents> implements AsyncDisposable {
  private readonly settings: O.Settings
  private readonly runtime: Runtime
  private readonly driver: Driver
  /** The cluster's keys; undefined if it talks in clear. */
  readonly keys: ClusterKeys | undefined
  private readonly joiner: Joiner
  private readonly hasSeeds: boolean
  private readonly roster: Roster
  private readonly messenger: Messenger
  private readonly spreader: Spreader
  /** What members say of themselves. */
  readonly state: ClusterState
  private readonly rings: Rings
  private readonly traits: OwnTraits
  private readonly ending: Ending
  private readonly inbound: Inbound

  /** @internal */
  constructor(settings: O.Settings, runtime: Runtime, transport: Transport) {
    super()
    const { cluster: name, protocol, keyring, identity, traits, snapshot: path } = settings
    const endpoint = O.advertised(settings, transport.endpoint)
    const id = settings.id ?? O.defaultId(endpoint)
    const teller = new Teller(this, settings.logger)
    const past = path ? readSnapshot(path, name, teller) : NOTHING
    const hasSeeds = settings.hasSeeds || past.endpoints.length > 0
    const meta = encodeTraits(traits)
    const engine = { protocol, cluster: name, id, endpoint, meta, past, identity }
    const driver = new Driver({ transport, runtime, ...engine })
    const { node, loop } = driver
    const incarnation = incarnationOf(node.table.word(node.self))
    const roster = new Roster(node, runtime)
    const base = { id, incarnation, protocol, node, runtime, roster, driver, transport, teller }
    const messenger = new Messenger({ ...base, label: labelOf(name) })
    const spreader = new Spreader({ ...base, messenger })
    this.traits = new OwnTraits(loop, traits)
    const rings = new Rings({ ...base, cluster: name, messenger }, this.traits)
    const known = { find: () => Promise.resolve({ endpoints: past.endpoints, failures: [] }) }
    const joiner = new Joiner({ ...base, discovery: together([settings.discovery, known]) })
    const snapshot = path ? new Snapshot({ ...base, path, cluster: name, past }) : undefined
    const parts = { ...base, messenger, spreader, rings, joiner, snapshot }
    const ending = new Ending({ ...parts, name })
    this.settings = settings
    this.runtime = runtime
    this.driver = driver
    this.keys = keyring && new ClusterKeys({ ...base, keyring })
    this.joiner = joiner
    this.hasSeeds = hasSeeds
    this.roster = roster
    this.messenger = messenger
    this.spreader = spreader
    this.state = new ClusterState(spreader, id, () => ending.checkTalks())
    this.rings = rings
    this.ending = ending
    this.inbound = new Inbound({ ...parts, ending, keys: this.keys, hasSeeds })
    driver.listen(this.inbound)
  }

  /** This process. */
  get self(): Member {
    return this.roster.get(this.id) as Member
  }

  get id(): string {
    return this.driver.node.table.id(this.driver.node.self)
  }

  get name(): string {
    return this.settings.cluster
  }

  get protocol(): ProtocolOptions {
    return this.settings.protocol
  }

  /** All live members (alive or suspect), ourselves included, sorted by id. */
  get members(): readonly Member[] {
    return this.roster.live()
  }

  /** A member that we know, also a faulty one or one that has left. */
  member(id: string): Member | undefined {
    return this.roster.get(id)
  }

  /** Whether there are seeds, but no other live member. */
  get alone(): boolean {
    return this.inbound.alone
  }

  get closed(): boolean {
    return this.ending.over
  }

  get stats(): ClusterStats {
    const { counters, liveCount, health } = this.driver.node
    const { messenger, driver } = this
    return {
      ...counters,
      ...driver.transport.failures,
      ...messenger.counters,
      live: liveCount,
      health,
    }
  }

  /** All counters, gauges and histograms. */
  get metrics(): ClusterMetrics {
    return metricsOf(this.driver, this.stats)
  }

  /**
   * Why a member is what it is: probes, round trips, relays, accusers, confirmations and refutations,
   * as this process saw them. Of all members together the last 16,384 notes are kept.
   */
  explain(member: Member | string): Explanation {
    const id = idOf(member)
    return explain(this.driver, id, this.roster.get(id))
  }

  /**
   * The ring of this name; made at the first call, with these options, and the same object ever
   * after. We take part in it from then on, and all who do must have equal options.
   * @throws GyreError `BAD_OPTION`, also for options that differ from the first call's;
   *   `RING_MISMATCH` where another member's do; `CLOSED`
   */
  ring(name: string, ringOptions: ClusterRingOptions = {}): ClusterRing {
    if (!this.rings.has(name)) this.ending.checkOpen()
    return this.rings.of(name, ringOptions)
  }

  /** Replaces our metadata; all members see it. @throws GyreError as `setTraits` */
  setMeta(meta: Uint8Array): void {
    this.setTraits({ meta })
  }

  /**
   * Changes what we say of ourselves; all members see it, and rings move slots for it as planned.
   * @throws GyreError `BAD_OPTION`, `META_TOO_OFTEN`, `CLOSED`
   */
  setTraits(traits: Partial<Omit<Traits, 'rings'>>): void {
    this.ending.checkOpen()
    this.traits.change(traits)
  }

  /**
   * Handles the messages of a topic, whatever they are sent for; what the handler returns answers a
   * request or a query. One handler a topic; returns what takes it away again. A handler that throws
   * is reported as `fault`, and the caller gets `HANDLER_FAILED`.
   * @throws GyreError `BAD_OPTION`
   */
  handle(topic: string, handler: M.Handler): () => void {
    return this.messenger.handle(topic, handler)
  }

  /**
   * To one member: in one datagram (about 1,200 bytes), which may be lost; or, with `reliable`, over a
   * stream (8 MiB), and then resolved once its handler has returned.
   * @throws GyreError `MESSAGE_TOO_LARGE`, `UNKNOWN_MEMBER`, `BAD_OPTION`, `CLOSED`; or as `request`
   */
  async send(
    to: Member | string,
    topic: string,
    body: Uint8Array,
    options: M.SendOptions = {},
  ): Promise<void> {
    this.ending.checkTalks()
    await this.messenger.send(idOf(to), topic, body, options)
  }

  /**
   * Asks one member; resolves with what its handler returns. At most 8 MiB either way.
   * @throws GyreError `DEADLINE`, `UNREACHABLE`, `CALL_LOST`, `UNKNOWN_MEMBER`, `NO_HANDLER`,
   *   `HANDLER_FAILED`, `BUSY`, `MESSAGE_TOO_LARGE`, `ABORTED`, `BAD_OPTION`, `CLOSED`
   */
  async request(
    to: Member | string,
    topic: string,
    body: Uint8Array,
    options: M.CallOptions = {},
  ): Promise<Uint8Array> {
    this.ending.checkTalks()
    return this.messenger.request(idOf(to), topic, body, options)
  }

  /**
   * To all live members, ourselves included, each once, in any order: by gossip, about 1,100 bytes at
   * most; what gossip misses is repaired for 30 seconds.
   * @throws GyreError `MESSAGE_TOO_LARGE`, `BUSY`, `BAD_OPTION`, `CLOSED`
   */
  broadcast(topic: string, body: Uint8Array): void {
    this.ending.checkTalks()
    this.spreader.broadcast(topic, body)
  }

  /**
   * Asks all live members, or those that pass the filter; yields their answers as they come, with an
   * `error` in place of each that fails.
   * @throws GyreError `MESSAGE_TOO_LARGE`, `BAD_OPTION`, `CLOSED`
   */
  query(topic: string, body: Uint8Array, options: M.QueryOptions = {}): AsyncGenerator<M.Answer> {
    this.ending.checkTalks()
    return this.messenger.query(topic, body, options)
  }

  /**
   * Leaves: our rings hand over what we own, the others are told, and once they know the sockets are
   * closed. Never rejects; further calls return the same promise.
   */
  leave(): Promise<void> {
    return this.ending.leave()
  }

  /** Ends without telling the others, as a crash would: they will find out. */
  close(): Promise<void> {
    return this.ending.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.leave()
  }

  /** @internal */
  async begin(): Promise<void> {
    const { minMembers, joinTimeoutMs } = this.settings
    const { hasSeeds } = this
    const joined = hasSeeds && (await this.joiner.attempt())
    // No seed answers yet, or there are none: we are the first.
    if (!joined) this.driver.start(!hasSeeds || this.protocol.foreignGenesis === 'merge')
    if (this.ending.over) return
    if (hasSeeds) this.joiner.watch(this.protocol.reconnectMs)
    this.spreader.start()
    if (this.driver.node.liveCount < minMembers)
      await waitForMembers(this, this.runtime, minMembers, joinTimeoutMs)
  }
}
