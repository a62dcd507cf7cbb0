// How fast virtual time passes: the simulator with its engines, on their real bytes, safety checks
// on. `gyre sim bench` runs the same workloads, each in a process of its own.
import { speedOf, WORKLOADS } from 'gyre/sim'
import { table } from './report.js'

export function benchSimulator(tiny) {
  const workloads = tiny ? [{ ...WORKLOADS[0], nodes: 10, seconds: 5 }] : WORKLOADS.slice(0, 3)
  return workloads.map((workload) => Object.assign(speedOf(workload), workload))
}

export function describeSimulator(figures) {
  return table('simulator: virtual s a CPU s', [
    ['n', 'crashes', 'rate', 'events/s', 'violations'],
    ...figures.map(({ nodes, crashes, rate, eventsPerSecond, violations }) => {
      const events = `${(eventsPerSecond / 1e3).toFixed(0)} k`
      return [String(nodes), String(crashes), rate.toFixed(0), events, String(violations)]
    }),
  ])
}
