// `npm run bench [-- ring|ring-refresh|forward|seal|simulator|agents|stopped|state|states] [--tiny] [--json]`: prints the tables of the README.
import { parseArgs } from 'node:util'
import { benchAgents, describeAgents } from './agents.js'
import { benchForward, describeForward } from './forward.js'
import { benchRing, describeRing } from './ring.js'
import { benchRingRefresh, describeRingRefresh } from './ring-refresh.js'
import { benchSeal, describeSeal } from './seal.js'
import { benchSimulator, describeSimulator } from './simulator.js'
import { benchState, describeState } from './state.js'
import { benchStates, describeStates } from './states.js'
import { benchStopped, describeStopped } from './stopped.js'

const { values, positionals } = parseArgs({
  options: { tiny: { type: 'boolean' }, json: { type: 'boolean' } },
  allowPositionals: true,
})
const wanted =
  positionals.length > 0
    ? positionals
    : ['ring', 'ring-refresh', 'forward', 'seal', 'simulator', 'agents', 'stopped', 'state']
const { tiny, json } = values
const small = { nodes: 4, kills: 1, leaves: 1, idleSeconds: 1, settleMs: 200, profile: 'local' }
const results = {}
const print = (name, figures, lines) => {
  results[name] = figures
  if (!json) console.log(lines.join('\n'))
}

if (wanted.includes('ring')) {
  const figures = benchRing(tiny ? { keys: 200, rounds: 1, large: false } : {})
  print('ring', figures, describeRing(figures))
}
if (wanted.includes('ring-refresh')) {
  const figures = await benchRingRefresh(
    tiny ? { sizes: [3], slots: 64, count: 20, rounds: 1 } : {},
  )
  print('ringRefresh', figures, describeRingRefresh(figures))
}
if (wanted.includes('forward')) {
  const figures = await benchForward(tiny ? { seconds: 0.2, atOnce: 8, singles: 20 } : {})
  print('forward', figures, describeForward(figures))
}
if (wanted.includes('seal')) {
  const figures = benchSeal(tiny ? { count: 100, rounds: 1 } : {})
  print('seal', figures, describeSeal(figures))
}
if (wanted.includes('simulator')) {
  const figures = benchSimulator(tiny)
  print('simulator', figures, describeSimulator(figures))
}
if (wanted.includes('agents')) {
  const figures = await benchAgents(tiny ? small : {})
  print('agents', figures, describeAgents(figures, tiny ? small.nodes : 32))
}
if (wanted.includes('state')) {
  for (const everyMs of [0, 5_000]) {
    const sizes = tiny ? { nodes: 3, kills: 1, pauseMs: 200 } : {}
    const figures = await benchState({ ...sizes, everyMs })
    print(everyMs > 0 ? 'stateRewritten' : 'state', figures, describeState(figures))
  }
}
// Some ten minutes: only when asked for by name.
if (wanted.includes('states')) {
  for (const told of [false, true]) {
    const nodes = told ? 1_000 : 300
    const figures = await benchStates({ told, ...(tiny ? { nodes: 8, kills: 1 } : { nodes }) })
    print(told ? 'statesTold' : 'states', figures, describeStates(figures))
  }
}
if (wanted.includes('stopped')) {
  const figures = await benchStopped(
    tiny ? { nodes: 4, stopped: 1, stopMs: 300, everyMs: 600, seconds: 1, profile: 'local' } : {},
  )
  print('stopped', figures, describeStopped(figures))
}
if (json) console.log(JSON.stringify(results))
