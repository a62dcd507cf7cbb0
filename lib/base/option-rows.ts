import { GyreError } from './error.js'

/** An option that is a number: its bounds, both included, and whether only whole numbers will do. */
export interface NumberRow {
  readonly range: readonly [least: number, most: number]
  readonly whole: boolean
}

/** An option that is one of a few values. */
export interface ChoiceRow {
  readonly choices: readonly (string | boolean)[]
}

/** The rows of a table of options, each with its default; undefined: it follows from other options. */
export type OptionRows<Name extends string> = Readonly<
  Record<
    Name,
    (NumberRow | ChoiceRow) & { readonly default: number | string | boolean | undefined }
  >
>

/** The values that an option takes, by its row. */
export type ValueOf<Row> = Row extends { readonly choices: readonly (infer Value)[] }
  ? Value
  : number

/**
 * The options of a table, checked, with their defaults in. `of` names what they are options of, for errors.
 * @throws GyreError `BAD_OPTION`
 */
export function optionsOf<Options extends object, Name extends keyof Options & string>(
  rows: OptionRows<Name>,
  options: Options,
  of: string = '',
): Required<Pick<Options, Name>> {
  const whole: Partial<Record<Name, unknown>> = {}
  for (const name of Object.keys(rows) as Name[]) {
    const value = options[name] === undefined ? rows[name].default : options[name]
    checkOption(of === '' ? name : `${of}: ${name}`, rows[name], value)
    whole[name] = value
  }
  return whole as Required<Pick<Options, Name>>
}

/** @throws GyreError `BAD_OPTION` unless the value is one that the row allows */
export function checkOption(name: string, row: NumberRow | ChoiceRow, value: unknown): void {
  if ('choices' in row) {
    if (row.choices.some((choice) => choice === value)) return
    const expected = row.choices.map((choice) => show(choice)).join(' or ')
    throw new GyreError('BAD_OPTION', `${name}: expected ${expected}, got ${show(value)}`)
  }
  const [least, most] = row.range
  const fits = typeof value === 'number' && value >= least && value <= most
  if (fits && (!row.whole || Number.isInteger(value))) return
  const kind = row.whole ? 'a whole number' : 'a number'
  const sentence = `${name}: expected ${kind} in ${least}…${most}, got ${show(value)}`
  throw new GyreError('BAD_OPTION', sentence)
}

/** A value as it stands in an error message. */
export function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}
