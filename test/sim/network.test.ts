import { type Latency, latencyUs } from '../../sim/network/latency.js'
import { Network } from '../../sim/network/network.js'
import { DROP, Packet, PASS, type Rule } from '../../sim/network/packet.js'
import * as Partitions from '../../sim/network/partitions.js'
import * as Rules from '../../sim/network/rules.js'
import t from 'tap'

function judged(rule: Rule, packets: number, of: Partial<Packet> = {}): Packet[] {
  return Array.from({ length: packets }, (_, i) => {
    const packet = new Packet(7)
    Object.assign(packet, { source: 1, target: 2, length: 40, count: i, time: i * 1_000, ...of })
    packet.bytes = new Uint8Array(64)
    const verdict = rule.judge(packet)
    return Object.assign(packet, { verdict })
  })
}

const dropped = (packets: Packet[]): number => {
  return packets.filter((packet) => (packet as unknown as { verdict: number }).verdict === DROP)
    .length
}

/** Whom a node probes, and the last sequence that it gave to relays. */

t.test('latency has the shape that it is given', async (t) => {
  const uniform = (i: number): number => (i + 0.5) / 10_000
  const mean = (latency: Latency): number => {
    let sum = 0
    for (let i = 0; i < 10_000; i++)
      sum += latencyUs(latency, uniform(i), uniform((i * 7) % 10_000))
    return sum / 1e7
  }
  t.equal(mean({ kind: 'constant', ms: 3 }), 3)
  t.ok(Math.abs(mean({ kind: 'uniform', minMs: 2, maxMs: 6 }) - 4) < 0.01)
  t.ok(Math.abs(mean({ kind: 'exponential', minMs: 1, meanMs: 5 }) - 6) < 0.05)
  const lognormal = { kind: 'lognormal', medianMs: 4, sigma: 0.5 } as const
  const values = Array.from({ length: 9_999 }, (_, i) => latencyUs(lognormal, uniform(i), 0.1))
  t.ok(values.every((value) => value > 0))
})

t.test('rules lose, delay, double, reorder and change what they are for', async (t) => {
  t.ok(Math.abs(dropped(judged(Rules.lose(0.3), 2_000)) - 600) < 100)
  t.equal(dropped(judged(Rules.lose(1, { from: [3] }), 10)), 0)
  t.equal(dropped(judged(Rules.lose(1, { from: [1], to: [2] }), 10)), 10)
  t.equal(dropped(judged(Rules.cut({ to: [2] }), 10)), 10)
  const bursts = judged(Rules.loseInBursts({ perSecond: 1, burstMs: 500, rate: 1 }), 5_000)
  const runs = bursts.filter((packet, i) => {
    return dropped([packet]) === 1 && (i === 0 || dropped([bursts[i - 1]]) === 0)
  })
  t.ok(
    dropped(bursts) > 300 && runs.length < 30,
    `${dropped(bursts)} lost in ${runs.length} bursts`,
  )
  t.equal(
    dropped(judged(Rules.loseInBursts({ perSecond: 1, burstMs: 1, rate: 1 }, { to: [9] }), 9)),
    0,
  )
  const slow = judged(Rules.slowDown({ kind: 'constant', ms: 3 }), 2)
  t.ok(slow.every(({ delayUs }) => delayUs === 3_000))
  t.equal(judged(Rules.slowDown({ kind: 'constant', ms: 3 }, { to: [9] }), 1)[0].delayUs, 0)
  t.ok(judged(Rules.duplicate(1, 10), 5).every(({ copies }) => copies.length === 1))
  t.ok(
    judged(Rules.duplicate(1, 10), 5, { stream: true }).every(({ copies }) => copies.length === 0),
  )
  t.ok(judged(Rules.reorder(1, 10), 5).every(({ held }) => held))
  t.equal(dropped(judged(Rules.corrupt(1, true), 5)), 5)
  const flipped = judged(Rules.corrupt(1, false), 5)
  t.ok(flipped.every(({ bytes }) => bytes.filter((byte) => byte !== 0).length === 1))
  t.ok(judged(Rules.truncate(1), 5).every(({ length }) => length < 40))
  t.ok(judged(Rules.replayOld(1, 9_000), 5).some(({ copies }) => copies[0] > 1_000_000))
  const lost = judged(Rules.single(3, 'lost'), 5)
  t.same(
    lost.map((packet) => dropped([packet])),
    [0, 0, 1, 0, 0],
  )
  t.equal(judged(Rules.single(1, 'doubled'), 1)[0].copies.length, 1)
  t.equal(judged(Rules.single(1, 'late'), 1)[0].delayUs, 2_000_000)
  t.equal(judged(Rules.hold([2], 5_000), 1)[0].delayUs, 5_000)
  t.equal(judged(Rules.hold([7], 5_000), 1)[0].delayUs, 0)
})

t.test('a narrow link has a rate, a queue and an mtu', async (t) => {
  const rule = Rules.limit({ bytesPerSecond: 1_000, queueBytes: 100, mtuBytes: 50 })
  const burst = judged(rule, 4, { time: 0 })
  t.equal(burst[0].delayUs, 40_000)
  t.equal(burst[1].delayUs, 80_000)
  t.equal(dropped(burst), 2)
  t.equal(dropped(judged(rule, 1, { time: 1e6, length: 60 })), 1)
  t.equal(dropped(judged(Rules.limit({ bytesPerSecond: 1, queueBytes: 9 }, { to: [9] }), 3)), 0)
})

t.test('partitions are graphs', async (t) => {
  const reach = (rule: Rule, source: number, target: number, time = 0): boolean => {
    const packet = Object.assign(new Packet(1), { source, target, time })
    return rule.judge(packet) === PASS
  }
  const sides = Partitions.partition([[0, 1], [2]])
  t.same([reach(sides, 0, 1), reach(sides, 1, 2), reach(sides, 2, 5)], [true, false, true])
  const bridge = Partitions.bridge([0, 1, 2, 3, 4], 2)
  t.same([reach(bridge, 0, 4), reach(bridge, 0, 2), reach(bridge, 2, 4)], [false, true, true])
  const ring = Partitions.ringOfMajorities([0, 1, 2, 3, 4, 5])
  for (let i = 0; i < 6; i++) {
    const seen = [0, 1, 2, 3, 4, 5].filter((j) => reach(ring, i, j))
    t.ok(seen.length > 3 && seen.length < 6, `${i} sees ${seen}`)
  }
  t.ok(reach(ring, 9, 0))
  const both = Partitions.isolate(1, 'both')
  t.same([reach(both, 1, 0), reach(both, 0, 1), reach(both, 0, 2)], [false, false, true])
  const inward = Partitions.isolate(1, 'in')
  t.same([reach(inward, 1, 0), reach(inward, 0, 1)], [true, false])
  const outward = Partitions.isolate(1, 'out')
  t.same([reach(outward, 1, 0), reach(outward, 0, 1)], [false, true])
  const full = Partitions.nat([1], 'full-cone', 10)
  t.notOk(reach(full, 0, 1), 'nothing was sent yet')
  reach(full, 1, 5)
  t.ok(reach(full, 0, 1), 'whoever')
  t.notOk(reach(full, 0, 1, 11_000), 'the mapping has ended')
  const strict = Partitions.nat([1], 'port-restricted', 10)
  reach(strict, 1, 5)
  t.same([reach(strict, 5, 1), reach(strict, 0, 1)], [true, false])
})

t.test('taking one rule away leaves the draws of the others as they were', async (t) => {
  const lost = (rules: Rule[]): number[] => {
    const network = new Network(4, 3)
    for (const rule of rules) network.add(rule)
    return Array.from({ length: 500 }, (_, i) => i).filter(() => {
      Object.assign(network.packet, { source: 1, target: 2, time: 0, length: 10 })
      return !network.judge(network.packet)
    })
  }
  const one = Rules.lose(0.2, {}, 1)
  const other = Rules.lose(0.2, {}, 2)
  const both = lost([one, other])
  for (const i of lost([one])) t.ok(both.includes(i))
  for (const i of lost([other])) t.ok(both.includes(i))
  const network = new Network(4, 3, { loss: 1 })
  const end = network.add(one)
  end()
  end()
  t.notOk(network.judge(network.packet))
  network.heal()
  t.ok(network.judge(network.packet))
  t.equal(network.dropped, 1)
})

t.test('links have classes, and need not be the same both ways', async (t) => {
  const network = new Network(4, 3, {
    latency: { kind: 'constant', ms: 1 },
    siteLatency: { kind: 'constant', ms: 30 },
    sites: 2,
    asymmetry: 2,
  })
  const delay = (source: number, target: number): number => {
    Object.assign(network.packet, { source, target })
    network.judge(network.packet)
    return network.packet.delayUs
  }
  t.same([delay(2, 0), delay(0, 2), delay(1, 0), delay(0, 1)], [1_000, 2_000, 30_000, 60_000])
  const wide = new Network(2, 3, { latency: { kind: 'lognormal', medianMs: 5, sigma: 1 } })
  t.ok(wide.judge(wide.packet) && wide.packet.delayUs > 0)
})
