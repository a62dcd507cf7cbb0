import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { GyreError } from '../../base/error.js'
import { parseEndpoint, type Endpoint } from '../../core/index.js'
import type { Runtime } from '../../runtime/runtime.js'

/** Between two writings, at the least. */
const WRITE_MS = 5_000
/** Endpoints that are kept. */
const ENDPOINTS_MAX = 100
const VERSION = 1

/** What a member finds of its own past. */
export interface Remembered {
  /** Its last incarnation; 0: nothing is known. */
  readonly incarnation: number
  /** Which founding its cluster goes back to; 0: none is known. */
  readonly genesis: number
  /** Where others were. */
  readonly endpoints: readonly Endpoint[]
}

export const NOTHING: Remembered = { incarnation: 0, genesis: 0, endpoints: [] }

/**
 * Reads what an earlier life has written. A file that is not there is no failure; one that cannot be
 * read or understood is told, and counts for nothing.
 */
export function readSnapshot(
  path: string,
  cluster: string,
  fault: (error: GyreError) => void,
): Remembered {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    const { version, cluster: name, incarnation, genesis, endpoints } = found
    const known =
      version === VERSION &&
      Number.isSafeInteger(incarnation) &&
      Number.isSafeInteger(genesis) &&
      Array.isArray(endpoints)
    if (!known) throw new Error('it is no snapshot that this version knows')
    if (name !== cluster) throw new Error(`it is of the cluster ${String(name)}`)
    const [life, founding] = [incarnation as number, genesis as number]
    return { incarnation: life, genesis: founding, endpoints: endpoints.map(parseEndpoint) }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return NOTHING
    const sentence = `${path} is ignored: ${message}`
    fault(new GyreError('SNAPSHOT_DAMAGED', sentence, { cause }))
    return NOTHING
  }
}

/** Writes down where others are, and our own incarnation, now and then while that changes. */
export class Snapshot {
  private readonly path: string
  private readonly cluster: string
  private readonly runtime: Runtime
  private readonly remember: () => Remembered
  private readonly fault: (error: GyreError) => void
  private endpoints: readonly Endpoint[]
  private written = ''
  private pending = false
  private failing = false
  private stopped = false
  private writing: Promise<void> = Promise.resolve()

  constructor(parts: {
    readonly path: string
    readonly cluster: string
    readonly runtime: Runtime
    /** What the life before has left. */
    readonly past: Remembered
    /** What is to be written down, as it is now. */
    readonly remember: () => Remembered
    readonly fault: (error: GyreError) => void
  }) {
    this.path = parts.path
    this.cluster = parts.cluster
    this.runtime = parts.runtime
    this.endpoints = parts.past.endpoints
    this.remember = parts.remember
    this.fault = parts.fault
  }

  /** Something may have changed. */
  touch(): void {
    if (this.pending || this.stopped) return
    this.pending = true
    this.runtime.after(WRITE_MS, () => {
      this.pending = false
      if (!this.stopped) this.write()
    })
  }

  /** Writes for the last time. */
  async stop(): Promise<void> {
    if (!this.stopped) this.write()
    this.stopped = true
    await this.writing
  }

  private write(): void {
    const { incarnation, genesis, endpoints } = this.remember()
    // Who is alone leaves what was known before: that is where the others may be.
    if (endpoints.length > 0) this.endpoints = endpoints.slice(0, ENDPOINTS_MAX)
    const { cluster, endpoints: kept } = this
    const text = JSON.stringify({
      version: VERSION,
      cluster,
      incarnation,
      genesis,
      endpoints: kept,
    })
    if (text === this.written) return
    this.written = text
    this.writing = this.writing.then(() => this.replace(text))
  }

  /** Never half a file: it is written beside, and then takes the place. */
  private async replace(text: string): Promise<void> {
    const beside = `${this.path}.${randomUUID()}`
    try {
      await writeFile(beside, text)
      await rename(beside, this.path)
      this.failing = false
    } catch (cause) {
      await rm(beside, { force: true }).catch(() => {})
      const { code } = cause as NodeJS.ErrnoException
      const error = new GyreError('SNAPSHOT_UNWRITABLE', `cannot write ${this.path}: ${code}`, {
        cause,
      })
      if (!this.failing) this.fault(error)
      this.failing = true
    }
  }
}
