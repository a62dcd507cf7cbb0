import type { Endpoint } from '../../lib/core/index.js'

const PREFIX = '10.'
const SUFFIX = ':7946'
const DOT = 46

/** Where node i lives: 10.0.0.0:7946 and on. */
export function endpointAt(index: number): Endpoint {
  const [high, middle, low] = [index >> 16, (index >> 8) & 255, index & 255]
  return [PREFIX, high, '.', middle, '.', low, SUFFIX].join('') as Endpoint
}

/** The node that lives there; −1 if it is no such endpoint. Read from the text: no table is kept. */
export function indexAt(endpoint: Endpoint): number {
  const end = endpoint.length - SUFFIX.length
  if (!endpoint.startsWith(PREFIX) || !endpoint.endsWith(SUFFIX)) return -1
  let index = 0
  let part = 0
  for (let i = PREFIX.length; i < end; i++) {
    const unit = endpoint.charCodeAt(i)
    if (unit !== DOT) part = part * 10 + unit - 48
    else {
      index = index * 256 + part
      part = 0
    }
  }
  return index * 256 + part
}

/** Who has which endpoint. */
export class Addresses {
  /** Endpoints that were taken over. */
  private readonly moved = new Map<Endpoint, number>()
  /** Whose datagram has come last: an answer to it needs no reading of its endpoint. */
  private endpoint = '' as Endpoint
  private index = 0
  private readonly nodes: number

  constructor(nodes: number) {
    this.nodes = nodes
  }

  /** The node that has an endpoint; −1: nobody. */
  indexOf(endpoint: Endpoint): number {
    if (endpoint === this.endpoint) return this.index
    if (this.moved.size > 0 && this.moved.has(endpoint)) return this.moved.get(endpoint) as number
    const index = indexAt(endpoint)
    return index < this.nodes ? index : -1
  }

  /** A datagram has come from this node. */
  heard(endpoint: Endpoint, index: number): void {
    // After a move the sender may have it no more.
    if (this.moved.size > 0) return
    this.endpoint = endpoint
    this.index = index
  }

  /** An endpoint has another node from now on. */
  move(endpoint: Endpoint, index: number): void {
    this.moved.set(endpoint, index)
    this.endpoint = '' as Endpoint
  }
}
