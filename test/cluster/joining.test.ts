import { type Endpoint, parseEndpoint } from '../../lib/base/endpoint.js'
import { GyreError } from '../../lib/base/error.js'
import type { Driver } from '../../lib/cluster/driver/driver.js'
import { Joiner } from '../../lib/cluster/joining/joiner.js'
import type { Roster } from '../../lib/cluster/members/roster.js'
import type { Discovery } from '../../lib/discovery/index.js'
import { type Runtime, systemRuntime } from '../../lib/runtime/runtime.js'
import t from 'tap'

const seeds = ['10.0.0.1:1', '10.0.0.2:1', '10.0.0.3:1'].map(parseEndpoint)

/** A joiner in a world where time passes by hand. */
function joinerWith(answers: (endpoint: Endpoint) => Promise<boolean>, list = seeds) {
  const timers: { ms: number; callback: () => void }[] = []
  const tried: Endpoint[] = []
  const reported: string[] = []
  const state: { alone: boolean; known: Endpoint[] } = { alone: true, known: [] }
  const runtime: Runtime = {
    ...systemRuntime,
    random: () => 0,
    after: (ms, callback) => {
      const timer = { ms, callback }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  }
  const discovery: Discovery = { find: async () => ({ endpoints: list, failures: [] }) }
  const joiner = new Joiner({
    runtime,
    discovery,
    driver: {
      node: {
        get liveCount() {
          return state.alone ? 1 : 2
        },
        started: true,
        self: 0,
        table: { endpoint: () => seeds[0] },
      },
      syncs: {
        with(endpoint: Endpoint) {
          tried.push(endpoint)
          return answers(endpoint)
        },
      },
    } as unknown as Driver,
    roster: { live: () => state.known.map((endpoint) => ({ endpoint })) } as unknown as Roster,
    teller: { fault: (error) => void reported.push((error as GyreError).code) },
  })
  const turn = async (): Promise<number> => {
    const timer = timers.shift()
    timer?.callback()
    for (let i = 0; i < 10; i++) await Promise.resolve()
    return timer?.ms ?? -1
  }
  return { joiner, discovery, timers, tried, reported, state, turn }
}

t.test('all seeds but ourselves are tried, and one good answer is enough', async (t) => {
  const { joiner, tried } = joinerWith(async (endpoint) => {
    if (endpoint === seeds[1]) throw new GyreError('JOIN_REFUSED', 'no')
    return true
  })
  t.equal(await joiner.attempt(), true)
  t.same(tried, seeds.slice(1))
})

t.test('a refusal counts only if nobody lets us in', async (t) => {
  const refusing = joinerWith(async (endpoint) => {
    if (endpoint === seeds[1]) throw new GyreError('JOIN_REFUSED', 'no')
    return false
  })
  await t.rejects(refusing.joiner.attempt(), { code: 'JOIN_REFUSED' })
  t.equal(await joinerWith(async () => false).joiner.attempt(), false)
})

t.test('many seeds are tried ten at a time', async (t) => {
  const list = Array.from({ length: 25 }, (_, i) => parseEndpoint(`10.0.1.${i}:1`))
  const { joiner, tried } = joinerWith(async (endpoint) => endpoint === list[12], list)
  t.equal(await joiner.attempt(), true)
  t.equal(tried.length, 20)
})

t.test('it retries with back-off for as long as we are alone', async (t) => {
  const { joiner, timers, state, turn, reported } = joinerWith(async () => {
    throw new GyreError('JOIN_REFUSED', 'no')
  })
  joiner.keepTrying()
  joiner.keepTrying()
  t.equal(timers.length, 1, 'once at a time')
  const waits: number[] = []
  for (let i = 0; i < 8; i++) waits.push(await turn())
  t.same(waits, [100, 200, 400, 800, 1_600, 2_500, 2_500, 2_500])
  t.equal(reported.length, 8)
  state.alone = false
  await turn()
  t.equal(timers.length, 0)
  joiner.keepTrying()
  t.equal(timers[0].ms, 100, 'and begins anew')
})

t.test('stopped, it tries no more', async (t) => {
  const { joiner, timers, tried } = joinerWith(async () => false)
  joiner.keepTrying()
  joiner.stop()
  t.equal(timers.length, 0)
  joiner.keepTrying()
  t.equal(timers.length, 0)
  t.same(tried, [])
})

t.test('it watches for seeds that are no members, and tries one an interval', async (t) => {
  const { joiner, timers, tried, state, turn } = joinerWith(async () => {
    throw new GyreError('JOIN_REFUSED', 'no')
  })
  joiner.watch(500)
  await turn()
  t.same(tried, [], 'alone, all are tried anyway')
  state.alone = false
  state.known = [seeds[1]]
  t.equal(await turn(), 500)
  t.same(tried, [seeds[2]])
  state.known = [seeds[1], seeds[2]]
  await turn()
  t.equal(tried.length, 1, 'all are members')
  t.equal(timers.length, 1, 'and it goes on watching')
  state.known = []
  const last = timers[0].callback
  joiner.stop()
  t.equal(timers.length, 0)
  last()
  for (let i = 0; i < 10; i++) await Promise.resolve()
  t.equal(tried.length, 1)
  t.equal(timers.length, 0)
})

t.test('seeds that change are looked at at once', async (t) => {
  const { joiner, discovery, tried, state, reported, timers } = joinerWith(async () => false)
  let ends = 0
  let changed = (): void => {}
  discovery.watch = (callback) => {
    changed = callback
    return () => void ends++
  }
  const turns = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) await Promise.resolve()
  }
  joiner.watch(1_000)
  changed()
  await turns()
  t.same(tried, seeds.slice(1), 'alone, all of them')
  state.alone = false
  changed()
  await turns()
  t.equal(tried.length, 3, 'else one that is no member')
  state.alone = true
  discovery.find = () => Promise.reject(new GyreError('SEEDS_UNREADABLE', 'gone'))
  changed()
  await turns()
  t.same(reported, ['SEEDS_UNREADABLE'])
  const [heal] = timers.splice(0)
  joiner.stop()
  t.equal(ends, 1)
  heal.callback()
  await turns()
  t.equal(timers.length, 0)
  joiner.watch(1_000)
  t.equal(timers.length, 0)
})
