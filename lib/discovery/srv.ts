import { resolveSrv } from 'node:dns/promises'
import { GyreError } from '../base/error.js'
import type { Discovery, Found } from './discovery.js'
import { resolveAll, unresolved } from './hosts.js'

/** Whatever answers questions for SRV records. */
type ResolveSrv = (name: string) => Promise<readonly { name: string; port: number }[]>

/**
 * Seeds from DNS service records (RFC 2782), asked for each time: each names a host and a port.
 * @throws GyreError `BAD_ENDPOINT` for what is no name
 */
export function srvSeeds(name: string, ask: ResolveSrv = resolveSrv): Discovery {
  if (!/^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?$/i.test(name)) {
    throw new GyreError('BAD_ENDPOINT', `expected srv:NAME, got ${JSON.stringify(`srv:${name}`)}`)
  }
  return {
    async find(): Promise<Found> {
      try {
        const records = await ask(name)
        return await resolveAll(records.map(({ name: host, port }) => ({ host, port })))
      } catch (cause) {
        return { endpoints: [], failures: [unresolved(`srv:${name}`, cause)] }
      }
    },
  }
}
