import { gyre } from '#proto/gyre'
import { FAULTY, SUSPECT, type TableSlot } from '../../lib/core/index.js'
import { type Aftermath, LIVENESS, SAFETY, type Scene } from '../../sim/checks/index.js'
import { Wire } from '../../sim/checks/wire.js'
import { EMPTY_PLAN, type Plan, run, World } from '../../sim/index.js'
import t from 'tap'

t.test('the checks of liveness find what never comes to rest', async (t) => {
  const plan: Plan = {
    ...EMPTY_PLAN,
    nodes: 5,
    settleMs: 1,
    start: 'empty',
    durationMs: 1_500,
    faults: [{ kind: 'join', atMs: 1_499, nodes: [1, 2, 3, 4] }],
  }
  const { verdict, violations } = run(plan, 1)
  t.equal(verdict, 'liveness')
  t.ok(['L3', 'L4', 'L5'].every((name) => violations.some(({ check }) => check === name)))
  const slow = { protocol: { suspicionMult: 0 }, network: { loss: 0.01 } }
  const found = new Set<string>()
  for (let seed = 1; seed <= 12; seed++) {
    const base = { ...EMPTY_PLAN, ...slow, nodes: 16, durationMs: 90_000 }
    for (const { check } of run(base, seed).violations) found.add(check)
    const lossy: Plan['faults'] = [{ kind: 'loss', atMs: 0, with: { rate: 0.1 } }]
    for (const { check } of run({ ...base, faults: lossy }, seed).violations) found.add(check)
    const cut: Plan['faults'] = [{ kind: 'cut', atMs: 0, from: [1], to: [2] }]
    const direct = { suspicionMult: 0, relays: 0, streamPing: false }
    const narrow = { ...base, protocol: direct, faults: cut }
    for (const { check } of run({ ...base, protocol: direct }, seed).violations) found.add(check)
    for (const { check } of run(narrow, seed).violations) found.add(check)
  }
  for (const name of ['L2', 'L7', 'L13']) t.ok(found.has(name), `${name} of ${[...found]}`)
  const late = {
    protocol: { suspicionMult: 100, suspicionMaxMult: 100, unheardMult: 0 },
    durationMs: 3_000,
  }
  const crash: Plan['faults'] = [{ kind: 'crash', atMs: 1_000, nodes: [1] }]
  const missed = run({ ...EMPTY_PLAN, ...late, settleMs: 1_000, faults: crash }, 1).violations
  t.ok(missed.some(({ check }) => check === 'L1'))
})

t.test('a check reports, the rest of its run says nothing new', async (t) => {
  const reports: string[] = []
  const world = new World({ nodes: 4 })
  const scene: Scene = {
    world,
    wire: new Wire(),
    report: (check, observer, subject, what) =>
      void reports.push(`${check} ${observer} ${subject} ${what}`),
  }
  const running = new Map(SAFETY.map((check) => [check.name, check.begin(scene)]))
  // A view that lies: the events do not say so.
  world.run(1_000)
  world.truth.up[2] = 0
  const silent = running.get('S20')
  const datagram = { source: 2, target: 0, length: 9_000, bytes: new Uint8Array(10), place: 0 }
  silent?.sent?.(datagram)
  world.truth.up[2] = 1
  running.get('S11')?.sent?.(datagram)
  running.get('S15')?.changed?.(0, 1 as TableSlot, SUSPECT, FAULTY)
  running.get('S15')?.end?.()
  running.get('S22')?.changed?.(0, 1 as TableSlot, SUSPECT, FAULTY)
  for (const check of running.values()) check.changed?.(0, 99 as TableSlot, 1, 4)
  t.same(
    reports.map((report) => report.split(' ')[0]),
    ['S20', 'S11', 'S15', 'S15'],
    reports.join('; '),
  )
  reports.length = 0
  const ask = (sequence: number): void => {
    const from = Buffer.from('node-1')
    const pingReq = { sequence, target: Buffer.from('node-3'), budgetMs: 100 }
    const bytes = gyre.Packet.encode({ label: 1, from, pingReq }).finish()
    scene.wire.forget()
    running.get('S8')?.sent?.({ source: 1, target: 2, length: bytes.length, bytes, place: 0 })
  }
  for (let sequence = 1; sequence < 4_200; sequence++) ask(sequence)
  t.same(reports, [])
  ask(4_199)
  t.match(reports, [/S8 1 2 asked twice/])
  reports.length = 0
  const crowded = { rumours: { size: 99 }, suspicions: { size: 99 } }
  const full = Object.create(world, {
    waiting: { value: 1e9 },
    node: { value: () => ({ inside: crowded, table: { size: 1 } }) },
  }) as World
  const bounded = SAFETY.find(({ name }) => name === 'S19')
  bounded?.begin({ ...scene, world: full }).second?.()
  t.equal(reports.length, 9)
  reports.length = 0
  const burst = { plan: EMPTY_PLAN, world, burst: 1e6, asleep: [] } as unknown as Aftermath
  LIVENESS.find(({ name }) => name === 'L11')?.judge(burst, scene)
  t.match(reports, [/L11.*1000000 datagrams in 100 ms after a stall/])
  reports.length = 0
  const leave: Plan['faults'] = [{ kind: 'leave', atMs: 0, nodes: [3] }]
  const unseen = { plan: { ...EMPTY_PLAN, faults: leave }, world, falseSuspects: 1 }
  LIVENESS.find(({ name }) => name === 'L6')?.judge(unseen as unknown as Aftermath, scene)
  t.match(reports, [/L6 -1 -1 1 suspicions/, /L6 0 3 its leave was not seen/])
  const stalled = new World({ nodes: 2 })
  stalled.stall(0, 1_000)
  const calls: string[] = []
  const twenty = SAFETY.find(({ name }) => name === 'S20')
  const report = (check: string): void => void calls.push(check)
  twenty?.begin({ world: stalled, wire: new Wire(), report }).sent?.({ ...datagram, source: 0 })
  t.same(calls, ['S20'])
})

t.test('in a large world a run is judged without what would cost too much', async (t) => {
  const leave: Plan['faults'] = [{ kind: 'leave', atMs: 500, nodes: [3] }]
  const plan: Plan = { ...EMPTY_PLAN, nodes: 260, durationMs: 2_000, faults: leave }
  t.match(run(plan, 1), { verdict: 'pass', met: [] })
})
