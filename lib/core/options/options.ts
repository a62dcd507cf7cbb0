import type { ChoiceRow, NumberRow, ValueOf } from '../../base/option-rows.js'
import { PROBING } from './probing-options.js'
import { SPREADING } from './spreading-options.js'
import { SUSPICION } from './suspicion-options.js'

/**
 * Every option of the protocol, in one table: its documentation, which values it takes, and its default in
 * each profile; a profile that a row does not name has the default of `lan`. Types, profiles, checks and
 * docs/options.md come from it, and a test holds the ranges and defaults in its comments against it.
 */
export const OPTIONS: typeof PROBING & typeof SUSPICION & typeof SPREADING = {
  ...PROBING,
  ...SUSPICION,
  ...SPREADING,
}

/** A row of the table, whatever the option. */
export type OptionRow = (NumberRow | ChoiceRow) & {
  readonly defaults: { readonly lan: number | string | boolean } & Readonly<
    Partial<Record<string, number | string | boolean>>
  >
}

/** How the protocol behaves. Times in milliseconds. A profile is a full set of these. */
export type ProtocolOptions = {
  readonly [Name in keyof typeof OPTIONS]: ValueOf<(typeof OPTIONS)[Name]>
}
