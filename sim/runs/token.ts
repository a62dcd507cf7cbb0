import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { SimError } from '../plans/sim-error.js'
import type { Plan } from '../plans/plan.js'

/** What it takes to have the same run again. */
export interface Token {
  readonly plan: Plan
  readonly seed: number
  /** The check that failed. */
  readonly check: string
  /** What its figures were held against. */
  readonly expect?: Readonly<Record<string, number>>
  /** The hash of the run that failed: another one means that it is not the same. */
  readonly hash: string
}

/** Raised with every change of plans or of the simulator that makes old tokens mean another run. */
const VERSION = 1
const PREFIX = 'gyre'

/** A token as one word of text. */
export function encodeToken(token: Token): string {
  const bytes = deflateRawSync(JSON.stringify(token), { level: 9 })
  return `${PREFIX}${VERSION}.${bytes.toString('base64url')}`
}

/** @throws SimError `USAGE` for what is no token, or one of another version. */
export function decodeToken(text: string): Token {
  const [, version, body] = /^gyre(\d+)\.([\w-]+)$/.exec(text.trim()) ?? []
  if (body === undefined) {
    throw new SimError(
      'USAGE',
      `expected a token as a failed run prints it, got '${text.slice(0, 40)}'`,
    )
  }
  if (Number(version) !== VERSION) {
    const expected = `expected a token of version ${VERSION}`
    throw new SimError('USAGE', `${expected}, got version ${version}: replay it with that gyre`)
  }
  try {
    return JSON.parse(inflateRawSync(Buffer.from(body, 'base64url')).toString()) as Token
  } catch {
    throw new SimError('USAGE', 'the token is damaged: copy all of it, without spaces')
  }
}
