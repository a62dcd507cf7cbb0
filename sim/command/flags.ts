import { SimError } from '../plans/sim-error.js'

export const SEED_MAX: number = 2 ** 31 - 1

/** A whole number in a range, from a flag. @throws SimError `USAGE` */
export function whole(flag: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new SimError(
    'USAGE',
    `--${flag}: expected a whole number in ${least}…${most}, got '${text}'`,
  )
}

/** What stands on the command line, beside the verb. */
export interface SimFlags {
  readonly seed: string
  readonly seeds?: string
  readonly jobs?: string
  readonly set: readonly string[]
  readonly profile?: string
  readonly plant?: string
  readonly twins: boolean
  readonly json: boolean
  readonly quiet: boolean
  readonly report?: string
  readonly result?: string
  readonly junit?: string
  readonly csv?: string
  readonly shiviz?: string
  readonly perfetto?: string
  readonly pcap?: string
  readonly depth: string
  readonly only: string
  readonly diff?: string
}
