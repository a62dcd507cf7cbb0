import { GyreError } from '../../base/error.js'
import { checkOption } from '../../base/option-rows.js'
import { validTopic } from '../../wire/index.js'

/** The longest body of a request, a reliable send, a query or an answer, in bytes. */
export const CALL_BODY_BYTES_MAX: number = 8 * 1_024 * 1_024
/** The table of the numbers that calls take. */
export const CALL_ROWS = {
  timeoutMs: { range: [1, 3_600_000], whole: false, default: 5_000 },
} as const
/** How long a call may take by default. */
export const TIMEOUT_MS: number = CALL_ROWS.timeoutMs.default

/** @throws GyreError `BAD_OPTION` */
export function checkTopic(topic: unknown): void {
  if (validTopic(topic)) return
  throw badOption(`expected a topic of 1…128 bytes, got ${JSON.stringify(topic)}`)
}

/** @throws GyreError `BAD_OPTION`, `MESSAGE_TOO_LARGE` */
export function checkBody(topic: string, body: unknown, most: number): void {
  if (!(body instanceof Uint8Array)) throw badOption(`${topic}: expected a Uint8Array`)
  if (body.length <= most) return
  const message = `${topic}: expected at most ${most} bytes, got ${body.length}`
  throw new GyreError('MESSAGE_TOO_LARGE', message)
}

/** @throws GyreError `BAD_OPTION` */
export function checkTimeout(timeoutMs: number): void {
  checkOption('timeoutMs', CALL_ROWS.timeoutMs, timeoutMs)
}

/** The caller's signal ended it. */
export function aborted(what: string, signal: AbortSignal | undefined): GyreError {
  return new GyreError('ABORTED', `${what}: aborted`, { cause: signal?.reason })
}

export function badOption(message: string): GyreError {
  return new GyreError('BAD_OPTION', message)
}
