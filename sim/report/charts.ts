import { xml } from './exports.js'

/** One line of a chart: its points, and what it is called. */
export interface Series {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly dashed?: boolean
}

const WIDTH = 720
const HEIGHT = 180
const LEFT = 48
const BOTTOM = 22
const TOP = 10

/** One element: its attributes, then what is in it. Numbers are cut to a tenth of a pixel. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  body = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    return ` ${key}="${typeof value === 'number' ? Number(value.toFixed(1)) : xml(value)}"`
  })
  return `<${name}${written.join('')}>${body}</${name}>`
}

/** A word in a chart. */
export function text(x: number, y: number, words: string, anchor = 'start', look = ''): string {
  const at = { x, y, 'text-anchor': anchor, ...(look !== '' && { class: look }) }
  return element('text', at, xml(words))
}

/** What a reader is told who stays on a shape. */
export function title(words: string): string {
  return element('title', {}, xml(words))
}

/** Places a time, in seconds, on the common axis. */
export function scale(most: number): (x: number) => number {
  return (x) => LEFT + ((WIDTH - LEFT - 8) * x) / Math.max(most, 1e-9)
}

/** An SVG of the common width, with a title that is read aloud. */
export function svg(says: string, height: number, parts: readonly string[]): string {
  const head = { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', tabindex: '0', 'aria-label': says }
  return element('svg', head, title(says) + parts.join(''))
}

/** A few round marks below the axis. */
export function axis(most: number, y: number, unit: string): string {
  const at = scale(most)
  const marks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const label = `${Number((most * part).toPrecision(3))}${unit}`
    return text(at(most * part), y, label, 'middle')
  })
  return marks.join('')
}

/** The greatest of many, which need not fit on the stack; at least 0. */
export function greatest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}

/** Lines over a common axis. */
export function lines(says: string, series: readonly Series[], unit = ' s'): string {
  const all = series.flatMap(({ points }) => points)
  const mostX = greatest(all.map(([x]) => x)) || 1
  const mostY = greatest(all.map(([, y]) => y)) || 1
  const x = scale(mostX)
  const y = (value: number): number => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * value) / mostY
  const place = ([px, py]: readonly [number, number]): string => {
    return `${x(px).toFixed(1)} ${y(py).toFixed(1)}`
  }
  const paths = series.map(({ points, dashed = false }, i) => {
    const look = `line c${i % 4}${dashed ? ' dashed' : ''}`
    return element('path', { class: look, d: `M${points.map(place).join('L')}` })
  })
  const names = series.map(({ name }, i) => {
    return text(WIDTH - 8, TOP + 12 + 14 * i, name, 'end', `c${i % 4}`)
  })
  const top = Number(mostY.toPrecision(3)).toLocaleString('en')
  const ends = text(LEFT - 4, TOP + 10, top, 'end') + text(LEFT - 4, HEIGHT - BOTTOM, '0', 'end')
  return svg(says, HEIGHT, [...paths, ...names, ends, axis(mostX, HEIGHT - 6, unit)])
}

/** How values are spread: the part that is at most so much. */
export function distribution(says: string, values: readonly number[], unit: string): string {
  const sorted = values.toSorted((a, b) => a - b)
  const points = sorted.map((value, i) => [value, (i + 1) / sorted.length] as const)
  const name = `part of ${sorted.length} values`
  return lines(says, [{ name, points: [[sorted[0], 0], ...points] }], unit)
}
