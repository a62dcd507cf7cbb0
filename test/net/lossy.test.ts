import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { Namespace, withoutNamespaces } from './namespace.js'
import { until } from './until.js'

const NODES = 32
const MINUTES = 2

t.test(
  '20 % of all packets lost, for two minutes: nobody is called dead',
  { skip: withoutNamespaces() },
  async (t) => {
    const space = new Namespace(t)
    const first = space.agent('m0')
    await until(() => first.endpoint !== '', 30_000)
    for (let i = 1; i < NODES; i++) space.agent(`m${i}`, '--seed', first.endpoint)
    await until(() => space.agents.every(({ live }) => live === NODES - 1), 60_000)
    space.rules('numgen random mod 100 < 20 drop')
    await sleep(MINUTES * 60_000)
    const said = space.agents.flatMap((agent) => agent.said)
    const count = (state: string): number => said.filter((one) => one.state === state).length
    t.comment(
      `${NODES} members: ${count('suspect')} times suspect, ${count('faulty')} times faulty`,
    )
    t.equal(count('faulty'), 0)
    t.equal(count('left'), 0)
    t.ok(space.agents.every(({ live }) => live === NODES - 1))
  },
)
