import type { Latency } from '../network/latency.js'
import * as Partitions from '../network/partitions.js'
import * as Rules from '../network/rules.js'
import type { World } from '../world/world.js'
import {
  byRules,
  count,
  given,
  ms,
  onLinks,
  rate,
  type FaultSpec,
  type Given,
} from './fault-spec.js'
import { nodesOf, others, type NetworkFault } from '../plans/plan.js'

const SWIZZLE = { step: ms('between two of them', 500) }

function latencyOf(fault: Given): Latency {
  const value = fault.number('ms')
  switch (fault.word('shape')) {
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

/** A swizzle (FoundationDB): clogs its nodes one after the other, and frees them in another order. */
function swizzle(world: World, fault: Given, salt: number): () => void {
  const stepMs = fault.number('step')
  const nodes = nodesOf(fault)
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

/** What can befall the network. */
export const NETWORK_FAULTS: Readonly<Record<NetworkFault, FaultSpec>> = {
  partition: {
    says: 'nodes of different sides do not reach each other',
    about: 'groups',
    takes: {},
    begin: (world, fault) => world.network.add(Partitions.partition(fault.groups ?? [])),
  },
  bridge: byRules('two halves reach each other only over this node', {}, (world, fault) => {
    return nodesOf(fault).map((over) => Partitions.bridge(others(world.nodes, []), over))
  }),
  majorities: byRules(
    'each of these reaches only the majority nearest to it on a circle',
    {},
    (_world, fault) => [Partitions.ringOfMajorities(nodesOf(fault))],
  ),
  isolate: byRules(
    'nobody reaches the node, it reaches nobody, or both',
    { way: { ...ms('', 0), says: 'what is cut off', unit: ['both', 'in', 'out'] } },
    (_world, fault) => {
      const way = fault.word('way') as 'both' | 'in' | 'out'
      return nodesOf(fault).map((node) => Partitions.isolate(node, way))
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
      const type = fault.word('type') as Partitions.NatKind
      return [Partitions.nat(nodesOf(fault), type, fault.number('mapping'))]
    },
  ),
  swizzle: {
    says: 'nodes are clogged one after the other, and freed in another order',
    about: 'nodes',
    takes: SWIZZLE,
    begin: (world, fault, salt) => swizzle(world, given(SWIZZLE, fault), salt),
  },
  cut: onLinks('nothing goes from these nodes to those', {}, (fault) => Rules.cut(fault)),
  loss: onLinks('datagrams are lost, each by itself', { rate }, (fault, salt) => {
    return Rules.lose(fault.number('rate'), fault, salt)
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
        rate: fault.number('rate'),
        perSecond: 1_000 / Math.max(1, fault.number('every')),
        burstMs: fault.number('burst'),
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
    (fault, salt) => Rules.duplicate(fault.number('rate'), fault.number('within'), fault, salt),
  ),
  reorder: onLinks(
    'datagrams are held back, and overtaken',
    { rate, within: ms('for up to', 10) },
    (fault, salt) => Rules.reorder(fault.number('rate'), fault.number('within'), fault, salt),
  ),
  replay: onLinks(
    'old datagrams arrive again, much later',
    { rate: { ...rate, usual: 0.01 }, within: ms('up to so much later', 30_000) },
    (fault, salt) => Rules.replayOld(fault.number('rate'), fault.number('within'), fault, salt),
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
      return Rules.corrupt(fault.number('rate'), fault.word('checksum') === 'udp', fault, salt)
    },
  ),
  truncate: onLinks('datagrams are cut short', { rate }, (fault, salt) => {
    return Rules.truncate(fault.number('rate'), fault, salt)
  }),
  limit: onLinks(
    'a narrow link: a rate, a queue, an mtu',
    {
      rate: count('bytes a second', 100, 1e9, 20_000),
      queue: count('bytes that wait', 100, 1e9, 20_000),
      mtu: count('bytes in a datagram', 64, 65_507, 1_400),
    },
    (fault) => {
      const bytesPerSecond = fault.number('rate')
      const queueBytes = fault.number('queue')
      return Rules.limit({ bytesPerSecond, queueBytes, mtuBytes: fault.number('mtu') }, fault)
    },
  ),
  packet: onLinks(
    'one single datagram is lost, doubled or late',
    {
      nth: count('which one of those sent from now on', 1, 1e9, 1),
      how: { ...ms('', 0), says: 'what becomes of it', unit: ['lost', 'doubled', 'late'] },
    },
    (fault) => Rules.single(fault.number('nth'), fault.word('how') as 'lost' | 'doubled' | 'late'),
  ),
}
