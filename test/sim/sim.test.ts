import fc from 'fast-check'
import t from 'tap'
import { ABSENT, ALIVE, FAULTY, LEFT, SUSPECT } from '../../lib/core/index.js'
import { runScenario, SCENARIOS, simCommand, World, type Change } from '../../sim/index.js'
import { Stage } from '../../sim/scenarios.js'
import { Scheduler } from '../../sim/scheduler.js'

t.test('the scheduler is a list sorted by time, then by order', async () => {
  const step = fc.oneof(fc.nat(20), fc.constant(-1))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const scheduler = new Scheduler()
      const naive: { time: number; value: number }[] = []
      for (const [value, time] of steps.entries()) {
        if (time >= 0) {
          scheduler.push(time, 1, value)
          naive.push({ time, value })
        } else if (naive.length > 0) {
          naive.sort((a, b) => a.time - b.time || a.value - b.value)
          const first = naive.shift()
          scheduler.pop()
          if (scheduler.value !== first?.value || scheduler.time !== first.time) return false
        }
      }
      return scheduler.length === naive.length
    }),
  )
  const scheduler = new Scheduler()
  if (scheduler.nextTime !== Infinity) throw new Error('nothing is due')
  for (let i = 0; i < 3_000; i++) scheduler.push((i * 7_919) % 3_000, 0, i)
  for (let i = 0; i < 3_000; i++) {
    if (scheduler.nextTime !== i) throw new Error(`out of order at ${i}`)
    scheduler.pop()
  }
})

t.test('the same seed gives the same run, another seed another one', async (t) => {
  const crash = SCENARIOS.find(({ name }) => name === 'crash')!
  const one = runScenario(crash, 7)
  t.same(runScenario(crash, 7), one)
  t.not(runScenario(crash, 8).hash, one.hash)
})

t.test('every scenario of the list comes out as it says', async (t) => {
  for (const scenario of SCENARIOS) {
    if (scenario.name === 'thousand') continue
    for (const seed of [1, 2, 3]) {
      const { ok, problems } = runScenario(scenario, seed)
      t.ok(ok, `${scenario.name}, seed ${seed}: ${problems.join('; ')}`)
    }
  }
})

t.test(
  '1,000 members, 10 crashes, 1 % loss: every survivor knows, and views are equal',
  async (t) => {
    const thousand = SCENARIOS.find(({ name }) => name === 'thousand')!
    const { ok, problems, figures } = runScenario(thousand, 1)
    t.ok(ok, problems.join('; '))
    t.equal(figures.falseFaulty, 0)
  },
)

t.test('a crash is found in clusters of any size, and nobody else is accused', async (t) => {
  for (const nodes of [3, 4, 5, 8, 16, 64]) {
    const changes: Change[] = []
    const world = new World({ nodes, seed: nodes, onChange: (change) => changes.push(change) })
    world.run(2_000)
    world.crash(0)
    world.run(30_000)
    const others = Array.from({ length: nodes - 1 }, (_, i) => i + 1)
    t.ok(
      others.every((i) => world.standing(i, 0) === FAULTY),
      `n = ${nodes}`,
    )
    t.ok(changes.every(({ subject, to }) => subject === 0 || to === ALIVE))
    t.ok(world.viewsEqual())
  }
})

t.test('under 10 % loss nobody healthy is called faulty in ten minutes', async (t) => {
  const faulty: Change[] = []
  const world = new World({
    nodes: 32,
    network: { loss: 0.1 },
    onChange: (change) => void (change.to === FAULTY && faulty.push(change)),
  })
  world.run(600_000)
  t.same(faulty, [])
})

t.test('a joiner is seen by all, and sees all', async (t) => {
  const world = new World({ nodes: 20, start: 'empty' })
  t.notOk(world.up(0))
  world.boot(0)
  for (let i = 1; i < 20; i++) world.at(100 * i, () => world.boot(i, 0))
  t.equal(world.standing(0, 7), ABSENT)
  t.ok(
    world.runUntil(() => everySees(world, 20), 10_000),
    `at ${world.now} ms`,
  )
  t.ok(world.viewsEqual())
})

t.test('a crashed node that restarts outranks its past', async (t) => {
  const world = new World({ nodes: 8, seed: 3 })
  world.run(2_000)
  world.crash(4)
  world.run(20_000)
  t.equal(world.standing(0, 4), FAULTY)
  world.boot(4, 0)
  t.ok(world.runUntil(() => everySees(world, 8), 10_000))
})

t.test('a restart before its death was seen is no death at all', async (t) => {
  const changes: Change[] = []
  const world = new World({ nodes: 8, seed: 3, onChange: (change) => changes.push(change) })
  world.run(2_500)
  world.crash(4)
  world.run(1_000)
  world.boot(4, 0)
  world.run(30_000)
  t.ok(everySees(world, 8))
  t.ok(changes.every(({ to }) => to !== FAULTY))
})

t.test('a one-way cut with healthy third parties kills nobody', async (t) => {
  const changes: Change[] = []
  const world = new World({ nodes: 10, onChange: (change) => changes.push(change) })
  world.run(2_000)
  world.cut({ from: [1], to: [2], oneWay: true })
  world.run(120_000)
  t.ok(changes.every(({ to }) => to !== FAULTY))
})

t.test('an isolated member is faulty to the rest, the rest to it, and all heals', async (t) => {
  const world = new World({ nodes: 9, seed: 5 })
  world.run(2_000)
  const heal = world.cut({ from: [0], to: [1, 2, 3, 4, 5, 6, 7, 8] })
  world.run(60_000)
  t.equal(world.standing(3, 0), FAULTY)
  t.equal(world.standing(0, 3), FAULTY)
  heal()
  t.ok(world.runUntil(() => everySees(world, 9) && world.viewsEqual(), 15_000))
})

t.test('a leave is never shown as a failure, even if the leaver is gone at once', async (t) => {
  const world = new World({ nodes: 16, seed: 2 })
  world.run(2_000)
  world.leave(3)
  world.run(1_000)
  world.crash(3)
  world.run(20_000)
  for (let i = 0; i < 16; i++) if (i !== 3) t.equal(world.standing(i, 3), LEFT)
})

t.test('two processes with one id: the later one stays, the other ends itself', async (t) => {
  const world = new World({ nodes: 4 })
  t.equal(world.standing(0, 1), ALIVE)
  t.equal(world.id(2), 'node-2')
  const rival = world.node(1).record
  world.run(5_000)
  const endpoint = Uint8Array.from(rival.endpoint)
  endpoint[3] = 2
  world.node(1).learn(world.now, [{ ...rival, word: rival.word + 4, endpoint }])
  t.notOk(world.node(1).started)
})

t.test('an observer tells what came true and what did not', async (t) => {
  const stage = new Stage(3, 1, 0)
  stage.expect('two is two', true)
  stage.expect('two is three', false)
  t.same(stage.problems, ['two is three'])
  stage.crash(0)
  stage.changes.push({ now: 1, observer: 1, subject: 2, from: SUSPECT, to: FAULTY })
  stage.changes.push({ now: 1, observer: 1, subject: 2, from: FAULTY, to: ABSENT })
  stage.changes.push({ now: 2, observer: 1, subject: 0, from: SUSPECT, to: FAULTY })
  t.equal(stage.falseFaulty(), 2)
  t.same(stage.timesOf(0, FAULTY), [2])
})

t.test('gyre sim', async (t) => {
  const failing = {
    name: 'failing',
    says: 'never comes true',
    nodes: 5,
    nodesMin: 3,
    run: (stage: Stage) => stage.expect('two is three', false),
  }
  const run = (): void => {
    throw new Error('a bug of the scenario')
  }
  const broken = { ...failing, name: 'broken', run }
  const scenarios = [...SCENARIOS, failing, broken]
  const call = async (
    ...args: string[]
  ): Promise<{ code: number; out: string[]; err: string[] }> => {
    const [out, err]: [string[], string[]] = [[], []]
    const terminal = {
      out: (line: string) => void out.push(line),
      err: (line: string) => void err.push(line),
    }
    return { code: await simCommand(args, terminal, scenarios), out, err }
  }
  t.match(await call('list'), { code: 0, out: [/^crash/, /^thousand/, /^partition/, /^leave/] })
  t.match((await call('--help')).out[0], /gyre sim run NAME/)
  const json = await call('run', 'crash', '--seed', '5', '--nodes', '6', '--json')
  t.equal(json.code, 0)
  t.match(JSON.parse(json.out[0]), { scenario: 'crash', seed: 5, nodes: 6, ok: true })
  const plain = await call('run', 'leave')
  t.match(plain.out.at(-1), /as expected/)
  const failed = await call('run', 'failing')
  t.equal(failed.code, 1)
  t.match(failed.out.join('\n'), /FAILED: two is three[^]*again: gyre sim run failing --seed 1/)
  await t.rejects(call('run', 'broken'), { message: /a bug/ })
  for (const [args, message] of [
    [['run', 'nothing'], /expected a scenario of 'gyre sim list', got 'nothing'/],
    [['run'], /got ''/],
    [[], /expected list or run, got ''/],
    [['run', 'crash', '--seed', 'x'], /--seed: expected a whole number in 0…2147483647, got 'x'/],
    [['run', 'crash', '--nodes', '2'], /--nodes: expected a whole number in 3…10000, got '2'/],
    [['--bogus'], /Unknown option '--bogus'/],
  ] as const) {
    t.match(await call(...args), { code: 64, err: [message] })
  }
})

function everySees(world: World, count: number): boolean {
  return Array.from({ length: world.nodes }, (_, i) => i).every(
    (i) => world.up(i) && world.node(i).liveCount === count,
  )
}
