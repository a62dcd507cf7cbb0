import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { parseEndpoint } from '../../lib/base/endpoint.js'
import { run } from '../../lib/cli/command.js'
import { demo } from '../../lib/cli/demo/demo.js'
import type { Hire } from '../../lib/cli/demo/crew.js'
import { Ledger } from '../../lib/cli/demo/ledger.js'
import { demoMember, workingMember, type Report } from '../../lib/cli/demo/member-process.js'
import type { Driver } from '../../lib/cluster/driver/driver.js'
import type { Membership } from '../../lib/core/membership/membership.js'
import type { Outcome } from '../../lib/cli/demo/play.js'
import { joinCluster, newKey } from '../../lib/index.js'
import { bindUdp } from '../../lib/transport/index.js'
import { FakeTerminal } from '../cli/terminal.js'
import { until } from './until.js'

t.test('gyre', async (t) => {
  t.test('says what it can do, and its version', async (t) => {
    for (const [args, expected] of [
      [['help'], /gyre agent/],
      [['--help'], /gyre sim/],
      [['version'], /^\d+\.\d+\.\d+$/],
      [['--version'], /^0\.1\.0$/],
      [['agent', '--help'], /--ring NAME\[:SLOTS\]/],
      [['demo', '--help'], /--nodes N/],
      [['sim', 'list'], /^scenarios: faults/],
    ] as const) {
      const terminal = new FakeTerminal()
      t.equal(await run(args, terminal), 0)
      t.match(terminal.lines[0], expected)
    }
  })

  t.test('explains why a member is what it is', async (t) => {
    const key = newKey()
    const dir = mkdtempSync(join(tmpdir(), 'gyre-explain-'))
    t.teardown(() => rmSync(dir, { recursive: true }))
    writeFileSync(join(dir, 'key'), key)
    const sealed = await joinCluster({ id: 'only', keys: key })
    const first = await joinCluster({ id: 'first', profile: 'local' })
    const seeds = [first.self.endpoint]
    const dead = await joinCluster({ id: 'dead', profile: 'local', seeds })
    const third = await joinCluster({ id: 'third', profile: 'local', seeds })
    t.teardown(() => Promise.all([first, third, dead, sealed].map((one) => one.close())))
    await until(() => first.members.length === 3)
    await until(() => first.metrics.gauges.watches === 2)
    await until(() => first.explain('dead').events.some(({ rttMs }) => rttMs !== undefined))
    await dead.close()
    await until(() => first.member('dead')?.state === 'suspect')
    const suspected = first.explain('dead')
    t.match(suspected, {
      state: 'suspect',
      degraded: false,
      suspicion: { accusers: [/first|third/] },
    })
    const ask = async (...args: string[]): Promise<FakeTerminal & { code: number }> => {
      const terminal = new FakeTerminal()
      const code = await run(['explain', '--member', first.self.endpoint, ...args], terminal)
      return Object.assign(terminal, { code })
    }
    t.match((await ask('dead')).lines.join('; '), /dead is (suspect|faulty).*(accused by|declared)/)
    await until(() => first.member('dead')?.state === 'faulty')
    const told = await ask('dead')
    t.equal(told.code, 0)
    t.match(told.lines[0], /^dead is faulty \(incarnation \d+\)$/)
    t.match(told.lines.join('\n'), /probed\n.*answered in \d+ ms/)
    t.match(told.lines.join('\n'), /suspected \((first|third)\)/)
    const json = await ask('--json')
    t.match(JSON.parse(json.lines[0]), { id: 'first', state: 'alive', events: [] })
    t.match(await ask('nobody'), { code: 1, lines: ['nobody is not known here'] })
    t.match(first.metrics, { gauges: { live: 2 }, histograms: { suspicionMs: { count: 1 } } })
    const only = ['explain', '--member', sealed.self.endpoint]
    const call = async (...args: string[]): Promise<FakeTerminal & { code: number }> => {
      const terminal = new FakeTerminal()
      return Object.assign(terminal, { code: await run(args, terminal) })
    }
    const { driver } = sealed as unknown as { driver: Driver }
    driver.loop.input((now) => {
      const { membership } = driver.node as unknown as { membership: Membership }
      membership.own.setDegraded(now, true)
      return driver.node.schedule(now)
    })
    const slow = await call(...only, '--key-file', join(dir, 'key'))
    t.match(slow, { code: 0, lines: [/^only is alive .*says that it is slow/] })
    writeFileSync(join(dir, 'other'), newKey())
    t.match(await call(...only, '--key-file', join(dir, 'other')), {
      code: 1,
      errors: [/JOIN_REFUSED/],
    })
    t.match(await call('explain'), { code: 64, errors: [/expected --member/] })
    t.match(await call('explain', '--member', '127.0.0.1:1'), {
      code: 1,
      errors: [/SEED_UNREACHED/],
    })
    const silent = await bindUdp(parseEndpoint('127.0.0.1:0'))
    t.teardown(() => silent.close())
    silent.start({ datagram: () => {}, stream: (stream) => stream.close() })
    t.match(await call('explain', '--member', silent.endpoint), { code: 1, errors: [/to that/] })
  })

  t.test('called wrongly it exits with 64 and one clear line', async (t) => {
    for (const [args, message] of [
      [[], /expected a command \(see 'gyre help'\)/],
      [['dance'], /unknown command 'dance'/],
      [['toString'], /unknown command/],
      [['agent', '--bogus'], /Unknown option '--bogus'/],
      [['agent', '--id'], /--id/],
      [['agent', 'surplus'], /unexpected argument 'surplus'/],
      [['agent', '--bind', 'nonsense'], /expected ip:port.*"nonsense" \[BAD_ENDPOINT\]/],
      [['agent', '--seed', 'nonsense'], /"nonsense" \[BAD_ENDPOINT\]/],
      [['agent', '--profile', 'moon'], /profile.*"moon" \[BAD_OPTION\]/],
      [['agent', '--id', ''], /BAD_ID/],
      [['agent', '--ring', ''], /--ring: expected NAME\[:SLOTS\], got ''/],
      [['agent', '--ring', 'jobs:100'], /power of two of slots, got '100'/],
      [['agent', '--ring', 'jobs:x'], /whole number in 1…65536, got 'x'/],
      [['demo', '--nodes', '2'], /--nodes: expected a whole number in 3…64, got '2'/],
      [['demo', '--slots', '100'], /--slots: expected a power of two, got '100'/],
      [['demo', '--profile', 'moon'], /--profile: expected local, lan or wan, got 'moon'/],
    ] as const) {
      const terminal = new FakeTerminal()
      t.equal(await run(args, terminal), 64, args.join(' '))
      t.equal(terminal.errors.length, 1)
      t.match(terminal.errors[0], message)
    }
  })

  t.test('what the network does not allow exits with 1', async (t) => {
    const taken = await joinCluster({ cluster: 'red' })
    t.teardown(() => taken.close())
    const { endpoint } = taken.self
    const terminal = new FakeTerminal()
    t.equal(await run(['agent', '--bind', endpoint], terminal), 1)
    t.match(terminal.errors, [/in use.*\[BIND_FAILED\]/])
    t.equal(await run(['agent', '--cluster', 'blue', '--seed', endpoint], terminal), 1)
    t.match(terminal.errors[1], /\[JOIN_REFUSED\]/)
  })

  t.test('a fault of its own is not dressed up', async (t) => {
    const broken = new FakeTerminal()
    broken.out = () => {
      throw new Error('no paper')
    }
    await t.rejects(run(['help'], broken), { message: 'no paper' })
  })
})

t.test('gyre agent', async (t) => {
  t.test('prints what it sees as JSON, and leaves when interrupted', async (t) => {
    const [one, two] = [new FakeTerminal(), new FakeTerminal()]
    const first = run(
      ['agent', '--id', 'a', '--profile', 'local', '--ring', 'jobs:64', '--json'],
      one,
    )
    await until(() => one.events('ready').length === 1)
    const [{ endpoint, t: at, members }] = one.events('ready')
    t.ok(Math.abs((at as number) - Date.now()) < 5_000)
    t.equal(members, 1)
    const seed = ['--seed', String(endpoint), '--profile', 'local', '--json']
    const second = run(['agent', '--id', 'b', '--ring', 'jobs:64', '--ring', 'other', ...seed], two)
    await until(() => one.events('member').length === 1 && two.events('ring').length === 2)
    t.match(one.events('member'), [{ id: 'a', member: 'b', state: 'alive', was: 'absent' }])
    t.match(two.events('member'), [{ id: 'b', member: 'a', state: 'alive', was: 'absent' }])
    await until(() => one.events('ring').length === 2)
    const [begin, change] = one.events('ring')
    t.match(begin, { ring: 'jobs', gained: 64, lost: 0, owned: 64, members: 1 })
    t.match(change, { gained: 0, lost: two.events('ring')[0].gained, members: 2 })
    two.interrupt()
    t.equal(await second, 0)
    t.equal(two.events('left').length, 1)
    t.match(one.events('member')[1], { member: 'b', state: 'left', was: 'alive' })
    await until(() => one.events('ring').length === 3)
    one.interrupt()
    t.equal(await first, 0)
  })

  t.test('speaks plainly without --json', async (t) => {
    const terminal = new FakeTerminal()
    const seed = 'no-such-host.invalid:1'
    const code = run(
      ['agent', '--id', 'a', '--profile', 'local', '--ring', 'jobs', '--seed', seed],
      terminal,
    )
    await until(() => terminal.lines.length >= 4)
    const other = await joinCluster({
      id: 'b',
      profile: 'local',
      seeds: [/at (\S+),/.exec(terminal.lines[0])![1]],
    })
    t.teardown(() => other.close())
    await until(() => terminal.lines.some((line) => line.includes('sees b alive (was absent)')))
    terminal.interrupt()
    t.equal(await code, 0)
    const text = terminal.lines.join('\n')
    t.match(text, /is ready at 127\.0\.0\.1:\d+, sees 1 live/)
    t.match(text, /owns 1024 slots of jobs \(\+1024 −0\)/)
    t.match(text, /is alone: none of its seeds answers yet/)
    t.match(text, /reports: seed no-such-host/)
    t.match(text, /has left/)
  })

  t.test('warns where anybody could join', async (t) => {
    const terminal = new FakeTerminal()
    const open = ['--bind', '0.0.0.0:0', '--advertise', '127.0.0.1:0']
    const code = run(['agent', ...open], terminal)
    await until(() => terminal.lines.length >= 1)
    terminal.interrupt()
    t.equal(await code, 0)
    t.match(terminal.errors, [/is open to the network, and nothing authenticates/])
  })

  t.test('ends with 1 when another process takes its id', async (t) => {
    const terminal = new FakeTerminal()
    const code = run(['agent', '--id', 'a', '--profile', 'local'], terminal)
    await until(() => terminal.lines.length > 0)
    const [, endpoint] = /at (\S+),/.exec(terminal.lines[0])!
    const thief = await joinCluster({ id: 'a', profile: 'local', seeds: [endpoint] })
    t.teardown(() => thief.close())
    t.equal(await code, 1)
    t.match(terminal.lines.at(-1), /is superseded: 127/)
  })

  t.test('interrupted before it is ready, it leaves all the same', async (t) => {
    const terminal = new FakeTerminal()
    const code = run(['agent', '--profile', 'local'], terminal)
    terminal.interrupt()
    t.equal(await code, 0)
    const late = new FakeTerminal()
    const out = late.out.bind(late)
    late.out = (line) => {
      out(line)
      if (line.includes('ready')) late.interrupt()
    }
    t.equal(await run(['agent', '--profile', 'local'], late), 0)
    t.match(late.lines.at(-1), /has left/)
  })
})

/** Members in this process: what the demo does is the same. */
const hireHere: Hire = (options, report) => {
  const joined = workingMember(options, report)
  let finish = (): void => {}
  const gone = new Promise<void>((resolve) => (finish = resolve))
  return {
    pid: 0,
    kill: () => void joined.then((cluster) => cluster.close()).then(finish),
    leave: () => void joined.then((cluster) => cluster.leave()).then(finish),
    gone,
  }
}

t.test('gyre demo', async (t) => {
  t.test('goes through a kill, a leave and a join, and tells the figures', async (t) => {
    const terminal = new FakeTerminal()
    const args = ['--nodes', '4', '--slots', '64', '--profile', 'local', '--json']
    t.equal(await demo(args, terminal, hireHere), 0, terminal.lines.join('\n'))
    const outcome = JSON.parse(terminal.lines.at(-1) as string) as Record<string, unknown>
    t.match(outcome, {
      nodes: 4,
      kill: { firstFaultyMs: Number, allFaultyMs: Number, allOwnedMs: Number, falseFaulty: 0 },
      leave: { unownedMs: Number },
      join: { settledMs: Number },
      doubleOwnedSlots: 0,
      ok: true,
    })
    t.match(terminal.lines.at(-1), /"ok":true}$/)
    t.match(
      terminal.lines.join('\n'),
      /killed member-2[^]*member-3 has left[^]*member-5 has joined/,
    )
  })

  t.test('on a terminal it draws, and sums up', async (t) => {
    const terminal = new FakeTerminal(60)
    t.equal(
      await demo(
        ['--nodes', '3', '--profile', 'local', '--slots', '64'],
        terminal,
        hireHere,
        60_000,
        50,
      ),
      0,
    )
    t.match(terminal.lines.join('\n'), /kill +first faulty after [^]*all well/)
    const screen = terminal.screens
      .at(-1)!
      .map((line) => line.replaceAll(new RegExp('\u001b\\[[0-9;]*m', 'g'), ''))
    t.match(screen.join('\n'), /member-1 +0 +alive[^]*member-2 +0 +faulty[^]*member-3 +0 +left/)
    t.ok(screen.every((line) => line.length <= 60))
  })

  t.test('what went wrong is named, and the exit code is 1', async (t) => {
    const reports: ((report: Report) => void)[] = []
    // Members that say what a broken cluster would: false accusations, slots owned twice.
    const hire: Hire = ({ id, slots }, report) => {
      reports.push(report)
      const now = Date.now()
      const all = Array.from({ length: slots }, (_, i) => i)
      setTimeout(() => {
        report({ kind: 'ready', t: now, endpoint: '127.0.0.1:1' })
        report({ kind: 'member', t: now, member: 'member-1', state: 'suspect' })
        report({ kind: 'member', t: now, member: 'member-1', state: 'alive' })
        report({ kind: 'ring', t: now, gained: id === 'member-1' ? all : [], lost: [] })
        report({ kind: 'work', t: now, done: 1, live: 3 })
      })
      return { pid: 1, kill() {}, leave() {}, gone: Promise.resolve() }
    }
    const terminal = new FakeTerminal()
    const args = ['--nodes', '3', '--slots', '4', '--json']
    const running = demo(args, terminal, hire, 300)
    await until(() => terminal.lines.some((line) => line.startsWith('3 members')))
    reports[0]({ kind: 'member', t: Date.now(), member: 'member-3', state: 'faulty' })
    reports[2]({ kind: 'ring', t: Date.now(), gained: [1, 2], lost: [] })
    t.equal(await running, 1)
    const outcome = JSON.parse(terminal.lines.at(-1) as string) as Outcome
    t.equal(outcome.ok, false)
    t.equal(outcome.kill.falseFaulty, 1)
    t.equal(outcome.doubleOwnedSlots > 0, true)
    const problems = (outcome.problems ?? []).join('; ')
    t.match(problems, /all survivors say faulty[^]*the leaver has gone[^]*slots were owned twice/)
    const code = await demo(['--nodes', '3'], new FakeTerminal(), (options, report) => {
      throw new Error(`nobody to hire as ${options.id} ${typeof report}`)
    }).catch((error: Error) => error.message)
    t.match(code, /nobody to hire as member-1/)
  })

  t.test('an outcome that is not well is printed as such', async (t) => {
    const { summary } = await import('../../lib/cli/demo/demo.js')
    const lines = summary({
      nodes: 3,
      kill: { firstFaultyMs: 1, allFaultyMs: 2, allOwnedMs: 3, falseFaulty: 1 },
      leave: { unownedMs: 4 },
      join: { settledMs: 5 },
      doubleOwnedSlots: 6,
      problems: ['too bad'],
      ok: false,
    })
    t.match(lines.at(-1), /NOT WELL: too bad/)
  })

  t.test('can be interrupted', async (t) => {
    const terminal = new FakeTerminal()
    const running = demo(['--nodes', '3', '--profile', 'local'], terminal, hireHere)
    await until(() => terminal.lines.length > 0)
    terminal.interrupt()
    t.equal(await running, 130)
  })

  t.test('its member leaves when told to', async (t) => {
    const terminal = new FakeTerminal()
    const code = demoMember(['--id', 'x', '--slots', '64', '--profile', 'local'], terminal)
    await until(() => terminal.lines.some((line) => line.includes('"work"')))
    terminal.interrupt()
    t.equal(await code, 0)
    t.match(JSON.parse(terminal.lines.at(-1) as string), { kind: 'left' })
  })
})

t.test('The ledger', async (t) => {
  t.test('orders what it hears by time, and finds gaps and doubles', async (t) => {
    const ledger = new Ledger(2)
    ledger.record(30, 'b', [0], [])
    ledger.record(10, 'a', [0, 1], [])
    ledger.record(20, 'a', [], 'all')
    t.same(ledger.owners(), [new Set(['b']), new Set()])
    t.notOk(ledger.settled())
    ledger.record(45, 'b', [1], [])
    t.ok(ledger.settled())
    t.same(ledger.stretch(20), { unownedMs: 25, allOwnedMs: 25 })
    t.same(ledger.stretch(100), { unownedMs: 0, allOwnedMs: 0 })
    ledger.record(50, 'c', [1], [])
    t.equal(ledger.doublyOwned(), 1)
    t.same(
      ledger.loads(),
      new Map([
        ['b', 2],
        ['c', 1],
      ]),
    )
  })
})
