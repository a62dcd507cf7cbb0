import { DROP, PASS, type Rule } from './packet.js'

/** Nodes of different groups do not reach each other; those in no group reach everybody. */
export function partition(groups: readonly (readonly number[])[]): Rule {
  const groupOf = new Map(groups.flatMap((group, i) => group.map((node) => [node, i] as const)))
  return {
    judge({ source, target }) {
      const [from, to] = [groupOf.get(source), groupOf.get(target)]
      return from !== undefined && to !== undefined && from !== to ? DROP : PASS
    },
  }
}

/** Any directed graph: what has no edge does not arrive. */
export function edges(reaches: (source: number, target: number) => boolean): Rule {
  return { judge: ({ source, target }) => (reaches(source, target) ? PASS : DROP) }
}

/** Two halves that only the bridge reaches, and that reach only it. */
export function bridge(nodes: readonly number[], over: number): Rule {
  const rest = nodes.filter((node) => node !== over)
  const half = rest.length >> 1
  return partition([rest.slice(0, half), rest.slice(half)])
}

/**
 * Each node reaches only the half of the circle nearest to it: everybody sees a majority, and no
 * two see the same.
 */
export function ringOfMajorities(nodes: readonly number[]): Rule {
  const places = new Map(nodes.map((node, place) => [node, place]))
  const reach = (nodes.length >> 2) + (nodes.length > 2 ? 1 : 0)
  return edges((source, target) => {
    const [from, to] = [places.get(source), places.get(target)]
    if (from === undefined || to === undefined) return true
    const apart = Math.abs(from - to)
    return Math.min(apart, nodes.length - apart) <= reach
  })
}

/** One node reaches nobody (`out`), nobody reaches it (`in`), or both. */
export function isolate(node: number, way: 'in' | 'out' | 'both'): Rule {
  return edges((source, target) => {
    const out = source === node && target !== node && way !== 'in'
    const back = target === node && source !== node && way !== 'out'
    return !out && !back
  })
}

/** How a NAT maps and filters (RFC 3489 §5). */
export type NatKind = 'full-cone' | 'restricted' | 'port-restricted' | 'symmetric'

/**
 * Nodes behind a NAT of their own: what comes in passes only where a mapping stands, which what
 * goes out opens and keeps open for a while. Each host has one port here, so `restricted` and
 * `port-restricted` filter alike. A `symmetric` one has another mapping for each peer, so only
 * that peer's answers pass, and nothing sent to the node's advertised address.
 */
export function nat(nodes: readonly number[], kind: NatKind, mappingMs: number): Rule {
  const behind = new Set(nodes)
  /** Node → peer → when it was last sent to. */
  const opened = new Map<number, Map<number, number>>()
  const open = (node: number, peer: number, time: number): boolean => {
    const at = opened.get(node)?.get(peer)
    return at !== undefined && time - at <= mappingMs * 1_000
  }
  return {
    judge({ source, target, time }) {
      if (behind.has(source)) {
        const peers = opened.get(source) ?? new Map<number, number>()
        opened.set(source, peers.set(target, time).set(-1, time))
      }
      if (!behind.has(target)) return PASS
      return open(target, kind === 'full-cone' ? -1 : source, time) ? PASS : DROP
    },
  }
}
