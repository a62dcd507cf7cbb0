import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { startExample, stopExample, type ExampleProcess } from './example-process.js'
import { until } from './until.js'

// The examples as their users run them: real processes, some of which are killed.

t.test('compute: the job is finished exactly although a member is killed', async (t) => {
  const args = ['--profile', 'local', '--chunks', '128', '--points', '150000']
  const first = await startExample('compute/worker.js', [...args, '--id', 'm0'])
  const seed = ['--seed', first.ready.endpoint]
  const others = await Promise.all(
    ['m1', 'm2'].map((id) => startExample('compute/worker.js', [...args, ...seed, '--id', id])),
  )
  const all = [first, ...others]
  t.teardown(() => all.forEach(({ child }) => child.kill('SIGKILL')))
  await sleep(300)
  await stopExample(others[0], 'SIGKILL')
  const rest = [first, others[1]]
  const totals = (of: ExampleProcess): unknown[] => of.lines.flatMap(({ total }) => total ?? [])
  await until(() => rest.every((one) => totals(one).length === 1), 60_000)
  t.equal(new Set(rest.flatMap(totals)).size, 1, 'all come to one result')
  const alone = await startExample('compute/worker.js', [...args, '--id', 'alone'])
  t.teardown(() => void alone.child.kill('SIGKILL'))
  await until(() => totals(alone).length === 1, 60_000)
  t.same(totals(alone), totals(first), 'and one process by itself comes to the same')
  for (const one of [...rest, alone]) await stopExample(one)
})

t.test('files: each is kept twice, wherever it came in, and again after a death', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'gyre-files-'))
  const ids = ['f0', 'f1', 'f2', 'f3']
  const all: ExampleProcess[] = []
  t.teardown(() => {
    all.forEach(({ child }) => child.kill('SIGKILL'))
    rmSync(home, { recursive: true, force: true })
  })
  for (const id of ids) {
    const seed = all.length > 0 ? ['--seed', all[0].ready.endpoint] : []
    const args = ['--id', id, '--dir', join(home, id), '--profile', 'local', ...seed]
    all.push(await startExample('files/server.js', args))
  }
  const names = Array.from({ length: 60 }, (_, i) => `${i % 2 ? 'dir/a' : 'b'} ${i}.txt`)
  const url = (i: number, name: string): string => {
    return `http://127.0.0.1:${all[i % all.length].ready.port}/${encodeURIComponent(name)}`
  }
  await Promise.all(
    names.map(async (name, i) => {
      const { status } = await fetch(url(i, name), { method: 'PUT', body: `content of ${name}` })
      t.equal(status, 201)
    }),
  )
  const copies = (of: readonly string[]): number[] => {
    const files = of.flatMap((id) => readdirSync(join(home, id)))
    const counts = new Map<string, number>()
    for (const file of files) counts.set(file, (counts.get(file) ?? 0) + 1)
    return [...counts.values()]
  }
  const twice = (of: readonly string[]): boolean => {
    const counts = copies(of)
    return counts.length === names.length && counts.every((count) => count === 2)
  }
  await until(() => twice(ids), 30_000)
  t.ok(twice(ids), 'none is missing, none is a third time')
  const [dead] = all.splice(2, 1)
  await stopExample(dead, 'SIGKILL')
  await until(() => twice(['f0', 'f1', 'f3']), 30_000)
  for (const [i, name] of names.entries()) {
    t.equal(await (await fetch(url(i, name))).text(), `content of ${name}`)
  }
  t.equal((await fetch(url(0, 'nothing'))).status, 404)
})
