/** `gyre/sim`: clusters in virtual time. */
export type { Cut, NetworkOptions } from './network.js'
export { World, type Change, type WorldOptions } from './world.js'
