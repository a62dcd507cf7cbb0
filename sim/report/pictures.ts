import { STATE_NAMES } from '../../lib/core/index.js'
import type { Outcome } from '../runs/outcome.js'
import { axis, distribution, element, greatest, lines, scale, svg, text, title } from './charts.js'
import { tableOf } from './table.js'
import type { Message, Recorder } from './recorder.js'

/** Rows of the state map, and messages of the space-time diagram, at the most. */
const ROWS_MAX = 64
const MESSAGES_MAX = 80
/** How far back causes are followed, in microseconds. */
const PAST_US = 2_000_000

/** Each fault as a band from its beginning to its end. */
export function bands({ virtualMs }: Outcome, recorder: Recorder): string {
  if (recorder.bands.length === 0) return '<p>No faults.</p>'
  const x = scale(virtualMs / 1_000)
  const ROW = 16
  const rows = recorder.bands.slice(0, ROWS_MAX).map(({ name, nodes, fromMs, untilMs }, i) => {
    const end = Math.min(untilMs, virtualMs)
    const [from, until] = [x(fromMs / 1_000), x(end / 1_000)]
    const whom = nodes.length > 0 ? ` of ${nodes.join(', ')}` : ''
    const shape = { x: from, y: i * ROW + 2, width: Math.max(2, until - from), height: ROW - 3 }
    const says = title(`${name}${whom}: ${fromMs} to ${end} ms`)
    return element('rect', { class: 'band', ...shape }, says) + text(from, i * ROW + 12, name)
  })
  const height = rows.length * ROW + 24
  return svg('Faults over time', height, [...rows, axis(virtualMs / 1_000, height - 6, ' s')])
}

/** Of each node over time, the worst that anybody held it for. */
export function stateMap({ plan, virtualMs }: Outcome, { shifts }: Recorder): string {
  const count = Math.min(plan.nodes, ROWS_MAX)
  const row = Math.max(4, Math.min(14, Math.floor(420 / count)))
  const x = scale(virtualMs / 1_000)
  const shapes = Array.from({ length: count }, (_, subject) => {
    const spans = worstSpans(subject, shifts, virtualMs)
    const rects = spans.map(({ state, fromMs, untilMs }) => {
      const from = x(fromMs / 1_000)
      const width = Math.max(1, x(untilMs / 1_000) - from)
      const shape = { x: from, y: subject * row + 1, width, height: row - 1 }
      const says = `node ${subject}: ${STATE_NAMES[state]} to somebody, ${fromMs} to ${untilMs} ms`
      return element('rect', { class: `s${state}`, ...shape }, title(says))
    })
    const name = row >= 9 ? text(40, subject * row + row - 2, String(subject), 'end') : ''
    return rects.join('') + name
  })
  const height = count * row + 24
  const names = [1, 2, 3, 4].map((state) => {
    return element('span', { class: `s${state}` }, STATE_NAMES[state])
  })
  const legend = element('p', { class: 'legend' }, names.join(' '))
  const more = plan.nodes > count ? `<p>The first ${count} of ${plan.nodes} nodes.</p>` : ''
  const says = 'The worst that anybody held each node for'
  return legend + more + svg(says, height, [...shapes, axis(virtualMs / 1_000, height - 6, ' s')])
}

interface Span {
  readonly state: number
  readonly fromMs: number
  readonly untilMs: number
}

function worstSpans(subject: number, shifts: Recorder['shifts'], endMs: number): Span[] {
  const held = new Map<number, number>()
  const spans: Span[] = []
  let [fromMs, state] = [0, 0]
  const close = (untilMs: number): void => {
    if (state !== 0 && untilMs > fromMs) spans.push({ state, fromMs, untilMs })
    fromMs = untilMs
  }
  for (const shift of shifts) {
    if (shift.subject !== subject || shift.observer === subject) continue
    held.set(shift.observer, shift.to)
    const worst = greatest([...held.values()])
    if (worst === state) continue
    close(shift.atMs)
    state = worst
  }
  close(endMs)
  return spans
}

/** How many survivors knew of the first death, and how a rumour spreads in theory. */
export function convergence({ plan, measures }: Outcome): string {
  const death = measures.deaths.find(({ seenMs }) => seenMs.length > 0)
  if (death === undefined) return '<p>Nobody died, or nobody saw it.</p>'
  const seen = death.seenMs.toSorted((a, b) => a - b)
  const first = seen[0] / 1_000
  const n = seen.length
  const points = seen.map((ms, i) => [ms / 1_000, i + 1] as const)
  // Push with fanout f each interval is logistic in the early rounds: i' = f·i·(1 − i/n).
  const fanout = Math.max(1, plan.protocol.fanout ?? 3)
  const intervalS = (plan.protocol.gossipIntervalMs ?? 100) / 1_000
  const theory = Array.from({ length: 40 }, (_, i) => {
    const t = (i / 39) * Math.max(seen[n - 1] / 1_000 - first, 3 * intervalS)
    return [first + t, n / (1 + (n - 1) * Math.exp((-fanout * t) / intervalS))] as const
  })
  const series = [
    { name: `hold node ${death.node} faulty`, points: [[first, 0] as const, ...points] },
    { name: 'logistic growth', points: theory, dashed: true },
  ]
  return lines(`After the crash of node ${death.node}`, series)
}

export function detection({ measures }: Outcome): string {
  const all = measures.deaths.flatMap(({ seenMs }) => seenMs.map((ms) => ms / 1_000))
  if (all.length === 0) return '<p>No death was detected.</p>'
  return distribution('Seconds from a crash to each survivor’s verdict', all, ' s')
}

export function health({ measures }: Outcome): string {
  const series = [
    { name: 'false deaths a second', points: measures.falsePositives },
    { name: 'nodes with local health above 0', points: measures.health },
  ]
  return lines('False positives and local health', series)
}

export function traffic({ measures, plan }: Outcome): string {
  const each = (points: typeof measures.bytes): (readonly [number, number])[] => {
    return points.map(([second, value]) => [second, value / plan.nodes])
  }
  const bytes = [{ name: 'bytes', points: each(measures.bytes) }]
  const datagrams = [{ name: 'datagrams', points: each(measures.datagrams) }]
  const second = lines('Datagrams a node and second', datagrams)
  return lines('Bytes a node and second', bytes) + second
}

/** The messages that can have caused the first violation, as a space-time diagram. */
export function causes({ violations, plan }: Outcome, { messages }: Recorder): string {
  const violation = violations.find(({ observer }) => observer >= 0)
  if (violation === undefined) return '<p>No check failed at a node.</p>'
  const end = violation.atMs * 1_000 + 1_000
  const past = slice(messages, violation.observer, end)
  if (past.length === 0) return '<p>No message had reached it yet.</p>'
  const start = Math.min(...past.map(({ sentAt }) => sentAt))
  const x = scale((end - start) / 1_000)
  const ends = past.flatMap(({ source, target }) => [source, target])
  const nodes = [...new Set([violation.observer, ...ends])].toSorted((a, b) => a - b)
  const y = (node: number): number => 20 + 22 * nodes.indexOf(node)
  const rows = nodes.map((node) => {
    const line = { class: 'node', x1: 48, x2: 712, y1: y(node), y2: y(node) }
    return element('line', line) + text(40, y(node) + 4, String(node), 'end')
  })
  const arrows = past.map(({ source, target, kind, sentAt, arrivedAt }) => {
    const [x1, x2] = [x((sentAt - start) / 1_000), x((arrivedAt - start) / 1_000)]
    const times = `${sentAt / 1_000} to ${arrivedAt / 1_000} ms`
    const says = title(`${kind} from ${source} to ${target}, ${times}`)
    const line = { class: 'message', x1, y1: y(source), x2, y2: y(target) }
    return element('line', line, says) + element('circle', { cx: x2, cy: y(target), r: 2.5 })
  })
  const at = { class: 'bad', cx: x((end - start) / 1_000), cy: y(violation.observer), r: 6 }
  const mark = element('circle', at, title(`${violation.check}: ${violation.what}`))
  const rowsOf = past.map((message) => {
    const { sentAt, source, target, kind, length } = message
    return [`${sentAt / 1_000} ms`, source, target, kind, `${length} bytes`]
  })
  const says = `What led to ${violation.check} at node ${violation.observer} of ${plan.nodes}`
  const height = 22 * nodes.length + 44
  const under = axis((end - start) / 1_000, height - 6, ' ms')
  const table = tableOf(['sent', 'from', 'to', 'kind', 'length'], rowsOf)
  const list = `<details><summary>${past.length} messages</summary>${table}</details>`
  return svg(says, height, [...rows, ...arrows, mark, under]) + list
}

/** Backwards: the messages that reached the node, or reached a sender of such a one before. */
function slice(messages: readonly Message[], node: number, end: number): Message[] {
  const reachedBy = new Map<number, number>([[node, end]])
  const past: Message[] = []
  for (const message of messages.toSorted((a, b) => b.arrivedAt - a.arrivedAt)) {
    const { source, target, sentAt, arrivedAt } = message
    if (arrivedAt < end - PAST_US || past.length >= MESSAGES_MAX) break
    if (arrivedAt > (reachedBy.get(target) ?? -1)) continue
    past.push(message)
    reachedBy.set(source, Math.max(sentAt, reachedBy.get(source) ?? -1))
  }
  return past.toReversed()
}
