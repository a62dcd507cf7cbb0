import { GyreError } from '../../base/error.js'
import { checkOption, show } from '../../base/option-rows.js'
import { OPTIONS, type OptionRow, type ProtocolOptions } from './options.js'
import { PROFILES, type ProfileName } from './profiles.js'

/**
 * A profile with some of its options replaced, checked.
 * @throws GyreError `BAD_OPTION` for an unknown profile or option, a value out of range, and
 *   `probeTimeoutMs + relayBudgetMs >= periodMs`.
 */
export function protocolOptions(
  profile: ProfileName = 'lan',
  overrides: Partial<ProtocolOptions> = {},
): ProtocolOptions {
  if (!Object.hasOwn(PROFILES, profile)) {
    const names = Object.keys(PROFILES).join(', ')
    throw new GyreError('BAD_OPTION', `profile: expected one of ${names}, got ${show(profile)}`)
  }
  const options = { ...PROFILES[profile] } as Record<string, unknown>
  for (const [name, value] of Object.entries(overrides)) {
    if (!Object.hasOwn(OPTIONS, name)) {
      throw new GyreError('BAD_OPTION', `unknown protocol option ${show(name)}`)
    }
    if (value !== undefined) options[name] = value
  }
  for (const [name, row] of Object.entries<OptionRow>(OPTIONS))
    checkOption(name, row, options[name])
  const checked = options as unknown as ProtocolOptions
  checkPeriod(checked)
  return checked
}

/** A probe must end before the next one begins. */
function checkPeriod({ probeTimeoutMs, relayBudgetMs, periodMs }: ProtocolOptions): void {
  if (probeTimeoutMs + relayBudgetMs < periodMs) return
  const got = `${probeTimeoutMs} + ${relayBudgetMs} >= ${periodMs}`
  const sentence = `expected probeTimeoutMs + relayBudgetMs < periodMs, got ${got}`
  throw new GyreError('BAD_OPTION', sentence)
}
