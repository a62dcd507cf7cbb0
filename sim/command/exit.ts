/** The exit codes of `gyre sim`. */
export const EXIT = {
  pass: 0,
  safety: 1,
  /** A sweep never met a situation that it must meet, or nothing is known. */
  unknown: 2,
  liveness: 3,
  /** The same run came out differently. */
  chance: 4,
  /** A figure is outside its gate. */
  gate: 5,
  usage: 64,
  internal: 70,
  interrupted: 130,
} as const
