import * as core from '../../lib/core/index.js'

import { alive, bytesOfName, claim, endpointOfName, Rig } from './rig.js'
import t from 'tap'

const { ABSENT, ALIVE, FAULTY, LEFT, SUSPECT } = core

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, i) =>
    permutations(items.toSpliced(i, 1)).map((rest) => [item].concat(rest)),
  )
}

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
