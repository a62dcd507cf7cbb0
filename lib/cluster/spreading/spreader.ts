import { rumourBudget, type ProtocolOptions, type SwimNode } from '../../core/index.js'
import { Once, type Runtime, type Teller } from '../../runtime/index.js'
import { States, type Facts } from '../../state/index.js'
import * as codec from '../../wire/index.js'
import type { Driver } from '../driver/driver.js'
import type { Roster } from '../members/roster.js'
import { checkBody, checkTopic } from '../messages/limits.js'
import type { MessageCounters } from '../messages/message.js'
import type { Messenger } from '../messages/messenger.js'
import { Broadcasts } from './broadcasts.js'
import { StateRumours } from './state-rumours.js'

/** Between two requests for broadcasts that gossip has missed. */
const REPAIR_MS = 2_000
/** Between two sendings of our hash over all states, in the mean. */
const STATE_HASH_MS = 10_000
/** Between two pages of state. */
const PAGE_MS = 100
const PAGE_BYTES = 65_536
const REPAIR_BYTES = 262_144
/** The topics of calls between spreaders. */
const BROADCASTS = 'broadcasts'
const STATE = 'state'
const NO_BYTES = new Uint8Array(0)

/**
 * What goes to all members: broadcasts and states, by gossip in rounds and datagrams of their own, so that
 * they neither delay the membership's news nor are delayed by it. Each gossip interval a packet goes to
 * `fanout` members; what gossip has missed is asked for.
 */
export class Spreader {
  readonly states: States
  private readonly id: string
  private readonly runtime: Runtime
  private readonly node: SwimNode
  private readonly protocol: ProtocolOptions
  private readonly roster: Roster
  private readonly driver: Pick<Driver, 'post'>
  private readonly messenger: Messenger
  private readonly teller: Teller
  private readonly counters: MessageCounters
  private readonly broadcasts: Broadcasts
  private readonly rumours: StateRumours
  /** Owners of whose state more is known to exist than we have, and the member that told us so. */
  private readonly gaps = new Map<string, string>()
  /** Owners whose state we got in a page of all states: their rumour may still be news to others. */
  private readonly untold = new Set<string>()
  /** Whether our hash over all states differed at the last comparison. */
  private different = false
  private readonly jobs: Readonly<Record<'round' | 'repair' | 'page' | 'hash' | 'fetch', Once>>
  /** The member from which the next page is fetched; undefined: none is to be. */
  private fetchFrom: string | undefined
  /** Whether a page is on its way. */
  private filling = false
  private stopped = false

  constructor(parts: {
    readonly id: string
    /** With which this process started: it tells this run of the member from earlier ones. */
    readonly incarnation: number
    readonly runtime: Runtime
    readonly node: SwimNode
    readonly protocol: ProtocolOptions
    readonly roster: Roster
    readonly driver: Pick<Driver, 'post'>
    readonly messenger: Messenger
    readonly teller: Teller
  }) {
    const { id, incarnation, runtime, messenger } = parts
    this.id = id
    this.runtime = runtime
    this.node = parts.node
    this.protocol = parts.protocol
    this.roster = parts.roster
    this.driver = parts.driver
    this.messenger = messenger
    this.teller = parts.teller
    this.counters = messenger.counters
    this.broadcasts = new Broadcasts(id, incarnation)
    this.states = new States(id, incarnation)
    this.rumours = new StateRumours(this.states)
    this.jobs = {
      round: new Once(runtime, () => this.round()),
      repair: new Once(runtime, () => void this.repair()),
      page: new Once(runtime, () => void this.fillGap()),
      hash: new Once(runtime, () => this.tellHash()),
      fetch: new Once(runtime, () => void this.fetchNext()),
    }
    messenger.handleInternal(BROADCASTS, (digest) => this.answerBroadcasts(digest))
    messenger.handleInternal(STATE, (page) => this.answerState(page))
  }

  /** We are a member now. What an earlier run of this member said no longer holds. */
  start(): void {
    this.rumours.queue(this.id, 0)
    this.wake()
    this.jobs.hash.after(STATE_HASH_MS)
    // Comparing hashes would find the states of the others too, but a joiner should not wait for that.
    for (const to of this.roster.sample(1)) void this.fetch(to)
  }

  /** Spreads a broadcast of our own. @throws GyreError `BAD_OPTION`, `MESSAGE_TOO_LARGE`, `BUSY` */
  broadcast(topic: string, body: Uint8Array): void {
    checkTopic(topic)
    checkBody(topic, body, this.messenger.datagramBytesMax(topic) - 2 * this.id.length)
    this.broadcasts.publish(this.runtime.now(), topic, body)
    this.wake()
    this.counters.broadcastsSent++
    void this.messenger.deliver(topic, body.slice(), this.id, 'broadcast')
  }

  /** Spreads the changes of our own state after a version. */
  spreadState(since: number): void {
    this.rumours.queue(this.id, since)
    this.wake()
  }

  receive(from: string, packet: codec.ReceivedPacket): void {
    for (const broadcast of packet.broadcasts) this.takeIn(broadcast)
    for (const facts of packet.facts) this.learn(facts, from)
    const { stateLow, stateHigh } = packet
    if (stateLow !== 0 || stateHigh !== 0) this.compare(from, stateLow, stateHigh)
    this.wake()
  }

  /** A member has been forgotten. */
  forget(id: string): void {
    this.broadcasts.forget(id)
    this.states.forget(id)
    this.rumours.drop(id)
    this.untold.delete(id)
    this.gaps.delete(id)
  }

  stop(): void {
    this.stopped = true
    for (const job of Object.values(this.jobs)) job.stop()
  }

  private answerBroadcasts(digest: Uint8Array): Uint8Array {
    return codec.encodeBroadcasts(this.broadcasts.lacking(digest, REPAIR_BYTES))
  }

  private answerState(page: Uint8Array): Uint8Array {
    const { facts: digest, all } = codec.decodeFactsPage(page)
    // Not of the dead: a joiner has never heard of them, cannot keep them, and would ask again and again.
    const others = (owner: string): boolean => all && this.roster.isLive(owner)
    const facts = this.states.missing(digest, others, PAGE_BYTES)
    return codec.encodeFactsPage({ facts, all })
  }

  /** Schedules the jobs for which there is something to do. */
  private wake(): void {
    if (this.stopped) return
    const waiting = this.broadcasts.waiting || this.rumours.waiting
    if (waiting) this.jobs.round.after(this.protocol.gossipIntervalMs)
    if (this.broadcasts.keeping) this.jobs.repair.after(REPAIR_MS)
    if (this.gaps.size > 0 && !this.filling) this.jobs.page.after(PAGE_MS)
  }

  private round(): void {
    const { roster, node } = this
    const budget = rumourBudget('ln', node.liveCount)
    for (const to of roster.sample(this.protocol.fanout)) {
      const room = node.messageBytesMax
      const broadcasts = this.broadcasts.pick(room, budget)
      const used = broadcasts.reduce((sum, one) => sum + codec.broadcastBytes(one), 0)
      const facts = this.rumours.pick(room - used, budget)
      if (broadcasts.length > 0 || facts.length > 0) {
        this.driver.post(to, codec.encodeUserPacket({ broadcasts, facts }))
      }
    }
    // Alone, it is kept for members that come.
    if (node.liveCount > 1) this.wake()
  }

  /** Takes in another member's broadcast. Returns whether it is new here. */
  private takeIn(broadcast: codec.Broadcast): boolean {
    const { origin, topic, body } = broadcast
    const others = origin !== this.id && this.roster.isKnown(origin)
    const isNew = others && this.broadcasts.takeIn(this.runtime.now(), broadcast)
    if (isNew) void this.messenger.deliver(topic, body, origin, 'broadcast')
    else this.counters.broadcastsRepeated++
    return isNew
  }

  /** Asks a random member for the recent broadcasts that have not come here. */
  private async repair(): Promise<void> {
    this.broadcasts.expire(this.runtime.now())
    for (const to of this.roster.sample(1)) {
      const missed = await this.ask(to, BROADCASTS, this.broadcasts.digest())
      for (const broadcast of codec.decodeBroadcasts(missed)) {
        if (this.takeIn(broadcast)) this.counters.broadcastsRepaired++
      }
    }
    this.wake()
  }

  /** Takes in facts and passes them on, or notes that there are more. Returns whether they were new. */
  private learn(facts: Facts, from: string, passOn: boolean = true): boolean {
    const { owner } = facts
    if (!this.roster.isKnown(owner)) return false
    const verdict = this.states.judge(facts)
    if (verdict === 'gap') this.gaps.set(owner, from)
    // Had the rumour come first, we would have passed it on.
    if (verdict === 'old' && passOn && this.untold.delete(owner)) this.pass(facts)
    if (verdict !== 'fits') return false
    for (const change of this.states.take(facts)) {
      this.counters.stateChanges++
      this.teller.tell('state', change)
    }
    if (passOn) this.pass(facts)
    else this.untold.add(owner)
    return true
  }

  private pass({ owner, since }: Facts): void {
    this.untold.delete(owner)
    this.rumours.queue(owner, since)
  }

  /** Asks one member for what it has told us that we lack: a page. */
  private async fillGap(): Promise<void> {
    // Its owner may have been forgotten meanwhile.
    const [[, to] = ['', '']] = this.gaps
    this.filling = true
    const asked = [...this.gaps].filter(([, from]) => from === to).map(([of]) => of)
    const digest = asked.map((of) => this.states.known(of))
    await this.page(to, digest, false)
    const filled = digest.filter((before) => {
      const { run, upto } = this.states.known(before.owner)
      return run !== before.run || upto !== before.upto
    })
    // A member that brought nothing new has no more, or is gone; gossip or a hash will name another.
    for (const { owner } of filled.length > 0 ? filled : digest) this.gaps.delete(owner)
    this.filling = false
    this.wake()
  }

  /** Fetches one page. Returns whether it held anything new. */
  private async page(to: string, facts: readonly Facts[], all: boolean): Promise<boolean> {
    const reply = await this.ask(to, STATE, codec.encodeFactsPage({ facts, all }))
    const page = codec.decodeFactsPage(reply)
    if (page.facts.length > 0) this.counters.statePages++
    // What a member lacks that all others have is no news.
    return page.facts.filter((one) => this.learn(one, to, !all)).length > 0
  }

  private ask(to: string, what: string, body: Uint8Array): Promise<Uint8Array> {
    return this.messenger.callInternal(to, what, body).catch(() => NO_BYTES)
  }

  private tellHash(): void {
    if (!this.states.empty) {
      const [stateLow, stateHigh] = this.hash()
      for (const to of this.roster.sample(1)) {
        this.driver.post(to, codec.encodeUserPacket({ stateLow, stateHigh }))
      }
    }
    const part = 0.5 + (this.runtime.random() >>> 0) / 2 ** 32
    this.jobs.hash.after(STATE_HASH_MS * part)
  }

  private hash(): [low: number, high: number] {
    const owners = this.roster.live().map(({ id }) => id)
    return [this.states.hash(owners, 1), this.states.hash(owners, 2)]
  }

  /** States that differ twice in a row have not just changed. */
  private compare(from: string, low: number, high: number): void {
    const [ownLow, ownHigh] = this.hash()
    const different = low !== ownLow || high !== ownHigh
    if (different && this.different) void this.fetch(from)
    this.different = different
  }

  private async fetchNext(): Promise<void> {
    const from = this.fetchFrom as string
    this.fetchFrom = undefined
    await this.fetch(from)
  }

  /** Fetches everything that a member has and we lack, page by page. */
  private async fetch(from: string): Promise<void> {
    if (await this.page(from, this.states.digest(), true)) {
      this.fetchFrom ??= from
      this.jobs.fetch.after(PAGE_MS)
    }
    this.wake()
  }
}
