import type { Terminal } from '../../lib/terminal/terminal.js'

/** A terminal that remembers. */
export class FakeTerminal implements Terminal {
  readonly lines: string[] = []
  readonly errors: string[] = []
  readonly screens: string[][] = []
  readonly columns: number
  private readonly controller = new AbortController()
  readonly interrupted: AbortSignal = this.controller.signal

  constructor(columns = 0) {
    this.columns = columns
  }

  out(line: string): void {
    this.lines.push(line)
  }

  err(line: string): void {
    this.errors.push(line)
  }

  redraw(lines: readonly string[]): void {
    this.screens.push([...lines])
  }

  /** Ctrl-C. */
  interrupt(): void {
    this.controller.abort()
  }

  /** The JSON lines of one event. */
  events(event: string): Record<string, unknown>[] {
    const all = this.lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    return all.filter((one) => one.event === event)
  }
}
