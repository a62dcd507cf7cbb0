/** The world that a cluster runs in: clock, timers, randomness, and how listeners are told. */
export type { Logger } from './logger.js'
export { systemRuntime, type Runtime } from './runtime.js'
export { Teller, type Emitter } from './teller.js'
export { atMost, Once, pause, soonOrAfter } from './waits.js'
