import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { agent, ask } from './ask.js'
import { startExample, stopExample, type ExampleProcess } from './example-process.js'

async function start(id: string, seed?: string): Promise<ExampleProcess> {
  const seeds = seed === undefined ? [] : ['--seed', seed]
  return startExample('http-sessions/server.js', ['--id', id, '--profile', 'local', ...seeds])
}

/** Clients count visits on four processes, of which some are restarted one after another, and one is killed. */
export async function sessions(t: Test, restarts: number): Promise<void> {
  const running: ExampleProcess[] = []
  t.teardown(() => {
    agent.destroy()
    running.forEach(({ child }) => child.kill('SIGKILL'))
  })
  running.push(await start('s0'))
  for (let i = 1; i < 4; i++) running.push(await start(`s${i}`, running[0].ready.endpoint))
  let [asked, failed] = [0, 0]
  const run = { over: false }
  const wrong: string[] = []
  const counted = new Map<string, number>()
  /** Whom clients may ask: not one that is about to stop. */
  let open = [0, 1, 2, 3]
  const client = async (name: string): Promise<void> => {
    while (!run.over) {
      const { port } = running[open[asked++ % open.length]].ready
      const reply = await ask(port, 'POST', `/visits/${name}`).catch(() => undefined)
      const before = counted.get(name) ?? 0
      if (reply?.status !== 200) failed++
      else {
        const count = Number(reply.body)
        if (count !== before + 1) wrong.push(`${name} ${before} → ${count}`)
        counted.set(name, count)
      }
      await sleep(4)
    }
  }
  const startedAt = performance.now()
  const clients = Array.from({ length: 24 }, (_, i) => client(`ann-${i}`))
  await sleep(1_000)
  for (let i = 0; i < restarts; i++) {
    open = open.filter((one) => one !== i)
    await sleep(100)
    await stopExample(running[i])
    running[i] = await start(`s${i}`, running[(i + 1) % 4].ready.endpoint)
    open.push(i)
  }
  await sleep(500)
  const seconds = (performance.now() - startedAt) / 1_000
  t.equal(failed, 0, `of ${asked} requests`)
  t.same(wrong, [])
  t.comment(`${asked} requests, ${Math.round(asked / seconds)} a second`)
  run.over = true
  await Promise.all(clients)
  // A kill: what was answered is there, whoever is asked.
  const [dead] = running.splice(2, 1)
  dead.child.kill('SIGKILL')
  for (const [name, count] of counted) {
    for (const { ready } of running) {
      const { port } = ready
      const reply = await ask(port, 'GET', `/visits/${name}`)
      t.same(reply, { status: 200, body: `${count}\n` }, `${name} at ${port}`)
    }
  }
}
