import { parseEndpoint } from '../base/endpoint.js'
import { askExplanation } from '../cluster/index.js'
import type { Explanation, MemberEvent } from '../index.js'
import { noPositionals, parse, type Terminal, UsageError } from '../terminal/index.js'
import { readKeys } from './keys.js'

export const EXPLAIN_HELP = `gyre explain [ID] — why a member is what it is, in the eyes of another one

  ID                    whom it is about (default the member that is asked)
  --member IP:PORT      the member that is asked
  --key-file FILE       the cluster's keys, one a line, if it has any
  --cluster NAME        the cluster's name (default gyre)
  --json                one JSON object`

const FLAGS = {
  member: { type: 'string' },
  'key-file': { type: 'string' },
  cluster: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** `gyre explain`. Resolves with the exit code: 1 if nobody knows the member. */
export async function explain(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args, FLAGS)
  const [about = '', ...others] = positionals
  noPositionals(others)
  if (values.member === undefined) throw new UsageError('explain: expected --member')
  const file = values['key-file']
  const ours = { cluster: values.cluster ?? 'gyre', keys: file === undefined ? [] : readKeys(file) }
  const explanation = await askExplanation(parseEndpoint(values.member), ours, about)
  if (values.json) terminal.out(JSON.stringify(explanation))
  else for (const line of linesOf(explanation)) terminal.out(line)
  return explanation.state === 'absent' ? 1 : 0
}

function linesOf(explanation: Explanation): string[] {
  const { id, state, incarnation, degraded, suspicion, events } = explanation
  if (state === 'absent') return [`${id} is not known here`]
  const slow = degraded ? ', says that it is slow' : ''
  const lines = [`${id} is ${state} (incarnation ${incarnation}${slow})`]
  if (suspicion !== undefined) {
    const since = `suspected for ${seconds(suspicion.agoMs)}, ${seconds(suspicion.leftMs)} left`
    lines.push(`${since}; accused by ${suspicion.accusers.join(', ')}`)
  }
  return [...lines, ...events.map(lineOf)]
}

function lineOf({ agoMs, what, by, rttMs }: MemberEvent): string {
  const detail = by !== undefined ? ` (${by})` : rttMs !== undefined ? ` in ${rttMs} ms` : ''
  return `${seconds(agoMs).padStart(12)} ago  ${what}${detail}`
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(3)} s`
}
