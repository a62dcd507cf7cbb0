import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './terminal.js'

type Flags = NonNullable<ParseArgsConfig['options']>
type Parsed<T extends Flags> = ReturnType<
  typeof parseArgs<{ options: T; strict: true; allowPositionals: true }>
>

/** Parses a command's arguments. @throws UsageError with one line for a person. */
export function parse<const T extends Flags>(args: readonly string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
  } catch (error) {
    // Node's message goes on with advice about '--' that does not apply here.
    throw new UsageError((error as Error).message.split('. ')[0])
  }
}

/** A whole number in a range, from a flag. @throws UsageError */
export function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new UsageError(`--${flag}: expected a whole number in ${least}…${most}, got '${text}'`)
}

/** Refuses what is no flag. @throws UsageError */
export function noPositionals(positionals: readonly string[]): void {
  if (positionals.length === 0) return
  throw new UsageError(`unexpected argument '${positionals[0]}'`)
}
