import type { OutputFiles } from '../report/outputs.js'

export const SEED_MAX: number = 2 ** 31 - 1

/** What stands on the command line, beside the verb. */
export interface SimFlags extends OutputFiles {
  readonly seed: string
  readonly seeds?: string
  readonly jobs?: string
  readonly set: readonly string[]
  readonly profile?: string
  readonly plant?: string
  readonly twins: boolean
  readonly json: boolean
  readonly quiet: boolean
  readonly depth: string
  readonly only: string
}
