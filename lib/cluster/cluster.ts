import { TypedEmitter } from 'tiny-typed-emitter'
import { GyreError } from '../base/error.js'
import {
  ABSENT,
  STATE_NAMES,
  type Counters,
  type Endpoint,
  type ProtocolOptions,
  type Standing,
  type StateName,
  type TableSlot,
} from '../core/index.js'
import type { Transport, TransportFailures } from '../transport/index.js'
import type { ClusterRing, ClusterRingOptions } from './cluster-ring.js'
import { deliver } from './deliver.js'
import { Driver } from './driver.js'
import { Joiner } from './joiner.js'
import { ClusterKeys } from './keys.js'
import { isLiveMember, looksSame, memberAt, type Member } from './member.js'
import * as options from './options.js'
import { Rings } from './rings.js'
import { soonOrAfter, type Runtime } from './runtime.js'

export interface ClusterEvents {
  /**
   * A member came, or changed its state, metadata or endpoint. `was` is its state before, `absent`
   * for a newcomer; equal to `member.state` when only its metadata or endpoint changed.
   */
  member: (member: Member, was: StateName | 'absent') => void
  /** We have seeds, but no other live member: rings are ours alone. `joinCluster` goes on trying. */
  alone: () => void
  /** Another process took our id. We own nothing any more, and are closed. */
  superseded: (by: Endpoint) => void
  /** A listener threw, or a seed could not be found or refused us. The cluster goes on. */
  fault: (error: Error) => void
  /** It is over: after `leave`, `close`, or having been superseded. */
  closed: () => void
}

/** Plain numbers for monitoring. */
export interface ClusterStats extends Readonly<Counters>, Readonly<TransportFailures> {
  /** Live members, ourselves included. */
  readonly live: number
  /** Local health: 0 well … 8 worst. */
  readonly health: number
}

/** How long a leave may take to spread, in gossip intervals. */
const LEAVE_ROUNDS_MAX = 30
/** Goes on answering for so many gossip intervals after its leave has spread. */
const LINGER_ROUNDS = 3

/**
 * This process's membership in a cluster. Handlers may call anything on it; one that throws is
 * reported as `fault` and stops nothing.
 */
export class Cluster extends TypedEmitter<ClusterEvents> implements AsyncDisposable {
  private readonly settings: options.Settings
  private readonly runtime: Runtime
  private readonly transport: Transport
  /** The cluster's keys; undefined if it talks in clear. */
  readonly keys: ClusterKeys | undefined
  private readonly driver: Driver
  private readonly joiner: Joiner
  private readonly known = new Map<string, Member>()
  private readonly rings: Rings
  private readonly announcements: (() => void)[] = []
  private liveMembers: readonly Member[] | undefined
  private wasAlone = false
  /** Whether listeners are being told. */
  private telling = false
  private ending: Promise<void> | undefined
  private closing: Promise<void> | undefined
  private over = false
  /** Who has taken our id, once somebody has. */
  private successor: Endpoint | undefined

  /** @internal Use `joinCluster`. */
  constructor(settings: options.Settings, runtime: Runtime, transport: Transport) {
    super()
    this.settings = settings
    this.runtime = runtime
    this.transport = transport
    const endpoint = options.advertised(settings, transport.endpoint)
    const { discovery, cluster, protocol, meta } = settings
    const id = settings.id ?? options.defaultId(endpoint)
    this.driver = new Driver({
      transport,
      runtime,
      protocol,
      cluster,
      id,
      endpoint,
      meta,
      events: {
        changed: (slot, from, to) => this.note(slot, from, to),
        superseded: (by) => this.announcements.push(() => this.yieldTo(by)),
        settled: () => this.flush(),
        keyChange: (change) => this.keys?.change(change) ?? Promise.resolve('we have no keys'),
      },
    })
    const { keyring } = settings
    this.keys =
      keyring &&
      new ClusterKeys(keyring, {
        peers: () => [...this.known.values()].filter(isOther).map(asPeer),
        ask: (to, change, timeoutMs) => this.driver.askKeyChange(to, change, timeoutMs),
      })
    this.known.set(id, this.memberAt(this.driver.node.self))
    this.rings = new Rings({
      selfId: id,
      member: (of) => this.known.get(of),
      deliver: (ring, change) => this.emitSafely(ring, 'change', [change]),
      after: (ms, callback) => soonOrAfter(runtime, ms, callback),
    })
    const host = {
      sync: (seed: Endpoint) => this.driver.syncWith(seed, !this.driver.node.started),
      isAlone: () => this.liveCount === 1,
      isKnown: (seed: Endpoint) => this.members.some((member) => member.endpoint === seed),
      report: (error: GyreError) => this.fault(error),
    }
    this.joiner = new Joiner({ discovery, runtime, host, self: endpoint })
  }

  /** This process. */
  get self(): Member {
    return this.known.get(this.id) as Member
  }

  get id(): string {
    return this.driver.node.table.id(this.driver.node.self)
  }

  /** The cluster's name. */
  get name(): string {
    return this.settings.cluster
  }

  /** The protocol options in force. */
  get protocol(): ProtocolOptions {
    return this.settings.protocol
  }

  /** All live members (alive or suspect), ourselves included, sorted by id. */
  get members(): readonly Member[] {
    this.liveMembers ??= [...this.known.values()].filter(isLiveMember).sort(byId)
    return this.liveMembers
  }

  /** Anybody whom we know, also faulty and left members until they are forgotten. */
  member(id: string): Member | undefined {
    return this.known.get(id)
  }

  /** Whether there are seeds, but nobody else. */
  get alone(): boolean {
    return this.settings.hasSeeds && this.liveCount === 1 && !this.over
  }

  /** Whether this member takes part no more. */
  get closed(): boolean {
    return this.over
  }

  get stats(): ClusterStats {
    const { counters, liveCount, health } = this.driver.node
    return { ...counters, ...this.transport.failures, live: liveCount, health }
  }

  /**
   * The ring of this name; made at the first call, with these options, and the same object ever
   * after. All members must use equal options for it.
   * @throws GyreError `BAD_OPTION`, also for options that differ from the first call's; `CLOSED`
   */
  ring(name: string, ringOptions: ClusterRingOptions = {}): ClusterRing {
    if (!this.rings.has(name)) this.checkOpen()
    return this.rings.of(name, ringOptions, this.members)
  }

  /**
   * Replaces our metadata; all members see it.
   * @throws GyreError `BAD_OPTION` over 1,024 bytes; `CLOSED`
   */
  setMeta(meta: Uint8Array): void {
    this.checkOpen()
    this.driver.input((now) => this.driver.node.setMeta(now, meta))
  }

  /**
   * Leaves: our rings let everything go, the others are told, and once they know the sockets are
   * closed. Never rejects; further calls return the same promise.
   */
  leave(): Promise<void> {
    this.ending ??= this.goodbye()
    return this.ending
  }

  /** Ends without a word, as a crash would: the others will find out. */
  close(): Promise<void> {
    this.ending ??= Promise.resolve()
    return this.end()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.leave()
  }

  /** @internal */
  async begin(): Promise<void> {
    const { minMembers, joinTimeoutMs, hasSeeds } = this.settings
    const joined = hasSeeds && (await this.joiner.attempt())
    // Nobody there yet, or no seeds: we are the first.
    if (!joined) this.driver.input((now) => this.driver.node.start(now))
    if (this.over) return
    if (hasSeeds) this.joiner.watch(this.settings.protocol.reconnectMs)
    if (this.liveCount < minMembers) await this.waitForMembers(minMembers, joinTimeoutMs)
  }

  private get liveCount(): number {
    return this.driver.node.liveCount
  }

  private waitForMembers(count: number, timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        cancel()
        this.removeListener('member', check)
        this.removeListener('closed', stop)
        settle()
      }
      const fail = (): void => {
        const seen = `expected ${count} live members within ${timeoutMs} ms, see ${this.liveCount}`
        finish(() => reject(new GyreError('SEED_UNREACHED', seen)))
      }
      const check = (): void => {
        if (this.liveCount >= count) finish(resolve)
      }
      const stop = (): void => finish(resolve)
      const cancel = this.runtime.after(timeoutMs, fail)
      this.on('member', check)
      this.on('closed', stop)
    })
  }

  private note(slot: TableSlot, from: Standing, to: Standing): void {
    const member = this.memberAt(slot)
    const before = this.known.get(member.id)
    this.liveMembers = undefined
    if (to === ABSENT) {
      this.known.delete(member.id)
      return
    }
    this.known.set(member.id, member)
    const same = from === to && before !== undefined && looksSame(before, member)
    if (!same)
      this.announcements.push(() => this.emitSafely(this, 'member', [member, nameOf(from)]))
  }

  private memberAt(slot: TableSlot): Member {
    return memberAt(this.driver.node.table, slot, this.driver.node.self)
  }

  /**
   * Tells what happened during one input, now that the engine is done with it. A listener may cause
   * more to happen: that is told behind what is being told, so that all hear one order.
   */
  private flush(): void {
    if (this.telling) return
    this.telling = true
    for (let next = this.announcements.shift(); next; next = this.announcements.shift()) {
      this.rings.refresh(this.members)
      next()
    }
    this.telling = false
    this.watchAlone()
  }

  private watchAlone(): void {
    const alone = this.alone && this.driver.node.started && this.ending === undefined
    if (alone && !this.wasAlone) {
      this.joiner.keepTrying()
      this.runtime.soon(() => this.emitSafely(this, 'alone', []))
    }
    this.wasAlone = alone
  }

  private async goodbye(): Promise<void> {
    this.joiner.stop()
    this.rings.end()
    const { node } = this.driver
    const roundMs = this.settings.protocol.gossipIntervalMs
    if (node.started) {
      this.driver.input((now) => node.leave(now))
      for (let round = 0; round < LEAVE_ROUNDS_MAX && node.rumourCount > 0; round++) {
        if (node.liveCount === 1 || this.over) break
        await new Promise<void>((resolve) => this.runtime.after(roundMs, resolve))
      }
      const lingerMs = node.liveCount === 1 || this.over ? 0 : LINGER_ROUNDS * roundMs
      await new Promise<void>((resolve) => this.runtime.after(lingerMs, resolve))
    }
    await this.end()
  }

  private yieldTo(by: Endpoint): void {
    this.successor = by
    this.ending ??= Promise.resolve()
    this.rings.end()
    this.emitSafely(this, 'superseded', [by])
    void this.end()
  }

  private end(): Promise<void> {
    this.closing ??= this.endAll()
    return this.closing
  }

  private async endAll(): Promise<void> {
    this.over = true
    this.joiner.stop()
    this.driver.stop()
    this.rings.end()
    await this.transport.close()
    this.emitSafely(this, 'closed', [])
  }

  private emitSafely(emitter: Cluster | ClusterRing, event: string, args: unknown[]): void {
    deliver(emitter, event, args, (error) => this.fault(error))
  }

  private fault(reason: unknown): void {
    const error = reason instanceof Error ? reason : new Error(String(reason))
    if (this.listenerCount('fault') === 0) this.settings.logger.error(`gyre: ${error.message}`)
    else deliver(this, 'fault', [error], () => {})
  }

  private checkOpen(): void {
    if (this.successor !== undefined) {
      throw new GyreError('SUPERSEDED', `${this.successor} has taken the id ${this.id}`)
    }
    if (this.ending === undefined) return
    throw new GyreError('CLOSED', `${this.id} has left the cluster ${this.name}`)
  }
}

function nameOf(standing: Standing): StateName | 'absent' {
  return STATE_NAMES[standing]
}

function byId(one: Member, other: Member): number {
  return one.id < other.id ? -1 : 1
}

function isOther({ isSelf, state }: Member): boolean {
  return !isSelf && state !== 'left'
}

function asPeer(member: Member): { id: string; endpoint: Endpoint; live: boolean } {
  return { id: member.id, endpoint: member.endpoint, live: isLiveMember(member) }
}
