/** Replicated facts: key-values with versions, that each member owns, and deltas of them. Pure. */
export { STATE_BYTES_MAX, States, type StateChange } from './states.js'
export type { Fact, Facts } from './facts.js'
