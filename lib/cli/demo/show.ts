import { styleText } from 'node:util'
import type { Terminal } from '../../terminal/index.js'
import { cut } from './cut.js'

/** A row of the live table. */
export interface Row {
  readonly id: string
  readonly pid: number
  readonly state: 'starting' | 'alive' | 'suspect' | 'faulty' | 'left'
  readonly live: number
  readonly slots: number
  readonly done: number
}

const COLOURS = {
  starting: 'gray',
  alive: 'green',
  suspect: 'yellow',
  faulty: 'red',
  left: 'blue',
} as const

const BAR_WIDTH = 24

/** Shows a demo: as a table that lives, or, without a terminal, line by line. */
export class Show {
  private readonly terminal: Terminal
  private readonly news: string[] = []

  constructor(terminal: Terminal) {
    this.terminal = terminal
  }

  /** Something worth a line of its own. */
  say(line: string): void {
    this.news.push(line)
    if (this.terminal.columns === 0) this.terminal.out(line)
  }

  draw(rows: readonly Row[], slots: number): void {
    if (this.terminal.columns === 0) return
    const head =
      '  member     pid      state     sees  slots' + ' '.repeat(BAR_WIDTH + 3) + 'work done'
    const table = rows.map((row) => this.row(row, slots))
    const lines = ['', styleText('bold', head), ...table, '', ...this.news, '']
    this.terminal.redraw(lines.map((line) => cut(line, this.terminal.columns)))
  }

  private row(row: Row, slots: number): string {
    const filled = Math.min(BAR_WIDTH, Math.round((row.slots / slots) * BAR_WIDTH * 4))
    const bar = '█'.repeat(filled) + '·'.repeat(BAR_WIDTH - filled)
    const state = styleText(COLOURS[row.state], row.state.padEnd(9))
    const left = `  ${row.id.padEnd(10)} ${String(row.pid).padEnd(8)} ${state}`
    const right = `${String(row.live).padStart(5)} ${String(row.slots).padStart(6)}  ${bar}`
    return `${left}${right} ${String(row.done).padStart(10)}`
  }
}
