import type { StreamPing } from '../../lib/cluster/stream-codec.js'
import * as core from '../../lib/core/index.js'
import { Addresses, endpointAt } from './addresses.js'
import { Conversations, type ConversationsHost } from './conversations.js'
import { Fabric } from './fabric.js'
import { Foresight, LARGE } from './foresight.js'
import { Machine } from './machine.js'
import { Process, type ProcessHost } from './process.js'
import { Records } from './records.js'
import { SharedTable } from './shared-table.js'
import { SharedViews } from './shared-views.js'
import { Truth } from './truth.js'
import type { Datagram } from './witness.js'
import { EPOCH_SECONDS, type Memory, type WorldOptions } from './world-options.js'

/**
 * A cluster in virtual time: as many engines as wanted, exchanging their real bytes over a network
 * that obeys. Single-threaded and deterministic: nothing in it reads a clock or draws a random
 * number that is not a function of the seed.
 */
export class World extends Fabric implements ProcessHost, ConversationsHost {
  readonly protocol: core.ProtocolOptions
  readonly truth: Truth
  readonly records: Records = new Records()
  /** Before time starts: what all know then is no change. */
  beginning = false
  private readonly options: WorldOptions
  /** Slots are the same in all nodes, and slot i is node i's. */
  private readonly directory = new core.Directory(true)
  private readonly views: SharedViews
  private readonly processes: Process[] = []
  /** Those that something has been wrong with. */
  private readonly machines: (Machine | undefined)[] = Array(this.nodes).fill(undefined)
  private readonly addresses = new Addresses(this.nodes)
  /** When each engine wants to be woken, in local milliseconds. */
  private readonly deadlines: Float64Array = new Float64Array(this.nodes).fill(Infinity)
  /** When its next entry in the scheduler is due. */
  private readonly wakeTimes: Float64Array = new Float64Array(this.nodes).fill(Infinity)
  private readonly conversations: Conversations

  constructor(options: WorldOptions) {
    const protocol = core.protocolOptions(options.profile, options.protocol)
    super({ ...options, seed: options.seed ?? 1, datagramBytes: protocol.mtuBytes })
    this.options = options
    this.protocol = protocol
    this.truth = new Truth(this.nodes, EPOCH_SECONDS)
    this.views = new SharedViews(this.nodes, this.directory)
    this.conversations = new Conversations(this)
    for (let i = 0; i < this.nodes; i++) {
      this.directory.enterId(this.id(i))
      this.processes.push(new Process(i, endpointAt(i), this))
    }
    for (const witness of options.witnesses ?? []) this.watch(witness)
    if (options.start !== 'empty') this.startTogether()
    if (this.nodes < LARGE) return
    const foresight = new Foresight(this.processes, this.deadlines, this.directory)
    this.expect = (nodes, sources, count) => foresight.expect(nodes, sources, count, this.now)
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
    this.deadlines[index] = Infinity
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

  /** The process gets no processor for so long. */
  stall(index: number, ms: number): void {
    const machine = this.machine(index)
    machine.frozenUntil = Math.max(machine.frozenUntil, this.time + Math.round(ms * 1_000))
    this.truth.stalledUntil[index] = machine.frozenUntil
    this.thawAt(machine.frozenUntil, index)
  }

  /** From now on it takes so many milliseconds over each input; 0 again: none. */
  slow(index: number, ms: number): void {
    this.machine(index).slowUs = Math.round(ms * 1_000)
  }

  /** From now on its timers fire up to so many milliseconds late. */
  jitter(index: number, ms: number): void {
    this.machine(index).jitterUs = Math.round(ms * 1_000)
  }

  /** From now on its clock runs fast by so many millionths. */
  drift(index: number, ppm: number): void {
    const process = this.processes[index]
    this.machine(index).clock.drift(this.time, ppm)
    this.wakeTimes[index] = Infinity
    this.schedule(process.index, this.deadlines[index])
  }

  /** Its wall clock is set by so many seconds. */
  stepClock(index: number, seconds: number): void {
    const process = this.processes[index]
    this.machine(index).clock.wallOffsetSeconds += seconds
    process.engine?.setClock(process.localMs(this.time), process.wallSeconds(this.time))
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

  /** @internal */
  input(process: Process, length: number, run: (now: number) => number): void {
    this.handle(process, length, () => {
      this.schedule(process.index, run(process.localMs(this.time)))
    })
  }

  /** An entry that was overtaken by an earlier one is stale; one that came too early goes back. */
  protected wake(index: number, thaws: boolean): void {
    if (thaws) return this.thaw(index)
    if (this.time !== this.wakeTimes[index]) return
    this.wakeTimes[index] = Infinity
    const machine = this.machines[index]
    if (machine !== undefined && machine.frozenUntil > this.time) return
    const now = machine === undefined ? this.now : machine.clock.ms(this.time)
    if (this.deadlines[index] > now) this.schedule(index, this.deadlines[index])
    else this.tick(this.processes[index], now)
  }

  private tick(process: Process, now: number): void {
    for (const watcher of this.watchers.ticking) watcher.ticking(process.index)
    this.schedule(process.index, process.running.tick(now))
    for (const watcher of this.watchers.ticked) watcher.ticked(process.index)
  }

  private schedule(index: number, deadline: number): void {
    const machine = this.machines[index]
    this.deadlines[index] = deadline
    if (deadline === Infinity) return
    const at = machine === undefined ? Math.ceil(deadline) * 1_000 : machine.clock.timeOf(deadline)
    const dueAt = Math.max(this.time, at)
    if (dueAt >= this.wakeTimes[index]) return
    const wakeTime = dueAt + (machine?.lateUs(this.seed, index, deadline) ?? 0)
    this.wakeTimes[index] = wakeTime
    this.wakeAt(wakeTime, index)
  }

  protected deliver(place: number): void {
    const datagram = this.open(place)
    const { source, target, bytes, length } = datagram
    const process = this.processes[target]
    this.trace.datagram(this.time, source, target, bytes, length)
    if (process.engine === undefined) this.release(place)
    else if (process.machine?.takesTime(this.time) !== true) this.receive(process, datagram)
    else {
      // It stays where it is until the machine gets to it.
      const later = (): void => this.receive(process, this.open(place))
      if (!this.handle(process, length, later)) this.release(place)
    }
  }

  private receive(process: Process, datagram: Datagram): void {
    const { source, bytes, length, place } = datagram
    for (const watcher of this.watchers.arriving) watcher.arriving(datagram)
    const from = this.processes[source].endpoint
    this.addresses.heard(from, source)
    const deadline = process.running.receive(process.localMs(this.time), from, bytes, length)
    this.schedule(process.index, deadline)
    for (const watcher of this.watchers.arrived) watcher.arrived(datagram)
    this.release(place)
  }

  /** Gives a machine something to do: now, or once it gets there. False: it has no room for it. */
  private handle(process: Process, length: number, run: () => void): boolean {
    const { machine } = process
    if (machine?.isBusy(this.time)) return machine.defer(length, run)
    machine?.spend(this.time)
    if (machine?.takesTime(this.time)) this.thawAt(machine.frozenUntil, process.index)
    run()
    return true
  }

  /** What waited comes first, then the late tick: evidence before verdicts. */
  private thaw(index: number): void {
    const process = this.processes[index]
    const machine = this.machine(index)
    if (process.engine === undefined || machine.frozenUntil > this.time) return
    if (!machine.catchUp(this.time)) this.thawAt(machine.frozenUntil, process.index)
    this.wakeTimes[index] = Infinity
    const now = process.localMs(this.time)
    if (this.deadlines[index] <= now) this.tick(process, now)
    else this.schedule(process.index, this.deadlines[index])
  }

  /** A node's own clock, in milliseconds. */
  clockOf(index: number): number {
    return this.processes[index].localMs(this.time)
  }

  /** Inputs lost to a full buffer. */
  overflowed(index: number): number {
    return this.processes[index].machine?.overflowed ?? 0
  }

  /** The name of a node's cluster. */
  clusterOf(index: number): string {
    return this.options.clusterOf?.(index) ?? 'world'
  }

  /** The machine of a node, now that something is to be wrong with it. */
  private machine(index: number): Machine {
    this.machines[index] ??= new Machine()
    return (this.processes[index].machine = this.machines[index])
  }

  private create(process: Process, incarnation: number, shared?: core.KnownView): void {
    const { index, endpoint } = process
    const table = shared && new SharedTable(this.views, index, this.nodes, this.protocol.membersMax)
    process.begin()
    this.conversations.admit(index)
    this.wakeTimes[index] = Infinity
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
