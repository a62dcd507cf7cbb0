/** The inner parts of ownership, for the simulator's planted bugs alone. Not exported from the package. */
export { Ballot } from './ballot.js'
export { Claims } from './claims.js'
export { Knowledge } from './knowledge.js'
export { Ownership } from './ownership.js'
export { Roll } from './roll.js'
export { Tenure } from './tenure.js'
export { TermClock } from './term.js'
