import { xml } from './exports.js'

/** A table that scrolls by itself where the screen is narrow. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cells = (row: readonly (string | number)[], tag: string): string => {
    return `<tr>${row.map((cell) => `<${tag}>${xml(String(cell))}</${tag}>`).join('')}</tr>`
  }
  const body = rows.map((row) => cells(row, 'td')).join('')
  const table = `<table><thead>${cells(head, 'th')}</thead><tbody>${body}</tbody></table>`
  return `<div class="scroll" tabindex="0">${table}</div>`
}
