import {
  NO_SLOT,
  type HistogramView,
  type Journal,
  type MemberTable,
  type Note,
  type NoteName,
  type StateName,
  type SwimNode,
} from '../../core/index.js'
import type { ClusterStats } from '../events/cluster-events.js'
import type { Member } from '../members/member.js'

/** Something that happened around a member, as this process saw it. */
export interface MemberEvent {
  /** Milliseconds before now. */
  readonly agoMs: number
  readonly what: NoteName
  /** The relay that was asked or answered, or the accuser, by id; `?` for one who is not known. */
  readonly by?: string
  readonly rttMs?: number
}

/** Why a member is what it is, from this process's point of view. */
export interface Explanation {
  readonly id: string
  readonly state: StateName | 'absent'
  readonly incarnation: number | undefined
  readonly degraded: boolean
  /** The suspicion that stands: for how long, until when, and who accuses. */
  readonly suspicion:
    | { readonly agoMs: number; readonly leftMs: number; readonly accusers: readonly string[] }
    | undefined
  /** The last of what happened, the oldest first; a bounded number for all members together. */
  readonly events: readonly MemberEvent[]
}

/** Everything that is counted, and how it is spread: plain numbers. */
export interface ClusterMetrics {
  readonly counters: ClusterStats
  readonly gauges: {
    readonly live: number
    readonly health: number
    readonly rumours: number
    readonly suspicions: number
    readonly watches: number
  }
  readonly histograms: {
    /** Round trips of direct probes. */
    readonly roundTripMs: HistogramView
    /** How late ticks came. */
    readonly lateMs: HistogramView
    /** How long suspicions lasted, however they ended. */
    readonly suspicionMs: HistogramView
  }
}

/** Notes in which the detail is a relay's slot, and those in which it is an accuser's name. */
const BY_RELAY: readonly NoteName[] = ['asked a relay', 'nack']
const BY_ACCUSER: readonly NoteName[] = ['suspected', 'confirmed', 'declared faulty']

/** What the driver has to tell of itself. */
interface Measured {
  readonly node: SwimNode
  readonly journal: Journal
  readonly watching: number
}

export function metricsOf(
  { node, journal, watching }: Measured,
  counters: ClusterStats,
): ClusterMetrics {
  const { roundTripMs, lateMs, suspicionMs } = journal
  return {
    counters,
    gauges: {
      live: node.liveCount,
      health: node.health,
      rumours: node.rumourCount,
      suspicions: node.inside.suspicions.size,
      watches: watching,
    },
    histograms: {
      roundTripMs: roundTripMs.view,
      lateMs: lateMs.view,
      suspicionMs: suspicionMs.view,
    },
  }
}

export function explain(
  node: SwimNode,
  journal: Journal,
  id: string,
  member: Member | undefined,
  now: number,
): Explanation {
  const { table } = node
  const slot = table.findId(id)
  const known = slot !== NO_SLOT
  const suspicion = known ? node.inside.suspicions.of(slot) : undefined
  return {
    id,
    state: member?.state ?? 'absent',
    incarnation: member?.incarnation,
    degraded: member?.degraded ?? false,
    suspicion: suspicion && {
      agoMs: now - suspicion.startedAt,
      leftMs: suspicion.deadline - now,
      accusers: [...suspicion.accusers.subarray(0, suspicion.known)].map((name) =>
        accuserId(table, name),
      ),
    },
    events: known ? journal.about(slot).map((note) => eventOf(table, note, now)) : [],
  }
}

function eventOf(table: MemberTable, { at, what, detail }: Note, now: number): MemberEvent {
  const event = { agoMs: now - at, what }
  if (what === 'answered') return { ...event, rttMs: detail }
  if (BY_RELAY.includes(what)) return { ...event, by: table.has(detail) ? table.id(detail) : '?' }
  return BY_ACCUSER.includes(what) ? { ...event, by: accuserId(table, detail) } : event
}

/** An accuser is named by a hash of its id. */
function accuserId(table: MemberTable, name: number): string {
  for (let slot = 0; slot < table.bound; slot++) {
    if (table.has(slot) && ((table.hash(slot) ^ name) & ~3) === 0) return table.id(slot)
  }
  return '?'
}
