/** `gyre/sim`: clusters in virtual time. */
export { simCommand, type SimTerminal } from './command.js'
export type { Cut, NetworkOptions } from './network.js'
export { runScenario, SCENARIOS, type Findings, type Scenario } from './scenarios.js'
export { World, type Change, type WorldOptions } from './world.js'
