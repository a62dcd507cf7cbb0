// Small things that every benchmark needs: statistics, and tables for a terminal.

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}

export function median(values) {
  return percentile(values, 0.5)
}

/** Lines of a table; the first row is its head, the first column its names. */
export function table(title, rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const line = (row) => {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]),
    )
    return `  ${cells.join('  ')}`.trimEnd()
  }
  return ['', title, ...rows.map(line)]
}

/** Seconds of CPU that this process has used. */
export function cpuSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
