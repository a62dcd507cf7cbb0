import type { StreamPing } from '../../lib/wire/stream-codec.js'
import * as core from '../../lib/core/index.js'
import { endpointAt } from './addresses.js'
import { Conversations, type ConversationsHost } from './conversations.js'
import { Hosts } from './processes.js'
import { Process, type ProcessHost } from './process.js'
import { Records } from './records.js'
import { SharedTable } from './shared-table.js'
import { SharedViews } from './shared-views.js'
import { EPOCH_SECONDS, type Memory, type WorldOptions } from './world-options.js'

/**
 * A cluster in virtual time: as many engines as wanted, exchanging their real bytes over a network
 * that obeys. Single-threaded and deterministic: nothing in it reads a clock or draws a random
 * number that is not a function of the seed.
 */
export class World extends Hosts implements ProcessHost, ConversationsHost {
  readonly protocol: core.ProtocolOptions
  readonly records: Records = new Records()
  /** Before time starts: what all know then is no change. */
  beginning = false
  private readonly options: WorldOptions
  private readonly views: SharedViews
  private readonly conversations: Conversations

  constructor(options: WorldOptions) {
    const protocol = core.protocolOptions(options.profile, options.protocol)
    super({ ...options, seed: options.seed ?? 1, datagramBytes: protocol.mtuBytes })
    this.options = options
    this.protocol = protocol
    this.views = new SharedViews(this.nodes, this.directory)
    this.conversations = new Conversations(this)
    for (let i = 0; i < this.nodes; i++) {
      this.directory.enterId(this.id(i))
      this.processes.push(new Process(i, endpointAt(i), this))
    }
    for (const witness of options.witnesses ?? []) this.watch(witness)
    if (options.start !== 'empty') this.startTogether()
  }

  /** Whether all knew each other at the start. */
  get startedTogether(): boolean {
    return this.options.start !== 'empty'
  }

  /** The engine of a node that is up. */
  node(index: number): core.SwimNode {
    return this.processes[index].running
  }

  up(index: number): boolean {
    return this.processes[index].engine !== undefined
  }

  /** The nodes that are up. */
  running(): number[] {
    const indexes = Array.from({ length: this.nodes }, (_, i) => i)
    return indexes.filter((index) => this.up(index))
  }

  /** Members of a node's own cluster that it could join over. */
  peersOf(index: number): number[] {
    const ours = this.clusterOf(index)
    return this.running().filter((other) => {
      return other !== index && this.node(other).started && this.clusterOf(other) === ours
    })
  }

  id(index: number): string {
    return this.options.idOf?.(index) ?? `node-${index}`
  }

  /** What `observer` holds `subject` to be. */
  standing(observer: number, subject: number): core.Standing {
    const { table } = this.node(observer)
    const slot = subject as core.TableSlot
    return table.has(slot) ? core.stateOf(table.word(slot)) : core.ABSENT
  }

  /** Whether these nodes, all that are up by default, have equal view hashes. */
  viewsEqual(among: readonly number[] = this.running()): boolean {
    const [first, ...others] = among.map((index) => this.node(index))
    return others.every((engine) => {
      return engine.viewLow === first.viewLow && engine.viewHigh === first.viewHigh
    })
  }

  /**
   * Starts a node that knows nobody, or that joins over another one; also restarts a crashed one,
   * with what it remembers.
   */
  boot(index: number, seed?: number, memory: Memory = 'lost'): void {
    const process = this.processes[index]
    const saved = process.remembers(memory)
    this.create(process, saved?.incarnation ?? process.wallSeconds(this.time))
    process.running.learn(process.localMs(this.time), saved?.records ?? [])
    if (seed === undefined)
      this.schedule(process.index, process.running.start(process.localMs(this.time)))
    else this.conversations.join(process, seed)
    process.savedAtBoot = process.save()
  }

  /** Starts a node on the address of another one that is down. */
  takeOver(index: number, from: number, seed?: number): void {
    const endpoint = this.endpointOf(from)
    this.processes[index].endpoint = endpoint
    this.addresses.move(endpoint, index)
    this.boot(index, seed)
  }

  /** Ends a node without a word. */
  crash(index: number): void {
    const process = this.processes[index]
    if (process.engine === undefined) return
    this.trace.event(this.time, index, index, 0xdead)
    process.savedAtEnd = process.save()
    process.engine = undefined
    this.unschedule(index)
    process.machine?.clear()
    this.truth.up[index] = 0
    this.views.retire(index)
    for (const watcher of this.watchers.ended) watcher.ended(index)
  }

  /** Ends a process whose host lives on. */
  kill(index: number): void {
    this.refuse(index)
    this.crash(index)
  }

  /** A node's host refuses its streams, and ends those over which it is watched. */
  refuse(index: number): void {
    const hash = (of: number): number => this.directory.hash(of as core.TableSlot)
    const distance = (other: number): number => (hash(index) - hash(other)) >>> 0
    const watchers = this.peersOf(index).sort((one, other) => distance(one) - distance(other))
    this.conversations.refuse(index, watchers.slice(0, this.protocol.watches))
  }

  /** A node's streams come through again. */
  admit(index: number): void {
    this.conversations.admit(index)
  }

  /** Has a node announce its leave; it goes on answering until it is crashed. */
  leave(index: number): void {
    const process = this.processes[index]
    this.truth.leaving[index] = 1
    this.truth.leftIn[index] = this.truth.incarnation[index]
    this.schedule(process.index, process.running.leave(process.localMs(this.time)))
  }

  setMeta(index: number, meta: Uint8Array): void {
    const process = this.processes[index]
    this.schedule(process.index, process.running.setMeta(process.localMs(this.time), meta))
  }

  /** The node that has an endpoint; −1: nobody. */
  indexOf(endpoint: core.Endpoint): number {
    return this.addresses.indexOf(endpoint)
  }

  endpointOf(index: number): core.Endpoint {
    return this.processes[index].endpoint
  }

  /** @internal */
  noteChange(observer: number, slot: core.TableSlot, from: core.Standing, to: core.Standing): void {
    this.trace.event(this.time, observer, slot, from * 8 + to)
    this.story.event(this.time, observer, slot, from * 8 + to)
    if (slot === observer && to === core.ALIVE) {
      const { table } = this.node(observer)
      this.truth.spoke(observer, core.incarnationOf(table.word(slot)))
    }
    for (const watcher of this.watchers.changed) watcher.changed(observer, slot, from, to)
  }

  /** @internal */
  pingStream(source: number, target: number, ping: StreamPing): void {
    this.conversations.ping(source, target, ping)
  }

  /** @internal */
  startSync(source: number, target: number): void {
    this.conversations.sync(source, target)
  }

  /** @internal */
  process(index: number): Process {
    return this.processes[index]
  }

  /** The name of a node's cluster. */
  clusterOf(index: number): string {
    return this.options.clusterOf?.(index) ?? 'world'
  }

  private create(process: Process, incarnation: number, shared?: core.KnownView): void {
    const { index, endpoint } = process
    const table = shared && new SharedTable(this.views, index, this.nodes, this.protocol.membersMax)
    process.begin()
    this.conversations.admit(index)
    this.unschedule(index)
    process.engine = new core.SwimNode({
      protocol: this.protocol,
      cluster: this.clusterOf(index),
      id: this.id(index),
      endpoint,
      incarnation,
      epochSeconds: process.wallSeconds(this.time) - Math.floor(this.now / 1_000),
      seed: [Math.imul(this.seed, 0x9e3779b1) ^ index, process.boot],
      outbox: process,
      directory: this.directory,
      table,
      known: shared,
    })
    this.truth.booted(index, incarnation)
    for (const watcher of this.watchers.booted) watcher.booted(index)
  }

  private startTogether(): void {
    if (this.options.layout === 'dense') this.startDense()
    else this.startShared()
    for (const process of this.processes)
      this.schedule(process.index, process.running.start(0, false))
  }

  private startDense(): void {
    for (const process of this.processes) this.create(process, EPOCH_SECONDS)
    const records = this.processes.map((process) => process.running.record)
    this.beginning = true
    for (const { index, running } of this.processes) {
      running.learn(0, records.toSpliced(index, 1))
    }
    this.beginning = false
  }

  private startShared(): void {
    const word = core.wordOf(EPOCH_SECONDS, core.ALIVE)
    const known = this.views.begin(
      this.processes.map(({ endpoint }) => endpoint),
      word,
    )
    for (const process of this.processes) this.create(process, EPOCH_SECONDS, known)
  }
}
