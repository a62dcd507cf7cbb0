import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { EMPTY_PLAN, run, WORKLOADS } from '../../sim/index.js'
import { exitIf, lines } from '../../sim/command/bench-verb.js'
import { averagingSpeed } from '../../sim/runs/speed.js'
import { lines as charts } from '../../sim/report/charts.js'
import { html } from '../../sim/report/html.js'
import { Recorder } from '../../sim/report/recorder.js'
import { call } from './terminal.js'
import '../children.js'

const dir = mkdtempSync(join(tmpdir(), 'gyre-sim-'))
t.teardown(() => rmSync(dir, { recursive: true }))
const file = (name: string): string => join(dir, name)

t.test('list shows every scenario with its source and what it expects', async (t) => {
  const { code, out } = await call(['list'])
  t.equal(code, 0)
  t.match(out.join('\n'), /crash[^]*SWIM, DSN 2002[^]*lifeguard-latency[^]*12.40[^]*no-refute/)
  const json = JSON.parse((await call(['list', '--json'])).out[0])
  t.match(json.experiments[0], { name: 'swim-2002-load', source: /SWIM/, expected: /2.0/ })
})

t.test('run tells what came of it', async (t) => {
  const plain = await call([
    'run',
    'crash',
    '--seed',
    '5',
    '--set',
    'nodes=6',
    '--profile',
    'local',
  ])
  t.equal(plain.code, 0)
  t.match(plain.out.join('\n'), /crash: n = 6, local, seed 5[^]*detectionMs[^]*pass/)
  const json = JSON.parse((await call(['run', 'leave', '--json', '--twins'])).out[0])
  t.match(json, {
    plan: { name: 'leave' },
    verdict: 'pass',
    violations: [],
    hash: /^[0-9a-f]{16}$/,
  })
  t.same((await call(['run', 'leave', '--quiet'])).out, [])
  t.match(
    (await call(['run', 'swarm', '--plant', 'health-without-end'])).out.join('\n'),
    /node \d:/,
  )
  const experiment = await call(['run', 'swim-2002-load', '--set', 'tiny=true'])
  t.equal(experiment.code, 0)
  t.match(experiment.out.join('\n'), /expected: 2.0 sent[^]*sent, N 8[^]*pass/)
  const outside = await call([
    'run',
    'memberlist-crash',
    '--set',
    'crashes=1',
    '--set',
    'largest=8',
  ])
  t.match(outside.out.join('\n'), /n 8: first faulty/)
  const numbers = JSON.parse(
    (await call(['run', 'ring-order', '--set', 'orders=2', '--json'])).out[0],
  )
  t.match(numbers, { experiment: 'ring-order', ok: true, parameters: { orders: 2 } })
  t.same((await call(['run', 'ring-order', '--set', 'orders=2', '--quiet'])).out, [])
  const failing = await call([
    'run',
    'swim-2002-first-detection',
    '--set',
    'crashes=9',
    '--set',
    'largest=8',
  ])
  t.equal(failing.code, 5)
  t.match(failing.out.join('\n'), /OUTSIDE[^]*1 of 1 outside/)
})

t.test('a failure prints the line that has it again', async (t) => {
  const failed = await call(['run', 'swarm', '--seed', '2', '--plant', 'no-refute'])
  t.equal(failed.code, 1)
  const token = /gyre sim replay (\S+)/.exec(failed.out.join('\n'))?.[1] ?? ''
  const replayed = await call(['replay', token])
  t.equal(replayed.code, 1)
  t.match(replayed.out.at(-1), /the same check failed: S5/)
  const json = JSON.parse((await call(['replay', token, '--json'])).out[0])
  t.equal(json.token, token)
  const small = await call(['shrink', token])
  t.equal(small.code, 1)
  t.match(small.out.join('\n'), /S5: 6 → \d faults[^]*again: gyre sim replay/)
  const shrunk = JSON.parse((await call(['shrink', token, '--json'])).out[0])
  t.match(shrunk, { check: 'S5', failed: true })
  t.equal((await call(['replay', shrunk.token, '--quiet'])).code, 1)
  const other = await import('../../sim/runs/token.js')
  const decoded = other.decodeToken(token)
  const changed = other.encodeToken({ ...decoded, hash: 'another' })
  t.match(await call(['replay', changed, '--quiet']), { code: 4, err: [/not the same run/] })
  const innocent = { ...decoded, plan: { ...decoded.plan, plant: undefined } }
  const { hash } = run(innocent.plan, decoded.seed)
  const passing = await call(['replay', other.encodeToken({ ...innocent, hash })])
  t.match(passing, { code: 0, out: [] })
  t.match(passing.out.at(-1), /S5 did not fail/)
  t.equal((await call(['shrink', other.encodeToken({ ...innocent, hash })])).code, 2)
})

t.test('exit codes tell what failed', async (t) => {
  const chance = await call([
    'run',
    'swarm',
    '--seed',
    '1',
    '--plant',
    'chance',
    '--twins',
    '--quiet',
  ])
  t.equal(chance.code, 4)
  writeFileSync(file('gate.yaml'), 'timeline: [{ at: 1s, crash: 1 }]\nexpect: { detectionMs: 1ms }')
  const gate = await call(['run', file('gate.yaml')])
  t.equal(gate.code, 5)
  t.match(gate.out.join('\n'), /FAILED gate[^]*detectionMs: expected at most 1/)
  const result = JSON.parse((await call(['run', file('gate.yaml'), '--json'])).out[0])
  const schema = JSON.parse(readFileSync('docs/result.schema.json', 'utf8'))
  t.ok(
    schema.properties.verdict.enum.includes(result.verdict),
    `a verdict can be ${result.verdict}`,
  )
  t.same(new Set(Object.keys(result)), new Set([...schema.required, 'token']))
  const { token } = result
  t.match((await call(['replay', token])).out.at(-1), /the same check failed: gate/)
  const small = await call(['shrink', token, '--json'])
  t.match(JSON.parse(small.out[0]), { check: 'gate', failed: true })
  t.equal((await call(['sweep', file('gate.yaml'), '--seeds', '1..1', '--jobs', '1'])).code, 5)
  const stuck = 'start: empty\nsettle: 1ms\nfor: 1500ms\ntimeline: [{ at: 1490ms, join: 1..4 }]'
  writeFileSync(file('stuck.yaml'), stuck)
  t.equal((await call(['run', file('stuck.yaml'), '--quiet'])).code, 3)
  const many = await call(['sweep', file('stuck.yaml'), '--seeds', '1..2', '--jobs', '1'])
  t.equal(many.code, 3)
  t.match(many.out.join('\n'), /2 of 2 runs, 2 failed[^]*again: gyre sim replay/)
  writeFileSync(file('weak.yaml'), 'for: 1s\nsometimes: [two accusers]')
  const weak = await call(['sweep', file('weak.yaml'), '--seeds', '1..2', '--jobs', '1'])
  t.match(weak, { code: 2, out: [/2 of 2/, /never met: two accusers/] })
})

t.test('a sweep is the same on one thread and on all, and shows how far it is', async (t) => {
  const args = ['sweep', 'swarm', '--seeds', '1..4', '--set', 'durationMs=10000']
  const one = await call([...args, '--jobs', '1', '--json'])
  const before = process.cpuUsage()
  const two = await call([...args, '--json'])
  const { user, system } = process.cpuUsage(before)
  const { cpuSeconds } = JSON.parse(two.out[0]) as { cpuSeconds: number }
  t.ok(cpuSeconds > 0 && cpuSeconds <= (user + system) / 1e6, 'the time of no thread counts twice')
  const hashes = ({ out }: typeof one): string[] => {
    return (JSON.parse(out[0]).runs as { hash: string }[]).map(({ hash }) => hash)
  }
  t.equal(hashes(one).length, 4)
  t.same(hashes(two), hashes(one))
  const passes = await call([
    'sweep',
    'crash',
    '--seeds',
    '1..1',
    '--set',
    'nodes=4',
    '--jobs',
    '1',
  ])
  t.equal(passes.code, 0)
  const drawn = await call([...args, '--jobs', '1'], { columns: 60 })
  t.match(drawn.drawn.at(-1), /█+.*4\/4 .*runs\/s/)
  const planted = await call([...args, '--jobs', '1', '--plant', 'believes-its-accusers'])
  t.equal(planted.code, 1)
  const stop = new AbortController()
  stop.abort()
  for (const jobs of ['1', '2']) {
    const stopped = await call([...args, '--jobs', jobs], { signal: stop.signal })
    t.match(stopped, { code: 130, out: [/0 of 4 runs/] })
  }
})

t.test('explore', async (t) => {
  t.match(await call(['explore', '--depth', '0']), { code: 0, out: [/1 runs of 3 nodes/] })
  const found = await call(['explore', '--plant', 'no-refute', '--depth', '1'])
  t.match(found, { code: 1, out: [/failed, with 1 faults; none with fewer does/] })
  const json = JSON.parse((await call(['explore', '--depth', '0', '--json'])).out[0])
  t.same(json, { depth: 0, runs: 1 })
  const failed = JSON.parse(
    (await call(['explore', '--plant', 'no-refute', '--depth', '1', '--json'])).out[0],
  )
  t.match(failed.failed, { verdict: 'safety' })
})

t.test('bench tells each workload against its gate', async (t) => {
  const { out, code } = await call(['bench', '--only', '100'])
  t.ok(code === 0 || code === 5)
  t.match(out, [/virtual s a CPU s/, /averaging/])
  t.ok(averagingSpeed(2, 100) > 0)
  const each = JSON.parse((await call(['bench', '--only', '100,1000', '--json'])).out[0])
  t.match(each.results, [
    { name: '100', violations: 0 },
    { name: '1000', violations: 0 },
  ])
  const slow = { name: '', rate: 1, eventsPerSecond: 1, megabytes: 1, violations: 0 }
  t.match(lines(WORKLOADS[0], slow), [/BELOW ITS GATE/])
  t.match(lines(WORKLOADS[1], { ...slow, rate: 1_000 }), [/at most 200\), 0.00 M events\/s$/])
  t.same([exitIf(true), exitIf(false)], [0, 5])
})

t.test('what is called wrongly is one line with the remedy', async (t) => {
  writeFileSync(file('bad.yaml'), 'nodes: many')
  for (const [args, message] of [
    [[], /expected one of list, run, sweep, replay, shrink, explore, bench, got ''/],
    [['fly'], /got 'fly'/],
    [['run'], /expected a scenario's name or file/],
    [['run', 'nothing'], /unknown scenario 'nothing'/],
    [['run', 'crash', 'more'], /unexpected argument 'more'/],
    [['run', '/nowhere.yaml'], /cannot read \/nowhere.yaml: ENOENT/],
    [['run', 'crash', '--seed', 'x'], /--seed: expected a whole number in 0…2147483647, got 'x'/],
    [['run', 'crash', '--set', 'nodes'], /--set: expected path=value, got 'nodes'/],
    [['run', 'crash', '--set', 'nodes=1'], /--set nodes: expected a whole number in 2…100000/],
    [['run', 'crash', '--set', 'nodes='], /--set nodes: expected a number, got ''/],
    [['run', 'crash', '--set', 'color=red'], /--set: expected one of nodes/],
    [['run', 'crash', '--set', 'network.loss=2'], /expected a part of 1/],
    [['run', 'crash', '--set', 'protocol.periodMs=1'], /periodMs: expected a number in 10…60000/],
    [['run', 'crash', '--set', 'protocol.forward=2'], /forward: expected true or false/],
    [['run', 'crash', '--set', 'protocol.rumourBudget=x'], /rumourBudget/],
    [['run', 'crash', '--profile', 'moon'], /profile: expected one of local/],
    [['run', 'crash', '--plant', 'a-tree'], /--plant: expected one of no-refute/],
    [['run', 'ring-order', '--set', 'x=1'], /ring-order takes orders, not 'x'/],
    [['sweep', 'ring-order'], /is an experiment/],
    [['sweep', 'crash', '--seeds', '9..1'], /--seeds: expected A..B/],
    [['sweep', 'crash', '--seeds', 'few'], /--seeds: expected A..B/],
    [['run', file('bad.yaml')], /bad.yaml:1:8: nodes: expected a whole number/],
    [['sweep', 'crash', '--jobs', '0'], /--jobs: expected a whole number in 1…64/],
    [['replay'], /expected a token/],
    [['shrink', 'x'], /expected a token/],
    [['explore', 'x'], /unexpected argument 'x'/],
    [['explore', '--plant', 'x'], /unknown bug 'x'/],
    [['bench', '--only', 'x'], /--only: expected one of 100, 1000/],
    [['run', 'crash', '--report', file('r.html'), '--diff', '/nowhere'], /--diff: expected/],
    [['--bogus'], /Unknown option '--bogus'/],
  ] as const) {
    const called = await call(args)
    t.match(called, { code: 64, err: [message] }, args.join(' '))
    t.equal(called.err.length, 1)
  }
  t.match((await call(['--help'])).out[0], /gyre sim run NAME/)
  const set = ['--set', 'protocol.forward=false', '--set', 'protocol.rumourBudget=memberlist']
  const sets = [...set, '--set', 'network.loss=0.01', '--set', 'protocol.relays=2']
  t.equal((await call(['run', 'crash', ...sets, '--quiet'])).code, 0)
  const full = await call(['run', 'crash', '--quiet', '--report', '/proc/none/r.html'])
  t.match(full, { code: 70, err: [/cannot write \/proc\/none\/r.html.*nothing was left behind/] })
})

t.test('every file that a run can write', async (t) => {
  const names = ['report', 'result', 'junit', 'csv', 'shiviz', 'perfetto', 'pcap']
  const flags = names.flatMap((name) => [`--${name}`, file(name)])
  const failed = await call([
    'run',
    'swarm',
    '--seed',
    '1',
    '--plant',
    'silent-accusation',
    ...flags,
  ])
  t.equal(failed.code, 1)
  for (const name of names) t.notOk(existsSync(`${file(name)}.part`))
  const read = (name: string): string => readFileSync(file(name), 'utf8')
  t.match(JSON.parse(read('result')), { verdict: 'safety', token: /^gyre1\./ })
  t.match(read('junit'), /<testsuite name="gyre sim" tests="\d+" failures="\d+"[^]*S12/)
  t.match(read('csv'), /^second,changes,false_positives,bytes,datagrams,unwell\n1,/)
  const log = read('shiviz').split('\n')
  t.match(log[0], /\?<host>/)
  t.match(log[2], /^node-\d+ \{"node-\d+":1\}/)
  const vectors = log.filter((line) => line.startsWith('node-'))
  t.ok(vectors.every((line) => JSON.parse(line.slice(line.indexOf(' ')))))
  t.ok(JSON.parse(read('perfetto')).traceEvents.length > 10)
  const pcap = readFileSync(file('pcap'))
  t.equal(pcap.readUInt32BE(0), 0xa1b2c3d4)
  t.equal(pcap.readUInt32BE(20), 101)
  let packets = 0
  for (let at = 24; at < pcap.length; at += 16 + pcap.readUInt32BE(at + 8)) {
    let sum = 0
    for (let i = 0; i < 20; i += 2) sum += pcap.readUInt16BE(at + 16 + i)
    while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16)
    if (pcap[at + 16] !== 0x45 || sum !== 0xffff) t.fail(`packet ${packets} has a bad header`)
    packets++
  }
  t.ok(packets > 100)
  const report = read('report')
  t.notMatch(report, /https?:/, 'it needs no network')
  t.match(report, /Who held whom for what[^]*Around the first violation[^]*What led to S12/)
  const passed = ['run', 'crash', '--seed', '3', '--set', 'nodes=90', '--quiet']
  await call([
    ...passed,
    '--report',
    file('other'),
    '--diff',
    file('result'),
    '--junit',
    file('junit'),
  ])
  t.match(read('other'), /Against another run[^]*differs[^]*|The first 64 of 90 nodes/)
  t.match(read('junit'), /failures="0"/)
  const long = ['run', 'swarm', '--plant', 'too-long', '--quiet', '--shiviz', file('shiviz')]
  await call(long)
  t.match(read('shiviz'), /unreadable to/)
  const lives = await call(['run', 'restarts', '--quiet', '--perfetto', file('perfetto')])
  t.equal(lives.code, 0)
  t.match(read('perfetto'), /"starts"[^]*|"ends"/)
  await call(['run', 'clocks', '--quiet', '--report', file('calm')])
  t.match(read('calm'), /No death was detected/)
})

t.test('a report of a run without faults, and of a check that names nobody', async (t) => {
  let recorder: Recorder | undefined
  const outcome = run({ ...EMPTY_PLAN, nodes: 3, durationMs: 2_000 }, 1, {
    observers: (world) => [(recorder = new Recorder(world, false, 10))],
  })
  t.ok(recorder!.messages.length <= 20, 'only the last ones are kept')
  t.match(html(outcome, recorder!, {}), /No faults[^]*No check failed at a node/)
  t.match(charts('x', [{ name: 'a', points: [[0, 0]] }]), /<svg/)
  const early = { check: 'S1', atMs: 0, observer: 1, subject: -1, what: 'so' }
  const nobody = { ...early, observer: -1 }
  const failed = { ...outcome, verdict: 'pass' as const, violations: [nobody, early] }
  t.match(
    html(failed, recorder!, { figures: { more: 1 } }),
    /outside a gate[^]*No message had reached it yet/,
  )
})

t.test('a bug of gyre’s own is told as such', async (t) => {
  const { encodeToken } = await import('../../sim/runs/token.js')
  const plan = { ...EMPTY_PLAN, faults: undefined } as unknown as typeof EMPTY_PLAN
  const token = encodeToken({ plan, seed: 1, check: 'S1', hash: '' })
  t.match(await call(['replay', token]), { code: 70, err: [/a bug of gyre's: TypeError/] })
})

const CHROMIUM = '/usr/bin/chromium'

t.test(
  'the report opens in a browser, from 360 pixels up, and can be walked by keyboard',
  { skip: existsSync(CHROMIUM) ? false : 'needs Debian’s chromium' },
  async (t) => {
    const report = file('browser.html')
    const args = ['run', 'swarm', '--seed', '1', '--plant', 'no-refute', '--quiet']
    await call([...args, '--report', report])
    // A script of the test's own in a page around it, which says what it finds in the report.
    const probe = (width: number): string => `<!doctype html><iframe width="${width}" height="900"
      srcdoc="${readFileSync(report, 'utf8').replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"
      onload="const d = this.contentDocument
        const wide = d.documentElement.scrollWidth > ${width}
        const stops = d.querySelectorAll('a, [tabindex], summary').length
        const bars = d.querySelectorAll('rect.band').length
        document.title = ['probe', wide, stops, bars].join(' ')"></iframe>`
    for (const width of [360, 1_200]) {
      writeFileSync(file('probe.html'), probe(width))
      const profile = `--user-data-dir=${join(dir, `profile-${width}`)}`
      const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--dump-dom', profile]
      const page = execFileSync(CHROMIUM, [...flags, `file://${file('probe.html')}`], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      const [, wide, stops, bars] = /probe (true|false) (\d+) (\d+)/.exec(page) ?? []
      t.equal(wide, 'false', `${width}: nothing is wider than the window`)
      t.ok(Number(stops) > 12, 'it can be walked by keyboard')
      t.equal(Number(bars), 6, 'a band for each fault')
    }
  },
)
