import { hash32 } from '../../lib/base/hash.js'
import * as core from '../../lib/core/index.js'
import { PROFILES } from '../../lib/core/options/profiles.js'
import { Flaps } from '../../lib/core/suspicion/flaps.js'
import { suspicionTimeoutMs } from '../../lib/core/suspicion/suspicion-span.js'
import { Suspicions } from '../../lib/core/suspicion/suspicions.js'
import type { TableSlot } from '../../lib/core/view/directory.js'
import { alive, claim, endpointOfName, Rig } from './rig.js'
import fc from 'fast-check'
import t from 'tap'

const { ALIVE, FAULTY, SUSPECT, suspicionSpan, watchedBy } = core

const text = (bytes?: Uint8Array | null): string => Buffer.from(bytes ?? []).toString()

const accuser = (name: string): number => hash32(Buffer.from(name), 0, name.length, 0x67797265) & ~3

const slot = (n: number): TableSlot => n as TableSlot

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

t.test('a suspicion shortens with confirmations as Lifeguard has it', async (t) => {
  const span = { minMs: 1_000, maxMs: 6_000, confirmations: 3 }
  const ratios = [0, 1, 2, 3].map((c) => suspicionTimeoutMs(span, c) / 1_000)
  t.same(
    ratios.map((ratio) => ratio.toFixed(2)),
    ['6.00', '3.50', '2.04', '1.00'],
  )
  t.equal(suspicionTimeoutMs({ ...span, confirmations: 0 }, 0), 1_000)
  const options = PROFILES['lifeguard-2018']
  const least = [3, 10, 16, 64, 128, 1_000].map((n) => suspicionSpan(options, n).minMs / 1_000)
  t.same(
    least.map((s) => s.toFixed(2)),
    ['5.00', '5.00', '6.02', '9.03', '10.54', '15.00'],
  )
  t.equal(suspicionSpan(options, 4).confirmations, 0, 'nobody is left to confirm it')
  t.equal(suspicionSpan(options, 5).confirmations, 3)
})

t.test('suspicions end in the order of their deadlines, which only move earlier', async () => {
  const step = fc.record({
    what: fc.constantFrom('start', 'confirm', 'stop'),
    slot: fc.nat(20),
    accuser: fc.integer({ min: 1, max: 5 }).map((n) => n << 2),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      const suspicions = new Suspicions()
      const naive = new Map<number, { start: number; accusers: Set<number> }>()
      const span = {
        minMs: 100,
        maxMs: 600,
        confirmations: 3,
        evidenceMs: 0,
        unheardMs: 0,
        evidenceNeeded: 0,
      }
      const deadline = (one: { start: number; accusers: Set<number> }): number =>
        one.start + suspicionTimeoutMs(span, one.accusers.size - 1)
      steps.forEach(({ what, slot: n, accuser }, now) => {
        const known = naive.get(n)
        if (what === 'start') {
          suspicions.start(now, slot(n), accuser, span)
          naive.set(n, { start: now, accusers: new Set([accuser]) })
        } else if (what === 'stop') {
          suspicions.stop(slot(n))
          naive.delete(n)
        } else {
          const news = suspicions.confirm(slot(n), accuser)
          const due =
            known !== undefined && known.accusers.size <= 3 && !known.accusers.has(accuser)
          if (news !== due) throw new Error('a confirmation is news if its accuser is, up to K')
          if (due) known.accusers.add(accuser)
        }
      })
      const expected = [...naive.values()].map(deadline).toSorted((a, b) => a - b)
      const got: number[] = []
      while (suspicions.size > 0) {
        got.push(suspicions.nextDeadline)
        suspicions.stop(suspicions.nextSlot)
      }
      return (
        JSON.stringify(got) === JSON.stringify(expected) && suspicions.nextDeadline === Infinity
      )
    }),
  )
})

t.test('whoever flaps is doubted more slowly, until it has been well for long', async (t) => {
  const span = {
    minMs: 100,
    maxMs: 600,
    confirmations: 3,
    evidenceMs: 1,
    unheardMs: 50,
    evidenceNeeded: 3,
  }
  const flaps = new Flaps()
  const least = (now: number): number => flaps.stretched(span, now, slot(1)).minMs
  flaps.doubted(0, slot(1))
  t.equal(least(0), 100)
  flaps.note(0, slot(1))
  t.equal(least(1), 100, 'once is no flapping')
  flaps.note(1_000, slot(1))
  t.equal(least(1_000), 400)
  flaps.note(2_000, slot(1))
  t.equal(least(2_000), 800)
  t.equal(flaps.stretched(span, 2_000, slot(1)).maxMs, 800)
  flaps.doubted(600_000, slot(1))
  t.equal(least(1_199_999), 800, 'doubted meanwhile')
  t.equal(least(1_200_000), 100)
  flaps.doubted(1_300_000, slot(1))
  t.equal(least(1_300_000), 100)
  flaps.note(1_300_000, slot(1))
  t.equal(least(1_300_000), 100, 'it begins anew')
  flaps.note(1_300_000, slot(1))
  flaps.forget(slot(1))
  t.equal(least(1_300_000), 100)
})
