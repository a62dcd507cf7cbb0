import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { outcomeJson } from '../command/outcome-lines.js'
import type { SimFlags } from '../command/flags.js'
import type { Outcome } from '../runs/run.js'
import { SimError } from '../plans/sim-error.js'
import type { Witness } from '../world/witness.js'
import type { World } from '../world/world.js'
import { csv, junit, pcap, perfetto, shiviz } from './exports.js'
import { html, type Other } from './html.js'
import { Recorder } from './recorder.js'

/** What is to be written at the end of a run, and who writes it down meanwhile. */
export interface Outputs {
  readonly flags: SimFlags
  readonly witnesses?: (world: World) => readonly Witness[]
  recorder?: Recorder
}

type Writer = (outcome: Outcome, recorder: Recorder, flags: SimFlags) => string | Uint8Array

const WRITERS: readonly (readonly [flag: keyof SimFlags & string, write: Writer])[] = [
  ['report', (outcome, recorder, flags) => html(outcome, recorder, otherRun(flags.diff))],
  ['result', (outcome) => `${JSON.stringify(outcomeJson(outcome), undefined, 2)}\n`],
  ['junit', (outcome) => junit(outcome)],
  ['csv', (outcome) => csv(outcome)],
  ['shiviz', (_outcome, recorder) => shiviz(recorder)],
  ['perfetto', (outcome, recorder) => perfetto(recorder, outcome.virtualMs)],
  ['pcap', (_outcome, recorder) => pcap(recorder)],
]

/** Prepares what the flags ask for. */
export function exporters(flags: SimFlags): Outputs {
  const outputs: Outputs = {
    flags,
    witnesses(world) {
      const records = flags.report ?? flags.shiviz ?? flags.perfetto ?? flags.pcap
      if (records === undefined) return []
      outputs.recorder = new Recorder(world, flags.pcap !== undefined)
      return [outputs.recorder]
    },
  }
  return outputs
}

/** Writes all files, each whole or not at all. @throws SimError `OUTPUT` */
export function writeAll({ flags, recorder }: Outputs, outcome: Outcome): void {
  for (const [flag, write] of WRITERS) {
    const path = flags[flag]
    if (typeof path === 'string') writeWhole(path, write(outcome, recorder as Recorder, flags))
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
