import { Letter, Mail } from '../network/mail.js'
import { Network, type NetworkOptions } from '../network/network.js'
import { Heap } from '../time/heap.js'
import type { Scheduler } from '../time/scheduler.js'
import { Wheel } from '../time/wheel.js'
import { Trace } from './trace.js'
import { Observers } from './observers.js'
import type { Datagram, Observer } from './observer.js'

/** Kinds of entries in the scheduler. */
const TICK = 0
const DATAGRAM = 1
const THAW = 2
const ACTION = 3

/** Entries for one moment: without latency a loop of messages would never end. */
const AT_ONCE = 50_000
const AT_ONCE_EACH = 1_000

/**
 * How many entries are announced before they are worked off: so few that they are still in the
 * processor's cache then, and that hardly any new one comes in between.
 */
const AHEAD = 32

export interface FabricOptions {
  readonly nodes: number
  readonly seed: number
  readonly network?: NetworkOptions
  readonly scheduler?: 'wheel' | 'heap'
  /** The longest datagram. */
  readonly datagramBytes: number
}

/**
 * Virtual time, and a network through it, for whatever lives in it.
 *
 *     post ─► network: rules, link ─► scheduler ─► deliver
 *     wakeAt, thawAt, at ───────────► scheduler ─► wake, thaw, the action
 */
export abstract class Fabric {
  readonly trace: Trace = new Trace()
  /** The same over what the nodes came to hold of each other, whatever bytes brought it. */
  readonly story: Trace = new Trace()
  readonly network: Network
  readonly nodes: number
  readonly seed: number
  /** Entries worked off so far. */
  events = 0
  /** Virtual microseconds. */
  time = 0
  /** @internal */
  readonly observers: Observers = new Observers()
  private readonly scheduler: Scheduler
  private readonly mail = new Mail()
  /** The datagram that leaves, and the one that has come. */
  private readonly leaving: Letter
  private readonly come: Letter
  private readonly actions = new Map<number, () => void>()
  private serial = 0
  /** Entries worked off since time last moved. */
  private atOnce = 0
  /** Is told whose turn it is next, if it wants to know. */
  protected expect: ((nodes: Int32Array, sources: Int32Array, count: number) => void) | undefined
  private readonly announced = new Int32Array(AHEAD)
  private readonly sources = new Int32Array(AHEAD)
  /** How many of the announced ones are still to come. */
  private coming = 0

  constructor(options: FabricOptions) {
    this.nodes = options.nodes
    this.seed = options.seed
    this.leaving = new Letter(options.datagramBytes)
    this.come = new Letter(options.datagramBytes)
    this.scheduler = options.scheduler === 'heap' ? new Heap() : new Wheel()
    this.network = new Network(options.nodes, options.seed, options.network)
  }

  /** Virtual milliseconds since the start. */
  get now(): number {
    return Math.floor(this.time / 1_000)
  }

  /** Entries that wait in the scheduler. */
  get waiting(): number {
    return this.scheduler.length
  }

  /** Shows an observer what happens from now on. */
  observe(observer: Observer): void {
    this.observers.add(observer)
  }

  /** Calls `action` at a time in virtual milliseconds, now if that is past. */
  at(nowMs: number, action: () => void): void {
    this.after(Math.max(0, Math.round(nowMs * 1_000) - this.time), action)
  }

  /** Calls `action` after so many virtual microseconds; returns what cancels it. */
  after(us: number, action: () => void): () => void {
    const serial = this.serial++
    this.actions.set(serial, action)
    this.scheduler.push(this.time + us, ACTION, serial)
    return () => void this.actions.delete(serial)
  }

  /** Lets so many milliseconds pass. */
  run(ms: number): void {
    const end = this.time + Math.round(ms * 1_000)
    while (this.stepBy(end));
  }

  /** Lets time pass until the condition holds; false if it does not within so many milliseconds. */
  runUntil(holds: () => boolean, ms: number): boolean {
    const end = this.time + Math.round(ms * 1_000)
    while (!holds()) {
      if (!this.stepBy(end)) return holds()
    }
    return true
  }

  /** Tells the observers that a fault begins or ends. */
  noteFault(name: string, nodes: readonly number[], begins: boolean): void {
    for (const one of this.observers.fault) one.fault(name, nodes, begins)
  }

  /** @internal Sends a datagram on its way; the bytes are copied. */
  post(source: number, target: number, bytes: Uint8Array, length: number): void {
    const { leaving: letter, mail } = this
    const place = mail.allocate(length)
    letter.place = place
    letter.source = source
    letter.target = target
    letter.length = length
    for (let i = 0; i < length; i++) letter.bytes[i] = bytes[i]
    for (const one of this.observers.sent) one.sent(letter)
    const { packet } = this.network
    packet.source = source
    packet.target = target
    packet.bytes = letter.bytes
    packet.length = length
    packet.stream = false
    packet.time = this.time
    const passed = this.network.judge(packet)
    if (packet.altered || packet.held || packet.copies.length > 0) {
      for (const one of this.observers.touched) one.touched(letter, packet)
    }
    if (!passed) {
      for (const one of this.observers.lost) one.lost(letter)
      return mail.release(place)
    }
    letter.length = packet.length
    mail.put(place, letter)
    const arrival = this.time + packet.delayUs
    for (const extraUs of packet.copies) {
      const copy = mail.allocate(letter.length)
      mail.put(copy, letter)
      this.scheduler.push(arrival + extraUs, DATAGRAM, copy)
    }
    this.scheduler.push(arrival, DATAGRAM, place)
  }

  /** @internal The delay of one segment of a stream in microseconds, or −1: lost. */
  judgeStream(source: number, target: number, length: number): number {
    const { packet } = this.network
    packet.source = source
    packet.target = target
    packet.length = length
    packet.stream = true
    packet.time = this.time
    return this.network.judge(packet) ? packet.delayUs : -1
  }

  /** Works off one entry, if one is due by `end`; else time is `end`. */
  protected stepBy(end: number): boolean {
    if (this.expect !== undefined && --this.coming < 0) this.announce(this.expect)
    const found = this.scheduler.next(end)
    if (found) this.step()
    else this.time = end
    return found
  }

  /** Tells whose turn it is next: the memory that all of them need is then fetched at once. */
  private announce(to: (nodes: Int32Array, sources: Int32Array, count: number) => void): void {
    const { announced, sources, mail, scheduler } = this
    this.coming = scheduler.ahead(announced)
    let count = 0
    for (let i = 0; i < this.coming; i++) {
      const kind = announced[i] & 3
      const value = announced[i] >> 2
      if (kind !== TICK && kind !== DATAGRAM) continue
      announced[count] = kind === TICK ? value : mail.targetOf(value)
      sources[count++] = kind === TICK ? -1 : mail.sourceOf(value)
    }
    to(announced, sources, count)
  }

  /** The datagram that has come; the next one will lie where it lies. */
  protected open(place: number): Datagram {
    this.mail.read(place, this.come)
    return this.come
  }

  /** The datagram has been dealt with. */
  protected release(place: number): void {
    this.mail.release(place)
  }

  protected wakeAt(time: number, index: number): void {
    this.scheduler.push(time, TICK, index)
  }

  protected thawAt(time: number, index: number): void {
    this.scheduler.push(time, THAW, index)
  }

  /** A datagram has come; `release` its place when it has been dealt with. */
  protected abstract deliver(place: number): void
  /** What `wakeAt` asked for, or `thawAt`. */
  protected abstract wake(index: number, thaws: boolean): void

  private step(): void {
    this.events++
    const { kind, value, time } = this.scheduler
    this.atOnce = time === this.time ? this.atOnce + 1 : 0
    if (this.atOnce > AT_ONCE + AT_ONCE_EACH * this.nodes) throw new Error('time stands still')
    this.time = time
    if (kind === DATAGRAM) this.deliver(value)
    else if (kind === TICK || kind === THAW) this.wake(value, kind === THAW)
    else this.act(value)
  }

  private act(serial: number): void {
    const action = this.actions.get(serial)
    this.actions.delete(serial)
    action?.()
  }
}
