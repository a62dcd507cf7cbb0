import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { Namespace } from './namespace.js'
import { until } from './until.js'

/** Members on one host lose 20 % of all packets for a while; none may be called dead. */
export async function lossy(t: Test, nodes: number, forMs: number): Promise<void> {
  const space = new Namespace(t)
  const first = space.agent('m0')
  await until(() => first.endpoint !== '', 30_000)
  for (let i = 1; i < nodes; i++) space.agent(`m${i}`, '--seed', first.endpoint)
  const allSeeAll = (): boolean => space.agents.every(({ live }) => live === nodes - 1)
  await until(allSeeAll, 60_000)
  space.rules('numgen random mod 100 < 20 drop')
  await sleep(forMs)
  const said = space.agents.flatMap((agent) => agent.said)
  const count = (state: string): number => said.filter((one) => one.state === state).length
  t.comment(`${nodes} members: ${count('suspect')} times suspect, ${count('faulty')} times faulty`)
  t.equal(count('faulty'), 0)
  t.equal(count('left'), 0)
  t.ok(allSeeAll())
}
