import * as core from '../../lib/core/index.js'
import { Addresses } from './addresses.js'
import { Fabric, type FabricOptions } from './fabric.js'
import { Foresight, LARGE } from './foresight.js'
import { Machine } from './machine.js'
import type { Process } from './process.js'
import { Truth } from './truth.js'
import type { Datagram } from './observer.js'
import { EPOCH_SECONDS } from './world-options.js'

export interface ProcessesOptions extends FabricOptions {
  readonly protocol: core.ProtocolOptions
  /** The name of each node's cluster. */
  readonly clusterOf: (index: number) => string
}

/**
 * The processes of a world at work: each has its turn when a datagram comes or its deadline has, on its
 * own clock and as its machine allows.
 */
export abstract class Processes extends Fabric {
  readonly protocol: core.ProtocolOptions
  /** The name of a node's cluster. */
  readonly clusterOf: (index: number) => string
  readonly truth: Truth = new Truth(this.nodes, EPOCH_SECONDS)
  protected readonly processes: Process[] = []
  /** Slots are the same in all nodes, and slot i is node i's. */
  protected readonly directory: core.Directory = new core.Directory(true)
  protected readonly addresses: Addresses = new Addresses(this.nodes)
  /** Those that something has been wrong with. */
  private readonly machines: (Machine | undefined)[] = Array(this.nodes).fill(undefined)
  /** When each engine wants to be woken, in local milliseconds. */
  private readonly deadlines: Float64Array = new Float64Array(this.nodes).fill(Infinity)
  /** When its next entry in the scheduler is due. */
  private readonly wakeTimes: Float64Array = new Float64Array(this.nodes).fill(Infinity)

  constructor(options: ProcessesOptions) {
    super(options)
    this.protocol = options.protocol
    this.clusterOf = options.clusterOf
    if (this.nodes < LARGE) return
    const foresight = new Foresight(this.processes, this.deadlines, this.directory)
    this.expect = (nodes, sources, count) => foresight.expect(nodes, sources, count, this.now)
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

  /** The node that has an endpoint; −1: nobody. */
  indexOf(endpoint: core.Endpoint): number {
    return this.addresses.indexOf(endpoint)
  }

  endpointOf(index: number): core.Endpoint {
    return this.processes[index].endpoint
  }

  /** @internal */
  process(index: number): Process {
    return this.processes[index]
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

  /** A node's own clock, in milliseconds. */
  clockOf(index: number): number {
    return this.processes[index].localMs(this.time)
  }

  /** Inputs lost to a full buffer. */
  overflowed(index: number): number {
    return this.processes[index].machine?.overflowed ?? 0
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
    for (const one of this.observers.ticking) one.ticking(process.index)
    this.schedule(process.index, process.running.tick(now))
    for (const one of this.observers.ticked) one.ticked(process.index)
  }

  /** Nothing is due: its process has ended, or not yet begun. */
  protected unschedule(index: number): void {
    this.deadlines[index] = this.wakeTimes[index] = Infinity
  }

  protected schedule(index: number, deadline: number): void {
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
    for (const one of this.observers.arriving) one.arriving(datagram)
    const from = this.processes[source].endpoint
    this.addresses.heard(from, source)
    const deadline = process.running.receive(process.localMs(this.time), from, bytes, length)
    this.schedule(process.index, deadline)
    for (const one of this.observers.arrived) one.arrived(datagram)
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

  /** The machine of a node, now that something is to be wrong with it. */
  private machine(index: number): Machine {
    this.machines[index] ??= new Machine()
    return (this.processes[index].machine = this.machines[index])
  }
}
