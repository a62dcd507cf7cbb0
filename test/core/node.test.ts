import { hash32 } from '../../lib/base/hash.js'
import * as core from '../../lib/core/index.js'

import { alive, claim, endpointOfName, nameOf, packet, Rig } from './rig.js'
import t from 'tap'

const { ABSENT, ALIVE, FAULTY, LEFT, SUSPECT } = core

const accuser = (name: string): number => hash32(Buffer.from(name), 0, name.length, 0x67797265) & ~3

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

t.test('Identity is checked at once', async (t) => {
  t.throws(() => new Rig({ id: '' }), { code: 'BAD_ID', message: /got 0/ })
  t.throws(() => new Rig({ id: 'x'.repeat(129) }), { code: 'BAD_ID', message: /got 129/ })
  t.throws(() => new Rig({ id: '\ud800' }), { code: 'BAD_ID', message: /lone surrogate/ })
  t.throws(() => new Rig({ meta: new Uint8Array(1_025) }), { code: 'BAD_OPTION' })
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
