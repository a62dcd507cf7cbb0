import {
  NO_SLOT,
  NOTES,
  STATE_NAMES,
  type MemberTable,
  type Note,
  type NoteName,
  type StateName,
} from '../../core/index.js'
import type { Told } from '../../wire/index.js'
import type { Driver } from '../driver/driver.js'
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

/** Notes in which the detail is a relay's slot, and those in which it is an accuser's name. */
const BY_RELAY: readonly NoteName[] = ['asked a relay', 'nack']
const BY_ACCUSER: readonly NoteName[] = ['suspected', 'confirmed', 'declared faulty']

/** Why a member is what it is: `member` is what the roster holds of it. */
export function explain(
  { node, journal, loop }: Pick<Driver, 'node' | 'journal' | 'loop'>,
  id: string,
  member: Member | undefined,
): Explanation {
  const now = loop.now()
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

/** An explanation in the form in which it travels. */
export function toldOf({ incarnation = 0, events, ...rest }: Explanation): Told {
  const told = events.map(({ by = '', rttMs = 0, ...event }) => ({ ...event, by, rttMs }))
  return { ...rest, incarnation, events: told }
}

/** The explanation that a peer has sent; undefined where a state or an event is none that we know. */
export function explanationOf(told: Told): Explanation | undefined {
  // Decoded messages have the defaults of left out fields in their prototype: a spread would lose these.
  const { id, state, incarnation, degraded, suspicion, events } = told
  const known = state === 'absent' || STATE_NAMES.includes(state as StateName)
  if (!known || !events.every(({ what }) => NOTES.includes(what as NoteName))) return undefined
  return {
    id,
    state: state as StateName,
    incarnation: state === 'absent' ? undefined : incarnation,
    degraded,
    suspicion: suspicion
      ? { agoMs: suspicion.agoMs, leftMs: suspicion.leftMs, accusers: suspicion.accusers }
      : undefined,
    events: events.map(toldEvent),
  }
}

function toldEvent({ agoMs, what, by, rttMs }: Told['events'][number]): MemberEvent {
  const event = { agoMs, what: what as NoteName, ...(by !== '' && { by }) }
  return what === 'answered' ? { ...event, rttMs } : event
}
