import { watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { GyreError } from '../base/error.js'
import type { Discovery, Found } from './discovery.js'
import { parseHost, resolveAll, type Host } from './hosts.js'

/** Changes that come within so many milliseconds are one. */
const SETTLE_MS = 50

/**
 * Seeds in a file, one `host:port` a line; empty lines and those that begin with # do not count. It
 * is read anew each time, and watched. One that cannot be read, and lines that are no seed, are told
 * as failures; the other lines stand.
 */
export function fileSeeds(path: string): Discovery {
  return {
    async find(): Promise<Found> {
      try {
        const [list, bad] = parse(path, await readFile(path, 'utf8'))
        const { endpoints, failures } = await resolveAll(list)
        return { endpoints, failures: [...bad, ...failures] }
      } catch (cause) {
        const { code } = cause as NodeJS.ErrnoException
        const error = new GyreError('SEEDS_UNREADABLE', `cannot read ${path}: ${code}`, { cause })
        return { endpoints: [], failures: [error] }
      }
    },
    watch(changed): () => void {
      let timer: NodeJS.Timeout | undefined
      const later = (_event: string, name: string | null): void => {
        // Its directory is watched: a file that is replaced is another file.
        if (name !== basename(path)) return
        clearTimeout(timer)
        timer = setTimeout(changed, SETTLE_MS)
      }
      try {
        const watcher = watch(dirname(path), { persistent: false }, later)
        watcher.on('error', () => {})
        return () => {
          watcher.close()
          clearTimeout(timer)
        }
      } catch {
        // Without its directory there is no file either: that is told when it is read.
        return () => {}
      }
    },
  }
}

function parse(path: string, text: string): [Host[], GyreError[]] {
  const found: Host[] = []
  const bad: GyreError[] = []
  text.split('\n').forEach((line, i) => {
    const seed = line.trim()
    if (seed === '' || seed.startsWith('#')) return
    try {
      found.push(parseHost(seed))
    } catch (cause) {
      const message = `${path}, line ${i + 1}: ${(cause as Error).message}`
      bad.push(new GyreError('BAD_ENDPOINT', message, { cause }))
    }
  })
  return [found, bad]
}
