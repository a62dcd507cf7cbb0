// Makes docs/options.md from the tables of options and their documentation: `npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs'
import type { ChoiceRow, NumberRow } from '../lib/base/option-rows.js'
import { JOIN_ROWS } from '../lib/cluster/options.js'
import { CALL_ROWS } from '../lib/cluster/messages/limits.js'
import { RING_ROWS } from '../lib/cluster/rings/ring-settings.js'
import { ROUTE_ROWS } from '../lib/cluster/rings/router.js'
import type { OPTIONS, OptionRow } from '../lib/core/options/options.js'
import { PROBING } from '../lib/core/options/probing-options.js'
import { SPREADING } from '../lib/core/options/spreading-options.js'
import { SUSPICION } from '../lib/core/options/suspicion-options.js'
import { PROFILES, type ProfileName } from '../lib/core/index.js'
import { PLACEMENT_ROWS } from '../lib/ring/index.js'

type Row = (NumberRow | ChoiceRow) & { readonly default: number | string | boolean | undefined }

/** A group of options: where each is documented, and its table. */
export interface Group {
  readonly title: string
  readonly says: string
  readonly file: string
  readonly rows: Readonly<Record<string, Row>>
  /** With defaults by profile. */
  readonly profiles?: boolean
}

/** Rows of the protocol's table; their default is that of `lan`. */
function protocol(column: Readonly<Record<string, OptionRow>>): Group['rows'] {
  const rows = Object.entries(column)
  return Object.fromEntries(
    rows.map(([name, row]) => [name, { ...row, default: row.defaults.lan }]),
  )
}

const options = 'lib/core/options'

export const GROUPS: readonly Group[] = [
  {
    title: 'Probing',
    says: 'Options of the protocol: `protocol` of `joinCluster`.',
    file: `${options}/probing-options.ts`,
    rows: protocol(PROBING),
    profiles: true,
  },
  {
    title: 'Suspicion',
    says: 'Options of the protocol: `protocol` of `joinCluster`.',
    file: `${options}/suspicion-options.ts`,
    rows: protocol(SUSPICION),
    profiles: true,
  },
  {
    title: 'Spreading and memory',
    says: 'Options of the protocol: `protocol` of `joinCluster`.',
    file: `${options}/spreading-options.ts`,
    rows: protocol(SPREADING),
    profiles: true,
  },
  {
    title: 'Joining',
    says: 'Numbers among the options of `joinCluster`.',
    file: 'lib/cluster/options.ts',
    rows: JOIN_ROWS,
  },
  {
    title: 'Rings',
    says: 'Options of `cluster.ring`.',
    file: 'lib/cluster/rings/ring-settings.ts',
    rows: RING_ROWS,
  },
  {
    title: 'Placement of rings',
    says: 'Options of `cluster.ring`, and of `Ring` of `gyre/ring`.',
    file: 'lib/ring/ring-options.ts',
    rows: PLACEMENT_ROWS,
  },
  {
    title: 'Routes',
    says: 'Options of `ring.handler`.',
    file: 'lib/cluster/rings/router.ts',
    rows: ROUTE_ROWS,
  },
  {
    title: 'Calls',
    says: 'Options of `cluster.request`, `cluster.query` and `ring.forward`.',
    file: 'lib/cluster/messages/message.ts',
    rows: CALL_ROWS,
  },
]

/** What the comment of an option says, its `@default` apart; undefined: it has none. */
export function commentOf(
  file: string,
  name: string,
): { readonly text: string; readonly byDefault: string } | undefined {
  const source = readFileSync(file, 'utf8')
  const at = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s*(?:readonly )?${name}\\??: `).exec(source)
  if (at === null) return undefined
  const lines = at[1].split('\n').map((line) => line.replace(/^\s*\*? ?/, ''))
  const [text, byDefault = ''] = lines.join(' ').split('@default')
  return { text: squeeze(text), byDefault: squeeze(byDefault) }
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** A value as documentation has it: 65,536, `'lan'`. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`
  const [whole, part] = String(value).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

/** The range of a number, or the choices. */
export function rangeOf(row: NumberRow | ChoiceRow): string {
  if ('choices' in row) return row.choices.map((choice) => shown(choice)).join(', ')
  return row.range.map((bound) => shown(bound)).join('…')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function table({ file, rows, profiles }: Group): string[] {
  const names = profiles ? (Object.keys(PROFILES) as ProfileName[]).slice(0, 3) : []
  const head = [
    'option',
    ...(profiles ? names.map((name) => `\`${name}\``) : ['default']),
    'values',
  ]
  const lines = Object.entries(rows).map(([name, row]) => {
    const comment = commentOf(file, name)
    const defaults = profiles
      ? names.map((profile) => shown(PROFILES[profile][name as keyof typeof OPTIONS]))
      : [row.default === undefined ? (comment?.byDefault ?? '') : shown(row.default)]
    const kind = 'whole' in row && row.whole ? ', whole' : ''
    const cells = [`\`${name}\``, ...defaults, rangeOf(row) + kind, comment?.text ?? '']
    return `| ${cells.map(cell).join(' | ')} |`
  })
  const all = [...head, 'what it does']
  return [`| ${all.join(' | ')} |`, `|${' --- |'.repeat(all.length)}`, ...lines]
}

/** The whole page. */
export function optionsPage(): string {
  const intro = `# Options

Every number and choice, with its default and the values that it takes; made from the tables in the code by
\`npm run docs\`. Texts, callbacks and lists are documented where they are declared. A value out of range is
refused at once, with \`BAD_OPTION\`. Profiles that only serve comparisons (\`memberlist-lan\`, \`swim-2002\`,
\`lifeguard-2018\`) are left out here.`
  const parts = GROUPS.map((group) => {
    return [`## ${group.title}`, '', group.says, '', ...table(group)].join('\n')
  })
  return `${[intro, ...parts].join('\n\n')}\n`
}

if (process.argv.includes('--write')) writeFileSync('docs/options.md', optionsPage())
