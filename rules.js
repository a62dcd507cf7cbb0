// The structure of the repository, as data: read by test/tidy.test.ts, by the linter (oxlint.config.js), by the
// build, and held against the tables of ARCHITECTURE.md.

/**
 * @typedef Layer
 * @property {string} name
 * @property {string} path The folder, or the only file.
 * @property {string} says What it is.
 * @property {readonly string[]} imports Other layers that it may import.
 * @property {boolean} packages Whether it may import packages and Node's own modules.
 * @property {boolean} [pure] No clock, timers, randomness, Node or DOM: compiled without their types.
 * @property {boolean} [face] Whether other layers know it by its index.ts alone.
 */

/** The layers, from the bottom up. @type {readonly Layer[]} */
export const LAYERS = [
  {
    name: 'base',
    path: 'lib/base',
    says: 'errors, hashes, UTF-8, endpoints, rows of options: what every layer needs',
    imports: [],
    packages: false,
    pure: true,
  },
  {
    name: 'core',
    path: 'lib/core',
    says: 'the protocol engine: SWIM + Lifeguard',
    imports: ['base'],
    packages: false,
    pure: true,
    face: true,
  },
  {
    name: 'ring',
    path: 'lib/ring',
    says: 'consistent hashing: slots, placement, look-up, diff',
    imports: ['base'],
    packages: false,
    pure: true,
    face: true,
  },
  {
    name: 'ownership',
    path: 'lib/ownership',
    says: 'which member may act for a slot: claims, terms, planned moves, support of voters',
    imports: ['base', 'ring'],
    packages: false,
    pure: true,
    face: true,
  },
  {
    name: 'state',
    path: 'lib/state',
    says: 'what members say of themselves: key-values with versions, deltas',
    imports: ['base'],
    packages: false,
    pure: true,
    face: true,
  },
  {
    name: 'transport',
    path: 'lib/transport',
    says: 'UDP datagrams and TCP streams, behind one interface',
    imports: ['base'],
    packages: true,
    face: true,
  },
  {
    name: 'seal',
    path: 'lib/seal',
    says: 'keys, identities, and a transport that talks only sealed',
    imports: ['base', 'transport'],
    packages: true,
    face: true,
  },
  {
    name: 'discovery',
    path: 'lib/discovery',
    says: 'where the first peers come from: lists, files, DNS',
    imports: ['base'],
    packages: true,
    face: true,
  },
  {
    name: 'hyperswarm',
    path: 'lib/hyperswarm',
    says: 'seeds and a transport over a DHT, for members behind NAT; optional',
    imports: ['base', 'transport', 'discovery'],
    packages: true,
    face: true,
  },
  {
    name: 'wire',
    path: 'lib/wire',
    says: "codecs of streams and of users' datagrams, which cluster and simulator both speak",
    imports: ['base', 'core', 'ring', 'ownership', 'state'],
    packages: true,
    face: true,
  },
  {
    name: 'runtime',
    path: 'lib/runtime',
    says: 'clock, timers, waits, and how listeners are told',
    imports: [],
    packages: true,
    face: true,
  },
  {
    name: 'cluster',
    path: 'lib/cluster',
    says: 'the facade: members, messages, state and rings as promises and events',
    imports: [
      'base',
      'core',
      'ring',
      'ownership',
      'state',
      'transport',
      'seal',
      'discovery',
      'wire',
      'runtime',
    ],
    packages: true,
    face: true,
  },
  {
    name: 'http',
    path: 'lib/http',
    says: 'a ring in front of an HTTP server',
    imports: ['base', 'ring', 'cluster'],
    packages: true,
    face: true,
  },
  {
    name: 'postgres',
    path: 'lib/postgres',
    says: 'leases kept in PostgreSQL',
    imports: ['base', 'cluster'],
    packages: false,
    face: true,
  },
  {
    name: 'cron',
    path: 'lib/cron',
    says: 'schedules of node-cron that run on one member',
    imports: ['cluster'],
    packages: false,
    face: true,
  },
  {
    name: 'guards',
    path: 'lib/guards',
    says: 'stores that refuse writes under an old term',
    imports: ['base'],
    packages: false,
    face: true,
  },
  {
    name: 'index',
    path: 'lib/index.ts',
    says: 'the public face; only re-exports',
    imports: ['base', 'core', 'ring', 'ownership', 'state', 'transport', 'seal', 'cluster'],
    packages: false,
  },
  {
    name: 'terminal',
    path: 'lib/terminal',
    says: 'what the commands share: terminal and arguments',
    imports: [],
    packages: true,
    face: true,
  },
  {
    name: 'cli',
    path: 'lib/cli',
    says: 'the gyre command and its demo',
    imports: ['base', 'core', 'transport', 'seal', 'cluster', 'index', 'terminal'],
    packages: true,
  },
  {
    name: 'sim',
    path: 'sim',
    says: 'the simulator: virtual time, network, faults, checks, scenarios',
    imports: [
      'base',
      'core',
      'ring',
      'ownership',
      'transport',
      'wire',
      'runtime',
      'cluster',
      'terminal',
    ],
    packages: true,
  },
]

/**
 * The folders inside the large layers, from the bottom up: each imports only from those before it, and the
 * layer's own files from all of them.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const STREETS = {
  'lib/core': [
    'options',
    'view',
    'observing',
    'packets',
    'seam',
    'gossip',
    'suspicion',
    'membership',
    'agreement',
    'probing',
  ],
  'lib/cluster': ['driver', 'members', 'joining', 'messages', 'operators', 'rings', 'spreading'],
  'lib/cli': ['demo'],
  sim: [
    'network',
    'time',
    'plans',
    'plants',
    'world',
    'checks',
    'simulate',
    'scenarios',
    'runs',
    'experiments',
    'report',
    'command',
  ],
}

/** Doors beside index.ts, each with the folder that alone may use it: planted bugs replace inner parts. */
export const SIDE_DOORS = {
  'lib/core/testing.ts': 'sim/plants',
  'lib/ownership/testing.ts': 'sim/plants',
}

/** Packages and generated code that only these files import. */
export const IMPORTED_BY = {
  'dgram-as-promised': ['lib/transport/udp-transport.ts'],
  '#proto/gyre': [
    'lib/cluster/members/traits.ts',
    'lib/wire/envelope.ts',
    'lib/wire/payload-codec.ts',
    'lib/wire/ring-codec.ts',
    'lib/wire/stream-codec.ts',
  ],
  'tiny-typed-emitter': ['lib/cluster/cluster.ts', 'lib/cluster/rings/cluster-ring.ts'],
  yaml: ['sim/scenarios/document.ts'],
}

/** Bounds on what is written in lib and sim. */
export const SIZES = { fileLines: 400, lineLength: 110, functionLines: 60, parameters: 6, depth: 3 }

/** What a name of a file must not be: it would say nothing. */
export const EMPTY_NAMES = ['util', 'utils', 'helper', 'helpers', 'common', 'misc']

/** What pure layers must not know. */
export const IMPURE = [
  'Date',
  'process',
  'Buffer',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'performance',
  'crypto',
  'console',
]
