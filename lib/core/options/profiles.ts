import type { ProtocolOptions } from './options.js'

const lan: ProtocolOptions = {
  periodMs: 500,
  probeTimeoutMs: 150,
  relayBudgetMs: 100,
  relays: 3,
  fanout: 3,
  gossipIntervalMs: 100,
  forward: true,
  rumourBudget: 'ln',
  suspicionMult: 4,
  suspicionMaxMult: 6,
  confirmations: 3,
  probeOrder: 'round-robin',
  gossipOrder: 'round-robin',
  healthMax: 8,
  buddy: true,
  streamPing: true,
  relaysConfirm: true,
  evidenceMult: 3,
  unheardMult: 2,
  watches: 3,
  adaptiveTimeout: true,
  degradedHealth: 4,
  flapDamping: true,
  sync: true,
  foreignGenesis: 'merge',
  reconnectMs: 10_000,
  tombstoneMs: 86_400_000,
  tombstonesMax: 65_536,
  membersMax: 100_000,
  mtuBytes: 1_400,
}

/** The LAN timing of memberlist, on which Lifeguard was measured too. */
const stock: ProtocolOptions = {
  ...lan,
  periodMs: 1_000,
  probeTimeoutMs: 500,
  relayBudgetMs: 499,
  gossipIntervalMs: 200,
  forward: false,
  rumourBudget: 'memberlist',
  gossipOrder: 'random',
  relaysConfirm: false,
  evidenceMult: 0,
  unheardMult: 0,
  watches: 0,
  adaptiveTimeout: false,
  degradedHealth: 0,
  flapDamping: false,
  reconnectMs: 30_000,
}

export type ProfileName =
  'local' | 'lan' | 'wan' | 'memberlist-lan' | 'swim-2002' | 'lifeguard-2018'

/**
 * Sets of defaults that fit together: `local` for one machine, `lan` for one site, `wan` between
 * sites. The others are only references for comparisons: `memberlist-lan` has the LAN defaults of
 * HashiCorp's memberlist, `swim-2002` what the SWIM paper measured (T′ 2 s, k 1, random targets,
 * rumours on pings only), `lifeguard-2018` what the Lifeguard paper did (α 5, β 6, K 3).
 */
export const PROFILES: Readonly<Record<ProfileName, ProtocolOptions>> = {
  local: {
    ...lan,
    periodMs: 200,
    probeTimeoutMs: 80,
    relayBudgetMs: 100,
    gossipIntervalMs: 50,
    suspicionMult: 3,
    reconnectMs: 2_000,
  },
  lan,
  wan: {
    ...lan,
    periodMs: 2_000,
    probeTimeoutMs: 1_000,
    relayBudgetMs: 900,
    fanout: 4,
    gossipIntervalMs: 300,
    suspicionMult: 5,
    reconnectMs: 30_000,
  },
  'memberlist-lan': {
    ...stock,
    confirmations: 2,
  },
  'swim-2002': {
    ...lan,
    periodMs: 2_000,
    probeTimeoutMs: 500,
    relayBudgetMs: 1_499,
    relays: 1,
    fanout: 0,
    forward: false,
    rumourBudget: 'swim',
    suspicionMaxMult: 1,
    confirmations: 0,
    probeOrder: 'random',
    healthMax: 0,
    buddy: false,
    streamPing: false,
    relaysConfirm: false,
    evidenceMult: 0,
    unheardMult: 0,
    watches: 0,
    adaptiveTimeout: false,
    degradedHealth: 0,
    flapDamping: false,
    sync: false,
    reconnectMs: 3_600_000,
  },
  'lifeguard-2018': {
    ...stock,
    suspicionMult: 5,
  },
}
