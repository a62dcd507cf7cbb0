import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import t from 'tap'
import '../children.js'

// The real thing: processes of the built package, killed with real signals. They run dist/, which
// `npm test` has just built.

const MAIN = 'dist/lib/cli/main.js'
const run = promisify(execFile)

interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function gyre(...args: string[]): Promise<Outcome> {
  const ended = run(process.execPath, [MAIN, ...args])
  return ended.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Outcome) => ({ code, stdout, stderr }),
  )
}

t.test('the demo ends with ok', async (t) => {
  const { code, stdout } = await gyre(
    'demo',
    '--nodes',
    '4',
    '--slots',
    '256',
    '--profile',
    'local',
    '--json',
  )
  t.equal(code, 0, stdout)
  t.match(stdout.trimEnd(), /"ok":true}$/)
})

t.test('bad arguments: exit 64 and one line', async (t) => {
  const { code, stdout, stderr } = await gyre('agent', '--bogus')
  t.equal(code, 64)
  t.equal(stdout, '')
  t.equal(stderr, "gyre: Unknown option '--bogus' (see 'gyre help')\n")
})

t.test('an agent leaves on SIGTERM and on SIGINT', async (t) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const child = spawn(process.execPath, [MAIN, 'agent', '--id', 'a', '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const events: string[] = []
    createInterface({ input: child.stdout }).on('line', (line) => {
      events.push((JSON.parse(line) as { event: string }).event)
      if (events.length === 1) child.kill(signal)
    })
    const [code] = (await once(child, 'close')) as [number]
    t.equal(code, 0)
    t.same(events, ['ready', 'left'])
  }
})

t.test('an agent whose reader has gone ends', async (t) => {
  const child = spawn(process.execPath, [MAIN, 'agent', '--id', 'a'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.stdout.destroy()
  child.kill('SIGTERM')
  const [code] = (await once(child, 'close')) as [number]
  t.equal(code, 1)
})

t.test('gyre sim runs out of the built package', async (t) => {
  const { code, stdout } = await gyre('sim', 'run', 'leave', '--json')
  t.equal(code, 0)
  t.match(JSON.parse(stdout), { plan: { name: 'leave' }, verdict: 'pass' })
})

t.test('the example of messages shows them all', async (t) => {
  const { stdout } = await run(process.execPath, ['examples/messages.js'])
  for (const line of [
    /^b greets Ann, sent by a$/m,
    /^NO_HANDLER: b: no handler for sing$/m,
    /^c answers: c greets all, sent by c$/m,
    /^b hears rain \(broadcast of a\)$/m,
    /^a sees that b is blue$/m,
  ]) {
    t.match(stdout, line)
  }
})

t.test('the examples of a simulation pass, in node:test and in tap', async (t) => {
  const node = await run(process.execPath, ['--test', 'examples/simulate-node.test.js'])
  t.match(node.stdout, /# pass 1\n# fail 0/)
  const tap = await run(process.execPath, ['examples/simulate-tap.test.js'])
  t.match(tap.stdout, /ok 1 - taken over after/)
})

t.test('the benchmarks run, tiny', async (t) => {
  const { stdout } = await run(process.execPath, ['bench/main.js', '--tiny', '--json'])
  const figures = JSON.parse(stdout) as Record<string, any>
  t.match(figures, { ring: { lookups: { best: Number } }, simulator: [{ violations: 0 }] })
  t.match(figures.agents, { falseFaulty: 0, missed: 0, leaverSuspected: 0, killMedianMs: Number })
  const lines = await run(process.execPath, [
    'bench/main.js',
    'ring',
    'simulator',
    'states',
    '--tiny',
  ])
  t.match(lines.stdout, /npm hashring[^]*virtual s a CPU s[^]*called faulty +0\n/)
})

t.test('the example of the README works with its neighbours, and leaves', async (t) => {
  const start = (...args: string[]) => {
    const child = spawn(process.execPath, ['examples/worker.js', ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines: string[] = []
    createInterface({ input: child.stdout }).on('line', (line) => void lines.push(line))
    t.teardown(() => void child.kill('SIGKILL'))
    return { child, lines }
  }
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await sleep(20)
  }
  const first = start()
  await until(() => first.lines.length > 0)
  const [, endpoint] = /listens at (\S+)/.exec(first.lines[0])!
  const second = start('--seed', endpoint)
  await until(() => first.lines.some((line) => line.includes('2 members')))
  second.child.kill('SIGTERM')
  await once(second.child, 'close')
  t.match(second.lines.at(-1), /left after \d+ pieces of work/)
  await until(() => first.lines.some((line) => line.endsWith('alive → left')))
})

t.test('the package is well-formed for its consumers', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'gyre-pack-'))
  t.teardown(() => rmSync(dir, { recursive: true }))
  // Without its scripts: a build would take dist/ away from the tests beside this one.
  const pack = [
    'pack',
    '--ignore-scripts',
    '--pack-destination',
    dir,
    '--cache',
    join(dir, 'cache'),
  ]
  await run('npm', pack)
  const tarball = join(dir, 'gyre-0.1.0.tgz')
  const bin = (name: string): string => `node_modules/.bin/${name}`
  const [{ stdout }] = await Promise.all([
    run(bin('publint'), ['--strict', tarball]),
    t.resolves(run(bin('attw'), [tarball, '--profile', 'esm-only'])),
  ])
  t.match(stdout, /All good/)
})
