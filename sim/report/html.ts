import type { Outcome } from '../runs/outcome.js'
import { again, xml } from './exports.js'
import { bands, causes, convergence, detection, health, stateMap, traffic } from './pictures.js'
import type { Recorder } from './recorder.js'
import { STYLE } from './style.js'
import { tableOf } from './table.js'

/** Another run to compare with: its result.json. */
export interface Other {
  readonly hash?: string
  readonly seed?: number
  readonly figures?: Readonly<Record<string, number>>
  readonly virtualMs?: number
}

/** The report: one file that needs no network. */
export function html(outcome: Outcome, recorder: Recorder, other: Other | undefined): string {
  const { plan, seed, verdict, violations } = outcome
  const came = verdict === 'pass' ? 'outside a gate' : `${verdict} violated`
  const title = `${plan.name}, seed ${seed}: ${violations.length === 0 ? 'pass' : came}`
  const sections = [
    ['summary', 'Summary', summary(outcome)],
    ['faults', 'Faults', bands(outcome, recorder)],
    ['states', 'Who held whom for what', stateMap(outcome, recorder)],
    ['convergence', 'Convergence', convergence(outcome)],
    ['detection', 'Detection', detection(outcome)],
    ['health', 'False positives and local health', health(outcome)],
    ['traffic', 'Traffic', traffic(outcome)],
    ['causes', 'Around the first violation', causes(outcome, recorder)],
    ...(other === undefined ? [] : [['diff', 'Against another run', diff(outcome, other)]]),
  ]
  const links = sections.map(([id, name]) => `<a href="#${id}">${name}</a>`).join(' ')
  const bodies = sections.map(
    ([id, name, body]) => `<section id="${id}"><h2>${name}</h2>${body}</section>`,
  )
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${xml(title)}</title><style>${STYLE}</style></head><body>`,
    `<header><h1>${xml(title)}</h1><nav aria-label="Sections">${links}</nav></header>`,
    `<main>${bodies.join('\n')}</main></body></html>\n`,
  ].join('\n')
}

function summary(outcome: Outcome): string {
  const { plan, figures, violations, hash, virtualMs, events, met } = outcome
  const facts: [string, string | number][] = [
    ['nodes', plan.nodes],
    ['profile', plan.profile],
    ['virtual time', `${virtualMs / 1_000} s`],
    ['events', events.toLocaleString('en')],
    ['trace', hash],
    ...Object.entries(figures),
    ['situations met', met.join(', ') || 'none'],
  ]
  const failed = violations.map(({ check, atMs, observer, subject, what }) => [
    check,
    `${atMs} ms`,
    observer < 0 ? '' : observer,
    subject < 0 ? '' : subject,
    what,
  ])
  const list =
    failed.length === 0
      ? '<p class="good">No check failed.</p>'
      : tableOf(['check', 'at', 'observer', 'subject', 'what'], failed)
  const command = again(outcome)
  const repeat = command === '' ? '' : `<p>Again:</p><pre tabindex="0">${xml(command)}</pre>`
  return `${list}${repeat}${tableOf(['what', 'value'], facts)}`
}

function diff({ figures, hash, seed, virtualMs }: Outcome, other: Other): string {
  const names = [...new Set([...Object.keys(figures), ...Object.keys(other.figures ?? {})])]
  const rows = [
    ['trace', hash, other.hash ?? ''],
    ['seed', seed, other.seed ?? ''],
    ['virtual ms', virtualMs, other.virtualMs ?? ''],
    ...names.map((name) => [name, figures[name] ?? '', other.figures?.[name] ?? '']),
  ].map(([name, ours, theirs]) => [name, ours, theirs, ours === theirs ? 'equal' : 'differs'])
  return tableOf(['what', 'this run', 'the other', ''], rows)
}
