// Requests forwarded between two processes on loopback: how many a second, and what a single one takes.
import { joinCluster } from 'gyre'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpuSeconds, median, table } from './report.js'

/** @param {{ seconds?: number, atOnce?: number, singles?: number }} sizes */
export async function benchForward({ seconds = 4, atOnce = 128, singles = 2_000 } = {}) {
  const child = fork(new URL('forward-member.js', import.meta.url), { stdio: 'inherit' })
  const [{ endpoint }] = await once(child, 'message')
  const cluster = await joinCluster({ id: 'asker', seeds: [endpoint], profile: 'local' })
  const ring = cluster.ring('bench', { slots: 64, role: 'owner' })
  ring.handler('echo', () => undefined, { idempotent: true })
  const body = Buffer.alloc(100)
  const ask = (i) => ring.forward('echo', `key-${i}`, body)
  while (ring.owner('x')?.member.id !== 'owner') await new Promise((done) => setTimeout(done, 20))
  for (let i = 0; i < 500; i++) await ask(i)
  const times = []
  for (let i = 0; i < singles; i++) {
    const before = performance.now()
    await ask(i)
    times.push(performance.now() - before)
  }
  let answered = 0
  const [startedAt, cpu] = [performance.now(), cpuSeconds()]
  const client = async () => {
    while (performance.now() - startedAt < 1_000 * seconds) await ask(answered++)
  }
  await Promise.all(Array.from({ length: atOnce }, client))
  const took = (performance.now() - startedAt) / 1_000
  const perCpu = answered / (cpuSeconds() - cpu)
  await cluster.leave()
  child.kill()
  await once(child, 'exit')
  times.sort((a, b) => a - b)
  const p99 = times[Math.floor(0.99 * times.length)]
  return { perSecond: answered / took, perCpuSecond: perCpu, p50Ms: median(times), p99Ms: p99 }
}

export function describeForward({ perSecond, perCpuSecond, p50Ms, p99Ms }) {
  return table('forwarding: two processes, loopback, 100 bytes each way', [
    ['', ''],
    ['requests a second, 128 at a time', String(Math.round(perSecond))],
    ['a CPU second of the asker', String(Math.round(perCpuSecond))],
    ['one by itself, p50 ms', p50Ms.toFixed(3)],
    ['one by itself, p99 ms', p99Ms.toFixed(3)],
  ])
}
