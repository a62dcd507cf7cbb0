// Real `gyre agent` processes on loopback: how fast they find each other, how fast a killed one is
// known to all, how a leave looks, and what an idle member costs.
import { joinCluster } from 'gyre'
import { Agent, until } from './agent.js'
import { median, percentile, sleep, table } from './report.js'

/**
 * @param {{ nodes?: number, kills?: number, leaves?: number, idleSeconds?: number,
 *   profile?: string }} sizes
 */
export async function benchAgents(sizes = {}) {
  const { nodes = 32, kills = 20, leaves = 10, idleSeconds = 20, profile = 'lan' } = sizes
  const { settleMs = 3_000 } = sizes
  const agents = []
  let serial = 0
  const ids = () => agents.map((agent) => agent.id)
  const allSeeAll = () => agents.every((agent) => agent.sees(ids()))
  const add = () => {
    const agent = new Agent(`agent-${++serial}`, agents[0]?.endpoint, profile)
    agents.push(agent)
    return agent
  }
  const figures = {}
  try {
    const first = add()
    await until(() => first.endpoint !== undefined)
    while (agents.length < nodes) add()
    const started = performance.now()
    await until(allSeeAll)
    figures.joinMs = performance.now() - started

    await sleep(settleMs)
    const quiet = { seconds: idleSeconds, profile, settleMs }
    Object.assign(figures, await idle(agents, first.endpoint, quiet))

    const detections = []
    for (let i = 0; i < kills; i++) {
      detections.push(await killOne(agents))
      add()
      await until(allSeeAll)
    }
    const dead = new Set(detections.map((detection) => detection.id))
    const events = agents.flatMap((agent) => agent.events)
    const isFalse = ({ state, member }) => state === 'faulty' && !dead.has(member)
    const all = detections.flatMap((detection) => detection.times)
    figures.killMedianMs = median(all)
    figures.killP99Ms = percentile(all, 0.99)
    figures.killMaxMs = Math.max(...all)
    figures.falseFaulty = events.filter(isFalse).length
    figures.missed = detections.reduce((sum, detection) => sum + detection.missed, 0)

    const left = []
    for (let i = 0; i < leaves; i++) {
      left.push(await leaveOne(agents))
      add()
      await until(allSeeAll)
    }
    figures.leaveMedianMs = median(left.flatMap((leave) => leave.times))
    figures.leaverSuspected = left.reduce((sum, leave) => sum + leave.suspected, 0)
    return figures
  } finally {
    for (const agent of agents) agent.child.kill('SIGKILL')
    await Promise.all(agents.map((agent) => agent.gone))
  }
}

/** What a quiet member costs; the bytes are those of one more member, in this process. */
async function idle(agents, seed, { seconds, profile, settleMs }) {
  const watcher = await joinCluster({ id: 'watcher', seeds: [seed], profile })
  await until(() => agents.every((agent) => agent.states.get('watcher') === 'alive'))
  await sleep(settleMs)
  const before = agents.map((agent) => agent.cpuSeconds())
  const sent = watcher.stats.bytesSent
  const started = performance.now()
  await sleep(seconds * 1_000)
  const elapsed = (performance.now() - started) / 1_000
  const cpu = agents.map((agent, i) => (agent.cpuSeconds() - before[i]) / elapsed)
  const bytesPerSecond = (watcher.stats.bytesSent - sent) / elapsed
  await watcher.leave()
  await until(() => agents.every((agent) => agent.states.get('watcher') === 'left'))
  return {
    idleCpuPercent: 100 * (cpu.reduce((a, b) => a + b) / cpu.length),
    idleBytesPerSecond: bytesPerSecond,
    residentMb: Math.max(...agents.map((agent) => agent.residentMb())),
  }
}

async function killOne(agents) {
  const [victim] = agents.splice(1 + Math.floor(Math.random() * (agents.length - 1)), 1)
  const killed = performance.timeOrigin + performance.now()
  victim.child.kill('SIGKILL')
  const seen = () => agents.filter((agent) => agent.states.get(victim.id) === 'faulty')
  await until(() => seen().length === agents.length, 60_000)
  const times = seen().map((agent) => {
    const event = agent.events.find(
      ({ member, state }) => member === victim.id && state === 'faulty',
    )
    return event.t - killed
  })
  return { id: victim.id, times, missed: agents.length - times.length }
}

async function leaveOne(agents) {
  const [leaver] = agents.splice(1 + Math.floor(Math.random() * (agents.length - 1)), 1)
  const asked = performance.timeOrigin + performance.now()
  leaver.child.kill('SIGTERM')
  await until(() => agents.every((agent) => agent.states.get(leaver.id) === 'left'))
  const about = agents.flatMap((agent) => agent.events.filter(({ member }) => member === leaver.id))
  const times = about.filter(({ state }) => state === 'left').map(({ t }) => t - asked)
  return { times, suspected: about.filter(({ state }) => state === 'suspect').length }
}

/** Lines for a person. The figures of others were measured in the same way on such a machine. */
export function describeAgents(figures, nodes = 32) {
  const f = (value, digits = 0) => value.toFixed(digits)
  return table(`${nodes} processes on this machine`, [
    ['', 'gyre', 'bound', 'memberlist 0.6', 'serf', 'ringpop', 'npm swim'],
    ['all see all, ms after the last start', f(figures.joinMs), '5000', '', '', '', ''],
    [
      'kill −9: faulty, median ms',
      f(figures.killMedianMs),
      '4100',
      '8300',
      '8100',
      '5600',
      '11100',
    ],
    ['kill −9: faulty, p99 ms', f(figures.killP99Ms), '', '', '', '', ''],
    ['healthy members called faulty', f(figures.falseFaulty), '0', '', '', '', ''],
    ['survivors that missed a kill', f(figures.missed), '0', '', '', '', ''],
    ['leave seen, median ms', f(figures.leaveMedianMs), '', '', '', '', ''],
    ['leavers suspected', f(figures.leaverSuspected), '0', '', '', '', ''],
    ['idle: % of a core', f(figures.idleCpuPercent, 2), '0.5', '0.16', '', '0.96', ''],
    ['idle: bytes sent a second', f(figures.idleBytesPerSecond), '400', '', '', '', ''],
    ['resident MB', f(figures.residentMb), '80', '', '', '58', '51'],
  ])
}
