import { GyreError } from '../base/error.js'

/** Terms have 63 bits: 19 digits at the most. */
export const TOKEN_DIGITS = 19

/** @throws GyreError `BAD_OPTION` unless it is a term in decimal digits, as `token` of an owned slot. */
export function checkToken(token: string): void {
  const good = typeof token === 'string' && /^[0-9]{1,19}$/.test(token)
  if (good && BigInt(token) < 2n ** 63n) return
  const got = typeof token === 'string' ? JSON.stringify(token) : typeof token
  throw new GyreError('BAD_OPTION', `token: expected up to 63 bits in decimal digits, got ${got}`)
}

/** Whoever comes under this token is too late. */
export function staleToken(resource: string, token: string, seen?: string): GyreError {
  const than = seen === undefined ? 'a higher token' : `token ${seen}`
  return new GyreError(
    'STALE_TOKEN',
    `${resource} has seen ${than}: ${token} writes nothing any more`,
  )
}
