import { Agreement } from '../../lib/core/agreement/agreement.js'
import * as core from '../../lib/core/index.js'
import { PROFILES } from '../../lib/core/options/profiles.js'
import { alive, bytesOfName, claim, endpointOfName, nameOf, Rig } from './rig.js'
import t from 'tap'

const { ABSENT, ALIVE, FAULTY, LEFT, SUSPECT } = core

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

t.test('views that stay unequal for longer than a rumour takes ask for a sync', async (t) => {
  const agreement = new Agreement(PROFILES.lan)
  const cluster = { liveCount: 8 }
  // n = 8: the budget is 7 sends, 3 rounds of 100 ms, and 2 more.
  t.notOk(agreement.observe(0, 7, cluster))
  t.notOk(agreement.observe(499, 8, cluster))
  t.ok(agreement.observe(500, 9, cluster))
  t.notOk(agreement.observe(600, 9, cluster), 'not again so soon')
  t.ok(agreement.observe(1_500, 9, cluster))
  t.notOk(agreement.observe(5_000, 0, cluster), 'equal')
  t.notOk(agreement.observe(5_001, 5, cluster), 'and patient anew')
})

t.test('two parts that agree among themselves find that they differ', async (t) => {
  const agreement = new Agreement(PROFILES.lan)
  const cluster = { liveCount: 8 }
  for (let now = 0; now < 500; now += 10) {
    t.notOk(agreement.observe(now, 0, cluster), 'one of our own part')
    t.notOk(agreement.observe(now + 5, 77, cluster), 'one of the other')
  }
  t.ok(agreement.observe(505, 77, cluster))
  t.notOk(agreement.observe(3_000, 0, cluster))
  t.notOk(agreement.observe(3_001, 78, cluster), 'that one is new')
})
