// Real processes that each hold 60 KiB of state, with and without rewriting all of it every few
// seconds: does that disturb detection?
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { until } from './agent.js'
import { median, percentile, sleep, table } from './report.js'

const MEMBER = fileURLToPath(new URL('./state-member.js', import.meta.url))

class Member {
  events = []
  whole = 0

  constructor(id, seed, everyMs) {
    this.id = id
    const args = [MEMBER, id, seed ?? '', String(everyMs)]
    this.child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    this.gone = new Promise((resolve) => this.child.once('close', resolve))
    createInterface({ input: this.child.stdout }).on('line', (line) => this.hear(JSON.parse(line)))
  }

  hear(event) {
    if (event.event === 'ready') this.endpoint = event.endpoint
    if (event.event === 'state') this.whole = event.whole
    if (event.event === 'member') this.events.push(event)
  }
}

/** @param {{ nodes?: number, kills?: number, everyMs?: number, pauseMs?: number }} sizes */
export async function benchState(sizes = {}) {
  const { nodes = 24, kills = 6, everyMs = 0, pauseMs = 2_000 } = sizes
  const members = []
  const dead = new Set()
  try {
    const started = performance.now()
    members.push(new Member('m0', undefined, everyMs))
    await until(() => members[0].endpoint !== undefined)
    while (members.length < nodes) {
      members.push(new Member(`m${members.length}`, members[0].endpoint, everyMs))
    }
    await until(() => members.every(({ whole }) => whole === nodes), 120_000)
    const spreadMs = performance.now() - started
    const missing = members.filter(({ whole }) => whole < nodes).length
    const times = []
    for (let i = 0; i < kills; i++) {
      await sleep(pauseMs)
      const victim = members.pop()
      dead.add(victim.id)
      const at = performance.timeOrigin + performance.now()
      victim.child.kill('SIGKILL')
      const saw = ({ events }) =>
        events.find(({ member, state }) => member === victim.id && state === 'faulty')
      await until(() => members.every(saw), 20_000)
      times.push(...members.map((member) => (saw(member)?.t ?? Infinity) - at))
    }
    const events = members.flatMap((member) => member.events)
    const falseFaulty = events.filter(
      ({ state, member }) => state === 'faulty' && !dead.has(member),
    )
    return {
      nodes,
      everyMs,
      missing,
      spreadMs,
      killMedianMs: median(times),
      killP99Ms: percentile(times, 0.99),
      falseFaulty: falseFaulty.length,
    }
  } finally {
    for (const { child } of members) child.kill('SIGKILL')
    await Promise.all(members.map((member) => member.gone))
  }
}

export function describeState(figures) {
  return table(`${figures.nodes} processes with 60 KiB of state each`, [
    ['all of it rewritten every', figures.everyMs > 0 ? `${figures.everyMs} ms` : 'never'],
    ['all have all, ms after the first start', figures.spreadMs.toFixed(0)],
    ['members that have not all', String(figures.missing)],
    ['kill −9 known to all, median ms', figures.killMedianMs.toFixed(0)],
    ['  p99', figures.killP99Ms.toFixed(0)],
    ['healthy members called faulty', String(figures.falseFaulty)],
  ])
}
