import { TypedEmitter } from 'tiny-typed-emitter'
import {
  ABSENT,
  incarnationOf,
  labelOf,
  STATE_NAMES,
  type ProtocolOptions,
  type Standing,
  type TableSlot,
} from '../core/index.js'
import type { Keyring } from '../seal/index.js'
import type { Transport } from '../transport/index.js'
import type { ClusterEvents, ClusterStats } from './events/cluster-events.js'
import { Driver, type DriverEvents } from './driver/driver.js'
import { metricsOf, type ClusterMetrics, type Explanation } from './operators/explain.js'
import { sayGoodbye } from './joining/goodbye.js'
import { Life, type LifeHost } from './life.js'
import { joinerFor, type Joiner } from './joining/joiner.js'
import { ClusterKeys } from './keys/keys.js'
import { asPeer, idOf, isLiveMember, isOther, type Member } from './members/member.js'
import { ClusterState } from './spreading/cluster-state.js'
import type * as M from './messages/message.js'
import { Messenger } from './messages/messenger.js'
import * as O from './options.js'
import type { ClusterRing } from './rings/cluster-ring.js'
import type { ClusterRingOptions } from './rings/ring-settings.js'
import { Rings } from './rings/rings.js'
import { ringsHost } from './rings/rings-host.js'
import { Roster } from './members/roster.js'
import { NOTHING, readSnapshot, Snapshot, type Remembered } from './joining/snapshot.js'
import { Teller } from './events/teller.js'
import { waitForMembers } from './joining/wait-for-members.js'
import type { Runtime } from '../runtime/runtime.js'
import { encodeTraits, type Traits } from './members/traits.js'

/**
 * This process's membership in a cluster. Handlers may call anything on it; one that throws is
 * reported as `fault` and stops nothing.
 */
export class Cluster extends TypedEmitter<ClusterEvents> implements AsyncDisposable {
  private readonly settings: O.Settings
  private readonly runtime: Runtime
  private readonly transport: Transport
  /** The cluster's keys; undefined if it talks in clear. */
  readonly keys: ClusterKeys | undefined
  private readonly driver: Driver
  private readonly joiner: Joiner
  private readonly snapshot: Snapshot | undefined
  private readonly hasSeeds: boolean
  private readonly roster: Roster
  private readonly messenger: Messenger
  /** What members say of themselves. */
  readonly state: ClusterState
  private readonly rings: Rings
  private traits: Traits
  private readonly teller: Teller
  private readonly report: (error: unknown) => void
  private readonly life: Life
  private wasAlone = false

  /** @internal */
  constructor(settings: O.Settings, runtime: Runtime, transport: Transport) {
    super()
    this.settings = settings
    this.runtime = runtime
    this.transport = transport
    const endpoint = O.advertised(settings, transport.endpoint)
    const { cluster, protocol } = settings
    this.traits = settings.traits
    this.teller = new Teller(this, settings.logger)
    this.report = (error) => this.teller.fault(error)
    const past = settings.snapshot ? readSnapshot(settings.snapshot, cluster, this.report) : NOTHING
    this.hasSeeds = settings.hasSeeds || past.endpoints.length > 0
    const id = settings.id ?? O.defaultId(endpoint)
    this.driver = new Driver({
      transport,
      runtime,
      protocol,
      cluster,
      id,
      endpoint,
      meta: encodeTraits(this.traits),
      past,
      identity: settings.identity,
      events: this.driverEvents(),
    })
    this.life = new Life(this.lifeHost())
    this.keys = settings.keyring && this.keysFrom(settings.keyring)
    const { node } = this.driver
    const incarnation = incarnationOf(node.table.word(node.self))
    this.roster = new Roster(node, protocol, () => runtime.random())
    this.messenger = this.messengerOf(id, incarnation)
    this.state = new ClusterState(this.messenger.spreader, id, () => this.life.checkTalks())
    this.rings = new Rings(
      ringsHost(
        { id, life: incarnation, cluster, node, runtime },
        this.roster,
        this.messenger,
        this.teller,
        {
          post: (to, bytes) => this.driver.post(to, bytes),
          publish: (parts) => this.say({ ...this.traits, rings: parts }),
        },
      ),
    )
    this.joiner = joinerFor(this.driver, settings.discovery, past.endpoints, runtime, {
      isKnown: (seed) => this.members.some((member) => member.endpoint === seed),
      report: this.report,
    })
    const { snapshot: path } = settings
    const { report: fault } = this
    const remember = (): Remembered => this.roster.remember()
    if (path) this.snapshot = new Snapshot({ path, cluster, runtime, past, fault, remember })
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

  /** Anybody whom we know, also faulty and left members. */
  member(id: string): Member | undefined {
    return this.roster.get(id)
  }

  /** Whether there are seeds, but nobody else. */
  get alone(): boolean {
    return this.hasSeeds && this.driver.node.liveCount === 1 && !this.life.over
  }

  get closed(): boolean {
    return this.life.over
  }

  get stats(): ClusterStats {
    const { counters, liveCount, health } = this.driver.node
    const { messenger, transport } = this
    return { ...counters, ...transport.failures, ...messenger.counters, live: liveCount, health }
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
    return this.driver.explain(id, this.roster.get(id))
  }

  /**
   * The ring of this name; made at the first call, with these options, and the same object ever
   * after. We take part in it from then on, and all who do must have equal options.
   * @throws GyreError `BAD_OPTION`, also for options that differ from the first call's;
   *   `RING_MISMATCH` where another member's do; `CLOSED`
   */
  ring(name: string, ringOptions: ClusterRingOptions = {}): ClusterRing {
    if (!this.rings.has(name)) this.life.checkOpen()
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
    this.life.checkOpen()
    this.say({ ...this.traits, ...traits, rings: this.traits.rings })
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
    this.life.checkTalks()
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
    this.life.checkTalks()
    return this.messenger.request(idOf(to), topic, body, options)
  }

  /**
   * To all live members, ourselves included, each once, in any order: by gossip, about 1,100 bytes at
   * most; what gossip misses is repaired for 30 seconds.
   * @throws GyreError `MESSAGE_TOO_LARGE`, `BUSY`, `BAD_OPTION`, `CLOSED`
   */
  broadcast(topic: string, body: Uint8Array): void {
    this.life.checkTalks()
    this.messenger.broadcast(topic, body)
  }

  /**
   * Asks all live members, or those that pass the filter; yields their answers as they come, with an
   * `error` in place of each that fails.
   * @throws GyreError `MESSAGE_TOO_LARGE`, `BAD_OPTION`, `CLOSED`
   */
  query(topic: string, body: Uint8Array, options: M.QueryOptions = {}): AsyncGenerator<M.Answer> {
    this.life.checkTalks()
    return this.messenger.query(topic, body, options)
  }

  /**
   * Leaves: our rings hand over what we own, the others are told, and once they know the sockets are
   * closed. Never rejects; further calls return the same promise.
   */
  leave(): Promise<void> {
    return this.life.leave()
  }

  /** Ends without a word, as a crash would: the others will find out. */
  close(): Promise<void> {
    return this.life.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.leave()
  }

  /** @internal */
  async begin(): Promise<void> {
    const { minMembers, joinTimeoutMs } = this.settings
    const { hasSeeds } = this
    const joined = hasSeeds && (await this.joiner.attempt())
    // Nobody there yet, or no seeds: we are the first.
    if (!joined) this.driver.start(!hasSeeds || this.protocol.foreignGenesis === 'merge')
    if (this.life.over) return
    if (hasSeeds) this.joiner.watch(this.protocol.reconnectMs)
    this.messenger.spreader.start()
    if (this.driver.node.liveCount < minMembers)
      await waitForMembers(this, this.runtime, minMembers, joinTimeoutMs)
  }

  private messengerOf(id: string, incarnation: number): Messenger {
    return new Messenger({
      id,
      node: this.driver.node,
      runtime: this.runtime,
      peers: this.roster,
      life: incarnation,
      label: labelOf(this.name),
      connect: (to, timeoutMs) => this.transport.connect(to, timeoutMs),
      post: (to, bytes) => this.driver.post(to, bytes),
      changed: (change) => this.teller.tell('state', change),
      fault: this.report,
      ring: (from, { name, message }) => this.rings.receive(from, name, message),
    })
  }

  private lifeHost(): LifeHost {
    const { protocol } = this.settings
    return {
      id: this.id,
      name: this.name,
      handOver: () => {
        this.joiner.stop()
        return this.rings.drain()
      },
      sayGoodbye: () => {
        this.rings.end(false)
        return sayGoodbye(this.driver, this.runtime, protocol, () => this.life.over)
      },
      giveWay: (to) => {
        this.rings.end(true)
        this.teller.tell('superseded', to)
      },
      stop: () => this.stop(),
    }
  }

  private async stop(): Promise<void> {
    this.joiner.stop()
    this.messenger.stop()
    this.rings.end(true)
    this.driver.stop()
    await this.snapshot?.stop()
    await this.transport.close()
    this.teller.tell('closed')
  }

  private keysFrom(keyring: Keyring): ClusterKeys {
    return new ClusterKeys(keyring, {
      peers: () => this.roster.all().filter(isOther).map(asPeer),
      ask: (to, change, timeoutMs) => this.driver.askKeyChange(to, change, timeoutMs),
      pause: (ms) => new Promise<void>((resolve) => this.runtime.after(ms, resolve)),
    })
  }

  private driverEvents(): DriverEvents {
    return {
      changed: (slot, from, to) => this.note(slot, from, to),
      superseded: (by) => this.teller.later(() => this.life.supersede(by)),
      settled: () => this.flush(),
      message: (from, bytes) => {
        const kept = bytes.slice()
        this.teller.later(() => this.messenger.receive(from, kept))
      },
      asked: (about) => this.explain(about || this.id),
      channel: (stream, open) => this.messenger.serve(stream, open),
      keyChange: (change) => this.keys?.change(change) ?? Promise.resolve('we have no keys'),
    }
  }

  private note(slot: TableSlot, from: Standing, to: Standing): void {
    if (to === ABSENT) {
      this.messenger.gone(this.roster.drop(slot).id, true)
      return
    }
    const was = STATE_NAMES[from]
    const { member, news } = this.roster.update(slot, was)
    if (!isLiveMember(member)) this.messenger.gone(member.id, false, member.state === 'left')
    this.snapshot?.touch()
    if (news) this.teller.later(() => this.teller.tell('member', member, was))
  }

  private flush(): void {
    if (this.teller.flush(() => this.rings.refresh())) this.watchAlone()
  }

  private watchAlone(): void {
    const alone = this.alone && this.driver.node.started && !this.life.ends
    if (alone && !this.wasAlone) {
      this.joiner.keepTrying()
      this.runtime.soon(() => this.teller.tell('alone'))
    }
    this.wasAlone = alone
  }

  private say(traits: Traits): void {
    const bytes = encodeTraits(traits)
    this.driver.input((now) => this.driver.node.setMeta(now, bytes))
    this.traits = traits
  }
}
