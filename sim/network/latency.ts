/** How long a packet takes one way, in milliseconds. */
export type Latency =
  | { readonly kind: 'constant'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly minMs: number; readonly maxMs: number }
  /** At least `minMs`, and an exponential wait with this mean on top. */
  | { readonly kind: 'exponential'; readonly minMs: number; readonly meanMs: number }
  /** Half of all take less than the median; sigma is that of the logarithm. */
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly sigma: number }

/** Half a millisecond to one: two machines on one site. */
export const SITE_LATENCY: Latency = { kind: 'uniform', minMs: 0.5, maxMs: 1 }

/** Whole microseconds, from two uniform draws in [0, 1). */
export function latencyUs(latency: Latency, first: number, second: number): number {
  return Math.round(1_000 * latencyMs(latency, first, second))
}

function latencyMs(latency: Latency, first: number, second: number): number {
  switch (latency.kind) {
    case 'constant':
      return latency.ms
    case 'uniform':
      return latency.minMs + first * (latency.maxMs - latency.minMs)
    case 'exponential':
      return latency.minMs - latency.meanMs * Math.log(1 - first)
    case 'lognormal':
      return latency.medianMs * Math.exp(latency.sigma * normal(first, second))
  }
}

/** Box and Muller (1958): a standard normal from two uniforms. */
function normal(first: number, second: number): number {
  return Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second)
}
