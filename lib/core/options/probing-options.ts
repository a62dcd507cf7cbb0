/** How members are probed, and how a slow process doubts itself. Times in milliseconds. See `OPTIONS`. */
export const PROBING = {
  /**
   * One member is probed a period, so a dead one gets its first ping after 1 period in the mean,
   * whatever the size of the cluster. Range 10…60,000. Raising it: slower detection, less traffic
   * (two datagrams sent a period).
   * @default 500 (`lan`)
   */
  periodMs: {
    range: [10, 60_000],
    whole: false,
    defaults: {
      lan: 500,
      local: 200,
      wan: 2_000,
      'memberlist-lan': 1_000,
      'swim-2002': 2_000,
      'lifeguard-2018': 1_000,
    },
  },
  /**
   * How long a direct ping may take before relays are asked. Range 1…60,000. Raising it: slower
   * detection, fewer needless ping-reqs.
   * @default 150 (`lan`)
   */
  probeTimeoutMs: {
    range: [1, 60_000],
    whole: false,
    defaults: {
      lan: 150,
      local: 80,
      wan: 1_000,
      'memberlist-lan': 500,
      'swim-2002': 500,
      'lifeguard-2018': 500,
    },
  },
  /**
   * How long relays (and the ping over a stream) may take; then the member is suspected. Range 1…60,000;
   * together with `probeTimeoutMs` shorter than the period. Raising it: slower detection, fewer
   * false suspicions under loss.
   * @default 100 (`lan`): with the time-out half a period, so that the first suspicion comes after
   *   1.5 periods in the mean (`gyre sim run swim-2002-latency`)
   */
  relayBudgetMs: {
    range: [1, 60_000],
    whole: false,
    defaults: {
      lan: 100,
      wan: 900,
      'memberlist-lan': 499,
      'swim-2002': 1_499,
      'lifeguard-2018': 499,
    },
  },
  /**
   * Members asked to probe for us: k of SWIM §3.1. Range 0…16. A healthy member is suspected with a
   * probability of (1−q²)(1−q⁴)^k a probe, q = 1 − loss.
   * @default 3
   */
  relays: { range: [0, 16], whole: true, defaults: { lan: 3, 'swim-2002': 1 } },
  /**
   * Whether the direct time-out follows the measured round trips: three times the longest one of
   * late, between a third of `probeTimeoutMs` and all of it.
   * @default true
   */
  adaptiveTimeout: {
    choices: [true, false],
    defaults: { lan: true, 'memberlist-lan': false, 'swim-2002': false, 'lifeguard-2018': false },
  },
  /**
   * The order in which members are probed: round robin over a fresh permutation each pass, or each
   * time any of them, as in the first half of the SWIM paper.
   * @default 'round-robin'
   */
  probeOrder: {
    choices: ['round-robin', 'random'],
    defaults: { lan: 'round-robin', 'swim-2002': 'random' },
  },
  /**
   * Whether a member that does not answer is pinged over a stream too, beside the relays.
   * @default true
   */
  streamPing: { choices: [true, false], defaults: { lan: true, 'swim-2002': false } },
  /**
   * Whether a relay whose own ping went unanswered confirms the accusation that follows: then all
   * confirmations are there a gossip interval after the accusation, instead of after some periods.
   * @default true
   */
  relaysConfirm: {
    choices: [true, false],
    defaults: { lan: true, 'memberlist-lan': false, 'swim-2002': false, 'lifeguard-2018': false },
  },
  /**
   * Members to each of which a stream is kept open, so that its end tells at once that a process was
   * killed; each member is watched by as many. Range 0…8; with 0 there is no evidence.
   * @default 3
   */
  watches: {
    range: [0, 8],
    whole: true,
    defaults: { lan: 3, 'memberlist-lan': 0, 'swim-2002': 0, 'lifeguard-2018': 0 },
  },
  /**
   * The worst local health (Lifeguard §IV.A): period and time-outs are multiplied by up to
   * healthMax + 1. Range 0…8; 0: this process never doubts itself.
   * @default 8
   */
  healthMax: { range: [0, 8], whole: true, defaults: { lan: 8, 'swim-2002': 0 } },
  /**
   * With this local health, or a worse one, a member whose ticks or event loop are late says in its
   * record that it is `degraded`, until its health is 1 or it has not been late for 20 periods.
   * Range 0…8; 0: never.
   * @default 4
   */
  degradedHealth: {
    range: [0, 8],
    whole: true,
    defaults: { lan: 4, 'memberlist-lan': 0, 'swim-2002': 0, 'lifeguard-2018': 0 },
  },
} as const
