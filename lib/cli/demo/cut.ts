const ESCAPE = new RegExp('(\u001b\\[[0-9;]*m)')

/** Cuts a line to the width; escape sequences are kept and do not count. */
export function cut(line: string, width: number): string {
  let left = width
  const parts = line.split(ESCAPE)
  const kept = parts.map((part) => {
    if (part.startsWith('\u001b')) return part
    const shown = [...part].slice(0, left)
    left -= shown.length
    return shown.join('')
  })
  return kept.join('')
}
