import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { GyreError } from '../../base/error.js'
import { parseEndpoint, type Endpoint } from '../../core/index.js'
import { Once, type Runtime, type Teller } from '../../runtime/index.js'
import type { Remembered, Roster } from '../members/roster.js'

/** Between two writings, at the least. */
const WRITE_MS = 5_000
/** Endpoints that are kept. */
const ENDPOINTS_MAX = 100
const VERSION = 1

export const NOTHING: Remembered = { incarnation: 0, genesis: 0, endpoints: [] }

/**
 * Reads what an earlier run of this member wrote. A missing file is no failure; one that cannot be read
 * or understood is reported as a `fault`, and ignored.
 */
export function readSnapshot(
  path: string,
  cluster: string,
  teller: Pick<Teller, 'fault'>,
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
    return {
      incarnation: incarnation as number,
      genesis: genesis as number,
      endpoints: endpoints.map(parseEndpoint),
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return NOTHING
    const sentence = `${path} is ignored: ${message}`
    teller.fault(new GyreError('SNAPSHOT_DAMAGED', sentence, { cause }))
    return NOTHING
  }
}

/** Writes our incarnation and where the others are to a file, at most once in 5 s while that changes. */
export class Snapshot {
  private readonly path: string
  private readonly cluster: string
  private readonly roster: Pick<Roster, 'remember'>
  private readonly teller: Pick<Teller, 'fault'>
  private readonly saving: Once
  private endpoints: readonly Endpoint[]
  private lastText = ''
  private failing = false
  private stopped = false
  /** Resolves when what was to be written so far is. */
  private writes: Promise<void> = Promise.resolve()

  constructor(parts: {
    readonly path: string
    readonly cluster: string
    readonly runtime: Runtime
    /** What the file held when we started. */
    readonly past: Remembered
    readonly roster: Pick<Roster, 'remember'>
    readonly teller: Pick<Teller, 'fault'>
  }) {
    this.path = parts.path
    this.cluster = parts.cluster
    this.endpoints = parts.past.endpoints
    this.roster = parts.roster
    this.teller = parts.teller
    this.saving = new Once(parts.runtime, () => this.write())
  }

  /** What is remembered may have changed. */
  touch(): void {
    if (!this.stopped) this.saving.after(WRITE_MS)
  }

  /** Writes for the last time; resolves when that is done. */
  async stop(): Promise<void> {
    this.saving.stop()
    if (!this.stopped) this.write()
    this.stopped = true
    await this.writes
  }

  private write(): void {
    const { incarnation, genesis, endpoints } = this.roster.remember()
    // Alone, what was known before is kept: that is where the others may be.
    if (endpoints.length > 0) this.endpoints = endpoints.slice(0, ENDPOINTS_MAX)
    const { cluster, endpoints: kept } = this
    const snapshot = { version: VERSION, cluster, incarnation, genesis, endpoints: kept }
    const text = JSON.stringify(snapshot)
    if (text === this.lastText) return
    this.lastText = text
    this.writes = this.writes.then(() => this.replace(text))
  }

  /** Replaces the file as a whole: the text is written to another file, which then takes its place. */
  private async replace(text: string): Promise<void> {
    const beside = `${this.path}.${randomUUID()}`
    try {
      await writeFile(beside, text)
      await rename(beside, this.path)
      this.failing = false
    } catch (cause) {
      await rm(beside, { force: true }).catch(() => {})
      const { code } = cause as NodeJS.ErrnoException
      const sentence = `cannot write ${this.path}: ${code}`
      const error = new GyreError('SNAPSHOT_UNWRITABLE', sentence, { cause })
      if (!this.failing) this.teller.fault(error)
      this.failing = true
    }
  }
}
