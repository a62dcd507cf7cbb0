import * as core from '../../lib/core/index.js'
import { endpointAt } from './addresses.js'
import { Conversations } from './conversations.js'
import { Process } from './process.js'
import { Processes } from './processes.js'
import { Records } from './records.js'
import { SharedTable } from './shared-table.js'
import { SharedViews } from './shared-views.js'
import { EPOCH_SECONDS, type Memory, type WorldOptions } from './world-options.js'

/**
 * A cluster in virtual time: as many engines as wanted, exchanging their real bytes over a network
 * that obeys. Single-threaded and deterministic: nothing in it reads a clock or draws a random
 * number that is not a function of the seed.
 */
export class World extends Processes {
  private readonly records: Records = new Records()
  /** @internal Before time starts: what the nodes learn then is no change. */
  beginning = false
  private readonly options: WorldOptions
  private readonly views: SharedViews
  private readonly conversations: Conversations

  constructor(options: WorldOptions) {
    const protocol = core.protocolOptions(options.profile, options.protocol)
    const { seed = 1, clusterOf = () => 'world' } = options
    super({ ...options, seed, protocol, clusterOf, datagramBytes: protocol.mtuBytes })
    this.options = options
    this.views = new SharedViews(this.nodes, this.directory)
    this.conversations = new Conversations(this)
    for (let i = 0; i < this.nodes; i++) {
      this.directory.enterId(this.id(i))
      this.processes.push(new Process(i, endpointAt(i)))
    }
    for (const observer of options.observers ?? []) this.observe(observer)
    if (options.start !== 'empty') this.startTogether()
  }

  /** Whether all knew each other at the start. */
  get startedTogether(): boolean {
    return this.options.start !== 'empty'
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
    process.savedAtBoot = process.save(this.records)
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
    process.savedAtEnd = process.save(this.records)
    process.engine = undefined
    this.unschedule(index)
    process.machine?.clear()
    this.truth.up[index] = 0
    this.views.retire(index)
    for (const one of this.observers.ended) one.ended(index)
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

  /** @internal */
  noteChange(observer: number, slot: core.TableSlot, from: core.Standing, to: core.Standing): void {
    this.trace.event(this.time, observer, slot, from * 8 + to)
    this.story.event(this.time, observer, slot, from * 8 + to)
    if (slot === observer && to === core.ALIVE) {
      const { table } = this.node(observer)
      this.truth.spoke(observer, core.incarnationOf(table.word(slot)))
    }
    for (const one of this.observers.changed) one.changed(observer, slot, from, to)
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
      outbox: new ProcessOutbox(process, this, this.conversations),
      directory: this.directory,
      table,
      known: shared,
    })
    this.truth.booted(index, incarnation)
    for (const one of this.observers.booted) one.booted(index)
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

/** What leaves a process's engine goes to the world's network, streams and observers. */
class ProcessOutbox implements core.Outbox {
  private readonly process: Process
  private readonly world: World
  private readonly conversations: Conversations

  constructor(process: Process, world: World, conversations: Conversations) {
    this.process = process
    this.world = world
    this.conversations = conversations
  }

  send(to: core.Endpoint, bytes: Uint8Array, length: number): void {
    const peer = this.world.indexOf(to)
    if (peer >= 0) this.world.post(this.process.index, peer, bytes, length)
  }

  streamPing(slot: core.TableSlot, sequence: number): void {
    const { table } = this.process.running
    const target = new TextEncoder().encode(table.id(slot))
    const ping = { sequence: sequence >>> 0, target }
    const peer = this.world.indexOf(table.endpoint(slot))
    if (peer >= 0) this.conversations.ping(this.process.index, peer, ping)
  }

  sync(slot: core.TableSlot): void {
    const peer = this.world.indexOf(this.process.running.table.endpoint(slot))
    if (peer >= 0) this.conversations.sync(this.process.index, peer)
  }

  message(from: core.TableSlot, bytes: Uint8Array): void {
    this.process.hears?.(from, bytes)
  }

  changed(slot: core.TableSlot, from: core.Standing, to: core.Standing): void {
    if (!this.world.beginning) this.world.noteChange(this.process.index, slot, from, to)
  }

  superseded(): void {
    const { index, running } = this.process
    this.world.noteChange(index, running.self, core.ALIVE, core.ABSENT)
  }
}
