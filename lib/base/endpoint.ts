import { GyreError } from './error.js'

/**
 * An ip address and a port as text: `10.0.0.5:7946`, `[2001:db8::1]:7946`. A string, because
 * equality, map keys and messages to people then need no code. The form is canonical: addresses
 * are written as RFC 5952 has them.
 */
export type Endpoint = string & { readonly brand: 'Endpoint' }

/** The longest wire form: an IPv6 address and a port. */
export const ENDPOINT_BYTES_MAX = 18

/** Writes the wire form at `at`: address and port in network order. Returns the position behind. */
export function writeEndpoint(endpoint: Endpoint, out: Uint8Array, at: number): number {
  const colon = endpoint.lastIndexOf(':')
  const port = Number(endpoint.slice(colon + 1))
  const ip = endpoint.slice(0, colon)
  if (ip.startsWith('[')) {
    for (const group of ipv6Groups(ip.slice(1, -1)) as number[]) {
      out[at++] = group >> 8
      out[at++] = group
    }
  } else for (const part of ip.split('.')) out[at++] = Number(part)
  out[at++] = port >> 8
  out[at++] = port
  return at
}

/** Whether such bytes are an endpoint: 6 or 18 of them, and a port other than 0. */
export function validEndpoint(bytes: Uint8Array, offset: number, length: number): boolean {
  if (length !== 6 && length !== 18) return false
  return (bytes[offset + length - 2] | bytes[offset + length - 1]) !== 0
}

export function readEndpoint(bytes: Uint8Array, offset: number, length: number): Endpoint {
  const port = (bytes[offset + length - 2] << 8) | bytes[offset + length - 1]
  if (length === 6) {
    const [a, b, c, d] = [0, 1, 2, 3].map((i) => bytes[offset + i])
    // Joined, not added up: a sum of strings stays a tree of them, which each reading walks through.
    return [a, '.', b, '.', c, '.', d, ':', port].join('') as Endpoint
  }
  const groups = Array.from({ length: 8 }, (_, i) => {
    return (bytes[offset + 2 * i] << 8) | bytes[offset + 2 * i + 1]
  })
  return `[${ipv6Text(groups)}]:${port}` as Endpoint
}

/**
 * Reads `ip:port` or `[ipv6]:port` and returns its canonical form.
 * @throws GyreError `BAD_ENDPOINT`, also for a host name: names are resolved elsewhere.
 */
export function parseEndpoint(text: string): Endpoint {
  const [, bracketed, plain, digits] = /^(?:\[(.*)\]|([^:]*)):(\d{1,5})$/.exec(text) ?? []
  const port = Number(digits)
  if (port <= 65_535) {
    if (plain !== undefined && isIpv4(plain)) return `${plain}:${port}` as Endpoint
    const groups = bracketed === undefined ? undefined : ipv6Groups(bracketed)
    if (groups !== undefined) return `[${ipv6Text(groups)}]:${port}` as Endpoint
  }
  throw new GyreError(
    'BAD_ENDPOINT',
    `expected ip:port or [ipv6]:port, got ${JSON.stringify(text)}`,
  )
}

/** Joins an ip address and a port, with brackets where they are due. */
export function endpointOf(ip: string, port: number): Endpoint {
  return parseEndpoint(ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`)
}

/** Takes it apart again. */
export function splitEndpoint(endpoint: Endpoint): { readonly ip: string; readonly port: number } {
  const colon = endpoint.lastIndexOf(':')
  const ip = endpoint.slice(0, colon)
  const port = Number(endpoint.slice(colon + 1))
  return { ip: ip.startsWith('[') ? ip.slice(1, -1) : ip, port }
}

function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text)
}

/** The eight groups of an IPv6 address, or undefined. A zone (`%eth0`) has no meaning elsewhere. */
function ipv6Groups(text: string): number[] | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (dotted !== null) {
    if (!isIpv4(dotted[2])) return undefined
    const [a, b, c, d] = dotted[2].split('.').map(Number)
    text = `${dotted[1]}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  }
  const halves = text.split('::')
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const given = head.length + (tail?.length ?? 0)
  if (halves.length > 2 || (tail === undefined ? given !== 8 : given > 7)) return undefined
  const all = [...head, ...Array<string>(8 - given).fill('0'), ...(tail ?? [])]
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return all.map((group) => parseInt(group, 16))
}

/** RFC 5952: lower case, no leading zeros, the longest run of at least two zero groups as `::`. */
function ipv6Text(groups: readonly number[]): string {
  let best = 0
  let bestLength = 1
  for (let start = 0; start < 8; start++) {
    let length = 0
    while (groups[start + length] === 0) length++
    if (length > bestLength) [best, bestLength] = [start, length]
  }
  const hex = groups.map((group) => group.toString(16))
  if (bestLength < 2) return hex.join(':')
  return `${hex.slice(0, best).join(':')}::${hex.slice(best + bestLength).join(':')}`
}
