/** Why a simulation cannot be done: `USAGE`, the caller's fault; `OUTPUT`, a file cannot be written. */
export type SimErrorCode = 'USAGE' | 'OUTPUT'

/** One clear line with the place and the remedy. */
export class SimError extends Error {
  readonly code: SimErrorCode

  constructor(code: SimErrorCode, message: string) {
    super(message)
    this.name = 'SimError'
    this.code = code
  }
}
