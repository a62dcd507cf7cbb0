import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { endpointOf, parseEndpoint, splitEndpoint, type Endpoint } from '../base/endpoint.js'
import { GyreError } from '../base/error.js'
import type { Discovery, Found } from './discovery.js'

/** A host and a port, as people write them. */
export interface Host {
  /** An ip address or a name. */
  readonly host: string
  readonly port: number
}

/** Reads `host:port`. @throws GyreError `BAD_ENDPOINT` */
export function parseHost(text: string): Host {
  const [, name, digits] = /^([a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?):(\d{1,5})$/i.exec(text) ?? []
  const port = Number(digits)
  const isName = name !== undefined && isIP(name) === 0 && !/^[\d.]+$/.test(name)
  if (isName && port > 0 && port <= 65_535) return { host: name, port }
  const { ip, port: seedPort } = splitEndpoint(parseEndpoint(text))
  if (seedPort > 0) return { host: ip, port: seedPort }
  throw new GyreError('BAD_ENDPOINT', `expected a seed with a port, got ${JSON.stringify(text)}`)
}

/** Hosts in a fixed list; a name is resolved each time, and stands for all of its addresses. */
export function hosts(list: readonly Host[]): Discovery {
  return { find: () => resolveAll(list) }
}

/** The addresses of hosts, A and AAAA, and which names have none. */
export async function resolveAll(list: readonly Host[]): Promise<Found> {
  const found = await Promise.allSettled(list.map(resolve))
  const endpoints = found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  const failures = found.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  return { endpoints: [...new Set(endpoints)], failures }
}

async function resolve({ host, port }: Host): Promise<Endpoint[]> {
  if (isIP(host) !== 0) return [endpointOf(host, port)]
  try {
    const addresses = await lookup(host, { all: true })
    return addresses.map(({ address }) => endpointOf(address, port))
  } catch (cause) {
    throw unresolved(`${host}:${port}`, cause)
  }
}

export function unresolved(seed: string, cause: unknown): GyreError {
  const { code } = cause as NodeJS.ErrnoException
  return new GyreError('SEED_UNRESOLVED', `seed ${seed}: ${code}`, { cause })
}
