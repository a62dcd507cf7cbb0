import { joinCluster, type Cluster, type ProfileName } from '../../index.js'
import { parse, type Terminal, wholeNumber } from '../../terminal/index.js'

/** What a member of the demo tells the process that watches it. Times are unix milliseconds. */
export type Report =
  | { readonly kind: 'ready'; readonly t: number; readonly endpoint: string }
  | {
      readonly kind: 'member'
      readonly t: number
      readonly member: string
      readonly state: string
    }
  | {
      readonly kind: 'ring'
      readonly t: number
      readonly gained: readonly number[]
      readonly lost: readonly number[]
    }
  | {
      readonly kind: 'work'
      readonly t: number
      readonly done: number
      readonly live: number
    }
  | { readonly kind: 'left'; readonly t: number }

/** How often a member works on each slot that it owns, and how often it says so. */
const WORK_INTERVAL_MS = 100

export interface DemoMemberOptions {
  readonly id: string
  readonly seeds: readonly string[]
  readonly slots: number
  readonly profile: ProfileName
}

/** A member that works on its slots and reports. Resolves with what makes it leave. */
export async function workingMember(
  { id, seeds, slots, profile }: DemoMemberOptions,
  report: (report: Report) => void,
): Promise<Cluster> {
  const t = (): number => performance.timeOrigin + performance.now()
  const cluster = await joinCluster({ id, seeds, profile })
  cluster.on('member', (member) => {
    report({ kind: 'member', t: t(), member: member.id, state: member.state })
  })
  report({ kind: 'ready', t: t(), endpoint: cluster.self.endpoint })
  const jobs = cluster.ring('jobs', { slots })
  const mine = new Set<number>()
  jobs.on('change', ({ gained, lost }) => {
    for (const slot of lost) mine.delete(slot)
    for (const slot of gained) mine.add(slot)
    if (gained.length > 0 || lost.length > 0) report({ kind: 'ring', t: t(), gained, lost })
  })
  let done = 0
  const work = setInterval(() => {
    done += mine.size
    report({ kind: 'work', t: t(), done, live: cluster.members.length })
  }, WORK_INTERVAL_MS)
  cluster.on('closed', () => {
    clearInterval(work)
    report({ kind: 'left', t: t() })
  })
  return cluster
}

const FLAGS = {
  id: { type: 'string', default: '' },
  seed: { type: 'string', multiple: true },
  slots: { type: 'string', default: '1024' },
  profile: { type: 'string', default: 'lan' },
} as const

/** `gyre demo-member`: the process that the demo starts for each member. Leaves on SIGTERM. */
export async function demoMember(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parse(args, FLAGS)
  const slots = wholeNumber('slots', values.slots, 1, 65_536)
  const report = (what: Report): void => terminal.out(JSON.stringify(what))
  const profile = values.profile as ProfileName
  const { id, seed: seeds = [] } = values
  const cluster = await workingMember({ id, seeds, slots, profile }, report)
  const closed = new Promise<void>((resolve) => cluster.on('closed', resolve))
  terminal.interrupted.addEventListener('abort', () => void cluster.leave())
  await closed
  return 0
}
