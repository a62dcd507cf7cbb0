import { type Terminal, wholeNumber } from '../../lib/terminal/index.js'
import { availableParallelism } from 'node:os'
import { workOff } from '../runs/pool.js'
import type { Swept } from '../runs/sweep.js'
import { SimError } from '../plans/sim-error.js'
import { changedPlan, find, isExperiment } from './find.js'
import { SEED_MAX, type SimFlags } from './flags.js'
import { EXIT } from './exit.js'

/** Between two drawings of the progress. */
const DRAW_MS = 100
const BAR = 30

/** `gyre sim sweep NAME --seeds A..B` */
export async function sweepVerb(
  name: string | undefined,
  flags: SimFlags,
  terminal: Terminal,
): Promise<number> {
  const scenario = find(name)
  if (isExperiment(scenario)) {
    throw new SimError('USAGE', `${scenario.name} is an experiment with seeds of its own: run it`)
  }
  const [first, last] = seedsOf(flags.seeds ?? '1..20')
  const jobs = wholeNumber('jobs', flags.jobs ?? String(availableParallelism()), 1, 64)
  const seeds = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const works = seeds.map((seed) => {
    const plan = changedPlan(scenario, seed, { ...flags, sets: flags.set })
    return { plan, seed, expect: scenario.expect }
  })
  const swept: Swept[] = []
  // That of all threads: one by one each would be told the time of all of them.
  const before = process.cpuUsage()
  const progress = progressOf(works.length, terminal, flags)
  await workOff(
    works,
    jobs,
    (one) => {
      swept.push(one)
      progress(swept)
    },
    terminal.interrupted,
  )
  const { user, system } = process.cpuUsage(before)
  const cpuSeconds = (user + system) / 1e6
  swept.sort((a, b) => a.seed - b.seed)
  const met = new Set(swept.flatMap((one) => one.met))
  const unmet = scenario.plan.sometimes.filter((situation) => !met.has(situation))
  const interrupted = terminal.interrupted.aborted && swept.length < works.length
  const wanted = { scenario: scenario.name, seeds: `${first}..${last}`, jobs }
  const summary = { ...wanted, cpuSeconds, interrupted, unmet }
  if (flags.json)
    terminal.out(JSON.stringify({ ...summary, met: [...met].toSorted(), runs: swept }))
  else for (const line of lines(swept, works.length, unmet, cpuSeconds)) terminal.out(line)
  return interrupted ? EXIT.interrupted : exitOfAll(swept, unmet)
}

function seedsOf(text: string): [first: number, last: number] {
  const [, first, last] = /^(\d+)\.\.(\d+)$/.exec(text) ?? []
  const [from, to] = [Number(first), Number(last)]
  if (first !== undefined && from <= to && to <= SEED_MAX && to - from < 1e6) return [from, to]
  throw new SimError('USAGE', `--seeds: expected A..B, at most a million of them, got '${text}'`)
}

function exitOfAll(swept: readonly Swept[], unmet: readonly string[]): number {
  const has = (verdict: Swept['verdict']): boolean => swept.some((one) => one.verdict === verdict)
  if (has('safety')) return EXIT.safety
  if (has('liveness')) return EXIT.liveness
  if (has('gate')) return EXIT.gate
  return unmet.length > 0 ? EXIT.unknown : EXIT.pass
}

function lines(
  swept: readonly Swept[],
  wanted: number,
  unmet: readonly string[],
  cpu: number,
): string[] {
  const failed = swept.flatMap(({ first, ...one }) => (first ? [{ ...one, first }] : []))
  const virtual = swept.reduce((total, { virtualMs }) => total + virtualMs, 0) / 1_000
  const rate = `${Math.round(virtual / cpu)} virtual seconds a CPU second`
  return [
    `${swept.length} of ${wanted} runs, ${failed.length} failed, ${cpu.toFixed(1)} CPU s, ${rate}`,
    ...failed.slice(0, 10).flatMap(({ seed, first, token }) => {
      return [`  seed ${seed}: ${first.check} ${first.what}`, `    again: gyre sim replay ${token}`]
    }),
    ...unmet.map((situation) => `  never met: ${situation}`),
  ]
}

/** A bar with its rate and what is left, on a terminal; nothing elsewhere. */
function progressOf(wanted: number, terminal: Terminal, flags: SimFlags) {
  const started = performance.now()
  let drawnAt = -Infinity
  return (swept: readonly Swept[]): void => {
    const now = performance.now()
    const over = swept.length === wanted
    if (terminal.columns === 0 || flags.quiet || flags.json) return
    if (now - drawnAt < DRAW_MS && !over) return
    drawnAt = now
    const part = swept.length / wanted
    const rate = (1_000 * swept.length) / (now - started)
    const left = Math.ceil((wanted - swept.length) / rate)
    const full = Math.round(BAR * part)
    const failed = swept.filter(({ verdict }) => verdict !== 'pass').length
    const bar = '█'.repeat(full) + '░'.repeat(BAR - full)
    const words = `${swept.length}/${wanted}  ${rate.toFixed(1)} runs/s  ${left} s left  ${failed} failed`
    terminal.redraw([`${bar} ${words}`.slice(0, terminal.columns)])
  }
}
