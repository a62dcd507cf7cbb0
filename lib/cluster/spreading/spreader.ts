import { rumourBudget, type SwimNode } from '../../core/index.js'
import { States, type Facts, type StateChange } from '../../state/index.js'
import type { Runtime } from '../../runtime/runtime.js'
import { Broadcasts } from './broadcasts.js'
import type { MessageCounters } from '../messages/message.js'
import type { Peers } from '../members/peers.js'
import { StateRumours } from './state-rumours.js'
import * as codec from '../../wire/payload-codec.js'

/** Between two questions for broadcasts that gossip has missed. */
const REPAIR_MS = 2_000
/** Between two tellings of our hash over all states, in the mean. */
const STATE_HASH_MS = 10_000
/** Between two pages of state. */
const PAGE_MS = 100
const PAGE_BYTES = 65_536
const REPAIR_BYTES = 262_144
/** The calls between spreaders. */
const BROADCASTS = 'broadcasts'
const STATE = 'state'
const NO_BYTES = new Uint8Array(0)

/** What spreading needs of the cluster. */
export interface SpreaderHost {
  readonly id: string
  /** The incarnation with which this process started. */
  readonly life: number
  readonly runtime: Runtime
  readonly node: SwimNode
  readonly peers: Peers
  readonly counters: MessageCounters
  /** Sends a user packet to a live member. */
  post(to: string, bytes: Uint8Array): void
  /** Calls the spreader of a live member. */
  call(to: string, what: string, body: Uint8Array): Promise<Uint8Array>
  /** A broadcast of another member's has come. */
  handle(broadcast: codec.Broadcast): void
  /** Entries of a member's state have changed. */
  changed(change: StateChange): void
}

/**
 * What goes to all members: broadcasts and states, by gossip in rounds of their own, a packet to
 * `fanout` members each gossip interval; what gossip has missed is asked for.
 */
export class Spreader {
  readonly states: States
  private readonly host: SpreaderHost
  private readonly broadcasts: Broadcasts
  private readonly rumours: StateRumours
  /** Of whose state there is more than has come, and who has it. */
  private readonly gaps = new Map<string, string>()
  /** Whose state we were told with those of all others: it may still be news, and a rumour. */
  private readonly untold = new Set<string>()
  /** With whom our hash over all states differed last. */
  private different = false
  private readonly cancels = new Map<string, () => void>()
  /** Whether a page is on its way. */
  private filling = false
  private stopped = false

  constructor(host: SpreaderHost) {
    this.host = host
    this.broadcasts = new Broadcasts(host.id, host.life)
    this.states = new States(host.id, host.life)
    this.rumours = new StateRumours(this.states)
  }

  /** We are a member now. What an earlier life of ours said is no longer so. */
  start(): void {
    this.rumours.queue(this.host.id, 0)
    this.wake()
    this.once('hash', STATE_HASH_MS, () => this.tellHash())
    // What the others have said so far: the hashes would tell, but a joiner should not wait for that.
    for (const to of this.host.peers.sample(1)) void this.fetch(to)
  }

  /** A broadcast of our own. @throws GyreError `BUSY` */
  publish(topic: string, body: Uint8Array): void {
    this.broadcasts.publish(this.host.runtime.now(), topic, body)
    this.wake()
  }

  /** Our own state has changed from a version on. */
  say(since: number): void {
    this.rumours.queue(this.host.id, since)
    this.wake()
  }

  receive(from: string, packet: codec.HeardPacket): void {
    for (const broadcast of packet.broadcasts) this.hear(broadcast)
    for (const facts of packet.facts) this.learn(facts, from)
    const { stateLow, stateHigh } = packet
    if (stateLow !== 0 || stateHigh !== 0) this.compare(from, stateLow, stateHigh)
    this.wake()
  }

  /** Another spreader asks. */
  answer(what: string, body: Uint8Array): Uint8Array {
    if (what === BROADCASTS) {
      return codec.encodeBroadcasts(this.broadcasts.lacking(body, REPAIR_BYTES))
    }
    const { facts: digest, all } = codec.decodeFactsPage(body)
    // Whoever has joined since a member died has never heard of it, and would ask again and again.
    const others = (owner: string): boolean => all && this.host.peers.isLive(owner)
    const facts = this.states.missing(digest, others, PAGE_BYTES)
    return codec.encodeFactsPage({ facts, all })
  }

  /** A member is known no more. */
  forget(id: string): void {
    this.broadcasts.forget(id)
    this.states.forget(id)
    this.rumours.drop(id)
    this.untold.delete(id)
    this.gaps.delete(id)
  }

  stop(): void {
    this.stopped = true
    for (const cancel of this.cancels.values()) cancel()
  }

  /** Whatever there is to do is done when its time comes. */
  private wake(): void {
    const { gossipIntervalMs } = this.host.peers.protocol
    const waiting = this.broadcasts.waiting || this.rumours.waiting
    if (waiting) this.once('round', gossipIntervalMs, () => this.round())
    if (this.broadcasts.keeping) this.once('repair', REPAIR_MS, () => void this.repair())
    if (this.gaps.size > 0 && !this.filling) this.once('page', PAGE_MS, () => void this.fillGap())
  }

  private round(): void {
    const { peers, node } = this.host
    const budget = rumourBudget('ln', node.liveCount)
    for (const to of peers.sample(peers.protocol.fanout)) {
      const room = node.messageBytesMax
      const broadcasts = this.broadcasts.pick(room, budget)
      const used = broadcasts.reduce((sum, one) => sum + codec.broadcastBytes(one), 0)
      const facts = this.rumours.pick(room - used, budget)
      if (broadcasts.length > 0 || facts.length > 0) {
        this.host.post(to, codec.encodeUserPacket({ broadcasts, facts }))
      }
    }
    // With nobody there to tell, it is kept for those who come.
    if (node.liveCount > 1) this.wake()
  }

  private hear(broadcast: codec.Broadcast): boolean {
    const { origin } = broadcast
    const { id, peers, runtime, counters } = this.host
    const others = origin !== id && peers.isKnown(origin)
    const news = others && this.broadcasts.hear(runtime.now(), broadcast)
    if (news) this.host.handle(broadcast)
    else counters.broadcastsRepeated++
    return news
  }

  /** Asks somebody for the broadcasts of late that have not come here. */
  private async repair(): Promise<void> {
    const { peers, runtime, counters } = this.host
    this.broadcasts.expire(runtime.now())
    for (const to of peers.sample(1)) {
      const missed = await this.ask(to, BROADCASTS, this.broadcasts.digest())
      for (const broadcast of codec.decodeBroadcasts(missed)) {
        if (this.hear(broadcast)) counters.broadcastsRepaired++
      }
    }
    this.wake()
  }

  /** Facts that somebody has sent: taken in and passed on, or asked for. Whether they were news. */
  private learn(facts: Facts, from: string, passOn: boolean = true): boolean {
    const { owner } = facts
    if (!this.host.peers.isKnown(owner)) return false
    const verdict = this.states.judge(facts)
    if (verdict === 'gap') this.gaps.set(owner, from)
    // Had the rumour come first, we would have passed it on.
    if (verdict === 'old' && passOn && this.untold.delete(owner)) this.pass(facts)
    if (verdict !== 'fits') return false
    for (const change of this.states.take(facts)) {
      this.host.counters.stateChanges++
      this.host.changed(change)
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
    // Whoever had a gap may have been forgotten meanwhile.
    const [[, to] = ['', '']] = this.gaps
    this.filling = true
    const asked = [...this.gaps].filter(([, from]) => from === to).map(([of]) => of)
    const digest = asked.map((of) => this.states.known(of))
    await this.page(to, digest, false)
    const filled = digest.filter((before) => {
      const { life, upto } = this.states.known(before.owner)
      return life !== before.life || upto !== before.upto
    })
    // Who has not brought us any further has no more, or is gone; gossip or a hash will tell again.
    for (const { owner } of filled.length > 0 ? filled : digest) this.gaps.delete(owner)
    this.filling = false
    this.wake()
  }

  /** Whether a page has brought us any further. */
  private async page(to: string, facts: readonly Facts[], all: boolean): Promise<boolean> {
    const reply = await this.ask(to, STATE, codec.encodeFactsPage({ facts, all }))
    const page = codec.decodeFactsPage(reply)
    if (page.facts.length > 0) this.host.counters.statePages++
    // What a member lacks that all others have is no news.
    return page.facts.filter((one) => this.learn(one, to, !all)).length > 0
  }

  private ask(to: string, what: string, body: Uint8Array): Promise<Uint8Array> {
    return this.host.call(to, what, body).catch(() => NO_BYTES)
  }

  private tellHash(): void {
    const { peers } = this.host
    if (!this.states.empty) {
      const [stateLow, stateHigh] = this.hash()
      for (const to of peers.sample(1)) {
        this.host.post(to, codec.encodeUserPacket({ stateLow, stateHigh }))
      }
    }
    const part = 0.5 + (this.host.runtime.random() >>> 0) / 2 ** 32
    this.once('hash', STATE_HASH_MS * part, () => this.tellHash())
  }

  private hash(): [low: number, high: number] {
    const owners = this.host.peers.live().map(({ id }) => id)
    return [this.states.hash(owners, 1), this.states.hash(owners, 2)]
  }

  /** States that differ twice in a row have not just changed. */
  private compare(from: string, low: number, high: number): void {
    const [ownLow, ownHigh] = this.hash()
    const different = low !== ownLow || high !== ownHigh
    if (different && this.different) void this.fetch(from)
    this.different = different
  }

  /** Everything that a member has and we have not, page by page. */
  private async fetch(from: string): Promise<void> {
    if (await this.page(from, this.states.digest(), true)) {
      this.once('fetch', PAGE_MS, () => void this.fetch(from))
    }
    this.wake()
  }

  /** Does something later, unless that is to be done already. */
  private once(what: string, ms: number, run: () => void): void {
    if (this.stopped || this.cancels.has(what)) return
    const cancel = this.host.runtime.after(ms, () => {
      this.cancels.delete(what)
      run()
    })
    this.cancels.set(what, cancel)
  }
}
