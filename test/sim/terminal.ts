import { simCommand, type Terminal } from '../../sim/index.js'

export interface Called {
  readonly code: number
  readonly out: string[]
  readonly err: string[]
  readonly drawn: string[]
}

/** Runs `gyre sim ARGS…` and keeps what it says. */
export async function call(
  args: readonly string[],
  { columns = 0, signal = new AbortController().signal } = {},
): Promise<Called> {
  const [out, err, drawn]: [string[], string[], string[]] = [[], [], []]
  const terminal: Terminal = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    redraw: (lines) => void drawn.push(...lines),
    columns,
    interrupted: signal,
  }
  return { code: await simCommand(args, terminal), out, err, drawn }
}
