import type { Latency } from '../network/latency.js'
import * as Partitions from '../network/partitions.js'
import * as Rules from '../network/rules.js'
import type { Rule } from '../network/packet.js'
import { LEAVING } from '../ownership/leaving.js'
import type { World } from '../world/world.js'
import { others, type Fault, type FaultKind } from './plan.js'

/** A number that a fault takes: its range, and what it is if left out. */
export interface Argument {
  readonly says: string
  readonly least: number
  readonly most: number
  readonly usual: number
  /** How it is written in a file: a time with its unit, a rate, a plain number, one of words. */
  readonly unit: 'ms' | 'rate' | 'number' | readonly string[]
}

interface FaultSpec {
  readonly says: string
  /** Whether it names nodes, goes from some to others, has sides, or is for the whole network. */
  readonly about: 'nodes' | 'links' | 'groups'
  readonly takes: Readonly<Record<string, Argument>>
  /** Begins it; what it returns ends it. */
  begin(world: World, fault: Fault, salt: number): () => void
}

const NOTHING = (): void => {}
const rate: Argument = {
  says: 'part of the datagrams',
  least: 0,
  most: 1,
  usual: 0.1,
  unit: 'rate',
}
const ms = (says: string, usual: number): Argument => {
  return { says, least: 0, most: 3_600_000, usual, unit: 'ms' }
}
const count = (says: string, least: number, most: number, usual: number): Argument => {
  return { says, least, most, usual, unit: 'number' }
}

function number(fault: Fault, name: string): number {
  const value = fault.with?.[name] ?? FAULTS[fault.kind].takes[name].usual
  return value as number
}

function word(fault: Fault, name: string): string {
  const { unit } = FAULTS[fault.kind].takes[name]
  return String(fault.with?.[name] ?? unit[0])
}

function onNodes(
  says: string,
  takes: FaultSpec['takes'],
  begin: (world: World, node: number, fault: Fault) => void,
  end?: (world: World, node: number) => void,
): FaultSpec {
  return {
    says,
    takes,
    about: 'nodes',
    begin(world, fault) {
      for (const node of fault.nodes ?? []) begin(world, node, fault)
      if (end === undefined) return NOTHING
      return () => fault.nodes?.forEach((node) => end(world, node))
    },
  }
}

function byRules(
  says: string,
  takes: FaultSpec['takes'],
  rules: (world: World, fault: Fault) => readonly Rule[],
): FaultSpec {
  const begin: FaultSpec['begin'] = (world, fault) => {
    const ends = rules(world, fault).map((rule) => world.network.add(rule))
    return () => ends.forEach((end) => end())
  }
  return { says, takes, about: 'nodes', begin }
}

function onLinks(
  says: string,
  takes: FaultSpec['takes'],
  rule: (fault: Fault, salt: number) => Rule,
): FaultSpec {
  const begin: FaultSpec['begin'] = (world, fault, salt) => world.network.add(rule(fault, salt))
  return { says, takes, about: 'links', begin }
}

function latencyOf(fault: Fault): Latency {
  const value = number(fault, 'ms')
  switch (word(fault, 'shape')) {
    case 'exponential':
      return { kind: 'exponential', minMs: 0, meanMs: value }
    case 'lognormal':
      return { kind: 'lognormal', medianMs: value, sigma: 1 }
    case 'uniform':
      return { kind: 'uniform', minMs: 0, maxMs: value }
    default:
      return { kind: 'constant', ms: value }
  }
}

/** Somebody who is up, for a node to join over; undefined: nobody. */
function somebody(world: World, node: number): number | undefined {
  const up = world.peersOf(node)
  return up.length === 0 ? undefined : up[node % up.length]
}

/** A swizzle (FoundationDB): clogs its nodes one after the other, and frees them in another order. */
function swizzle(world: World, fault: Fault, salt: number): () => void {
  const stepMs = number(fault, 'step')
  const nodes = fault.nodes ?? []
  const freed: (() => void)[] = []
  nodes.forEach((node, i) => {
    world.at(world.now + i * stepMs, () => {
      const both = others(world.nodes, [node])
      freed.push(world.network.add(Partitions.partition([[node], both])))
    })
  })
  nodes.forEach((_, i) => {
    const turn = nodes.length + ((i * 7 + salt) % nodes.length)
    world.at(world.now + turn * stepMs, () => freed.shift()?.())
  })
  return () => freed.forEach((free) => free())
}

/** Every kind of fault. */
export const FAULTS: Readonly<Record<FaultKind, FaultSpec>> = {
  crash: onNodes('the process ends without a word, and its host', {}, (world, node) => {
    world.crash(node)
  }),
  kill: onNodes(
    'the process ends without a word; its host lives, and refuses its streams',
    {},
    (world, node) => {
      if (world.up(node)) world.kill(node)
    },
  ),
  refuse: onNodes(
    'a firewall ends the streams to the node, and refuses new ones; datagrams pass',
    {},
    (world, node) => world.refuse(node),
    (world, node) => world.admit(node),
  ),
  restart: onNodes(
    'a process that is down starts again, with its state kept, stale or lost',
    { memory: { ...ms('', 0), says: 'what it remembers', unit: ['lost', 'kept', 'stale'] } },
    (world, node, fault) => {
      if (world.up(node)) world.crash(node)
      world.boot(node, somebody(world, node), word(fault, 'memory') as 'lost' | 'kept' | 'stale')
    },
  ),
  join: onNodes('a process starts and joins over one that is up', {}, (world, node) => {
    if (!world.up(node)) world.boot(node, somebody(world, node))
  }),
  takeover: onNodes(
    'a process starts on the address of another one, which is down',
    { of: count('the node whose address it takes', 0, 99_999, 0) },
    (world, node, fault) => {
      const from = number(fault, 'of')
      if (world.up(node)) world.crash(node)
      if (world.up(from)) world.crash(from)
      world.takeOver(node, from, somebody(world, node))
    },
  ),
  withdraw: onNodes('hands over all that it owns in the ring, then leaves', {}, (world, node) => {
    if (world.up(node)) world.setMeta(node, LEAVING)
  }),
  leave: onNodes('the process announces its leave, and ends 2 s later', {}, (world, node) => {
    if (!world.up(node)) return
    world.leave(node)
    world.at(world.now + 2_000, () => world.crash(node))
  }),
  meta: onNodes('the process changes its metadata', {}, (world, node) => {
    if (world.up(node)) world.setMeta(node, new Uint8Array([world.now & 255]))
  }),
  stall: onNodes(
    'the process gets no processor; what comes in waits, and overflows',
    {},
    (world, node, fault) => world.stall(node, fault.forMs ?? 1_000),
  ),
  slow: onNodes(
    'the process takes long over each input',
    { ms: ms('for each input', 5) },
    (world, node, fault) => world.slow(node, number(fault, 'ms')),
    (world, node) => world.slow(node, 0),
  ),
  jitter: onNodes(
    'its timers fire late',
    { ms: ms('up to', 50) },
    (world, node, fault) => world.jitter(node, number(fault, 'ms')),
    (world, node) => world.jitter(node, 0),
  ),
  drift: onNodes(
    'its clock runs fast or slow',
    { ppm: count('millionths', -500_000, 500_000, 200) },
    (world, node, fault) => world.drift(node, number(fault, 'ppm')),
    (world, node) => world.drift(node, 0),
  ),
  step: onNodes(
    'its wall clock is set',
    { seconds: count('seconds forward, or back', -3_600, 3_600, 60) },
    (world, node, fault) => world.stepClock(node, number(fault, 'seconds')),
  ),
  partition: {
    says: 'nodes of different sides do not reach each other',
    about: 'groups',
    takes: {},
    begin: (world, fault) => world.network.add(Partitions.partition(fault.groups ?? [])),
  },
  bridge: byRules('two halves reach each other only over this node', {}, (world, fault) => {
    return (fault.nodes ?? []).map((over) => Partitions.bridge(others(world.nodes, []), over))
  }),
  majorities: byRules(
    'each of these reaches only the majority nearest to it on a circle',
    {},
    (_world, fault) => [Partitions.ringOfMajorities(fault.nodes ?? [])],
  ),
  isolate: byRules(
    'nobody reaches the node, it reaches nobody, or both',
    { way: { ...ms('', 0), says: 'what is cut off', unit: ['both', 'in', 'out'] } },
    (_world, fault) => {
      const way = word(fault, 'way') as 'both' | 'in' | 'out'
      return (fault.nodes ?? []).map((node) => Partitions.isolate(node, way))
    },
  ),
  nat: byRules(
    'the node is behind a NAT',
    {
      type: {
        ...ms('', 0),
        says: 'how it filters',
        unit: ['full-cone', 'restricted', 'port-restricted', 'symmetric'],
      },
      mapping: ms('how long a mapping lasts', 30_000),
    },
    (_world, fault) => {
      const type = word(fault, 'type') as Partitions.NatKind
      return [Partitions.nat(fault.nodes ?? [], type, number(fault, 'mapping'))]
    },
  ),
  swizzle: {
    says: 'nodes are clogged one after the other, and freed in another order',
    about: 'nodes',
    takes: { step: ms('between two of them', 500) },
    begin: swizzle,
  },
  cut: onLinks('nothing goes from these nodes to those', {}, (fault) => Rules.cut(fault)),
  loss: onLinks('datagrams are lost, each by itself', { rate }, (fault, salt) => {
    return Rules.lose(number(fault, 'rate'), fault, salt)
  }),
  bursts: onLinks(
    'datagrams are lost in bursts',
    {
      rate: { ...rate, usual: 0.9 },
      every: ms('mean time between bursts', 5_000),
      burst: ms('mean length of one', 500),
    },
    (fault, salt) => {
      const options = {
        rate: number(fault, 'rate'),
        perSecond: 1_000 / Math.max(1, number(fault, 'every')),
        burstMs: number(fault, 'burst'),
      }
      return Rules.loseInBursts(options, fault, salt)
    },
  ),
  delay: onLinks(
    'packets take longer',
    {
      ms: ms('how much', 50),
      shape: {
        ...ms('', 0),
        says: 'how that is spread',
        unit: ['constant', 'uniform', 'exponential', 'lognormal'],
      },
    },
    (fault, salt) => Rules.slowDown(latencyOf(fault), fault, salt),
  ),
  duplicate: onLinks(
    'datagrams arrive twice',
    { rate, within: ms('the second one, up to so much later', 10) },
    (fault, salt) => Rules.duplicate(number(fault, 'rate'), number(fault, 'within'), fault, salt),
  ),
  reorder: onLinks(
    'datagrams are held back, and overtaken',
    { rate, within: ms('for up to', 10) },
    (fault, salt) => Rules.reorder(number(fault, 'rate'), number(fault, 'within'), fault, salt),
  ),
  replay: onLinks(
    'old datagrams arrive again, much later',
    { rate: { ...rate, usual: 0.01 }, within: ms('up to so much later', 30_000) },
    (fault, salt) => Rules.replayOld(number(fault, 'rate'), number(fault, 'within'), fault, salt),
  ),
  corrupt: onLinks(
    'one bit of a datagram is flipped',
    {
      rate,
      checksum: {
        ...ms('', 0),
        says: 'whether the checksum of UDP finds it, as it does, or nothing',
        unit: ['udp', 'none'],
      },
    },
    (fault, salt) => {
      return Rules.corrupt(number(fault, 'rate'), word(fault, 'checksum') === 'udp', fault, salt)
    },
  ),
  truncate: onLinks('datagrams are cut short', { rate }, (fault, salt) => {
    return Rules.truncate(number(fault, 'rate'), fault, salt)
  }),
  limit: onLinks(
    'a narrow link: a rate, a queue, an mtu',
    {
      rate: count('bytes a second', 100, 1e9, 20_000),
      queue: count('bytes that wait', 100, 1e9, 20_000),
      mtu: count('bytes in a datagram', 64, 65_507, 1_400),
    },
    (fault) => {
      const bytesPerSecond = number(fault, 'rate')
      const queueBytes = number(fault, 'queue')
      return Rules.limit({ bytesPerSecond, queueBytes, mtuBytes: number(fault, 'mtu') }, fault)
    },
  ),
  packet: onLinks(
    'one single datagram is lost, doubled or late',
    {
      nth: count('which one of those sent from now on', 1, 1e9, 1),
      how: { ...ms('', 0), says: 'what becomes of it', unit: ['lost', 'doubled', 'late'] },
    },
    (fault) =>
      Rules.single(number(fault, 'nth'), word(fault, 'how') as 'lost' | 'doubled' | 'late'),
  ),
}
