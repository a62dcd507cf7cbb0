import t from 'tap'
import { runsOnRing } from '../../lib/cron/index.js'
import { joinCluster } from '../../lib/index.js'
import { startExample, stopExample } from './example-process.js'
import { until } from './until.js'

t.test('a run is for whoever owns the name of its job', async (t) => {
  const one = await joinCluster({ profile: 'local' })
  t.teardown(() => one.close())
  const ring = one.ring('schedules', { slots: 16 })
  const { shouldRun } = runsOnRing(ring)
  t.notOk(shouldRun('node-cron:report:2026-11-22T10:00:00.000Z', 1), 'nothing is ours yet')
  await ring.settled()
  t.ok(shouldRun('node-cron:report:2026-11-22T10:00:00.000Z', 1))
  const asked: unknown[] = []
  const spy = runsOnRing({ owns: (key: unknown) => asked.push(key) > 0 } as never)
  for (const second of [10, 11]) spy.shouldRun(`p:report:2026-11-22T10:00:${second}.000Z`, 1)
  t.same(asked, ['p:report', 'p:report'], 'all its runs are for one owner')
})

t.test('the example runs its job once a second, wherever, through a kill', async (t) => {
  const args = (id: string): string[] => ['--id', id, '--profile', 'local']
  const first = await startExample('cron/scheduler.js', args('c0'))
  const seed = ['--seed', first.ready.endpoint]
  const others = await Promise.all(
    ['c1', 'c2'].map((id) => startExample('cron/scheduler.js', [...args(id), ...seed])),
  )
  const all = [first, ...others]
  t.teardown(() => all.forEach(({ child }) => child.kill('SIGKILL')))
  const runs = (): string[] =>
    all.flatMap(({ lines }) => lines.flatMap(({ ran }) => (ran ? [String(ran)] : [])))
  await until(() => runs().length >= 2, 20_000)
  const before = runs()
  const owner = all.find(({ lines }) => lines.some(({ ran }) => ran)) ?? first
  await stopExample(owner, 'SIGKILL')
  await until(() => runs().length >= before.length + 3, 20_000)
  const after = runs()
  t.equal(new Set(after).size, after.length, 'never twice')
})
