import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { averagingSpeed, speedOf, WORKLOADS, type Speed, type Workload } from '../runs/speed.js'
import { SimError } from '../plans/sim-error.js'
import type { SimFlags } from './flags.js'
import type { Terminal } from '../../lib/terminal/index.js'
import { EXIT } from './exit.js'

/** What PeerSim's event engine reaches with the averaging protocol, in events a CPU second. */
const PEERSIM = 3.6e6
const CYCLES = 100

/** `gyre sim bench`: each workload in a process of its own, so that its memory is its own. */
export function benchVerb(_name: string | undefined, flags: SimFlags, terminal: Terminal): number {
  const names = flags.only.split(',')
  const wanted = WORKLOADS.filter(({ name }) => names.includes(name))
  if (wanted.length === 0) {
    const known = WORKLOADS.map(({ name }) => name).join(', ')
    throw new SimError('USAGE', `--only: expected one of ${known}, got '${flags.only}'`)
  }
  const alone = wanted.length === 1
  const results = wanted.map((workload) => {
    const speed = alone ? speedOf(workload) : inProcess(workload)
    if (!flags.json) for (const line of lines(workload, speed)) terminal.out(line)
    return Object.assign(speed, { workload, ok: isFast(workload, speed) })
  })
  const events = averagingSpeed(CYCLES)
  const averaging = { eventsPerSecond: events, peersim: PEERSIM, times: events / PEERSIM }
  const ok = results.every((result) => result.ok)
  if (flags.json) terminal.out(JSON.stringify({ ok, results, averaging }))
  else {
    const million = (events / 1e6).toFixed(1)
    terminal.out(
      `averaging, n = 10,000: ${million} M events a CPU second (PeerSim ${PEERSIM / 1e6} M)`,
    )
  }
  return exitIf(ok)
}

/** What a bench ends with. */
export function exitIf(ok: boolean): number {
  return ok ? EXIT.pass : EXIT.gate
}

function inProcess({ name }: Workload): Speed {
  const main = createRequire(import.meta.url).resolve('gyre/package.json')
  const args = [
    join(dirname(main), 'dist/lib/cli/main.js'),
    'sim',
    'bench',
    '--only',
    name,
    '--json',
  ]
  // Below its gate it exits with 5, and has told its figures all the same.
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return (JSON.parse(stdout) as { results: Speed[] }).results[0]
}

function isFast(workload: Workload, speed: Speed): boolean {
  return (
    speed.rate >= workload.least && speed.megabytes <= workload.megabytes && speed.violations === 0
  )
}

/** One workload against its gate, for people. */
export function lines(workload: Workload, speed: Speed): string[] {
  const { nodes, crashes, least, aim, megabytes } = workload
  const what = `n = ${nodes.toLocaleString('en')}, ${crashes} crashes, ${workload.seconds} s`
  const rate = `${speed.rate.toFixed(1)} virtual s a CPU s (at least ${least}, aim ${aim})`
  const memory = `${Math.round(speed.megabytes)} MB${megabytes === Infinity ? '' : ` (at most ${megabytes})`}`
  const events = `${(speed.eventsPerSecond / 1e6).toFixed(2)} M events/s`
  const verdict = isFast(workload, speed) ? '' : '  BELOW ITS GATE'
  return [`${what.padEnd(28)} ${rate}, ${memory}, ${events}${verdict}`]
}
