import { draw } from '../network/draw.js'
import { FAULTS } from './faults.js'
import { others, type Fault, type FaultKind } from '../plans/plan.js'

/** A swarm of faults: how many, of which kinds, and when. The seed decides the rest. */
export interface Swarm {
  readonly faults: number
  readonly kinds: readonly FaultKind[]
  readonly fromMs: number
  readonly untilMs: number
  /** How long each lasts, up to. */
  readonly forMs: number
}

/** What a network and its processes do to each other on bad days. */
export const USUAL_KINDS: readonly FaultKind[] = [
  'crash',
  'kill',
  'refuse',
  'restart',
  'leave',
  'meta',
  'stall',
  'slow',
  'jitter',
  'drift',
  'step',
  'partition',
  'bridge',
  'majorities',
  'isolate',
  'nat',
  'swizzle',
  'cut',
  'loss',
  'bursts',
  'delay',
  'duplicate',
  'reorder',
  'replay',
  'corrupt',
  'limit',
]

const PURPOSE = 0x73776172

/** The faults of a swarm, in the order of time. Each has draws of its own. */
export function swarmFaults(swarm: Swarm, nodes: number, seed: number): Fault[] {
  const faults = Array.from({ length: swarm.faults }, (_, i) => one(swarm, nodes, seed, i))
  return faults.toSorted((a, b) => a.atMs - b.atMs)
}

function one(swarm: Swarm, nodes: number, seed: number, i: number): Fault {
  const part = (what: number): number => draw(seed, PURPOSE, i, what, 0)
  const below = (what: number, bound: number): number => Math.floor(part(what) * bound)
  const kind = swarm.kinds[below(0, swarm.kinds.length)]
  const atMs = swarm.fromMs + below(1, swarm.untilMs - swarm.fromMs)
  const lasts = { atMs, forMs: 500 + below(2, swarm.forMs) }
  const some = pick(nodes, 1 + below(3, Math.max(1, Math.min(3, nodes >> 2))), part)
  const { about } = FAULTS[kind]
  if (about === 'groups') return { kind, ...lasts, groups: [some, others(nodes, some)] }
  if (about === 'nodes') {
    const all = kind === 'swizzle' || kind === 'majorities'
    return { kind, ...lasts, nodes: all ? others(nodes, []) : some }
  }
  const way = below(4, 4)
  if (way === 0 && kind !== 'cut') return { kind, ...lasts }
  if (way === 1) return { kind, ...lasts, to: some }
  if (way === 2) return { kind, ...lasts, from: some, to: [(some[0] + 1) % nodes] }
  return { kind, ...lasts, from: some }
}

function pick(nodes: number, count: number, part: (what: number) => number): number[] {
  const chosen = new Set<number>()
  for (let i = 0; chosen.size < count; i++) chosen.add(Math.floor(part(100 + i) * nodes))
  return [...chosen].toSorted((a, b) => a - b)
}
