/** Who may act for the slots of a ring: terms, claims, planned moves, support of voters. Pure. */
export { Ballot } from './ballot.js'
export { type Claim } from './claims.js'
export type { Conflict, Holding, OwnershipHost, Reason } from './host.js'
export { fits, type RingMessage } from './messages.js'
export { STORE, VOTERS_MAX, WITNESSES, type Mode } from './options.js'
export { Ownership } from './ownership.js'
export { Roll, type Enrolled } from './roll.js'
export { NO_TERM, termMs, type Term } from './term.js'
