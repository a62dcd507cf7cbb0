import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { PROFILES } from '../../lib/core/index.js'
import { Namespace, type NamespaceAgent } from './namespace.js'
import { until } from './until.js'

/** Two hosts with half of the members each are cut off from each other for a while; then they heal. */
export async function halves(t: Test, nodes: number, cutMs: number): Promise<void> {
  const spaces = [new Namespace(t), new Namespace(t)]
  spaces[0].connect(spaces[1])
  const agents: NamespaceAgent[] = []
  for (let i = 0; i < nodes; i++) {
    const address = `10.77.${i % 2}.${i + 1}`
    const space = spaces[i % 2]
    space.run('ip', 'addr', 'add', `${address}/16`, 'dev', 'wire')
    const seed = i === 0 ? [] : ['--seed', agents[0].endpoint]
    agents.push(space.agent(`m${i}`, '--bind', `${address}:7946`, ...seed))
    if (i === 0) await until(() => agents[0].endpoint !== '', 30_000)
  }
  const seen = (count: number) => (): boolean => agents.every(({ live }) => live === count)
  await until(seen(nodes - 1), 60_000)
  for (const space of spaces) space.rules('iifname wire drop')
  const cut = performance.now()
  await until(seen(nodes / 2 - 1), 60_000)
  await sleep(Math.max(0, cutMs - (performance.now() - cut)))
  t.ok(seen(nodes / 2 - 1)(), 'each half sees itself')
  for (const space of spaces) space.rules('')
  const healed = performance.now()
  await until(seen(nodes - 1), PROFILES.lan.reconnectMs + 5_000)
  const tookMs = Math.round(performance.now() - healed)
  t.comment(`${nodes} members: one view ${tookMs} ms after the heal`)
}
