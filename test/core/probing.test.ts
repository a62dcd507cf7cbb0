import * as core from '../../lib/core/index.js'

import { HEALTH_MAX, healthAfter } from '../../lib/core/probing/health.js'
import { RelayedProbes } from '../../lib/core/probing/relayed-probes.js'
import type { TableSlot } from '../../lib/core/view/directory.js'
import { alive, claim, nameOf, Rig } from './rig.js'
import t from 'tap'

const { ALIVE, FAULTY, LEFT, SUSPECT } = core

const text = (bytes?: Uint8Array | null): string => Buffer.from(bytes ?? []).toString()

const slot = (n: number): TableSlot => n as TableSlot

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

t.test('local health stays in 0…8', async (t) => {
  t.equal(healthAfter(0, -3), 0)
  t.equal(healthAfter(3, 2), 5)
  t.equal(healthAfter(3, 20), HEALTH_MAX)
})

t.test('relays are bounded, answer once, and end', async (t) => {
  const relays = new RelayedProbes()
  t.equal(relays.nextDeadline, Infinity)
  t.equal(relays.due(0), undefined)
  t.equal(relays.close(1, slot(1)), undefined)
  for (let i = 1; i <= 128; i++) {
    const relayed = relays.open(0)
    if (relayed === undefined) return t.fail('128 fit')
    Object.assign(relayed, { sequence: i, target: slot(1), nackAt: i, endsAt: i + 10 })
  }
  t.equal(relays.open(0), undefined, 'one more does not')
  t.equal(relays.nextDeadline, 1)
  t.equal(relays.due(1)?.sequence, 1)
  t.equal(relays.due(1), undefined)
  t.equal(relays.close(5, slot(2)), undefined, 'another member cannot answer')
  t.equal(relays.close(5, slot(1))?.sequence, 0)
  t.equal(relays.close(5, slot(1)), undefined, 'nor the same one twice')
  let nacks = 0
  while (relays.due(1_000) !== undefined) nacks++
  t.equal(nacks, 126)
  t.equal(relays.ended(10), undefined)
  t.equal(relays.ended(11)?.nackAt, Infinity)
  let ends = 1
  while (relays.ended(1_000) !== undefined) ends++
  t.equal(ends, 127)
  t.equal(relays.nextDeadline, Infinity)
  t.equal(relays.due(1_000), undefined)
  t.ok(relays.open(0))
})
