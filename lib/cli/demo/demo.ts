import { PROFILES, type ProfileName } from '../../core/index.js'
import {
  noPositionals,
  parse,
  type Terminal,
  UsageError,
  wholeNumber,
} from '../../terminal/index.js'
import { hireProcess, type Hire } from './crew.js'
import { Interrupted, Play, type Outcome } from './play.js'
import { Show } from './show.js'

export const DEMO_HELP = `gyre demo — watch a cluster of real processes on this machine

Starts the members, lets each work on the slots that it owns, kills one with SIGKILL, has one leave
and one join, and checks that no slot was lost, doubly owned or taken from a healthy member.

  --nodes N        members, 3…64 (default 8)
  --slots Q        slots of the ring, a power of two (default 1024)
  --profile NAME   local, lan or wan (default lan)
  --json           one JSON object at the end`

/** Between two acts, so that a person can follow. */
const PAUSE_MS = 1_000

/** As a shell has it for SIGINT. */
const EXIT_INTERRUPTED = 130

/** No act of the play takes longer. */
const ACT_MS_MAX = 60_000

const FLAGS = {
  nodes: { type: 'string', default: '8' },
  slots: { type: 'string', default: '1024' },
  profile: { type: 'string', default: 'lan' },
  json: { type: 'boolean', default: false },
} as const

/** `gyre demo`. Exit code 0 if all went well, 1 if not, 130 if interrupted. */
export async function demo(
  args: readonly string[],
  terminal: Terminal,
  hire: Hire = hireProcess,
  actMsMax: number = ACT_MS_MAX,
  pauseMs: number = PAUSE_MS,
): Promise<number> {
  const { values, positionals } = parse(args, FLAGS)
  noPositionals(positionals)
  const nodes = wholeNumber('nodes', values.nodes, 3, 64)
  const slots = wholeNumber('slots', values.slots, 1, 65_536)
  if (!Number.isInteger(Math.log2(slots))) {
    throw new UsageError(`--slots: expected a power of two, got '${values.slots}'`)
  }
  if (!Object.hasOwn(PROFILES, values.profile)) {
    throw new UsageError(`--profile: expected local, lan or wan, got '${values.profile}'`)
  }
  const show = new Show(terminal)
  const profile = values.profile as ProfileName
  // With --json no person has to be able to follow.
  const pace = { actMsMax, pauseMs: values.json ? 0 : pauseMs }
  const play = new Play({ nodes, slots, profile }, show, hire, terminal.interrupted, pace)
  const outcome = await play.run().catch((error: unknown) => {
    if (error instanceof Interrupted) return undefined
    throw error
  })
  if (outcome === undefined) return EXIT_INTERRUPTED
  if (values.json) terminal.out(JSON.stringify(outcome))
  else for (const line of summary(outcome)) terminal.out(line)
  return outcome.ok ? 0 : 1
}

/** The outcome for a person. */
export function summary({
  kill,
  leave,
  join,
  doubleOwnedSlots,
  ok,
  problems = [],
}: Outcome): string[] {
  return [
    '',
    `  kill    first faulty after ${kill.firstFaultyMs} ms, all agree after ${kill.allFaultyMs} ms,` +
      ` every slot owned again after ${kill.allOwnedMs} ms`,
    `          healthy members called faulty: ${kill.falseFaulty}`,
    `  leave   longest time that a slot had no owner: ${leave.unownedMs} ms`,
    `  join    settled ${join.settledMs} ms after the newcomer was ready`,
    `  slots owned twice after settling: ${doubleOwnedSlots}`,
    ok ? '  all well' : `  NOT WELL: ${problems.join('; ')}`,
  ]
}
