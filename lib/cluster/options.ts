import { hostname } from 'node:os'
import {
  endpointOf,
  parseEndpoint,
  protocolOptions,
  splitEndpoint,
  type Endpoint,
  type ProfileName,
  type ProtocolOptions,
} from '../core/index.js'
import { GyreError } from '../base/error.js'
import { optionsOf, type OptionRows } from '../base/option-rows.js'
import { utf8Length } from '../base/utf8.js'
import type { Logger } from '../runtime/index.js'
import { KeyIdentity, keyOf, Keyring, SEAL_BYTES } from '../seal/index.js'
import type { Transport } from '../transport/index.js'
import { seedsOf, type Discovery, type Seed } from '../discovery/index.js'
import { encodeTraits, type Traits } from './members/traits.js'

/** Options of `joinCluster`. All are optional: without any, a cluster of one starts on loopback. */
export interface ClusterOptions {
  /**
   * This member's name: 1–128 bytes of UTF-8, unique in the cluster. Keep it across restarts to
   * keep the ring position.
   * @default `hostname:port`
   */
  readonly id?: string
  /**
   * The address to listen on, for datagrams and streams: `ip:port`, `[ipv6]:port`. Port 0: the
   * system chooses.
   * @default '127.0.0.1:0'
   */
  readonly bind?: string
  /**
   * The address that the others are told to use, where it differs from `bind` (NAT, containers,
   * binding to 0.0.0.0). A port of 0 stands for the bound port.
   * @default the bound address
   */
  readonly advertise?: string
  /**
   * Members to join over: `host:port`, with names resolved anew at each attempt; `file:PATH`, a file
   * with one of these a line, which is watched; `srv:NAME`, DNS service records; or a source of your
   * own. One that answers is enough. Our own address among them is skipped, so all members can have
   * one list.
   * @default []
   */
  readonly seeds?: readonly Seed[]
  /**
   * A file in which this member writes down its incarnation and where others are, so that it finds
   * them again after a restart although its seeds are gone. Replaced as a whole; one that is damaged
   * is told as a `fault`, and ignored.
   * @default none
   */
  readonly snapshot?: string
  /**
   * Clusters of other names on the same network are not noticed.
   * @default 'gyre'
   */
  readonly cluster?: string
  /**
   * The set of protocol defaults: `local` for one machine, `lan`, `wan`.
   * @default 'lan'
   */
  readonly profile?: ProfileName
  /** Single protocol options that replace the profile's. */
  readonly protocol?: Partial<ProtocolOptions>
  /**
   * Bytes that all members see with ours: a version, an address. Together with the traits below and
   * the names of our rings at most 1,024.
   * @default empty
   */
  readonly meta?: Uint8Array
  /**
   * What we share our fate with: a rack, a data centre. Replicas go to distinct zones. 1…128 bytes.
   * @default a zone of our own
   */
  readonly zone?: string
  /**
   * The machine that we run on; replicas go to distinct ones. 1…128 bytes.
   * @default a host of our own
   */
  readonly host?: string
  /**
   * Our share of each ring, in proportion to the others': above 0, at most 10⁶. See
   * `Cluster.setTraits`.
   * @default 1
   */
  readonly weight?: number
  /**
   * What we do: a ring may be for members of one role alone. Of 1…128 bytes each.
   * @default []
   */
  readonly roles?: readonly string[]
  /**
   * Live members, ourselves included, that `joinCluster` waits for. Range 1…100,000.
   * @default 1
   */
  readonly minMembers?: number
  /**
   * How long it waits for them, in milliseconds, before it fails with `SEED_UNREACHED`. Range
   * 1…3,600,000.
   * @default 30,000
   */
  readonly joinTimeoutMs?: number
  /**
   * What datagrams and streams go through, bound to `bind`: see `openSwarm` of `gyre/hyperswarm`.
   * @default UDP and TCP
   */
  readonly transport?: (bind: Endpoint) => Promise<Transport>
  /** Ends the join. */
  readonly signal?: AbortSignal
  /**
   * The cluster's keys, 32 bytes each or their base64 (`gyre keygen`): then members talk only
   * sealed, with AES-256-GCM. What we say is sealed with the first; what we hear may be sealed with
   * any, so that keys can be changed while the cluster runs (`cluster.keys`).
   * @default none: whoever can reach a member can join and accuse
   */
  readonly keys?: string | Uint8Array | readonly (string | Uint8Array)[]
  /**
   * This member's identity, 32 secret bytes in base64 (`gyre keygen --identity`): then it signs its
   * record with Ed25519, and believes only signed records of others. Nobody but a member itself can
   * then say where it is, what its metadata is, that it lives or has left; others can only accuse it.
   * All members of a cluster need one, or none has.
   * @default none
   */
  readonly identity?: string
  /**
   * With `identity`: the public key of each member that may join, in base64, by id.
   * @default an id belongs to the key that was first seen with it
   */
  readonly trusted?: Readonly<Record<string, string>>
  /** @default nothing is logged; warnings go to `process.emitWarning` */
  readonly logger?: Logger
}

/** The options after their check, with defaults in. */
export interface Settings {
  readonly id: string | undefined
  readonly bind: Endpoint
  readonly advertise: Endpoint | undefined
  readonly discovery: Discovery
  readonly hasSeeds: boolean
  readonly snapshot: string | undefined
  readonly cluster: string
  readonly protocol: ProtocolOptions
  readonly traits: Traits
  readonly minMembers: number
  readonly joinTimeoutMs: number
  readonly transport: ((bind: Endpoint) => Promise<Transport>) | undefined
  readonly signal: AbortSignal | undefined
  readonly logger: Logger
  readonly keyring: Keyring | undefined
  readonly identity: KeyIdentity | undefined
}

const KNOWN = new Set([
  'id',
  'bind',
  'advertise',
  'seeds',
  'snapshot',
  'cluster',
  'profile',
  'protocol',
  'meta',
  'zone',
  'host',
  'weight',
  'roles',
  'minMembers',
  'joinTimeoutMs',
  'transport',
  'signal',
  'keys',
  'identity',
  'trusted',
  'logger',
])

const quiet: Logger = {
  info: () => {},
  warn: (message) => process.emitWarning(message, 'GyreWarning'),
  error: (message) => process.emitWarning(message, 'GyreWarning'),
}

/** The table of the numbers among them. */
export const JOIN_ROWS: OptionRows<'minMembers' | 'joinTimeoutMs'> = {
  minMembers: { range: [1, 100_000], whole: true, default: 1 },
  joinTimeoutMs: { range: [1, 3_600_000], whole: true, default: 30_000 },
}

/** @throws GyreError `BAD_OPTION`, `BAD_ID`, `BAD_ENDPOINT` */
export function settingsOf(options: ClusterOptions): Settings {
  for (const name of Object.keys(options)) {
    if (!KNOWN.has(name)) throw bad(`unknown option ${JSON.stringify(name)}`)
  }
  const { id, cluster = 'gyre', seeds = [], meta = new Uint8Array(0) } = options
  if (id !== undefined) checkId(id)
  if (typeof cluster !== 'string' || utf8Length(cluster) < 1 || utf8Length(cluster) > 128) {
    throw bad(`cluster: expected a name of 1…128 bytes, got ${JSON.stringify(cluster)}`)
  }
  if (options.snapshot !== undefined && typeof options.snapshot !== 'string') {
    throw bad(`snapshot: expected a path, got ${String(options.snapshot)}`)
  }
  if (options.transport !== undefined && typeof options.transport !== 'function') {
    throw bad('transport: expected a function that binds one')
  }
  if (!Array.isArray(seeds)) throw bad(`seeds: expected a list of host:port, got ${String(seeds)}`)
  const { zone, host, weight = 1, roles = [] } = options
  const traits = { meta, zone, host, weight, roles, rings: [] }
  encodeTraits(traits)
  const keyring = options.keys === undefined ? undefined : keyringOf(options.keys)
  const protocol = protocolOptions(options.profile, options.protocol)
  const waiting = optionsOf(JOIN_ROWS, options)
  return {
    id,
    bind: parseEndpoint(options.bind ?? '127.0.0.1:0'),
    advertise: options.advertise === undefined ? undefined : parseEndpoint(options.advertise),
    discovery: seedsOf(seeds),
    hasSeeds: seeds.length > 0,
    snapshot: options.snapshot,
    cluster,
    // The seal must fit into a datagram too.
    protocol: keyring ? { ...protocol, mtuBytes: protocol.mtuBytes - SEAL_BYTES } : protocol,
    traits,
    ...waiting,
    transport: options.transport,
    signal: options.signal,
    logger: options.logger ?? quiet,
    keyring,
    identity: identityOf(options),
  }
}

function identityOf({ identity, trusted }: ClusterOptions): KeyIdentity | undefined {
  if (identity !== undefined) return new KeyIdentity(identity, trusted)
  if (trusted === undefined) return undefined
  throw bad('trusted: expected identity too')
}

function keyringOf(given: NonNullable<ClusterOptions['keys']>): Keyring {
  const keys = typeof given === 'string' || given instanceof Uint8Array ? [given] : given
  if (!Array.isArray(keys) || keys.length === 0) throw bad('keys: expected at least one key')
  return new Keyring(keys.map((key: string | Uint8Array) => keyOf(key)))
}

/**
 * What the others are told: the advertised address, or the bound one.
 * @throws GyreError `BAD_OPTION` if that would be no address at all (0.0.0.0, ::)
 */
export function advertised(settings: Settings, bound: Endpoint): Endpoint {
  const { ip, port } = splitEndpoint(settings.advertise ?? bound)
  if (ip === '0.0.0.0' || ip === '::') {
    throw bad(`advertise: expected an address that others can reach, got ${ip}`)
  }
  return endpointOf(ip, port === 0 ? splitEndpoint(bound).port : port)
}

/** The id that a member has if none is given. */
export function defaultId(endpoint: Endpoint): string {
  return `${hostname()}:${splitEndpoint(endpoint).port}`
}

/** Whether only this machine can reach the address. */
export function isLoopback(endpoint: Endpoint): boolean {
  return endpoint.startsWith('127.') || endpoint.startsWith('[::1]')
}

function checkId(id: unknown): void {
  const length = typeof id === 'string' ? utf8Length(id) : -1
  if (length >= 1 && length <= 128) return
  const got = typeof id === 'string' && length > 0 ? `${length} bytes` : JSON.stringify(id)
  throw new GyreError('BAD_ID', `expected an id of 1…128 bytes of UTF-8, got ${got}`)
}

function bad(message: string): GyreError {
  return new GyreError('BAD_OPTION', message)
}
