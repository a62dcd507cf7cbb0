import { PROFILES, type ProfileName, type ProtocolOptions } from '../../lib/core/index.js'
import { SITUATIONS } from '../checks/index.js'
import type { Latency } from '../network/latency.js'
import type { NetworkOptions } from '../network/network.js'
import { readDocument, type Value } from './document.js'
import { DEFAULT_RING, type RingPlan } from '../plans/ring-plan.js'
import { FAULTS } from './faults.js'
import { EMPTY_PLAN, type FaultKind } from '../plans/plan.js'
import type { Entry, NodeSet, Scenario } from './scenario.js'
import { USUAL_KINDS, type Swarm } from './swarm.js'

const KINDS = Object.keys(FAULTS) as FaultKind[]
const DAY_MS = 86_400_000

/**
 * Reads a scenario as docs/simulator.md describes it.
 * @throws SimError `USAGE`: what is wrong, with file, line and column.
 */
export function readScenario(text: string, file: string): Scenario {
  const fields = readDocument(text, file).fields(
    'name',
    'says',
    'source',
    'expected',
    'nodes',
    'clusters',
    'profile',
    'options',
    'network',
    'start',
    'for',
    'settle',
    'timeline',
    'swarm',
    'expect',
    'sometimes',
    'ring',
  )
  const nodes = fields.get('nodes')?.whole(2, 100_000) ?? EMPTY_PLAN.nodes
  const durationMs = fields.get('for')?.ms() ?? EMPTY_PLAN.durationMs
  const profiles = Object.keys(PROFILES) as ProfileName[]
  const entries = fields.get('timeline')?.list() ?? []
  const sometimes = fields.get('sometimes')?.list() ?? []
  return {
    name: fields.get('name')?.text() ?? file.replace(/^.*\/|\.ya?ml$/g, ''),
    says: fields.get('says')?.text() ?? '',
    source: fields.get('source')?.text() ?? '',
    expected: fields.get('expected')?.text() ?? '',
    plan: {
      nodes,
      durationMs,
      clusters: fields.get('clusters')?.whole(1, 16) ?? 1,
      profile: fields.get('profile')?.oneOf(profiles) ?? EMPTY_PLAN.profile,
      protocol: optionsOf(fields.get('options')),
      network: networkOf(fields.get('network')),
      start: fields.get('start')?.oneOf(['together', 'empty']) ?? 'together',
      settleMs: fields.get('settle')?.ms() ?? 0,
      ring: ringOf(fields.get('ring')),
      sometimes: sometimes.map((value) => value.oneOf(Object.keys(SITUATIONS))),
    },
    timeline: entries.map(entryOf),
    swarm: swarmOf(fields.get('swarm'), durationMs),
    expect: expectOf(fields.get('expect')),
  }
}

function ringOf(value: Value | undefined): RingPlan | undefined {
  if (value === undefined) return undefined
  const fields = value.fields('mode', 'slots', 'replicas', 'stopAfter', 'takeAfter')
  return {
    mode: fields.get('mode')?.oneOf(['available', 'majority', 'lease']) ?? DEFAULT_RING.mode,
    slots: powerOfTwo(fields.get('slots')) ?? DEFAULT_RING.slots,
    replicas: fields.get('replicas')?.whole(1, 8) ?? DEFAULT_RING.replicas,
    stopAfterMs: fields.get('stopAfter')?.ms() ?? DEFAULT_RING.stopAfterMs,
    takeAfterMs: fields.get('takeAfter')?.ms() ?? DEFAULT_RING.takeAfterMs,
  }
}

function powerOfTwo(value: Value | undefined): number | undefined {
  const number = value?.whole(1, 65_536)
  if (number === undefined || Number.isInteger(Math.log2(number))) return number
  return value?.fail('a power of two')
}

function optionsOf(value: Value | undefined): Partial<ProtocolOptions> {
  const known = PROFILES.lan
  const fields = value?.fields(...Object.keys(known)) ?? new Map<string, Value>()
  return Object.fromEntries([...fields].map(([name, option]) => [name, option.scalar()]))
}

function networkOf(value: Value | undefined): NetworkOptions {
  const fields = value?.fields('latency', 'loss', 'sites', 'siteLatency', 'asymmetry')
  const latency = fields?.get('latency')
  const siteLatency = fields?.get('siteLatency')
  return {
    ...(latency && { latency: latencyOf(latency) }),
    ...(siteLatency && { siteLatency: latencyOf(siteLatency) }),
    loss: fields?.get('loss')?.rate() ?? 0,
    sites: fields?.get('sites')?.whole(1, 1_000) ?? 1,
    asymmetry: fields?.get('asymmetry')?.number(0.01, 100) ?? 1,
  }
}

/** `2ms`, or a mapping with the shape and its numbers. */
function latencyOf(value: Value): Latency {
  if (!value.isMapping) return { kind: 'constant', ms: value.ms() }
  const fields = value.fields('uniform', 'min', 'exponential', 'lognormal', 'sigma')
  const ms = (name: string): number => fields.get(name)?.ms() ?? 0
  if (fields.has('uniform')) return { kind: 'uniform', minMs: ms('min'), maxMs: ms('uniform') }
  if (fields.has('exponential')) {
    return { kind: 'exponential', minMs: ms('min'), meanMs: ms('exponential') }
  }
  if (!fields.has('lognormal')) return value.fail('uniform, exponential or lognormal')
  const sigma = fields.get('sigma')?.number(0, 5) ?? 1
  return { kind: 'lognormal', medianMs: ms('lognormal'), sigma }
}

function entryOf(value: Value): Entry {
  const fields = value.fields('at', 'every', 'until', 'for', ...KINDS)
  const kinds = KINDS.filter((kind) => fields.has(kind))
  if (kinds.length !== 1) return value.fail(`one fault of ${KINDS.join(', ')}`)
  const [kind] = kinds
  const until = fields.get('until')
  const settled = until?.scalar() === 'settled'
  const everyMs = fields.get('every')?.ms()
  if (everyMs === 0) return value.fail('a time between two faults')
  const lasts = { forMs: fields.get('for')?.ms(), untilSettled: settled || undefined }
  return {
    ...befalls(fields.get(kind) as Value, kind, lasts),
    atMs: fields.get('at')?.ms() ?? everyMs ?? 0,
    everyMs,
    untilMs: settled ? undefined : until?.ms(),
  }
}

/** Whom a fault befalls, and its numbers: a mapping, or only its nodes. */
function befalls(
  value: Value,
  kind: FaultKind,
  lasts: { readonly forMs?: number; readonly untilSettled?: boolean },
): Omit<Entry, 'atMs'> {
  const { about, takes } = FAULTS[kind]
  if (about === 'groups') {
    const groups = value.list().map((group) => numbersOf(group) ?? group.fail('nodes'))
    return { fault: { kind, ...lasts, groups } }
  }
  if (!value.isMapping && about === 'nodes')
    return { fault: { kind, ...lasts }, nodes: nodesOf(value) }
  const links = about === 'links' ? ['from', 'to'] : ['nodes']
  const fields = value.fields(...links, ...Object.keys(takes))
  const numbers: Record<string, number | string> = {}
  for (const [name, { unit, least, most }] of Object.entries(takes)) {
    const field = fields.get(name)
    if (field === undefined) continue
    if (typeof unit !== 'string') numbers[name] = field.oneOf(unit)
    else if (unit === 'number') numbers[name] = field.number(least, most)
    else numbers[name] = unit === 'ms' ? field.ms() : field.rate()
  }
  const set = (name: string): NodeSet | undefined => {
    const field = fields.get(name)
    return field && nodesOf(field)
  }
  const fault = { kind, ...lasts, with: numbers }
  return { fault, nodes: set('nodes'), from: set('from'), to: set('to') }
}

/** `3`, `[1, 4]`, `0..7`, `all`, `random 2`. */
function nodesOf(value: Value): NodeSet {
  const numbers = numbersOf(value)
  if (numbers !== undefined) return numbers
  const text = String(value.scalar())
  if (text === 'all') return 'all'
  const [, count] = /^random (\d+)$/.exec(text) ?? []
  if (count !== undefined && Number(count) > 0) return { random: Number(count) }
  return value.fail('nodes, as 3, [1, 4], 0..7, all or random 2')
}

function numbersOf(value: Value): number[] | undefined {
  if (value.isList) return value.list().flatMap((item) => numbersOf(item) ?? item.fail('a node'))
  const text = String(value.scalar())
  const [, first, last = first] = /^(\d+)(?:\.\.(\d+))?$/.exec(text) ?? []
  if (first === undefined) return undefined
  const length = Number(last) - Number(first) + 1
  if (length < 1 || length > 100_000) return value.fail('a range that rises')
  return Array.from({ length }, (_, i) => Number(first) + i)
}

function swarmOf(value: Value | undefined, durationMs: number): Swarm | undefined {
  if (value === undefined) return undefined
  const fields = value.fields('faults', 'kinds', 'from', 'until', 'for')
  const kinds = fields.get('kinds')?.list()
  return {
    faults: fields.get('faults')?.whole(1, 1_000) ?? 6,
    kinds: kinds?.map((kind) => kind.oneOf(KINDS)) ?? USUAL_KINDS,
    fromMs: fields.get('from')?.ms() ?? 2_000,
    untilMs: fields.get('until')?.ms() ?? durationMs,
    forMs: fields.get('for')?.ms() ?? 15_000,
  }
}

function expectOf(value: Value | undefined): Record<string, number> {
  const names = [
    'detectionMs',
    'falseSuspects',
    'falseDeaths',
    'healMs',
    'restMs',
    'dualMs',
    'unownedMaxMs',
  ]
  const fields = value?.fields(...names) ?? new Map<string, Value>()
  const most = ([name, bound]: [string, Value]): [string, number] => {
    return [name, name.endsWith('Ms') ? bound.ms() : bound.number(0, DAY_MS)]
  }
  return Object.fromEntries([...fields].map(most))
}
