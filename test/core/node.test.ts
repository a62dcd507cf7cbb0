import t from 'tap'
import { hash32 } from '../../lib/base/hash.js'
import type { EngineLoop } from '../../lib/cluster/driver/engine-loop.js'
import { explain } from '../../lib/cluster/operators/explain.js'
import * as core from '../../lib/core/index.js'
import { PROFILES } from '../../lib/core/options/profiles.js'
import { alive, bytesOfName, claim, endpointOfName, nameOf, packet, Rig } from './rig.js'

const { ABSENT, ALIVE, FAULTY, LEFT, SUSPECT, suspicionSpan, watchedBy } = core
const text = (bytes?: Uint8Array | null): string => Buffer.from(bytes ?? []).toString()
const accuser = (name: string): number => hash32(Buffer.from(name), 0, name.length, 0x67797265) & ~3

t.test('Probing', async (t) => {
  t.test('one member a period is pinged, each once in a pass', async (t) => {
    const rig = new Rig().start('b', 'c', 'd', 'e')
    const pinged: string[] = []
    for (let period = 0; period < 8; period++) {
      while (rig.of('ping').length === 0) rig.runTo(rig.now + 1)
      const [{ to, packet }] = rig.of('ping')
      pinged.push(nameOf(to))
      rig.receive(nameOf(to), { ack: { sequence: packet.ping?.sequence } })
      rig.take()
    }
    t.same(pinged.slice(0, 4).toSorted(), ['b', 'c', 'd', 'e'])
    t.same(pinged.slice(4).toSorted(), ['b', 'c', 'd', 'e'])
    t.equal(rig.node.counters.probes, 8)
    t.equal(rig.node.counters.probesFailed, 0)
    t.equal(rig.node.health, 0)
  })

  t.test('a silent member is asked for through relays and a stream, then suspected', async (t) => {
    const rig = new Rig().start('b', 'c', 'd', 'e', 'f')
    while (rig.of('ping').length === 0) rig.runTo(rig.now + 1)
    const [{ to, packet: first }] = rig.of('ping')
    rig.take()
    const target = nameOf(to)
    const pingedAt = rig.now
    rig.runTo(pingedAt + 149)
    t.equal(rig.of('pingReq').length, 0)
    rig.runTo(pingedAt + 150)
    const requests = rig.of('pingReq')
    const relays = new Set(requests.map((sent) => nameOf(sent.to)))
    t.equal(relays.size, 3)
    t.notOk(relays.has(target), 'a relay is never the target')
    t.equal(requests[0].packet.pingReq?.budgetMs, 100)
    t.equal(rig.streamPings[0].sequence >>> 0, first.ping?.sequence)
    rig.runTo(pingedAt + 249)
    t.equal(rig.standing(target), ALIVE)
    rig.runTo(pingedAt + 250)
    t.equal(rig.standing(target), SUSPECT, 'at the end of the budget, before the period is over')
    t.equal(rig.node.health, 3, 'three nacks were missing')
    t.same(rig.changes, [{ id: target, from: ALIVE, to: SUSPECT }])
  })

  t.test('nacks received spare our health', async (t) => {
    const rig = new Rig().start('b', 'c', 'd', 'e', 'f')
    while (rig.of('pingReq').length < 3) rig.runTo(rig.now + 1)
    const requests = rig.of('pingReq')
    for (const { to, packet } of requests) {
      rig.receive(nameOf(to), { nack: { sequence: packet.pingReq?.sequence } })
    }
    t.equal(rig.node.counters.staleAnswers, 0)
    const [{ to, packet }] = requests
    rig.receive(nameOf(to), { nack: { sequence: packet.pingReq?.sequence } })
    t.equal(rig.node.counters.staleAnswers, 1, 'one relay, one nack')
    rig.receive(nameOf(to), { nack: { sequence: 12345 } })
    t.equal(rig.node.counters.staleAnswers, 2, 'of another probe')
    rig.runTo(rig.now + 300)
    t.equal(rig.node.counters.probesFailed, 1)
    t.equal(rig.node.health, 0)
  })

  t.test('an ack through a relay, or over the stream, saves the member', async (t) => {
    for (const way of ['relay', 'stream'] as const) {
      const rig = new Rig().start('b', 'c', 'd', 'e', 'f')
      while (rig.of('pingReq').length === 0) rig.runTo(rig.now + 1)
      const [{ to, packet }] = rig.of('pingReq')
      const target = Buffer.from(packet.pingReq?.target as Uint8Array).toString()
      const asked = rig.of('pingReq').map((sent) => nameOf(sent.to))
      const stranger = ['b', 'c', 'd', 'e', 'f'].find((n) => n !== target && !asked.includes(n))
      rig.receive(stranger as string, { ack: { sequence: packet.pingReq?.sequence } })
      t.equal(rig.node.counters.staleAnswers, 1, 'one that was not asked cannot answer')
      if (way === 'relay') rig.receive(nameOf(to), { ack: { sequence: packet.pingReq?.sequence } })
      else {
        rig.node.streamAck(rig.now, 4711)
        rig.node.streamAck(rig.now, rig.streamPings[0].sequence)
      }
      rig.runTo(rig.now + 290)
      t.equal(rig.standing(target), ALIVE, way)
      t.equal(rig.node.counters.probesRelayed, 1)
      t.equal(rig.node.counters.probesFailed, 0)
    }
  })

  t.test('an ack counts only from the member that was pinged, with its sequence', async (t) => {
    const rig = new Rig().start('b', 'c', 'd')
    while (rig.of('ping').length === 0) rig.runTo(rig.now + 1)
    const [{ to, packet }] = rig.of('ping')
    const sequence = packet.ping?.sequence as number
    const other = ['b', 'c', 'd'].find((name) => name !== nameOf(to)) as string
    rig.receive(other, { ack: { sequence } })
    rig.receive(nameOf(to), { ack: { sequence: sequence + 1 } })
    rig.receive('z', { ack: { sequence } })
    t.equal(rig.node.counters.staleAnswers, 3)
    rig.receive(nameOf(to), { ack: { sequence } })
    t.equal(rig.node.counters.staleAnswers, 3)
    rig.receive(nameOf(to), { ack: { sequence } })
    t.equal(rig.node.counters.staleAnswers, 4, 'once')
  })

  t.test('in a cluster of two there is nobody to ask, and our health pays', async (t) => {
    const rig = new Rig().start('b')
    rig.runTo(1_000)
    t.equal(rig.of('pingReq').length, 0)
    t.ok(rig.streamPings.length > 0)
    t.equal(rig.standing('b'), SUSPECT)
    t.equal(rig.node.health, 1)
  })

  t.test('a refutation in the middle of a probe makes it say nothing', async (t) => {
    const rig = new Rig().start('b')
    while (rig.of('ping').length === 0) rig.runTo(rig.now + 1)
    rig.receive('c', { updates: [alive('b', 11)] })
    rig.runTo(rig.now + 480)
    t.equal(rig.standing('b'), ALIVE)
    t.equal(rig.node.counters.probesFailed, 0)
  })
})

t.test('Probing under a falling health', async (t) => {
  t.test(
    'a probe that outlasts its period is waited for, and the node does not spin',
    async (t) => {
      const rig = new Rig().start('b', 'c', 'd', 'e', 'f')
      while (rig.of('ping').length === 0) rig.runTo(rig.now + 1)
      const pingedAt = rig.now
      const target = nameOf(rig.of('ping')[0].to)
      for (const incarnation of [100, 101, 102, 103]) {
        rig.receive('b', { updates: [claim('a', incarnation, SUSPECT, 5)] })
      }
      rig.runTo(pingedAt + 649)
      t.equal(rig.standing(target), ALIVE, '150 ms, and five times 100 at health 4')
      rig.runTo(pingedAt + 650)
      t.equal(rig.standing(target), SUSPECT)
      t.equal(rig.node.counters.lateTicks, 0)
    },
  )

  t.test('a member that leaves while it is probed is not asked for', async (t) => {
    const rig = new Rig().start('b', 'c')
    while (rig.of('ping').length === 0) rig.runTo(rig.now + 1)
    const target = nameOf(rig.of('ping')[0].to)
    rig.receive(target, { updates: [claim(target, 10, LEFT)] })
    rig.runTo(rig.now + 300)
    t.equal(rig.of('pingReq').length, 0)
    t.equal(rig.node.counters.probesFailed, 0)
  })
})

t.test('Answering', async (t) => {
  t.test('a ping that names us is answered to the socket that it came from', async (t) => {
    const rig = new Rig().start('b')
    const bytes = packet('b', { ping: { sequence: 7, target: Buffer.from('a') } })
    rig.node.receive(0, endpointOfName('q'), bytes, bytes.length)
    const [{ to, packet: reply }] = rig.of('ack')
    t.equal(to, endpointOfName('q'))
    t.equal(reply.ack?.sequence, 7)
    t.equal(Buffer.from(reply.from).toString(), 'a')
  })

  t.test('a ping that names somebody else is not', async (t) => {
    const rig = new Rig().start('b')
    rig.receive('b', { ping: { sequence: 7, target: Buffer.from('x') } })
    t.equal(rig.sent.length, 0)
    t.equal(rig.node.counters.droppedTarget, 1)
  })

  t.test('a stranger gets a bare answer, shorter than its ping', async (t) => {
    const rig = new Rig().start('b', 'c')
    const ping = packet('stranger', { ping: { sequence: 7, target: Buffer.from('a') } })
    rig.node.receive(0, endpointOfName('z'), ping, ping.length)
    const [{ bytes, packet: reply }] = rig.of('ack')
    t.same(reply.updates, [])
    t.ok(bytes.length <= ping.length, `${bytes.length} for ${ping.length}`)
  })

  t.test('a ping-req makes us ping, and pass the answer on', async (t) => {
    const rig = new Rig().start('b', 'c')
    rig.receive('b', { pingReq: { sequence: 9, target: Buffer.from('c'), budgetMs: 200 } })
    const [{ to, packet: ping }] = rig.of('ping')
    t.equal(nameOf(to), 'c')
    rig.receive('c', { ack: { sequence: ping.ping?.sequence } })
    const [ack] = rig.of('ack')
    t.equal(nameOf(ack.to), 'b')
    t.equal(ack.packet.ack?.sequence, 9)
  })

  t.test('and to send a nack at 80 % of the budget if there is none', async (t) => {
    const rig = new Rig({ seed: [77, 1] }).start('b', 'c')
    rig.receive('b', { pingReq: { sequence: 9, target: Buffer.from('c'), budgetMs: 100 } })
    rig.runTo(79)
    t.equal(rig.of('nack').length, 0)
    rig.runTo(80)
    t.same(
      rig.of('nack').map((sent) => [nameOf(sent.to), sent.packet.nack?.sequence]),
      [['b', 9]],
    )
    rig.runTo(200)
    t.equal(rig.of('nack').length, 1)
  })

  t.test('and to confirm the accusation that follows, if it is of the same life', async (t) => {
    const ownHash = accuser('a')
    const confirmed = (accusation: boolean, relaysConfirm = true): boolean => {
      const protocol = core.protocolOptions('lan', { relaysConfirm })
      const rig = new Rig({ seed: [77, 1], protocol }).start('b', 'c', 'd', 'e', 'f')
      const before = rig.node.counters.accusations
      rig.receive('b', { pingReq: { sequence: 9, target: Buffer.from('c'), budgetMs: 100 } })
      rig.runTo(101)
      const of = accusation ? claim('c', 10, SUSPECT, 7) : alive('c', 11)
      rig.receive('b', { updates: [of] }).take()
      rig.runTo(199)
      const told = (): boolean => {
        const updates = rig.take().flatMap(({ packet }) => packet.updates)
        return updates.some(({ accuser }) => accuser && (accuser | 0) === ownHash)
      }
      t.notOk(told(), 'not before it is over')
      rig.runTo(260)
      t.equal(rig.node.counters.accusations, before, 'it raises none itself')
      return told()
    }
    t.ok(confirmed(true))
    t.notOk(confirmed(false))
    t.notOk(confirmed(true, false))
  })

  t.test(
    'for whom we do not know, from whom we do not know, or for ourselves we relay nothing',
    async (t) => {
      const rig = new Rig().start('b', 'c')
      rig.receive('b', { pingReq: { sequence: 9, target: Buffer.from('nobody'), budgetMs: 100 } })
      rig.receive('b', { pingReq: { sequence: 9, target: Buffer.from('a'), budgetMs: 100 } })
      t.equal(rig.node.counters.droppedTarget, 2)
      rig.receive('z', { pingReq: { sequence: 9, target: Buffer.from('c'), budgetMs: 100 } })
      t.equal(rig.node.counters.droppedRelay, 1)
      t.equal(rig.sent.length, 0)
    },
  )
})

t.test('Merging', async (t) => {
  t.test('only a full alive record introduces a member', async (t) => {
    const rig = new Rig().start()
    rig.receive('b', { updates: [claim('x', 5, FAULTY), claim('y', 5, SUSPECT)] })
    t.equal(rig.standing('x'), ABSENT)
    t.equal(rig.standing('y'), ABSENT)
    rig.receive('b', { updates: [alive('x', 5, 'role=web')] })
    t.equal(rig.standing('x'), ALIVE)
    t.same(rig.changes, [{ id: 'x', from: ABSENT, to: ALIVE }])
    const { table } = rig.node
    t.equal(Buffer.from(table.meta(table.findId('x'))).toString(), 'role=web')
    t.equal(table.endpoint(table.findId('x')), endpointOfName('x'))
  })

  t.test('the greater word wins, whatever the order', async (t) => {
    const updates = [
      alive('b', 11),
      claim('b', 11, SUSPECT, 5),
      claim('b', 12, SUSPECT, 5),
      claim('b', 12, FAULTY, 5),
      alive('b', 13),
    ]
    const orders = permutations(updates)
    t.equal(orders.length, 120)
    const hashes = new Set<string>()
    for (const order of orders) {
      const rig = new Rig().start('b')
      for (const update of order) rig.receive('c', { updates: [update] })
      hashes.add(`${rig.node.viewLow} ${rig.node.viewHigh} ${rig.standing('b')}`)
    }
    t.equal(hashes.size, 1)
  })

  t.test('each change is told once, and what changes nothing is not', async (t) => {
    const rig = new Rig().start('b')
    const script = [alive('b', 10), claim('b', 10, SUSPECT, 5), claim('b', 10, SUSPECT, 5)]
    rig.receive('c', { updates: [...script, alive('b', 11), claim('b', 11, LEFT), alive('b', 9)] })
    t.same(rig.changes, [
      { id: 'b', from: ALIVE, to: SUSPECT },
      { id: 'b', from: SUSPECT, to: ALIVE },
      { id: 'b', from: ALIVE, to: LEFT },
    ])
  })

  t.test('a new incarnation brings its endpoint and metadata', async (t) => {
    const rig = new Rig().start('b')
    const moved = { ...alive('b', 11, 'new'), endpoint: bytesOfName('k') }
    rig.receive('c', { updates: [moved] })
    const slot = rig.node.table.findId('b')
    t.equal(rig.node.table.endpoint(slot), endpointOfName('k'))
    t.same(rig.changes, [{ id: 'b', from: ALIVE, to: ALIVE }])
    rig.receive('c', { updates: [{ ...alive('b', 11), endpoint: bytesOfName('z') }] })
    t.equal(rig.node.table.endpoint(slot), endpointOfName('z'), 'of two processes the greater')
    rig.receive('c', { updates: [{ ...alive('b', 11), endpoint: bytesOfName('k') }] })
    rig.receive('c', { updates: [{ ...alive('b', 10), endpoint: bytesOfName('y') }] })
    t.equal(rig.node.table.endpoint(slot), endpointOfName('z'))
  })

  t.test('an address that an accusation overtook is taken when it comes', async (t) => {
    const rig = new Rig().start('b')
    rig.receive('c', { updates: [claim('b', 11, SUSPECT, 5)] })
    const slot = rig.node.table.findId('b')
    t.equal(rig.node.table.endpoint(slot), endpointOfName('b'))
    rig.receive('c', { updates: [{ ...alive('b', 11, 'new'), endpoint: bytesOfName('k') }] })
    t.equal(rig.standing('b'), SUSPECT)
    t.equal(rig.node.table.endpoint(slot), endpointOfName('k'))
    t.equal(rig.node.table.meta(slot).length, 3)
  })

  t.test('an incarnation more than a day ahead of our clock is refused alone', async (t) => {
    const rig = new Rig().start('b', 'c')
    const ceiling = 100 + 86_400
    rig.receive('d', { updates: [claim('b', ceiling + 1, FAULTY), claim('c', ceiling, FAULTY)] })
    t.equal(rig.standing('b'), ALIVE)
    t.equal(rig.standing('c'), FAULTY)
    t.equal(rig.node.counters.refusedIncarnation, 1)
  })

  t.test('a full table refuses newcomers, and counts them', async (t) => {
    const protocol = core.protocolOptions('lan', { membersMax: 2 })
    const rig = new Rig({ protocol }).start('b')
    rig.receive('b', { updates: [alive('c', 5)] })
    t.equal(rig.standing('c'), ABSENT)
    t.equal(rig.node.counters.refusedFull, 1)
    rig.receive('b', { updates: [claim('b', 10, LEFT), alive('c', 5)] })
    t.equal(rig.standing('c'), ALIVE, 'but a tombstone makes room')
    t.equal(rig.standing('b'), ABSENT)
  })
})

t.test('Suspicion', async (t) => {
  const n16 = 'bcdefghijklmnop'.split('')

  t.test('runs out at its maximum without confirmation, at its minimum with three', async (t) => {
    const least = 4 * Math.log10(16) * 500
    for (const [confirmers, timeout] of [
      [[], 6 * least],
      [['d', 'e', 'f'], least],
      [['c', 'c', 'c'], 6 * least],
    ] as const) {
      const rig = new Rig().start(...n16).quiet()
      rig.receive('c', { updates: [claim('b', 10, SUSPECT, accuser('c'))] })
      for (const name of confirmers) {
        rig.receive(name, { updates: [claim('b', 10, SUSPECT, accuser(name))] })
      }
      const from = rig.now
      rig.runTo(from + Math.floor(timeout))
      t.equal(rig.standing('b'), SUSPECT, `${confirmers.length} confirmations`)
      rig.runTo(from + Math.ceil(timeout))
      t.equal(rig.standing('b'), FAULTY)
      t.equal(rig.node.counters.verdicts, 1)
    }
  })

  t.test('is cancelled by a higher incarnation', async (t) => {
    const rig = new Rig().start(...n16).quiet()
    rig.receive('c', { updates: [claim('b', 10, SUSPECT, 5)] })
    rig.receive('b', { updates: [alive('b', 11)] })
    rig.runTo(30_000)
    t.equal(rig.standing('b'), ALIVE)
    t.equal(rig.node.counters.verdicts, 0)
  })

  t.test('the suspect hears first: every packet to it carries the accusation', async (t) => {
    const rig = new Rig().start(...n16).quiet()
    rig.receive('c', { updates: [claim('b', 10, SUSPECT, accuser('c'))] })
    rig.runTo(5_000)
    rig.take()
    rig.receive('b', { ping: { sequence: 3, target: Buffer.from('a') } })
    const [{ packet: ack }] = rig.of('ack')
    const about = ack.updates.filter(
      (update) => Buffer.from(update.id as Uint8Array).toString() === 'b',
    )
    t.equal(about.length, 1)
    t.equal((about[0].word as number) & 3, SUSPECT)
    t.equal(about[0].accuser, accuser('c') >>> 0)
  })

  t.test('a sync names no accuser, so it confirms nothing', async (t) => {
    const rig = new Rig().start(...n16).quiet()
    const from = rig.now
    rig.node.learn(from, [rig.recordOf('b', (10 << 2) | SUSPECT)])
    rig.receive('c', { updates: [claim('b', 10, SUSPECT, accuser('c'))] })
    rig.node.learn(from, [rig.recordOf('b', (10 << 2) | SUSPECT)])
    rig.runTo(from + Math.ceil(24 * Math.log10(16) * 500) - 1)
    t.equal(rig.standing('b'), SUSPECT, 'the first name is the first accuser')
  })

  t.test('our own failed probe confirms a suspicion that stands', async (t) => {
    const rig = new Rig().start('b')
    rig.receive('c', { updates: [claim('b', 10, SUSPECT, accuser('c'))] })
    rig.runTo(1_000)
    t.equal(rig.node.counters.accusations, 1)
    t.equal(rig.changes.filter((change) => change.to === SUSPECT).length, 1)
  })
})

t.test('Refuting', async (t) => {
  t.test('an accusation of ourselves raises our incarnation above it, at once', async (t) => {
    for (const state of [SUSPECT, FAULTY, LEFT] as const) {
      const rig = new Rig().start('b', 'c', 'd')
      rig.receive('b', { updates: [claim('a', 120, state, 5)] })
      t.equal(rig.standing('a'), ALIVE)
      t.equal(rig.incarnation('a'), 121)
      rig.runTo(rig.now)
      const [{ packet }] = rig.take()
      t.same(packet.updates[0].word, 121 << 2, 'and it is the first thing that we say')
      rig.runTo(600)
      t.equal(rig.node.counters.refutations, 1)
    }
  })

  t.test('and costs us health', async (t) => {
    const rig = new Rig().start('b')
    rig.receive('b', { updates: [claim('a', 100, SUSPECT, 5)] })
    rig.runTo(rig.now)
    t.equal(rig.node.health, 1)
  })

  t.test('an old one is nothing', async (t) => {
    const rig = new Rig().start('b')
    rig.receive('b', { updates: [claim('a', 99, FAULTY, 5), alive('a', 100)] })
    t.equal(rig.incarnation('a'), 100)
  })

  t.test('an earlier life of ours under a later clock is outbid', async (t) => {
    const rig = new Rig().start('b')
    rig.receive('b', { updates: [alive('a', 500)] })
    t.equal(rig.incarnation('a'), 501)
    t.equal(rig.supersededBy, undefined)
  })

  t.test('another process with our id and a later incarnation ends us', async (t) => {
    const rig = new Rig().start('b')
    rig.receive('b', {
      updates: [{ ...alive('a', 101), endpoint: bytesOfName('x') }, alive('q', 1)],
    })
    t.equal(rig.supersededBy, endpointOfName('x'))
    t.equal(rig.deadline, Infinity)
    rig.take()
    rig.receive('b', { ping: { sequence: 1, target: Buffer.from('a') } })
    t.equal(rig.node.tick(10_000), Infinity)
    t.equal(rig.sent.length, 0)
    t.notOk(rig.node.started)
  })

  t.test('of two that started in the same second, one outbids the other', async (t) => {
    const rig = new Rig().start('b')
    const rival = (name: string): void =>
      void rig.receive('b', { updates: [{ ...alive('a', 100), endpoint: bytesOfName(name) }] })
    rival('z')
    t.equal(rig.supersededBy, endpointOfName('z'), 'the greater endpoint stays')
    const high = new Rig({ endpoint: endpointOfName('z') }).start('b')
    high.receive('b', { updates: [{ ...alive('a', 100), endpoint: bytesOfName('a') }] })
    t.equal(high.incarnation('a'), 101)
  })
})

t.test('Gossip', async (t) => {
  t.test('news goes on at the next turn to fanout members, then every interval', async (t) => {
    const rig = new Rig().start('b', 'c', 'd', 'e', 'f', 'g').quiet()
    const deadline = rig.receive('b', { updates: [claim('c', 10, FAULTY, 5)] }).deadline
    t.equal(deadline, rig.now, 'now')
    rig.runTo(rig.now)
    t.equal(rig.take().length, 3)
    rig.runTo(rig.now + 99)
    t.equal(rig.take().filter((sent) => sent.packet.body === undefined).length, 0)
    rig.runTo(rig.now + 1)
    t.equal(rig.take().filter((sent) => sent.packet.body === undefined).length, 3)
  })

  t.test('ends at its budget', async (t) => {
    const rig = new Rig().start('b', 'c', 'd', 'e', 'f', 'g').quiet()
    rig.receive('b', { updates: [claim('c', 10, LEFT)] })
    const before = rig.take().length
    t.equal(before, 0)
    const from = rig.now
    rig.runTo(from + 3_000)
    const told = rig.take().filter(({ packet }) => packet.updates.some(({ word }) => word === 43))
    t.equal(told.length, Math.ceil(3 * Math.log(7)))
    t.equal(rig.node.rumourCount, 0)
  })

  t.test('is sent more often where packets are lost, and goes to nobody twice', async (t) => {
    const names = 'bcdefghijklmnopq'.split('')
    const told = (lossy: boolean): core.Endpoint[] => {
      const rig = new Rig().start(...names).quiet()
      // Found alive over a stream only: the datagrams must have been lost.
      if (lossy) rig.answering = 'streams'
      rig.runTo(rig.now + 20_000).take()
      rig.receive('b', { updates: [claim('c', 10, LEFT)] })
      rig.runTo(rig.now + 1_500)
      return rig.take().flatMap(({ to, packet }) => (packet.updates.length > 0 ? [to] : []))
    }
    const [calm, stormy] = [told(false), told(true)]
    t.equal(calm.length, Math.ceil(3 * Math.log(17)))
    t.equal(stormy.length, 2 * calm.length)
    t.equal(new Set(calm).size, calm.length)
  })

  t.test('waits for its interval where forwarding is off', async (t) => {
    const rig = new Rig({ protocol: PROFILES['memberlist-lan'] }).start('b', 'c', 'd').quiet()
    rig.receive('b', { updates: [claim('c', 10, LEFT)] })
    rig.runTo(rig.now + 199)
    t.equal(rig.take().filter((sent) => sent.packet.body === undefined).length, 0)
    rig.runTo(rig.now + 1)
    t.ok(rig.take().some((sent) => sent.packet.body === undefined))
  })

  t.test('a node by itself keeps its news for the first newcomer', async (t) => {
    const rig = new Rig().start()
    rig.runTo(10_000)
    t.equal(rig.sent.length, 0)
    rig.receive('b', { updates: [alive('b', 5)] })
    rig.runTo(rig.now + 10)
    t.ok(rig.take().some(({ packet }) => packet.updates.some(({ word }) => word === 400)))
  })

  t.test('fills a packet to the mtu, and no further', async (t) => {
    const protocol = core.protocolOptions('lan', { mtuBytes: 512 })
    const names = Array.from({ length: 60 }, (_, i) => `member-${i}`)
    const rig = new Rig({ protocol }).start('b')
    for (const name of names)
      rig.receive('b', { updates: [{ ...alive('c', 5), id: Buffer.from(name) }] })
    rig.runTo(rig.now)
    const lengths = rig.take().map(({ bytes }) => bytes.length)
    t.ok(lengths.every((length) => length <= 512))
    t.ok(
      lengths.some((length) => length > 470),
      lengths.join(' '),
    )
  })
})

t.test('Joining, leaving, forgetting', async (t) => {
  t.test('before the start nothing has an effect', async (t) => {
    const rig = new Rig()
    rig.receive('b', { ping: { sequence: 1, target: Buffer.from('a') } })
    t.equal(rig.deadline, Infinity)
    t.equal(rig.node.tick(5), Infinity)
    t.equal(rig.sent.length, 0)
    t.equal(rig.node.counters.datagramsReceived, 1)
  })

  t.test('our leave is told, and outranks any accusation', async (t) => {
    const rig = new Rig().start('b', 'c')
    rig.deadline = rig.node.leave(rig.now)
    t.equal(rig.node.state, LEFT)
    rig.receive('b', { updates: [claim('a', 100, FAULTY, 5), claim('a', 200, FAULTY, 5)] })
    t.equal(rig.incarnation('a'), 100)
    rig.runTo(rig.now)
    t.ok(rig.take().every(({ packet }) => packet.updates.some(({ word }) => word === 403)))
    rig.node.stop()
    t.equal(rig.node.tick(rig.now), Infinity)
  })

  t.test('new metadata comes under a new incarnation', async (t) => {
    const rig = new Rig().start('b')
    rig.deadline = rig.node.setMeta(rig.now, Buffer.from('v2'))
    t.equal(rig.incarnation('a'), 101)
    rig.runTo(rig.now)
    const [{ packet }] = rig.take()
    t.equal(Buffer.from(packet.updates[0].meta as Uint8Array).toString(), 'v2')
    t.throws(() => rig.node.setMeta(rig.now, new Uint8Array(1_025)), { code: 'BAD_OPTION' })
  })

  t.test('metadata that would not fit a packet is refused', async (t) => {
    const protocol = core.protocolOptions('lan', { mtuBytes: 512 })
    const rig = new Rig({ protocol }).start('b')
    t.throws(() => rig.node.setMeta(0, new Uint8Array(447)), { message: /at most 446 bytes/ })
    rig.node.setMeta(0, new Uint8Array(446))
    rig.runTo(10)
    t.ok(rig.take().some(({ packet }) => packet.updates[0]?.meta?.length === 446))
  })

  t.test('a record too long for our packets does not stay in the queue for ever', async (t) => {
    const protocol = core.protocolOptions('lan', { mtuBytes: 512 })
    const rig = new Rig({ protocol }).start('b', 'c').quiet()
    rig.receive('b', { updates: [alive('x', 5, 'm'.repeat(900))] })
    rig.runTo(rig.now + 5_000)
    t.equal(rig.node.rumourCount, 0)
  })

  t.test('metadata that changes all the time is refused before others refuse us', async (t) => {
    const rig = new Rig().start('b')
    let changes = 0
    t.throws(
      () => {
        for (; changes < 100_000; changes++) rig.node.setMeta(0, new Uint8Array(0))
      },
      { code: 'META_TOO_OFTEN' },
    )
    t.equal(changes, 43_201)
    rig.node.setClock(0, 200_000)
    rig.node.setMeta(0, new Uint8Array(0))
  })

  t.test('a clock that is set right lets us believe what we refused', async (t) => {
    const rig = new Rig().start('b')
    rig.receive('b', { updates: [alive('c', 200_000)] })
    t.equal(rig.standing('c'), ABSENT)
    rig.node.setClock(5_000, 200_000)
    rig.node.setClock(5_000, 7)
    rig.receive('b', { updates: [alive('c', 200_000)] })
    t.equal(rig.standing('c'), ALIVE)
  })

  t.test('tombstones are forgotten after their time', async (t) => {
    const protocol = core.protocolOptions('lan', { tombstoneMs: 90_000 })
    const rig = new Rig({ protocol }).start('b', 'c', 'd').quiet()
    rig.receive('c', { updates: [claim('b', 10, LEFT)] })
    rig.runTo(70_000)
    rig.receive('d', { updates: [claim('c', 10, FAULTY, 5)] })
    rig.runTo(121_000)
    t.equal(rig.standing('b'), ABSENT)
    t.equal(rig.standing('c'), FAULTY)
    t.same(rig.changes.at(-1), { id: 'b', from: LEFT, to: ABSENT })
    const known = rig.node.syncAnswer(rig.now, new Rig({ id: 'z' }).node.syncOffer(true))
    t.equal(known.records.length, 2, 'a and d: a bucket of tombstones alone is empty')
    rig.runTo(200_000)
    t.equal(rig.standing('c'), ABSENT)
  })

  t.test('and the oldest go first where there are too many', async (t) => {
    const protocol = core.protocolOptions('lan', { tombstonesMax: 2 })
    const rig = new Rig({ protocol }).start('b', 'c', 'd', 'e').quiet()
    for (const name of ['c', 'b', 'd']) {
      rig.runTo(rig.now + 10)
      rig.receive('e', { updates: [claim(name, 10, FAULTY, 5)] })
    }
    t.same(
      ['b', 'c', 'd', 'e'].map((name) => rig.standing(name)),
      [FAULTY, ABSENT, FAULTY, ALIVE],
    )
  })

  t.test('a faulty member comes back with a higher incarnation', async (t) => {
    const rig = new Rig().start('b', 'c').quiet()
    rig.receive('c', { updates: [claim('b', 10, FAULTY, 5)] })
    t.equal(rig.node.liveCount, 2)
    rig.receive('c', { updates: [alive('b', 11)] })
    t.equal(rig.standing('b'), ALIVE)
    t.equal(rig.node.liveCount, 3)
  })

  t.test('while somebody is faulty, it is tried again now and then', async (t) => {
    const rig = new Rig().start('b').quiet()
    rig.receive('b', { updates: [claim('b', 10, FAULTY, 5)] })
    rig.runTo(12_999)
    t.equal(rig.syncs.length, 0)
    rig.runTo(13_000)
    t.same(rig.syncs, [rig.node.table.findId('b')])
    rig.receive('b', { updates: [alive('b', 11)] })
    rig.runTo(60_000)
    t.equal(rig.syncs.length, 1, 'and no more once it is back')
    const large = new Rig().start(...'bcdefghijklmnopqrstuvwxyz'.split('')).quiet()
    large.receive('b', { updates: [claim('c', 10, FAULTY, 5), claim('d', 10, LEFT)] })
    for (let at = large.now; at < 1_000_000; at += 400) large.runTo(at).take()
    const tries = large.syncs.filter((slot) => slot === large.node.table.findId('c')).length
    t.ok(tries < 25, `one of 25 tries it about once in 25 intervals of 100, got ${tries}`)
  })
})

t.test('Agreement', async (t) => {
  t.test('equal views are quiet; views unequal for long are repaired by a sync', async (t) => {
    const rig = new Rig().start('b', 'c').quiet()
    const other = new Rig({ id: 'b', endpoint: endpointOfName('b'), incarnation: 10 })
    other.start('a', 'c')
    const say = (viewLow: number, viewHigh: number): void => {
      rig.receive('b', { viewLow: viewLow >>> 0, viewHigh: viewHigh >>> 0, ack: { sequence: 0 } })
    }
    for (rig.now = 3_000; rig.now < 6_000; rig.now += 100) say(rig.node.viewLow, rig.node.viewHigh)
    t.same(rig.syncs, [])
    for (rig.now = 6_000; rig.now < 6_900; rig.now += 100) say(1, 2)
    t.same(rig.syncs, [rig.node.table.findId('b')])
  })
})

t.test('A slow process', async (t) => {
  t.test('charges itself for late ticks, once a period', async (t) => {
    const rig = new Rig().start('b').quiet()
    rig.now = rig.deadline + 30
    rig.deadline = rig.node.tick(rig.now)
    t.equal(rig.node.health, 1)
    t.equal(rig.node.counters.lateTicks, 1)
  })

  t.test('that stood still accuses nobody for what it missed', async (t) => {
    const rig = new Rig().start('b', 'c')
    while (rig.of('ping').length === 0) rig.runTo(rig.now + 1)
    rig.receive('c', { updates: [claim('b', 10, SUSPECT, 5)] })
    rig.runTo(rig.now + 100)
    const wokenAt = rig.now + 10_000
    rig.now = wokenAt
    rig.deadline = rig.node.tick(wokenAt)
    t.equal(rig.standing('b'), SUSPECT, 'the suspicion is overdue, but news may be waiting')
    t.equal(rig.node.counters.probesFailed, 0, 'the probe is dropped')
    rig.receive('b', { updates: [alive('b', 11)] })
    rig.runTo(wokenAt + 600)
    t.equal(rig.standing('b'), ALIVE)
    const unheard = new Rig().start('b', 'c')
    unheard.receive('c', { updates: [claim('b', 10, SUSPECT, 5)] })
    unheard.now = 10_000
    unheard.deadline = unheard.node.tick(10_000)
    unheard.runTo(10_499)
    t.equal(unheard.standing('b'), SUSPECT)
    unheard.runTo(10_500)
    t.equal(unheard.standing('b'), FAULTY, 'a period later it is judged')
  })
})

t.test('Syncing', async (t) => {
  const pair = (): [Rig, Rig] => {
    const a = new Rig().start('b', 'c').quiet()
    const b = new Rig({ id: 'b', endpoint: endpointOfName('b'), incarnation: 10 })
    return [a, b]
  }
  const exchange = (opener: Rig, answerer: Rig, joining: boolean): core.SyncAnswer => {
    const answer = answerer.node.syncAnswer(answerer.now, opener.node.syncOffer(joining))
    if (answer.refusal === '') {
      answerer.node.syncFinish(answerer.now, opener.node.syncClose(opener.now, answer))
    }
    return answer
  }

  t.test('two views become one, both ways', async (t) => {
    const [a, b] = pair()
    b.start('a', 'd')
    a.receive('c', { updates: [claim('c', 10, LEFT)] })
    exchange(a, b, false)
    // Each has told the other what it lacked; b raised nothing, a learnt of d.
    t.same([a.standing('d'), b.standing('c')], [ALIVE, ABSENT])
    t.equal(b.incarnation('a'), 100, 'the opener shows its own record')
    exchange(a, b, false)
    t.same([a.node.viewLow, a.node.viewHigh], [b.node.viewLow, b.node.viewHigh])
  })

  t.test('a joiner listens first, then shows itself, and the news spreads', async (t) => {
    const [a, b] = pair()
    const answer = exchange(b, a, true)
    t.equal(answer.records.length, 3)
    t.equal(b.standing('c'), ALIVE)
    t.equal(a.incarnation('b'), 11, 'above what was held of its past')
    const [c, d] = [
      new Rig().start('b').quiet(),
      new Rig({ id: 'd', endpoint: endpointOfName('d') }),
    ]
    exchange(d, c, true)
    t.equal(c.standing('d'), ALIVE)
    c.deadline = c.node.schedule(c.now)
    t.equal(c.deadline, c.now, 'the newcomer is gossiped on at once')
  })

  t.test('a joiner takes an incarnation above all that is held of its id', async (t) => {
    for (const [held, expected] of [
      [12, 13],
      [10, 11],
    ] as const) {
      const a = new Rig().start('c').quiet()
      const past = { ...alive('b', held), endpoint: bytesOfName('x') }
      a.receive('c', { updates: [past] })
      const b = new Rig({ id: 'b', endpoint: endpointOfName('b'), incarnation: 10 })
      exchange(b, a, true)
      t.equal(a.incarnation('b'), expected)
      t.equal(b.supersededBy, undefined)
    }
  })

  t.test('what was learnt by a sync is not gossiped on', async (t) => {
    const [a] = pair()
    a.node.learn(a.now, [a.recordOf('d')])
    t.equal(a.node.rumourCount, 0)
    t.equal(a.standing('d'), ALIVE)
  })

  t.test('whoever a sync shows to be accused hears of it', async (t) => {
    const a = new Rig().start('b', 'c').quiet()
    a.take()
    a.node.learn(a.now, [a.recordOf('b', (10 << 2) | FAULTY), a.recordOf('q', (7 << 2) | SUSPECT)])
    const told = a.take().map((sent) => nameOf(sent.to))
    t.same(told, ['b', 'q'])
    t.equal(a.standing('q'), SUSPECT, 'a suspect in full is introduced')
  })

  t.test('whoever was forgotten again meanwhile is not told', async (t) => {
    const protocol = core.protocolOptions('lan', { tombstonesMax: 1 })
    const a = new Rig({ protocol }).start('b', 'c', 'd').quiet()
    a.node.learn(
      a.now,
      ['b', 'c', 'd'].map((name) => a.recordOf(name, (10 << 2) | FAULTY)),
    )
    t.equal(a.take().length, 1)
  })

  t.test('an offer is refused with its reason', async (t) => {
    const [a, b] = pair()
    const offer = b.node.syncOffer(true)
    const refusal = (change: Partial<core.SyncOffer>): string => {
      const answer = a.node.syncAnswer(0, { ...offer, ...change })
      t.match(answer.reason, /./)
      return answer.refusal
    }
    t.equal(refusal({ version: 2 }), 'VERSION_MISMATCH')
    t.equal(refusal({ label: 1, cluster: 'other' }), 'CLUSTER_MISMATCH')
    t.equal(refusal({ buckets: new Uint8Array(5) }), 'BAD_REQUEST')
    const ahead = a.recordOf('b', (100 + 86_400 * 366) << 2)
    t.equal(refusal({ from: ahead }), 'CLOCK_SKEW')
    const full = new Rig({ protocol: core.protocolOptions('lan', { membersMax: 1 }) })
    t.equal(full.node.syncAnswer(0, offer).refusal, 'MEMBERS_MAX')
    t.equal(a.node.secondsAhead(0, ahead), 365 * 86_400)
  })

  t.test('a record out of bounds is refused alone', async (t) => {
    const a = new Rig().start('b').quiet()
    const good = a.recordOf('c')
    a.node.learn(0, [
      { ...good, id: new Uint8Array(129) },
      { ...good, id: new Uint8Array(0) },
      { ...good, meta: new Uint8Array(1_025) },
      { ...good, endpoint: new Uint8Array(19) },
      { ...good, endpoint: new Uint8Array(5) },
      { ...good, id: Uint8Array.of(0xff) },
      good,
    ])
    t.equal(a.node.counters.refusedBounds, 6)
    t.equal(a.standing('c'), ALIVE)
  })

  t.test('our own record can be taken to another process', async (t) => {
    const a = new Rig({ meta: Buffer.from('m') })
    const b = new Rig({ id: 'b', endpoint: endpointOfName('b') }).start().quiet()
    b.node.learn(0, [a.node.record])
    t.equal(b.incarnation('a'), 100)
  })
})

t.test('Identity is checked at once', async (t) => {
  t.throws(() => new Rig({ id: '' }), { code: 'BAD_ID', message: /got 0/ })
  t.throws(() => new Rig({ id: 'x'.repeat(129) }), { code: 'BAD_ID', message: /got 129/ })
  t.throws(() => new Rig({ id: '\ud800' }), { code: 'BAD_ID', message: /lone surrogate/ })
  t.throws(() => new Rig({ meta: new Uint8Array(1_025) }), { code: 'BAD_OPTION' })
})

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, i) =>
    permutations(items.toSpliced(i, 1)).map((rest) => [item].concat(rest)),
  )
}

t.test('Evidence', async (t) => {
  const six = 'bcdef'.split('')

  t.test('a stream that ends has its member probed at once, over a stream too', async (t) => {
    const rig = new Rig().start(...six).quiet()
    const c = rig.node.table.findId('c')
    rig.answering = false
    rig.take()
    // Whatever probe is under way ends first.
    rig.node.streamReset(rig.now, c)
    rig.streamPings = []
    rig.deadline = rig.node.tick(rig.now)
    rig.runTo(rig.now + 600)
    const pinged = rig.of('ping').map(({ packet }) => text(packet.ping?.target))
    t.ok(pinged.includes('c'))
    t.ok(rig.streamPings.some(({ slot }) => slot === c))
    t.equal(rig.node.counters.resets, 1)
  })

  t.test('of whom we know nothing, or nothing good, a stream may end', async (t) => {
    const rig = new Rig().start(...six)
    const c = rig.node.table.findId('c')
    rig.receive('b', { updates: [claim('c', 10, FAULTY)] })
    rig.node.streamReset(rig.now, c)
    t.equal(rig.node.counters.resets, 0)
    const d = rig.node.table.findId('d')
    rig.node.streamReset(rig.now, d)
    rig.node.streamReset(rig.now, d)
    t.equal(rig.node.counters.resets, 2)
    rig.receive('b', { updates: [claim('d', 10, FAULTY)] }).take()
    rig.runTo(rig.now + 500)
    t.notOk(rig.of('ping').some(({ packet }) => text(packet.ping?.target) === 'd'))
    rig.node.stop()
    rig.node.streamReset(rig.now, rig.node.table.findId('e'))
    t.equal(rig.node.counters.resets, 2)
  })

  t.test(
    'three accusers with evidence, one of them with a reset, end a suspicion early',
    async (t) => {
      const held = (marks: readonly number[], upgrade = 0): number => {
        const rig = new Rig().start(...six, 'g', 'h').quiet()
        const names = ['b', 'd', 'e', 'f', 'g']
        const from = rig.now
        marks.forEach((mark, i) => {
          const name = names[i]
          rig.receive(name, { updates: [claim('c', 10, SUSPECT, accuser(name) | mark)] })
        })
        if (upgrade > 0) {
          rig.receive('b', { updates: [claim('c', 10, SUSPECT, accuser('b') | upgrade)] })
          rig.receive('b', { updates: [claim('c', 10, SUSPECT, accuser('b') | 1)] })
        }
        while (rig.standing('c') === SUSPECT && rig.now < from + 20_000) rig.runTo(rig.now + 10)
        return rig.now - from
      }
      t.ok(held([2, 1, 1]) <= 310)
      t.ok(held([1, 1, 2]) <= 310)
      t.ok(held([0, 0, 0, 2, 2]) > 1_500, 'four accusers are the most that are heard')
      t.ok(held([1, 1, 1, 1]) > 1_500, 'a refused stream alone may be a firewall')
      t.ok(held([2, 2]) > 1_500, 'two are not enough')
      t.ok(held([0, 1, 1], 2) <= 310, 'one who accused already may learn more')

      t.equal(held([3, 3, 3]), 1_000, 'nor does its host answer')
      t.equal(held([3, 3, 3, 3]), 1_000)
      t.ok(held([3, 3]) > 1_500, 'two are not enough')
      t.ok(held([0, 3, 3, 3]) > 1_500, 'one whose stream its host took tells of a pause')
      t.ok(held([3, 3, 0, 3]) > 1_500)
      t.ok(held([0, 3, 3], 3) > 1_500, 'and is not outdone by its own next try')
      t.ok(held([3, 3, 2]) > 1_500, 'a host that refuses is there')
      t.ok(held([3, 1, 1, 2]) <= 310)
    },
  )

  t.test('two members alone end no suspicion early, three do', async (t) => {
    const evidence = (n: number) => suspicionSpan(core.PROFILES.lan, n).evidenceNeeded
    t.same([2, 3, 4, 5, 50].map(evidence), [0, 2, 3, 3, 3])
    const { evidenceMs, unheardMs } = suspicionSpan(core.PROFILES['memberlist-lan'], 50)
    t.same([evidenceMs, unheardMs], [Infinity, Infinity])
    const rig = new Rig().start('b', 'c').quiet()
    const from = rig.now
    rig.receive('b', { updates: [claim('c', 10, SUSPECT, accuser('b') | 2)] })
    rig.receive('b', { updates: [claim('c', 10, SUSPECT, accuser('z') | 1)] })
    while (rig.standing('c') === SUSPECT) rig.runTo(rig.now + 10)
    t.ok(rig.now - from <= 310)
    const alone = new Rig().start('c').quiet()
    for (const evidence of [core.EVIDENCE.refused, 2]) {
      alone.receive('c', { updates: [claim('c', 10, SUSPECT, accuser('z') | evidence)] })
    }
    alone.runTo(alone.now + 1_900)
    t.equal(alone.standing('c'), SUSPECT)
  })

  t.test('our own accusation says what we know', async (t) => {
    const rig = new Rig().start(...six).quiet()
    rig.answering = false
    const c = rig.node.table.findId('c')
    rig.deadline = rig.node.streamReset(rig.now, c)
    const of = (): readonly unknown[] =>
      rig.take().flatMap(({ packet }) => packet.updates.filter(({ id }) => text(id) === 'c'))
    for (let i = 0; i < 40 && rig.standing('c') !== SUSPECT; i++) {
      rig.runTo(rig.now + 25)
      for (const { slot, sequence } of rig.streamPings.splice(0)) {
        if (slot === c)
          rig.deadline = rig.node.streamFailed(rig.now, sequence, core.EVIDENCE.refused)
      }
    }
    rig.runTo(rig.now + 50)
    const accusers = of().map((update: any) => update.accuser | 0)
    t.ok(accusers.includes(accuser('a') | 2))
  })

  t.test('and that nothing is heard of the host', async (t) => {
    const rig = new Rig().start(...six).quiet()
    rig.answering = false
    const told = new Set<number>()
    for (let i = 0; i < 400 && rig.standing('c') !== SUSPECT; i++) {
      rig.runTo(rig.now + 25)
      for (const { sequence } of rig.streamPings.splice(0)) {
        rig.deadline = rig.node.streamFailed(rig.now, sequence, core.EVIDENCE.unheard)
      }
    }
    rig.runTo(rig.now + 50)
    for (const { packet } of rig.take()) {
      for (const { id, accuser } of packet.updates) {
        if (text(id) === 'c') told.add((accuser ?? 0) | 0)
      }
    }
    t.ok(told.has(accuser('a') | 3))
  })

  t.test(
    'who comes and goes is not called gone because nothing is heard of its host',
    async (t) => {
      const rig = new Rig().start(...six, 'g', 'h').quiet()
      const held = (incarnation: number): number => {
        const from = rig.now
        for (const name of ['b', 'd', 'e']) {
          const update = claim('c', incarnation, SUSPECT, accuser(name) | core.EVIDENCE.unheard)
          rig.receive(name, { updates: [update] })
        }
        while (rig.standing('c') === SUSPECT) rig.runTo(rig.now + 10)
        rig.receive('b', { updates: [alive('c', incarnation + 1)] })
        return rig.now - from
      }
      t.same([held(10), held(11)], [1_000, 1_000])
      t.ok(held(12) > 4 * 2_000)
    },
  )

  t.test('a relay looks for evidence, and confirms with what it finds', async (t) => {
    const rig = new Rig({ seed: [77, 1] }).start(...six)
    const c = rig.node.table.findId('c')
    rig.receive('b', { pingReq: { sequence: 9, target: Buffer.from('c'), budgetMs: 100 } })
    rig.runTo(85)
    const ping = rig.streamPings.find(({ slot }) => slot === c)
    t.ok(ping)
    rig.node.streamFailed(rig.now, ping?.sequence ?? 0, core.EVIDENCE.refused)
    rig.node.streamFailed(rig.now, 4_711, core.EVIDENCE.refused)
    rig.receive('b', { updates: [claim('c', 10, SUSPECT, accuser('b') | 2)] }).take()
    rig.runTo(260)
    const told = rig.take().flatMap(({ packet }) => packet.updates)
    t.ok(told.some((update) => ((update.accuser ?? 0) | 0) === (accuser('a') | 1)))
  })

  t.test('or passes on that it was answered over the stream', async (t) => {
    const rig = new Rig({ seed: [77, 1] }).start(...six)
    rig.receive('b', { pingReq: { sequence: 9, target: Buffer.from('c'), budgetMs: 100 } })
    rig.runTo(85).take()
    const { sequence } = rig.streamPings[0]
    rig.node.streamAck(rig.now, sequence)
    t.equal(rig.of('ack')[0].packet.ack?.sequence, 9)
    rig.node.streamAck(rig.now, sequence)
    t.equal(rig.of('ack').length, 1)
    rig.node.streamFailed(rig.now, sequence, core.EVIDENCE.refused)
  })

  t.test('members watch those behind them on the circle of hashes, all equally many', async (t) => {
    const rigs = ['a', ...six].map((id) => {
      const others = ['a', ...six].filter((other) => other !== id)
      return new Rig({ id, endpoint: endpointOfName(id) }).start(...others)
    })
    const watched = rigs.flatMap(({ node }) =>
      watchedBy(node.table, node.self, 2).map((slot) => node.table.id(slot)),
    )
    t.same(watched.toSorted(), [...'aabbccddeeff'])
    rigs[0].receive('b', { updates: [claim('c', 10, FAULTY)] })
    const { node } = rigs[0]
    t.equal(watchedBy(node.table, node.self, 9).length, 4)
  })
})

t.test('Being slow', async (t) => {
  t.test('the time-out follows the round trips', async (t) => {
    const timeout = (protocol = core.PROFILES.lan): number => {
      const rig = new Rig({ protocol }).start('b', 'c').quiet()
      rig.runTo(rig.now + 60_000).take()
      rig.answering = false
      while (rig.of('ping').length === 0) rig.runTo(rig.now + 1)
      const from = rig.now
      while (rig.of('pingReq').length === 0) rig.runTo(rig.now + 1)
      return rig.now - from
    }
    t.equal(timeout(), 50)
    t.equal(timeout({ ...core.PROFILES.lan, adaptiveTimeout: false }), 150)
  })

  t.test('a late event loop is charged as a late tick is', async (t) => {
    const rig = new Rig().start('b', 'c').quiet()
    rig.node.delayed(rig.now, 15)
    t.equal(rig.node.counters.lateTicks, 0)
    rig.node.delayed(rig.now, 16)
    t.equal(rig.node.counters.lateTicks, 1)
    t.equal(rig.node.health, 1)
    rig.node.stop()
    rig.node.delayed(rig.now, 16)
    t.equal(rig.node.counters.lateTicks, 1)
  })

  t.test('a member in bad health says so, and that it is well again', async (t) => {
    const rig = new Rig().start('b', 'c', 'd').quiet()
    rig.answering = false
    const own = (): unknown => {
      const updates = rig.take().flatMap(({ packet }) => packet.updates)
      return updates.filter(({ id }) => text(id) === 'a').map(({ degraded }) => degraded)[0]
    }
    while (rig.node.health < 4) rig.runTo(rig.now + 50)
    rig.runTo(rig.now + 300)
    t.equal(own(), undefined, 'it may only be cut off')
    rig.node.delayed(rig.now, 100)
    rig.runTo(rig.now + 6_000)
    t.equal(own(), true)
    t.ok(rig.node.table.degraded(rig.node.self))
    rig.receive('b', { updates: [alive('b', 11), alive('c', 11), alive('d', 11)] })
    rig.answering = true
    rig.runTo(rig.now + 60_000)
    t.notOk(rig.node.table.degraded(rig.node.self))
    const quiet = { ...core.PROFILES.lan, degradedHealth: 0 }
    const other = new Rig({ protocol: quiet }).start('b', 'c', 'd')
    other.runTo(5_000)
    other.node.delayed(other.now, 100)
    other.runTo(60_000)
    t.ok(other.node.health > 0)
    t.notOk(other.node.table.degraded(other.node.self))
  })

  t.test('what others say of themselves is kept', async (t) => {
    const rig = new Rig().start('b')
    rig.receive('b', { updates: [{ ...alive('b', 11), degraded: true }] })
    t.ok(rig.node.table.degraded(rig.node.table.findId('b')))
    rig.receive('b', { updates: [alive('b', 12)] })
    t.notOk(rig.node.table.degraded(rig.node.table.findId('b')))
  })
})

t.test('Messages of users', async (t) => {
  t.test('go in datagrams of their own, with what rumours there is room for', async (t) => {
    const rig = new Rig().start('b')
    rig.receive('b', { updates: [alive('c', 1)] }).take()
    const most = rig.node.messageBytesMax
    rig.node.message(rig.now, rig.node.table.findId('b'), new Uint8Array(most).fill(7))
    const [full] = rig.take()
    t.equal(full.bytes.length, core.PROFILES.lan.mtuBytes - 1)
    t.equal(full.packet.message?.length, most)
    rig.node.message(rig.now, rig.node.table.findId('b'), Uint8Array.of(1, 2, 3))
    const [small] = rig.take()
    t.same([...(small.packet.message ?? [])], [1, 2, 3])
    t.ok(small.packet.updates.length > 0)
  })

  t.test('are handed on if a live member sent them', async (t) => {
    const rig = new Rig().start('b', 'c')
    const got: string[] = []
    const outbox = rig as core.Outbox
    outbox.message = (from, bytes) => void got.push(`${rig.node.table.id(from)} ${bytes.join(' ')}`)
    rig.receive('b', { message: Uint8Array.of(1, 2) })
    rig.receive('z', { message: Uint8Array.of(1, 2) })
    rig.receive('b', { updates: [claim('c', 10, FAULTY)] })
    rig.receive('c', { message: Uint8Array.of(1, 2) })
    t.same(got, ['b 1 2'])
    t.equal(rig.node.counters.droppedMessages, 2)
    delete outbox.message
    rig.receive('b', { message: Uint8Array.of(1, 2) })
    t.equal(rig.node.counters.droppedMessages, 2)
  })
})

t.test('what happened is explained, as far as it is known who did it', async (t) => {
  const journal = new core.Journal(1_000)
  const rig = new Rig({ journal }).start('b', 'c', 'd')
  const seenBy = (now: number) => ({
    node: rig.node,
    journal,
    loop: { now: () => now } as EngineLoop,
  })
  const c = rig.node.table.findId('c')
  journal.note(0, 2, c, rig.node.table.findId('d'))
  journal.note(0, 2, c, 4_711)
  rig.receive('d', { updates: [claim('c', 10, SUSPECT, accuser('d'))] })
  rig.receive('b', { updates: [claim('c', 10, SUSPECT, accuser('stranger') | 1)] })
  const told = explain(seenBy(rig.now + 5), 'c', undefined)
  t.match(told, { id: 'c', state: 'absent', degraded: false, suspicion: { agoMs: 5 } })
  t.same(
    told.events.map(({ what, by }) => `${what} ${by}`),
    ['asked a relay d', 'asked a relay ?', 'suspected d', 'confirmed ?'],
  )
  t.same(explain(seenBy(0), 'nobody', undefined).events, [])
  rig.receive('c', { updates: [alive('c', 11)] })
  t.equal(journal.suspicionMs.view.count, 1)
})

t.test('a member that flaps, and is gone for good, is forgotten as any other', async (t) => {
  const protocol = { ...core.PROFILES.lan, tombstoneMs: 60_000 }
  const rig = new Rig({ protocol }).start('b', 'c', 'd', 'e', 'f').quiet()
  for (const incarnation of [10, 11]) {
    rig.receive('b', { updates: [claim('c', incarnation, FAULTY)] })
    rig.receive('b', { updates: [alive('c', incarnation + 1)] })
  }
  const from = rig.now
  rig.receive('b', { updates: [claim('c', 12, SUSPECT)] })
  const { deadline } = rig.node.inside.suspicions.of(rig.node.table.findId('c'))!
  t.ok(deadline - from >= 8_000, 'doubted more slowly')
  rig.receive('b', { updates: [claim('c', 12, FAULTY)] })
  rig.runTo(rig.now + 200_000)
  t.equal(rig.standing('c'), ABSENT)
  const plain = { ...core.PROFILES.lan, flapDamping: false }
  const other = new Rig({ protocol: plain }).start('b', 'c')
  other.receive('b', { updates: [claim('c', 10, FAULTY)] })
  other.receive('b', { updates: [alive('c', 11)] })
  t.equal(other.standing('c'), ALIVE)
})

t.test('large views are synchronised page by page', async (t) => {
  const many = Array.from({ length: 4_000 }, (_, i): core.MemberRecord => {
    const endpoint = Uint8Array.of(10, 1, i >> 8, i & 255, 1, 1)
    const id = Buffer.from(`member-${i}`)
    return {
      word: 40,
      id,
      endpoint,
      meta: new Uint8Array(1_000),
      accuser: 0,
      degraded: false,
      proof: new Uint8Array(0),
    }
  })
  const full = new Rig().start()
  full.node.learn(0, many)
  const joiner = new Rig({ id: 'b', endpoint: endpointOfName('b') })
  const pages: number[] = []
  for (let more = true; more;) {
    const answer = full.node.syncAnswer(0, joiner.node.syncOffer(true))
    more = answer.more
    pages.push(answer.records.length)
    const close = joiner.node.syncClose(0, answer)
    t.equal(close.records.length, more ? 0 : 1, 'who joins says so in the end')
    full.node.syncFinish(0, close)
  }
  t.ok(pages.length >= 4)
  t.ok(pages.every((records) => records < 1_100))
  t.equal(joiner.node.liveCount, 4_002)
  t.equal(full.node.liveCount, 4_002)
  // The other way round: an opener that has much more brings it a page at a time.
  const empty = new Rig({ id: 'c', endpoint: endpointOfName('c') }).start()
  const rounds: number[] = []
  while (empty.node.viewLow !== full.node.viewLow && rounds.length < 20) {
    const answer = empty.node.syncAnswer(0, full.node.syncOffer(false))
    const close = full.node.syncClose(0, answer)
    rounds.push(close.records.length)
    empty.node.syncFinish(0, close)
  }
  t.ok(rounds.length >= 4 && rounds.every((records) => records < 1_100))
  t.equal(empty.node.viewLow, full.node.viewLow)
})
