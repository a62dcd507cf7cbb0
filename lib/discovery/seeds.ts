import { together, type Discovery } from './discovery.js'
import { fileSeeds } from './file.js'
import { hosts, parseHost } from './hosts.js'
import { srvSeeds } from './srv.js'

/** Where a seed comes from: text, or a source of one's own. */
export type Seed = string | Discovery

/**
 * Seeds of all kinds as one source: `host:port`, `file:PATH`, `srv:NAME`, and sources of one's own.
 * @throws GyreError `BAD_ENDPOINT` for text that is none of these
 */
export function seedsOf(seeds: readonly Seed[]): Discovery {
  return together(seeds.map((seed) => (typeof seed === 'string' ? sourceOf(seed) : seed)))
}

function sourceOf(text: string): Discovery {
  if (text.startsWith('file:')) return fileSeeds(text.slice('file:'.length))
  if (text.startsWith('srv:')) return srvSeeds(text.slice('srv:'.length))
  return hosts([parseHost(text)])
}
