// Real processes that cannot do anything for a while: some are stopped (SIGSTOP) for a part of every
// few seconds, one keeps its own event loop busy. Whoever runs must never be called faulty.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Agent, until } from './agent.js'
import { sleep, table } from './report.js'

const BUSY = fileURLToPath(new URL('./busy-member.js', import.meta.url))

/**
 * @param {{ nodes?: number, stopped?: number, stopMs?: number, everyMs?: number, seconds?: number,
 *   profile?: string }} sizes
 */
export async function benchStopped(sizes = {}) {
  const { nodes = 48, stopped = 8, stopMs = 3_000, everyMs = 6_000 } = sizes
  const { seconds = 120, profile = 'lan' } = sizes
  const agents = []
  let busy
  try {
    const first = new Agent('agent-0', undefined, profile)
    agents.push(first)
    await until(() => first.endpoint !== undefined)
    for (let i = 1; i < nodes; i++) agents.push(new Agent(`agent-${i}`, first.endpoint, profile))
    const ids = agents.map(({ id }) => id)
    await until(() => agents.every((agent) => agent.sees(ids)), 60_000)
    busy = spawn(process.execPath, [BUSY, first.endpoint, profile], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    busy.stdout.on('data', (piece) => (said += piece))
    await until(() => agents.every((agent) => agent.states.get('busy') === 'alive'))
    // First alone, so that nobody else gives it a reason to accuse.
    await sleep((seconds / 2) * 1_000)
    busy.kill('SIGTERM')
    await new Promise((resolve) => busy.once('close', resolve))
    const busyCalledFaulty = deathsIn(agents).filter(([, member]) => member === 'busy').length
    const victims = agents.slice(1, 1 + stopped)
    for (const agent of agents) agent.events.length = 0
    const end = performance.now() + seconds * 1_000
    while (performance.now() < end) {
      for (const { child } of victims) child.kill('SIGSTOP')
      await sleep(stopMs)
      for (const { child } of victims) child.kill('SIGCONT')
      await sleep(everyMs - stopMs)
    }
    await sleep(1_000)
    const names = new Set(victims.map(({ id }) => id))
    const deaths = deathsIn(agents)
    const ofRunning = deaths.filter(([, member]) => !names.has(member))
    return {
      nodes,
      stopped,
      seconds,
      runningCalledFaulty: ofRunning.length,
      byRunning: ofRunning.filter(([id]) => !names.has(id)).length,
      stoppedCalledFaulty: deaths.filter(([, member]) => names.has(member)).length,
      busyCalledFaulty,
      ...JSON.parse(said),
    }
  } finally {
    busy?.kill('SIGKILL')
    for (const { child } of agents) child.kill('SIGKILL')
    await Promise.all(agents.map((agent) => agent.gone))
  }
}

/** Who declared whom faulty. */
function deathsIn(agents) {
  return agents.flatMap(({ id, events }) => {
    return events.filter(({ state }) => state === 'faulty').map(({ member }) => [id, member])
  })
}

export function describeStopped(figures) {
  const { nodes, stopped, seconds, runningCalledFaulty, busyCalledFaulty } = figures
  const { stoppedCalledFaulty, accusations, verdicts } = figures
  return table(`${nodes} processes, ${stopped} of them stopped now and then, ${seconds} s`, [
    ['', 'gyre', 'bound'],
    ['running ones called faulty', String(runningCalledFaulty), '0'],
    ['stopped ones called faulty', String(stoppedCalledFaulty), ''],
    ['one whose loop blocks: called faulty', String(busyCalledFaulty), '0'],
    ['… accuses', String(accusations), '0'],
    ['… declares faulty', String(verdicts), '0'],
  ])
}
