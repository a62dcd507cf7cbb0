import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { PROFILES } from '../../lib/core/index.js'
import { Namespace, withoutNamespaces, type NamespaceAgent } from './namespace.js'
import { until } from './until.js'

const NODES = 16
const CUT_MS = 60_000

t.test(
  'half against half, cut for a minute, heals by itself',
  { skip: withoutNamespaces() },
  async (t) => {
    const spaces = [new Namespace(t), new Namespace(t)]
    spaces[0].connect(spaces[1])
    const agents: NamespaceAgent[] = []
    for (let i = 0; i < NODES; i++) {
      const address = `10.77.${i % 2}.${i + 1}`
      const space = spaces[i % 2]
      space.run('ip', 'addr', 'add', `${address}/16`, 'dev', 'wire')
      const seed = i === 0 ? [] : ['--seed', agents[0].endpoint]
      agents.push(space.agent(`m${i}`, '--bind', `${address}:7946`, ...seed))
      if (i === 0) await until(() => agents[0].endpoint !== '', 30_000)
    }
    await until(() => agents.every(({ live }) => live === NODES - 1), 60_000)
    for (const space of spaces) space.rules('iifname wire drop')
    await sleep(CUT_MS)
    t.ok(
      agents.every(({ live }) => live === NODES / 2 - 1),
      'each half sees itself',
    )
    for (const space of spaces) space.rules('')
    const healed = performance.now()
    const boundMs = PROFILES.lan.reconnectMs + 5_000
    await until(() => agents.every(({ live }) => live === NODES - 1), boundMs)
    t.comment(
      `${NODES} members: one view ${Math.round(performance.now() - healed)} ms after the heal`,
    )
  },
)
