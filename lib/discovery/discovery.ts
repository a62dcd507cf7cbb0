import type { Endpoint } from '../base/endpoint.js'
import type { GyreError } from '../base/error.js'

/** Where the first peers come from. Asked again at every attempt to join, and while unhealed. */
export interface Discovery {
  /** Endpoints to try now. What cannot be found out is told in `failures`, and is no reason to stop. */
  find(): Promise<Found>
  /**
   * Calls when there may be other endpoints than before; returns what ends that. A source that
   * cannot tell leaves it out: it is asked again anyway.
   */
  watch?(changed: () => void): () => void
}

export interface Found {
  readonly endpoints: readonly Endpoint[]
  readonly failures: readonly GyreError[]
}

/** Several sources as one. */
export function together(sources: readonly Discovery[]): Discovery {
  return {
    async find(): Promise<Found> {
      const found = await Promise.all(sources.map((source) => source.find()))
      return {
        endpoints: [...new Set(found.flatMap(({ endpoints }) => endpoints))],
        failures: found.flatMap(({ failures }) => failures),
      }
    },
    watch(changed): () => void {
      const ends = sources.map((source) => source.watch?.(changed))
      return () => ends.forEach((end) => end?.())
    },
  }
}
