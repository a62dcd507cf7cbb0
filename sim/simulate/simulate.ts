import { joinIn, type Cluster } from '../../lib/cluster/index.js'
import type { ClusterOptions } from '../../lib/cluster/index.js'
import type { ProfileName } from '../../lib/core/index.js'
import type { NetworkOptions } from '../network/network.js'
import type { Rule } from '../network/packet.js'
import * as Partitions from '../network/partitions.js'
import * as Rules from '../network/rules.js'
import { SimError } from '../plans/sim-error.js'
import { endpointAt } from '../world/addresses.js'
import { Fabric } from '../world/fabric.js'
import { Guest } from './guest.js'

export interface SimulateOptions {
  /**
   * The same seed gives the same run, as long as the code under test reads no clock and draws no
   * chance but the world's.
   * @default 1
   */
  readonly seed?: number
  /** Processes that may join: 1…1,000. */
  readonly nodes: number
  /** @default 'lan' */
  readonly profile?: ProfileName
  readonly network?: NetworkOptions
  /**
   * Virtual milliseconds after which the simulation is given up.
   * @default 3,600,000 (an hour)
   */
  readonly limitMs?: number
}

const nothing = (): void => {}
const QUIET = { info: nothing, warn: nothing, error: nothing }
/** The longest datagram. */
const DATAGRAM_BYTES = 65_507

/** The world that a user's test runs in: virtual time, and real clusters in it. */
export class SimulatedWorld extends Fabric {
  private readonly options: SimulateOptions
  private readonly guests: Guest[] = []

  /** @internal Use `simulate`. */
  constructor(options: SimulateOptions) {
    const { nodes, seed = 1, network } = options
    if (!Number.isInteger(nodes) || nodes < 1 || nodes > 1_000) {
      throw new SimError('USAGE', `nodes: expected a whole number in 1…1000, got ${nodes}`)
    }
    super({ nodes, seed, network, datagramBytes: DATAGRAM_BYTES })
    this.options = options
    for (let i = 0; i < nodes; i++) this.guests.push(new Guest(i, endpointAt(i), this, this.guests))
  }

  /**
   * `joinCluster` on a node of this world, with the others as seeds, unless told otherwise. The
   * returned cluster is the real one; call and listen to it as in production. A node that crashed
   * starts again.
   */
  async join(index: number, options: ClusterOptions = {}): Promise<Cluster> {
    this.check(index)
    if (!this.guests[index].alive)
      this.guests[index] = new Guest(index, endpointAt(index), this, this.guests)
    const guest = this.guests[index]
    const seeds = this.guests.filter((other) => other !== guest).map(({ endpoint }) => endpoint)
    const own = { id: `node-${index}`, seeds: seeds.slice(0, 3), logger: QUIET }
    const { profile } = this.options
    const given = { profile, ...own, ...options, bind: guest.endpoint }
    return joinIn({ runtime: guest, bind: async () => guest }, given)
  }

  /** Has all nodes join, the first one first. */
  async joinAll(options: ClusterOptions = {}): Promise<Cluster[]> {
    const first = await this.join(0, options)
    const others = this.guests.slice(1).map(({ index }) => this.join(index, options))
    return [first, ...(await Promise.all(others))]
  }

  /** Resolves after so many virtual milliseconds. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => void this.after(Math.round(ms * 1_000), resolve))
  }

  /**
   * Resolves once the condition holds, which is looked at every 10 virtual milliseconds.
   * @throws SimError if it does not within so many
   */
  async until(holds: () => boolean, withinMs: number): Promise<void> {
    const end = this.now + withinMs
    while (!holds()) {
      if (this.now >= end) throw new SimError('USAGE', `it did not come true in ${withinMs} ms`)
      await this.sleep(10)
    }
  }

  /** The clock, timers and randomness of a node: for code that takes them as arguments. */
  runtime(index: number): Pick<Guest, 'now' | 'after' | 'random'> {
    this.check(index)
    return this.guests[index]
  }

  /** Nodes of different sides no longer reach each other; returns what heals that. */
  partition(groups: readonly (readonly number[])[]): () => void {
    groups.flat().forEach((index) => this.check(index))
    return this.network.add(Partitions.partition(groups))
  }

  /** Nothing goes from these nodes to those; returns what heals that. */
  cut(from: readonly number[], to: readonly number[]): () => void {
    return this.network.add(Rules.cut({ from, to }))
  }

  /** Loses this part of all packets; returns what heals that. */
  lose(rate: number): () => void {
    return this.network.add(Rules.lose(rate))
  }

  /** Any fault of your own; returns what ends it. */
  rule(rule: Rule): () => void {
    return this.network.add(rule)
  }

  /**
   * The process ends without a word: its handlers are never called again. Its host lives on, and
   * refuses its streams; for a host that is gone, cut it off as well.
   */
  crash(index: number): void {
    this.check(index)
    this.guests[index].kill()
  }

  /** The process gets no processor for so long. */
  stall(index: number, ms: number): void {
    this.check(index)
    const { machine } = this.guests[index]
    machine.frozenUntil = Math.max(machine.frozenUntil, this.time + Math.round(ms * 1_000))
    this.thawAt(machine.frozenUntil, index)
  }

  /** @internal */
  guest(index: number): Guest {
    return this.guests[index]
  }

  /** @internal Lets the next thing happen; false if nothing ever will, or the time is up. */
  advance(): boolean {
    return this.stepBy((this.options.limitMs ?? 3_600_000) * 1_000)
  }

  protected deliver(place: number): void {
    const { source, target, bytes, length } = this.open(place)
    this.trace.datagram(this.time, source, target, bytes, length)
    this.guests[target].deliver(this.guests[source].endpoint, bytes.subarray(0, length))
    this.release(place)
  }

  protected wake(index: number): void {
    this.guests[index].machine.catchUp(this.time)
  }

  private check(index: number): void {
    if (Number.isInteger(index) && index >= 0 && index < this.nodes) return
    throw new SimError('USAGE', `expected a node below ${this.nodes}, got ${index}`)
  }
}

/**
 * Runs `main` in a world of virtual time: real clusters, your own handlers, a network that obeys.
 * Minutes pass in milliseconds, and always in the same way.
 *
 * @example
 * await simulate({ nodes: 3 }, async (world) => {
 *   const [a] = await world.joinAll()
 *   world.crash(2)
 *   await world.until(() => a.members.length === 2, 10_000)
 * })
 *
 * @throws whatever `main` throws; SimError if it waits for what will never happen.
 */
export async function simulate<T>(
  options: SimulateOptions,
  main: (world: SimulatedWorld) => Promise<T>,
): Promise<T> {
  const world = new SimulatedWorld(options)
  const state = { over: false }
  const result = main(world)
  const note = (): void => void (state.over = true)
  result.then(note, note)
  // All that promises bring about at one moment happens before the next moment.
  for (await turn(); !state.over; await turn()) {
    if (!world.advance()) {
      throw new SimError('USAGE', `the test waits for what does not happen by ${world.now} ms`)
    }
  }
  return result
}

function turn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}
