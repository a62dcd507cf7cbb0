/** Where a command writes, and how it is told to end. */
export interface Terminal {
  out(line: string): void
  err(line: string): void
  /** Draws over what was drawn before; only where `columns` is known. */
  redraw(lines: readonly string[]): void
  /** The width of the terminal; 0 without one. */
  readonly columns: number
  /** Aborted by SIGINT or SIGTERM. */
  readonly interrupted: AbortSignal
}

/** The exit code of a command that was called wrongly (sysexits.h, EX_USAGE). */
export const EXIT_USAGE = 64

/** A command was called wrongly; its message is one line for a person. */
export class UsageError extends Error {}

/** The terminal, or pipe, of this process. */
export function processTerminal(host: NodeJS.Process = process): Terminal {
  const { stdout, stderr } = host
  const interrupt = new AbortController()
  host.once('SIGINT', () => interrupt.abort())
  host.once('SIGTERM', () => interrupt.abort())
  // Whoever reads us has gone: there is nobody left to tell.
  stdout.on('error', () => host.exit(1))
  let drawn = 0
  return {
    out: (line) => void stdout.write(`${line}\n`),
    err: (line) => void stderr.write(`${line}\n`),
    redraw(lines) {
      const up = drawn > 0 ? `\u001b[${drawn}A` : ''
      stdout.write(up + lines.map((line) => `\u001b[2K${line}\n`).join('') + '\u001b[0J')
      drawn = lines.length
    },
    columns: stdout.isTTY ? stdout.columns : 0,
    interrupted: interrupt.signal,
  }
}
