// How fast virtual time passes: the simulator with its engines, on their real bytes.
import { runScenario, SCENARIOS } from 'gyre/sim'
import { cpuSeconds, table } from './report.js'

/** @param {readonly (readonly [name: string, nodes: number])[]} runs */
export function benchSimulator(runs) {
  return runs.map(([name, nodes]) => {
    const scenario = SCENARIOS.find((known) => known.name === name)
    const before = cpuSeconds()
    const findings = runScenario(scenario, 1, nodes)
    const cpu = cpuSeconds() - before
    const { ok, virtualMs, events } = findings
    return { name, nodes, ok, rate: virtualMs / 1_000 / cpu, eventsPerSecond: events / cpu }
  })
}

export function describeSimulator(figures) {
  return table('simulator: virtual seconds per CPU second, start included', [
    ['scenario', 'n', 'rate', 'events/s', 'as expected'],
    ...figures.map(({ name, nodes, ok, rate, eventsPerSecond }) => {
      return [
        name,
        String(nodes),
        rate.toFixed(0),
        `${(eventsPerSecond / 1e3).toFixed(0)} k`,
        String(ok),
      ]
    }),
  ])
}
