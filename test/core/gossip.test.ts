import { rumourBudget, Rumours } from '../../lib/core/gossip/rumours.js'
import * as core from '../../lib/core/index.js'
import { PROFILES } from '../../lib/core/options/profiles.js'
import type { TableSlot } from '../../lib/core/view/directory.js'
import { alive, claim, Rig } from './rig.js'
import fc from 'fast-check'
import t from 'tap'

const { FAULTY, LEFT } = core

const slot = (n: number): TableSlot => n as TableSlot

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

t.test('the rumour queue is what a naive list would be', async () => {
  const BUDGET = 40
  const step = fc.record({
    what: fc.constantFrom('queue', 'sent', 'drop'),
    slot: fc.nat(40),
    sends: fc.constantFrom(0, 1, 30, 31, 32, 38),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const rumours = new Rumours()
      let naive: { slot: number; sends: number }[] = []
      for (const { what, slot: n, sends } of steps) {
        const known = naive.find((one) => one.slot === n)
        const rest = naive.filter((one) => one !== known)
        if (what === 'queue') naive = [{ slot: n, sends }, ...rest]
        else if (what === 'drop' || known === undefined) naive = rest
        else if (known.sends + 1 === BUDGET) naive = rest
        else naive = [{ slot: n, sends: known.sends + 1 }, ...rest]
        if (what === 'queue') rumours.queue(slot(n), 0, sends)
        else if (what === 'drop') rumours.drop(slot(n))
        else if (known !== undefined) rumours.sent(rumours.find(slot(n)), BUDGET)
      }
      const expected = naive.toSorted((a, b) => a.sends - b.sends).map((one) => one.slot)
      const got: number[] = []
      for (let at = rumours.first(); at >= 0; at = rumours.after(at)) got.push(rumours.slot(at))
      return JSON.stringify(got) === JSON.stringify(expected)
    }),
  )
})

t.test('the budget of a rumour grows with the logarithm of the cluster', async (t) => {
  const sizes = [1, 8, 64, 1_000, 1_000_000]
  t.same(
    sizes.map((n) => rumourBudget('ln', n)),
    [3, 7, 13, 17, 24],
  )
  t.same(
    sizes.map((n) => rumourBudget('swim', n)),
    [3, 7, 13, 21, 42],
  )
  t.same(
    [1, 8, 64, 1_000].map((n) => rumourBudget('memberlist', n)),
    [4, 4, 8, 16],
  )
})
