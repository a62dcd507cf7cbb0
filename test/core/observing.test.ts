import { hash32 } from '../../lib/base/hash.js'
import type { EngineLoop } from '../../lib/cluster/driver/engine-loop.js'
import {
  explain,
  explanationOf,
  toldOf,
  type Explanation,
} from '../../lib/cluster/operators/explain.js'
import { decodeStream, encodeStream } from '../../lib/wire/index.js'
import * as core from '../../lib/core/index.js'
import { Histogram } from '../../lib/core/observing/histogram.js'
import { Journal } from '../../lib/core/observing/journal.js'
import type { TableSlot } from '../../lib/core/view/directory.js'
import * as W from '../../lib/core/view/word.js'
import { alive, claim, Rig } from './rig.js'
import t from 'tap'

const { SUSPECT } = core

const accuser = (name: string): number => hash32(Buffer.from(name), 0, name.length, 0x67797265) & ~3

const slot = (n: number): TableSlot => n as TableSlot

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

t.test('a histogram counts by powers of two', async (t) => {
  const histogram = new Histogram()
  t.same(histogram.view, { count: 0, sum: 0, max: 0, atMost: [] })
  for (const value of [0, 1, 2, 3, 4, 5, 8, 9, 0.5, 1e9, -3]) histogram.add(value)
  t.same(histogram.view.atMost, [
    [0, 2],
    [1, 4],
    [2, 5],
    [4, 7],
    [8, 9],
    [16, 10],
    [2 ** 22, 11],
  ])
  t.equal(histogram.view.max, 1e9)
})

t.test('a journal keeps the last of what happened', async (t) => {
  const journal = new Journal(4)
  for (let i = 0; i < 6; i++) journal.note(i, 0, slot(i % 2), i)
  t.same(
    journal.about(slot(1)).map(({ at, what, detail }) => [at, what, detail]),
    [
      [3, 'probed', 3],
      [5, 'probed', 5],
    ],
  )
  const all = new Journal(99)
  const states: W.State[] = [
    W.ALIVE,
    W.SUSPECT,
    W.ALIVE,
    W.SUSPECT,
    W.FAULTY,
    W.ALIVE,
    W.LEFT,
    W.ALIVE,
    W.ALIVE,
  ]
  states.slice(1).forEach((to, i) => all.changed(i, slot(3), states[i], to, 0))
  t.same(
    all.about(slot(3)).map(({ what }) => what),
    ['suspected', 'refuted', 'suspected', 'declared faulty', 'came back', 'left', 'came back'],
  )
})

t.test(
  'an explanation comes through as it was, and one that a peer made up does not',
  async (t) => {
    const told: Explanation = {
      id: 'c',
      state: 'suspect',
      incarnation: 7,
      degraded: false,
      suspicion: { agoMs: 5, leftMs: 10, accusers: ['a', '?'] },
      events: [
        { agoMs: 9, what: 'answered', rttMs: 0 },
        { agoMs: 5, what: 'suspected', by: 'a' },
      ],
    }
    const through = (explanation: Explanation): unknown => {
      const message = decodeStream(encodeStream({ told: toldOf(explanation) }))
      return message && 'told' in message && explanationOf(message.told)
    }
    t.same(through(told), told)
    const absent = {
      ...told,
      state: 'absent',
      incarnation: undefined,
      suspicion: undefined,
    } as const
    t.same(through({ ...absent, events: [] }), { ...absent, events: [] })
    t.equal(explanationOf({ ...toldOf(told), state: 'undead' }), undefined)
    const event = { agoMs: 0, what: 'a miracle', by: '', rttMs: 0 }
    t.equal(explanationOf({ ...toldOf(told), events: [event] }), undefined)
  },
)
