// Look-ups and updates of the ring, beside npm's hashring (its cache off) and consistent-hash, in
// one run. Figures are per second of CPU.
import ConsistentHash from 'consistent-hash'
import { createRequire } from 'node:module'
import { Ring } from 'gyre/ring'
import { cpuSeconds, median, table } from './report.js'

const HashRing = createRequire(import.meta.url)('hashring')

/** Distinct short keys, as services have them: 6–12 characters. */
function shortKeys(count) {
  return Array.from({ length: count }, (_, i) => `user:${i.toString(36)}`)
}

function longKeys(count) {
  return Array.from({ length: count }, (_, i) => `tenant-17/session-${String(i).padStart(7, '0')}`)
}

/** Look-ups per CPU second: best and median of several rounds, since the machine is shared. */
function rate(owner, keys, rounds, passes) {
  const rates = []
  for (let round = 0; round < rounds; round++) {
    const before = cpuSeconds()
    let found = 0
    for (let pass = 0; pass < passes; pass++) found += lookUpAll(owner, keys)
    rates.push(found / (cpuSeconds() - before))
    if (found !== keys.length * passes) throw new Error('every key has an owner')
  }
  return { best: Math.max(...rates), middle: median(rates) }
}

function lookUpAll(owner, keys) {
  let found = 0
  for (let i = 0; i < keys.length; i++) if (owner(keys[i]) !== undefined) found++
  return found
}

/** @param {{ keys?: number, members?: number, rounds?: number, large?: boolean }} sizes */
export function benchRing(sizes = {}) {
  const { keys: count = 10_000, members = 10, rounds = 7, large = true } = sizes
  const names = Array.from({ length: members }, (_, i) => `10.0.0.${i}:7946`)
  const ring = new Ring()
  ring.update(names.map((id) => ({ id })))
  const hashring = new HashRing(names)
  // A maximum size of 0 makes it throw, so its cache is replaced by one that keeps nothing.
  hashring.cache = { get: () => undefined, set: () => {} }
  const consistent = new ConsistentHash()
  for (const name of names) consistent.add(name)
  const [short, long] = [shortKeys(count), longKeys(count)]
  const scale = Math.max(1, Math.round(2_000_000 / count))
  const figures = {
    lookups: rate((key) => ring.owner(key), short, rounds, scale),
    lookups25: rate((key) => ring.owner(key), long, rounds, scale),
    hashring: rate((key) => hashring.get(key), short, rounds, Math.max(1, scale >> 5)),
    consistentHash: rate((key) => consistent.get(key), short, rounds, Math.max(1, scale >> 2)),
  }
  return large ? { ...figures, ...benchChange(1_000, 65_536) } : figures
}

/** One join and one leave in a large ring, in CPU milliseconds. */
function benchChange(members, slots) {
  const names = Array.from({ length: members }, (_, i) => ({ id: `member-${i}` }))
  const ring = new Ring({ slots })
  ring.update(names)
  const [joins, leaves] = [[], []]
  const timed = (update) => {
    const before = cpuSeconds()
    update()
    return 1_000 * (cpuSeconds() - before)
  }
  for (let i = 0; i < 9; i++) {
    joins.push(timed(() => ring.update([...names, { id: `joiner-${i}` }])))
    leaves.push(timed(() => ring.update(names)))
  }
  // The same in slices, as a cluster does it: what one of them keeps the event loop for.
  let sliceMs = 0
  for (let i = 0; i < 5; i++) {
    const members = i % 2 === 0 ? [...names, { id: 'sliced' }] : names
    const change = ring.updating(members)
    for (let over = false; !over;) {
      const before = cpuSeconds()
      over = change.next().done === true
      sliceMs = Math.max(sliceMs, 1_000 * (cpuSeconds() - before))
    }
  }
  return { joinMs: median(joins), leaveMs: median(leaves), sliceMs, ringBytes: bytesOf(ring) }
}

/** What the typed arrays of a ring take, those of its ranking included. */
function bytesOf(value, seen = new Set()) {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0
  seen.add(value)
  if (ArrayBuffer.isView(value)) return value.byteLength
  return Object.values(value).reduce((sum, part) => sum + bytesOf(part, seen), 0)
}

export function describeRing(figures) {
  const m = (value) => `${(value / 1e6).toFixed(2)} M/s`
  const { lookups, lookups25, hashring, consistentHash } = figures
  const { joinMs, leaveMs, sliceMs, ringBytes } = figures
  const times = (other) => `${(lookups.middle / other.middle).toFixed(1)} ×`
  const row = (name, { middle, best }, ratio) => [name, m(middle), m(best), ratio]
  const lines = table('ring look-ups: owner of a string key, 10 members, one core', [
    ['', 'median', 'best', 'gyre is'],
    row('gyre, keys of 6–8 characters', lookups, ''),
    row('gyre, keys of 25 characters', lookups25, ''),
    row('npm hashring 3.2, cache off', hashring, times(hashring)),
    row('npm consistent-hash 1.2', consistentHash, times(consistentHash)),
  ])
  if (joinMs === undefined) return lines
  const change = `${joinMs.toFixed(1)} ms a join, ${leaveMs.toFixed(1)} ms a leave`
  const slices = `the longest slice ${sliceMs.toFixed(1)} ms, ${Math.round(ringBytes / 1_024)} KiB`
  return [...lines, `  change at n = 1,000, 65,536 slots: ${change}, ${slices}`]
}
