/**
 * `gyre/hyperswarm`: members find each other over a topic of the hyperswarm DHT, and reach those
 * behind NAT. Needs the package hyperswarm, an optional peer of gyre.
 *
 * @module
 */
export { openSwarm, type Swarm, type SwarmOptions } from './swarm.js'
