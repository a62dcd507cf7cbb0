import {
  joinCluster,
  type Cluster,
  type ClusterRing,
  type Member,
  type ProfileName,
  type RingChange,
} from '../index.js'
import { readKeys } from './keys.js'
import { noPositionals, parse, type Terminal, UsageError, wholeNumber } from '../terminal/index.js'

export const AGENT_HELP = `gyre agent — run one member until SIGTERM or SIGINT, then leave gracefully

  --id NAME             the member's name (default hostname:port)
  --bind IP:PORT        listen here (default 127.0.0.1:0, a port of the system's choice)
  --advertise IP:PORT   what the others are told, where that differs
  --seed SEED           join over HOST:PORT, those in file:PATH, or of srv:NAME; may be given
                        several times
  --snapshot FILE       remember in it where the others are
  --cluster NAME        the cluster's name (default gyre)
  --profile NAME        local, lan or wan (default lan)
  --key-file FILE       the cluster's keys, one a line, the one in use first: talk sealed
  --identity-file FILE  the member's identity (gyre keygen --identity): sign its records
  --ring NAME[:SLOTS]   take part in a ring; may be given several times
  --json                one JSON object a line`

const FLAGS = {
  id: { type: 'string' },
  bind: { type: 'string' },
  advertise: { type: 'string' },
  seed: { type: 'string', multiple: true },
  snapshot: { type: 'string' },
  cluster: { type: 'string' },
  profile: { type: 'string' },
  'key-file': { type: 'string' },
  'identity-file': { type: 'string' },
  ring: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const

/** One thing that an agent has seen. */
interface AgentEvent {
  readonly event: 'ready' | 'member' | 'ring' | 'alone' | 'superseded' | 'fault' | 'left'
  readonly [detail: string]: unknown
}

/** `gyre agent`. Resolves with the exit code. */
export async function agent(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args, FLAGS)
  noPositionals(positionals)
  const rings = (values.ring ?? []).map(parseRing)
  const note = (message: string): void => terminal.err(message)
  const cluster = await joinCluster({
    id: values.id,
    bind: values.bind,
    advertise: values.advertise,
    seeds: values.seed,
    snapshot: values.snapshot,
    cluster: values.cluster,
    profile: values.profile as ProfileName | undefined,
    keys: values['key-file'] === undefined ? undefined : readKeys(values['key-file']),
    identity: values['identity-file'] && readKeys(values['identity-file'])[0],
    signal: terminal.interrupted,
    logger: { info: () => {}, warn: note, error: note },
  })
  const tell = teller(cluster, terminal, values.json === true)
  return watch(cluster, rings, tell, terminal.interrupted)
}

async function watch(
  cluster: Cluster,
  rings: readonly RingFlag[],
  tell: (event: AgentEvent) => void,
  interrupted: AbortSignal,
): Promise<number> {
  tell({ event: 'ready', endpoint: cluster.self.endpoint, members: cluster.members.length })
  for (const member of cluster.members) if (!member.isSelf) tell(memberEvent(member, 'absent'))
  cluster.on('member', (member, was) => {
    // What a member says of itself is no news of whether it lives.
    if (!member.isSelf && member.state !== was) tell(memberEvent(member, was))
  })
  cluster.on('alone', () => tell({ event: 'alone' }))
  cluster.on('fault', (error) => tell({ event: 'fault', message: error.message }))
  cluster.on('superseded', (by) => tell({ event: 'superseded', by }))
  for (const { name, slots } of rings) {
    const ring = cluster.ring(name, slots === undefined ? {} : { slots })
    ring.on('change', (change) => {
      const { gained, lost } = change
      if (gained.length > 0 || lost.length > 0) tell(ringEvent(ring, change))
    })
  }
  const closed = new Promise<void>((resolve) => cluster.on('closed', resolve))
  if (interrupted.aborted) void cluster.leave()
  interrupted.addEventListener('abort', () => void cluster.leave())
  await closed
  // Only our own leave is a good end; being superseded is not.
  if (!interrupted.aborted) return 1
  tell({ event: 'left' })
  return 0
}

interface RingFlag {
  readonly name: string
  readonly slots: number | undefined
}

function parseRing(text: string): RingFlag {
  const [, name, slots] = /^([^:]+)(?::(.*))?$/.exec(text) ?? []
  if (name === undefined) throw new UsageError(`--ring: expected NAME[:SLOTS], got '${text}'`)
  const count = slots === undefined ? undefined : wholeNumber('ring', slots, 1, 65_536)
  if (count !== undefined && !Number.isInteger(Math.log2(count))) {
    throw new UsageError(`--ring: expected a power of two of slots, got '${slots}'`)
  }
  return { name, slots: count }
}

function memberEvent(member: Member, was: string): AgentEvent {
  const { id, state, endpoint, incarnation } = member
  return { event: 'member', member: id, state, was, endpoint, incarnation }
}

function ringEvent(ring: ClusterRing, change: RingChange): AgentEvent {
  const { gained, lost, members } = change
  const owned = ring.owned.length
  return {
    event: 'ring',
    ring: ring.name,
    gained: gained.length,
    lost: lost.length,
    owned,
    members,
  }
}

function teller(cluster: Cluster, terminal: Terminal, json: boolean): (event: AgentEvent) => void {
  const { id } = cluster
  if (!json) return (event) => terminal.out(sentence(id, event))
  return (event) => {
    const t = performance.timeOrigin + performance.now()
    terminal.out(JSON.stringify({ t, id, ...event }))
  }
}

/** The same for a person. */
function sentence(id: string, event: AgentEvent): string {
  const clock = new Date().toISOString().slice(11, 23)
  return `${clock} ${id} ${saying(event)}`
}

function saying(event: AgentEvent): string {
  switch (event.event) {
    case 'ready':
      return `is ready at ${event.endpoint}, sees ${event.members} live`
    case 'member':
      return `sees ${event.member} ${event.state} (was ${event.was})`
    case 'ring':
      return `owns ${event.owned} slots of ${event.ring} (+${event.gained} −${event.lost})`
    case 'alone':
      return 'is alone: none of its seeds answers yet'
    case 'superseded':
      return `is superseded: ${event.by} has taken its id`
    case 'fault':
      return `reports: ${event.message}`
    default:
      return 'has left'
  }
}
