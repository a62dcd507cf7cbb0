import { STATE_NAMES } from '../../lib/core/index.js'
import type { Outcome } from '../runs/outcome.js'
import { tokenOf } from '../runs/outcome.js'
import type { Message, Recorder } from './recorder.js'

/** JUnit: a test case for each check that failed, or one that passed. */
export function junit({ plan, seed, violations, virtualMs }: Outcome): string {
  const name = xml(`${plan.name} seed ${seed}`)
  const open = '  <testcase classname="gyre.sim"'
  const failures = violations.map(({ check, atMs, what }) => {
    const failure = `<failure message="${xml(`${what} (at ${atMs} ms)`)}"/>`
    return `${open} name="${name} ${xml(check)}">${failure}</testcase>`
  })
  const cases = failures.length > 0 ? failures : [`${open} name="${name}"/>`]
  const counts = `tests="${cases.length}" failures="${failures.length}"`
  const head = `<testsuite name="gyre sim" ${counts} time="${virtualMs / 1_000}">`
  return `${['<?xml version="1.0" encoding="UTF-8"?>', head, ...cases, '</testsuite>'].join('\n')}\n`
}

/** One line a second: changes of views, false positives, bytes, datagrams, unwell nodes. */
export function csv({ measures }: Outcome): string {
  const { changes, falsePositives, bytes, datagrams, health } = measures
  const rows = changes.map(([second, count], i) => {
    return [second, count, falsePositives[i][1], bytes[i][1], datagrams[i][1], health[i][1]].join(
      ',',
    )
  })
  return ['second,changes,false_positives,bytes,datagrams,unwell', ...rows, ''].join('\n')
}

/** A log for ShiViz: two lines an event, the first with the vector clock of its node. */
export function shiviz({ messages, world }: Recorder): string {
  const clocks = Array.from({ length: world.nodes }, () => new Map<number, number>())
  const events = messages.flatMap((message) => {
    const sent = { at: message.sentAt, node: message.source, message, arrives: false }
    const arrived = { at: message.arrivedAt, node: message.target, message, arrives: true }
    return message.arrivedAt < 0 ? [sent] : [sent, arrived]
  })
  const carried = new Map<Message, Map<number, number>>()
  const lines = ['(?<host>\\S*) (?<clock>{.*})\\n(?<event>.*)', '']
  for (const { node, message, arrives } of events.toSorted((a, b) => a.at - b.at)) {
    const clock = clocks[node]
    clock.set(node, (clock.get(node) ?? 0) + 1)
    for (const [other, count] of (arrives && carried.get(message)) || []) {
      if (other !== node) clock.set(other, Math.max(count, clock.get(other) ?? 0))
    }
    if (!arrives) carried.set(message, new Map(clock))
    const vector = Object.fromEntries([...clock].map(([other, count]) => [`node-${other}`, count]))
    const peer = arrives ? `from node-${message.source}` : `to node-${message.target}`
    lines.push(`node-${node} ${JSON.stringify(vector)}`, `${message.kind} ${peer}`)
  }
  return `${lines.join('\n')}\n`
}

/** A trace for Perfetto and chrome://tracing: a process for each node, what it holds of others. */
export function perfetto({ shifts, bands, lives, world }: Recorder, endMs: number): string {
  const events: object[] = []
  const open = new Map<string, { name: string; fromMs: number; pid: number; tid: number }>()
  for (let pid = 0; pid < world.nodes; pid++) {
    events.push({ ph: 'M', name: 'process_name', pid, tid: 0, args: { name: `node-${pid}` } })
  }
  const close = (key: string, atMs: number): void => {
    const slice = open.get(key)
    open.delete(key)
    if (slice === undefined) return
    const { name, fromMs, pid, tid } = slice
    events.push({ ph: 'X', name, pid, tid, ts: fromMs * 1_000, dur: (atMs - fromMs) * 1_000 })
  }
  for (const { atMs, observer, subject, to } of shifts) {
    const key = `${observer} ${subject}`
    close(key, atMs)
    const name = `node-${subject} ${STATE_NAMES[to]}`
    if (to === 1 || to === 2) open.set(key, { name, fromMs: atMs, pid: observer, tid: subject })
  }
  for (const key of open.keys()) close(key, endMs)
  for (const { name, fromMs, untilMs } of bands) {
    const dur = (Math.min(untilMs, endMs) - fromMs) * 1_000
    events.push({ ph: 'X', name, pid: world.nodes, tid: 0, ts: fromMs * 1_000, dur })
  }
  for (const { atMs, node, up } of lives) {
    events.push({
      ph: 'i',
      s: 'p',
      name: up ? 'starts' : 'ends',
      pid: node,
      tid: 0,
      ts: atMs * 1_000,
    })
  }
  return JSON.stringify({ displayTimeUnit: 'ms', traceEvents: events })
}

/** The datagrams as a capture of raw IP packets (LINKTYPE_RAW), which Wireshark opens. */
export function pcap({ messages, world }: Recorder): Uint8Array {
  const HEADERS = 28
  const kept = messages.filter(({ bytes }) => bytes !== undefined)
  const size = kept.reduce((sum, { length }) => sum + 16 + HEADERS + length, 24)
  const file = new DataView(new ArrayBuffer(size))
  const head = [0xa1b2c3d4, (2 << 16) | 4, 0, 0, 65_535, 101]
  head.forEach((word, i) => file.setUint32(4 * i, word))
  let at = 24
  for (const { source, target, length, sentAt, bytes } of kept) {
    const total = HEADERS + length
    const record = [Math.floor(sentAt / 1e6), sentAt % 1e6, total, total]
    record.forEach((word, i) => file.setUint32(at + 4 * i, word))
    at += 16
    ip(file, at, total, world.endpointOf(source), world.endpointOf(target))
    new Uint8Array(file.buffer).set(bytes as Uint8Array, at + HEADERS)
    at += total
  }
  return new Uint8Array(file.buffer)
}

/** The headers of IPv4 and UDP; a checksum of 0 says that there is none. */
function ip(file: DataView, at: number, total: number, from: string, to: string): void {
  file.setUint16(at, 0x4500)
  file.setUint16(at + 2, total)
  file.setUint16(at + 8, 0x4011)
  file.setUint32(at + 12, address(from))
  file.setUint32(at + 16, address(to))
  let sum = 0
  for (let i = 0; i < 20; i += 2) sum += file.getUint16(at + i)
  // Ten words carry at most four bits, and adding those at most one more.
  sum = (sum & 0xffff) + (sum >>> 16)
  sum = (sum & 0xffff) + (sum >>> 16)
  file.setUint16(at + 10, ~sum & 0xffff)
  file.setUint16(at + 20, 7_946)
  file.setUint16(at + 22, 7_946)
  file.setUint16(at + 24, total - 20)
}

function address(endpoint: string): number {
  const parts = endpoint.split(':')[0].split('.').map(Number)
  return parts.reduce((word, part) => word * 256 + part, 0)
}

/** Text that may stand in XML or HTML. */
export function xml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign])
}

/** The line that has the same run again; empty where it passed. */
export function again(outcome: Outcome): string {
  return outcome.violations.length === 0 ? '' : `gyre sim replay ${tokenOf(outcome)}`
}
