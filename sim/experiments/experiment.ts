/** One line of a result: what was expected, what was measured, and whether that will do. */
export interface Row {
  readonly what: string
  readonly expected: string
  readonly measured: string
  readonly gate: string
  readonly ok: boolean
}

/** Numbers that an experiment takes; `--set name=value` replaces them. */
export type Parameters = Readonly<Record<string, number>>

/** A measurement with published or modelled figures to stand against. */
export interface Experiment {
  readonly name: string
  readonly says: string
  readonly source: string
  readonly expected: string
  readonly takes: Parameters
  /** Smaller numbers, with which it runs in a second or two; too small for its gates. */
  readonly tiny: Parameters
  measure(parameters: Parameters, seed: number): Row[]
}

function show(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(1)
  return Math.abs(value) >= 0.01 || value === 0 ? value.toFixed(3) : value.toExponential(2)
}

/** The measured value lies within this part of the expected one. */
export function within(what: string, expected: number, measured: number, part: number): Row {
  const ok = Math.abs(measured - expected) <= part * Math.abs(expected)
  const gate = `± ${show(100 * part)} %`
  return { what, expected: show(expected), measured: show(measured), gate, ok }
}

/** Within so much of the expected one. */
export function near(what: string, expected: number, measured: number, by: number): Row {
  const ok = Math.abs(measured - expected) <= by
  return { what, expected: show(expected), measured: show(measured), gate: `± ${show(by)}`, ok }
}

export function atMost(what: string, most: number, measured: number, expected = ''): Row {
  const ok = measured <= most
  return { what, expected, measured: show(measured), gate: `≤ ${show(most)}`, ok }
}

export function atLeast(what: string, least: number, measured: number, expected = ''): Row {
  const ok = measured >= least
  return { what, expected, measured: show(measured), gate: `≥ ${show(least)}`, ok }
}

/** A figure that is told, and not judged. */
export function told(what: string, measured: number, expected = ''): Row {
  return { what, expected, measured: show(measured), gate: '', ok: true }
}

/** The figure, if what it is about came true; NaN, which passes no gate, if not. */
export function onlyIf(holds: boolean, value: number): number {
  return holds ? value : NaN
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

export function deviation(values: readonly number[]): number {
  const centre = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)))
}
