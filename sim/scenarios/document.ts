import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml'
import { SimError } from '../plans/sim-error.js'

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

/** One value of a YAML file, which knows where it stands. */
export class Value {
  private readonly node: Node | null
  private readonly at: (offset: number) => string
  /** What it is called in messages. */
  readonly name: string
  private readonly offset: number

  constructor(
    node: Node | null,
    name: string,
    at: (offset: number) => string,
    offset: number = node?.range?.[0] ?? 0,
  ) {
    this.node = node
    this.name = name
    this.at = at
    this.offset = offset
  }

  /** @throws SimError with file, line and column. */
  fail(expected: string): never {
    const got = JSON.stringify(this.node?.toJSON() ?? null)
    const shown = got.length > 60 ? `${got.slice(0, 57)}…` : got
    throw new SimError(
      'USAGE',
      `${this.at(this.offset)}: ${this.name}: expected ${expected}, got ${shown}`,
    )
  }

  /** The keys of a mapping, only these allowed. */
  fields(...allowed: readonly string[]): Map<string, Value> {
    if (!isMap(this.node)) return this.fail('a mapping')
    const fields = new Map<string, Value>()
    for (const { key, value } of this.node.items as Pair<Node, Node | null>[]) {
      const name = String(key.toJSON())
      const from = key.range?.[0]
      if (!allowed.includes(name)) {
        const known = allowed.join(', ')
        throw new SimError(
          'USAGE',
          `${this.at(from as number)}: unknown key '${name}': expected one of ${known}`,
        )
      }
      fields.set(name, new Value(value, name, this.at, value?.range?.[0] ?? from))
    }
    return fields
  }

  get isMapping(): boolean {
    return isMap(this.node)
  }

  list(): Value[] {
    if (!isSeq(this.node)) return this.fail('a list')
    return (this.node.items as Node[]).map(
      (item, i) => new Value(item, `${this.name}[${i}]`, this.at),
    )
  }

  get isList(): boolean {
    return isSeq(this.node)
  }

  text(): string {
    const value = this.scalar()
    return typeof value === 'string' ? value : this.fail('text')
  }

  oneOf<T extends string>(choices: readonly T[]): T {
    const value = this.scalar()
    const found = choices.find((choice) => choice === value)
    return found ?? this.fail(`one of ${choices.join(', ')}`)
  }

  number(least: number, most: number): number {
    const value = this.scalar()
    if (typeof value === 'number' && value >= least && value <= most) return value
    return this.fail(`a number in ${least}…${most}`)
  }

  whole(least: number, most: number): number {
    const value = this.scalar()
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) {
      return value as number
    }
    return this.fail(`a whole number in ${least}…${most}`)
  }

  /** A time with its unit, in milliseconds. */
  ms(): number {
    const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)$/.exec(String(this.scalar())) ?? []
    return unit === undefined
      ? this.fail('a time with its unit, as 500ms, 2s or 5m')
      : Number(digits) * UNITS[unit]
  }

  /** A part of 1: `0.1`, or `10%`. */
  rate(): number {
    const value = this.scalar()
    const [, percent] = /^(\d+(?:\.\d+)?)%$/.exec(String(value)) ?? []
    const rate = percent === undefined ? value : Number(percent) / 100
    if (typeof rate === 'number' && rate >= 0 && rate <= 1) return rate
    return this.fail('a part of 1, as 0.1 or 10%')
  }

  scalar(): unknown {
    return isScalar(this.node) ? this.node.value : this.fail('a single value')
  }
}

/** Reads a YAML file. @throws SimError where it is none. */
export function readDocument(text: string, file: string): Value {
  const lines = new LineCounter()
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) throw new SimError('USAGE', `${at(error.pos[0])}: ${error.message}`)
  return new Value(document.contents as Node | null, 'the file', at)
}
