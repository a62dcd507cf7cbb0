/** `gyre/ring`: the consistent-hash ring by itself. Pure: no cluster needed. */
export { diff, type Assignment, type Move } from './diff.js'
export { hashKey, type RingKey } from './key-hash.js'
export { Ring, type Plan, type PlannedChange } from './ring.js'
export { PLACEMENT_ROWS, ringOptions, type RingMember, type RingOptions } from './ring-options.js'
