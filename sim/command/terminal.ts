/** What the command needs of its caller. */
export interface SimTerminal {
  out(line: string): void
  err(line: string): void
  /** Draws over what was drawn before; only where `columns` is known. */
  redraw(lines: readonly string[]): void
  /** The width of the terminal; 0 without one. */
  readonly columns: number
  /** Aborted by SIGINT or SIGTERM. */
  readonly interrupted: AbortSignal
}

/** What a command ends with. */
export const EXIT = {
  pass: 0,
  safety: 1,
  /** A sweep never met what it must, or nothing is known. */
  unknown: 2,
  liveness: 3,
  /** The same run came out differently. */
  chance: 4,
  /** A figure is outside its gate. */
  performance: 5,
  usage: 64,
  internal: 70,
  interrupted: 130,
} as const
