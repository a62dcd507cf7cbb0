import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { outcomeJson, type Outcome } from '../runs/outcome.js'
import { SimError } from '../plans/sim-error.js'
import type { Observer } from '../world/observer.js'
import type { World } from '../world/world.js'
import { csv, junit, pcap, perfetto, shiviz } from './exports.js'
import { html, type Other } from './html.js'
import { Recorder } from './recorder.js'

/** The files to write at the end of a run, by the flag that names each. */
export interface OutputFiles {
  readonly report?: string
  readonly result?: string
  readonly junit?: string
  readonly csv?: string
  readonly shiviz?: string
  readonly perfetto?: string
  readonly pcap?: string
  /** Not written: another run's result.json, for the report to compare with. */
  readonly diff?: string
}

/** What is to be written at the end of a run, and what records it meanwhile. */
export interface Outputs {
  readonly files: OutputFiles
  readonly observers?: (world: World) => readonly Observer[]
  recorder?: Recorder
}

type Writer = (outcome: Outcome, recorder: Recorder, files: OutputFiles) => string | Uint8Array

const WRITERS: readonly (readonly [flag: keyof OutputFiles, write: Writer])[] = [
  ['report', (outcome, recorder, files) => html(outcome, recorder, otherRun(files.diff))],
  ['result', (outcome) => `${JSON.stringify(outcomeJson(outcome), undefined, 2)}\n`],
  ['junit', (outcome) => junit(outcome)],
  ['csv', (outcome) => csv(outcome)],
  ['shiviz', (_outcome, recorder) => shiviz(recorder)],
  ['perfetto', (outcome, recorder) => perfetto(recorder, outcome.virtualMs)],
  ['pcap', (_outcome, recorder) => pcap(recorder)],
]

/** Prepares what the flags ask for. */
export function exporters(files: OutputFiles): Outputs {
  const outputs: Outputs = {
    files,
    observers(world) {
      const records = files.report ?? files.shiviz ?? files.perfetto ?? files.pcap
      if (records === undefined) return []
      outputs.recorder = new Recorder(world, files.pcap !== undefined)
      return [outputs.recorder]
    },
  }
  return outputs
}

/** Writes all files, each whole or not at all. @throws SimError `OUTPUT` */
export function writeAll({ files, recorder }: Outputs, outcome: Outcome): void {
  for (const [flag, write] of WRITERS) {
    const path = files[flag]
    if (path !== undefined) writeWhole(path, write(outcome, recorder as Recorder, files))
  }
}

function writeWhole(path: string, content: string | Uint8Array): void {
  const part = `${path}.part`
  try {
    writeFileSync(part, content)
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw new SimError(
      'OUTPUT',
      `cannot write ${path}: ${(error as Error).message}; nothing was left behind`,
    )
  }
}

/** Another run's result.json, to compare with. @throws SimError `USAGE` */
function otherRun(path: string | undefined): Other | undefined {
  if (path === undefined) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Other
  } catch (error) {
    throw new SimError('USAGE', `--diff: expected a result.json: ${(error as Error).message}`)
  }
}
