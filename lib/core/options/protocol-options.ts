import { GyreError } from '../../base/error.js'
import type { ProtocolOptions } from './options.js'
import { PROFILES, type ProfileName } from './profiles.js'

const RANGES = {
  periodMs: [10, 60_000],
  probeTimeoutMs: [1, 60_000],
  relayBudgetMs: [1, 60_000],
  relays: [0, 16],
  fanout: [0, 16],
  gossipIntervalMs: [1, 60_000],
  suspicionMult: [0, 100],
  suspicionMaxMult: [1, 100],
  confirmations: [0, 8],
  evidenceMult: [0, 100],
  unheardMult: [0, 100],
  watches: [0, 8],
  degradedHealth: [0, 8],
  healthMax: [0, 8],
  reconnectMs: [10, 3_600_000],
  tombstoneMs: [1_000, 2 ** 40],
  tombstonesMax: [1, 2 ** 20],
  membersMax: [1, 1_000_000],
  mtuBytes: [512, 65_507],
} as const

const CHOICES = {
  forward: [true, false],
  rumourBudget: ['ln', 'swim', 'memberlist'],
  probeOrder: ['round-robin', 'random'],
  gossipOrder: ['round-robin', 'random'],
  buddy: [true, false],
  streamPing: [true, false],
  relaysConfirm: [true, false],
  adaptiveTimeout: [true, false],
  flapDamping: [true, false],
  sync: [true, false],
  foreignGenesis: ['merge', 'refuse'],
} as const

/** Options whose value is a count or a size: whole numbers only. */
const WHOLE =
  /^(relays|fanout|confirmations|watches|degradedHealth|healthMax|tombstonesMax|membersMax|mtuBytes)$/

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
    if (!Object.hasOwn(options, name)) {
      throw new GyreError('BAD_OPTION', `unknown protocol option ${show(name)}`)
    }
    if (value !== undefined) options[name] = value
  }
  check(options as unknown as ProtocolOptions)
  return options as unknown as ProtocolOptions
}

function check(options: ProtocolOptions): void {
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    const value = options[name as keyof typeof RANGES]
    const fits = typeof value === 'number' && value >= least && value <= most
    if (!fits || (WHOLE.test(name) && !Number.isInteger(value))) {
      const kind = WHOLE.test(name) ? 'a whole number' : 'a number'
      const expected = `expected ${kind} in ${least}…${most}`
      throw new GyreError('BAD_OPTION', `${name}: ${expected}, got ${show(value)}`)
    }
  }
  for (const [name, choices] of Object.entries(CHOICES)) {
    const value: unknown = options[name as keyof typeof CHOICES]
    if (choices.some((choice) => choice === value)) continue
    const expected = choices.map((choice) => show(choice)).join(' or ')
    throw new GyreError('BAD_OPTION', `${name}: expected ${expected}, got ${show(value)}`)
  }
  const busyMs = options.probeTimeoutMs + options.relayBudgetMs
  if (busyMs >= options.periodMs) {
    throw new GyreError(
      'BAD_OPTION',
      `expected probeTimeoutMs + relayBudgetMs < periodMs, got ${options.probeTimeoutMs} + ` +
        `${options.relayBudgetMs} >= ${options.periodMs}`,
    )
  }
}

/** A value as it stands in an error message. */
function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}
