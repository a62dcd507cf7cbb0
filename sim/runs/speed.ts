import { draw } from '../network/draw.js'
import { Wheel } from '../time/wheel.js'
import { World } from '../world/world.js'
import { Checks } from './checks.js'

/** A workload whose speed has a gate. */
export interface Workload {
  readonly name: string
  readonly nodes: number
  readonly crashes: number
  readonly seconds: number
  /** Virtual seconds a CPU second, at the least; what is aimed at; resident megabytes at the most. */
  readonly least: number
  readonly aim: number
  readonly megabytes: number
}

/** The probe period of the workloads: that of SWIM and memberlist, whom they stand against. */
export const WORKLOAD_PERIOD_MS = 1_000

export const WORKLOADS: readonly Workload[] = [
  {
    name: '100',
    nodes: 100,
    crashes: 1,
    seconds: 3_000,
    least: 1_000,
    aim: 3_000,
    megabytes: Infinity,
  },
  { name: '1000', nodes: 1_000, crashes: 1, seconds: 120, least: 100, aim: 400, megabytes: 200 },
  { name: '10000', nodes: 10_000, crashes: 0, seconds: 60, least: 20, aim: 80, megabytes: 300 },
  {
    name: '10000-one',
    nodes: 10_000,
    crashes: 1,
    seconds: 120,
    least: 20,
    aim: 80,
    megabytes: 300,
  },
  {
    name: '10000-many',
    nodes: 10_000,
    crashes: 100,
    seconds: 60,
    least: 1,
    aim: 5,
    megabytes: 2_000,
  },
  { name: '100000', nodes: 100_000, crashes: 1, seconds: 60, least: 1, aim: 4, megabytes: 1_000 },
]

export interface Speed {
  readonly name: string
  readonly rate: number
  readonly eventsPerSecond: number
  readonly megabytes: number
  readonly violations: number
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Runs a workload with the safety checks on; its memory is that of this process so far. */
export function speedOf(workload: Workload): Speed {
  const { name, nodes, crashes, seconds } = workload
  const world = new World({ nodes, protocol: { periodMs: WORKLOAD_PERIOD_MS } })
  const checks = new Checks(world, false)
  const before = cpuSeconds()
  for (let second = 0; second < seconds; second++) {
    if (second === 2) for (let i = 0; i < crashes; i++) world.crash(i)
    world.run(1_000)
    checks.second()
  }
  checks.end()
  const cpu = cpuSeconds() - before
  const megabytes = process.resourceUsage().maxRSS / 1_024
  const { count: violations } = checks
  return { name, rate: seconds / cpu, eventsPerSecond: world.events / cpu, megabytes, violations }
}

/**
 * The event engine alone on the averaging protocol that PeerSim is measured with: each of 10,000
 * nodes exchanges its value with a random other one each cycle. Events a CPU second.
 */
export function averagingSpeed(cycles: number, nodes: number = 10_000): number {
  const wheel = new Wheel()
  const values = Float64Array.from({ length: nodes }, (_, i) => i)
  const CYCLE_US = 1_000_000
  for (let i = 0; i < nodes; i++) wheel.push(Math.floor(draw(1, 0, i, 0, 0) * CYCLE_US), 0, i)
  let events = 0
  let state = 1
  const before = cpuSeconds()
  while (wheel.next(cycles * CYCLE_US)) {
    events++
    const { value: node, time, kind } = wheel
    if (kind === 0) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) | 0
      wheel.push(time + 500 + ((state >>> 16) & 511), 1, (state >>> 1) % nodes)
      wheel.push(time + CYCLE_US, 0, node)
      values[node] /= 2
    } else values[node] += 1
  }
  return events / (cpuSeconds() - before)
}
