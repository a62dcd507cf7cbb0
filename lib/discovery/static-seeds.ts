import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { endpointOf, parseEndpoint, splitEndpoint, type Endpoint } from '../base/endpoint.js'
import { GyreError } from '../base/error.js'

/** Where the first peers come from. Asked again at every attempt to join. */
export interface Discovery {
  /** Endpoints to try now. What cannot be found out is told in `failures`, and is no reason to stop. */
  find(): Promise<Found>
}

export interface Found {
  readonly endpoints: readonly Endpoint[]
  readonly failures: readonly GyreError[]
}

/**
 * A fixed list of `host:port`, where the host is an ip address or a name; a name is resolved each
 * time, and stands for all of its addresses.
 * @throws GyreError `BAD_ENDPOINT` for what is neither.
 */
export function staticSeeds(seeds: readonly string[]): Discovery {
  const parsed = seeds.map(parseSeed)
  return {
    async find(): Promise<Found> {
      const found = await Promise.allSettled(parsed.map(resolve))
      const endpoints = found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
      const failures = found.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      return { endpoints: [...new Set(endpoints)], failures }
    },
  }
}

interface Seed {
  readonly host: string
  readonly port: number
}

function parseSeed(text: string): Seed {
  const [, name, digits] = /^([a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?):(\d{1,5})$/i.exec(text) ?? []
  const port = Number(digits)
  const isName = name !== undefined && isIP(name) === 0 && !/^[\d.]+$/.test(name)
  if (isName && port > 0 && port <= 65_535) return { host: name, port }
  const { ip, port: seedPort } = splitEndpoint(parseEndpoint(text))
  if (seedPort > 0) return { host: ip, port: seedPort }
  throw new GyreError('BAD_ENDPOINT', `expected a seed with a port, got ${JSON.stringify(text)}`)
}

async function resolve({ host, port }: Seed): Promise<Endpoint[]> {
  if (isIP(host) !== 0) return [endpointOf(host, port)]
  try {
    const addresses = await lookup(host, { all: true })
    return addresses.map(({ address }) => endpointOf(address, port))
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new GyreError('SEED_UNRESOLVED', `seed ${host}:${port}: ${code}`, { cause })
  }
}
