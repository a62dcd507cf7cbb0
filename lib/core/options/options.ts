/** How the protocol behaves. Times in milliseconds. A profile is a full set of these. */
export interface ProtocolOptions {
  /**
   * One member is probed a period, so a dead one gets its first ping after 1 period in the mean,
   * whatever the size of the cluster. Range 10…60,000. Raising it: slower detection, less traffic
   * (two datagrams sent a period).
   * @default 500 (`lan`)
   */
  readonly periodMs: number
  /**
   * How long a direct ping may take before relays are asked. Range 1…periodMs. Raising it: slower
   * detection, fewer needless ping-reqs.
   * @default 150 (`lan`)
   */
  readonly probeTimeoutMs: number
  /**
   * How long relays (and the ping over a stream) may take; then the member is suspected. Together
   * with `probeTimeoutMs` it must be shorter than the period. Raising it: slower detection, fewer
   * false suspicions under loss.
   * @default 100 (`lan`): with the time-out half a period, so that the first suspicion comes after
   *   1.5 periods in the mean (`gyre sim run swim-2002-latency`)
   */
  readonly relayBudgetMs: number
  /**
   * Members asked to probe for us: k of SWIM §3.1. Range 0…16. A healthy member is suspected with a
   * probability of (1−q²)(1−q⁴)^k a probe, q = 1 − loss.
   * @default 3
   */
  readonly relays: number
  /**
   * Peers per round of gossip. Range 0…16; with 0 rumours only ride on pings and their answers.
   * Raising it: rumours spread faster, in ⌈log(n) / log(fanout + 1)⌉ hops, and cost more.
   * @default 3
   */
  readonly fanout: number
  /**
   * Between two rounds of gossip, while there are rumours. Range 1…60,000.
   * @default 100 (`lan`)
   */
  readonly gossipIntervalMs: number
  /**
   * Whether a rumour goes on to `fanout` peers as soon as it is heard, not only at the next round;
   * up to three rounds in a row, then half an interval apart.
   * @default true
   */
  readonly forward: boolean
  /**
   * How often a rumour is sent before it is dropped: `ln` is ⌈min(3·ln(n+1), ln(n+1) + 10)⌉, raised
   * up to twofold by the loss that our own probes measure; `swim`
   * the ⌈3·ln(n+1)⌉ of SWIM §4.1, `memberlist` that library's 4·⌈log10(n+1)⌉, which misses a member
   * now and then. Whom m sends a member on the average miss is e⁻ᵐ of all (Demers et al., PODC
   * 1987, §1.4), so `ln` misses anybody with a chance of less than e⁻¹⁰ in a cluster of any size.
   * @default 'ln'
   */
  readonly rumourBudget: 'ln' | 'swim' | 'memberlist'
  /**
   * The least time a suspicion lasts: suspicionMult · max(1, log10 n) · periodMs. Range 0…100;
   * with 0 a member that does not answer is declared faulty at once.
   * Raising it: slower detection, more time for a slow member to refute.
   * @default 4 (`lan`)
   */
  readonly suspicionMult: number
  /**
   * The longest, in units of the least: how long a suspicion without confirmation lasts. Range 1…100.
   * @default 6
   */
  readonly suspicionMaxMult: number
  /**
   * K of Lifeguard §IV.B: independent confirmations that bring a suspicion down to its least time.
   * Range 0…8.
   * @default 3
   */
  readonly confirmations: number
  /**
   * How long a suspicion lasts at the least, in gossip intervals, that evidence bears out: at least
   * three members (all others in a smaller cluster, never one alone) get no answer, the target's
   * host refuses them streams, and one of them had a stream open that has ended. Range 0…100; 0:
   * evidence counts for nothing. Raising it: a killed process is noticed later, and a live one
   * behind a broken middlebox has more time to refute.
   * @default 3
   */
  readonly evidenceMult: number
  /**
   * How long a suspicion lasts at the least, in periods, while nothing is heard of the host: at least
   * three members (all others in a smaller cluster, never one alone) get no answer and can open no
   * stream, and no accuser can. A process that stands still lets its host take streams, so it has
   * the time of `suspicionMult`. Range 0…100; 0: the host counts for nothing. Raising it: a host that
   * is gone is noticed later, and one that stands still as a whole, or is cut off, for a moment has
   * more time.
   * @default 2.5
   */
  readonly unheardMult: number
  /**
   * Members to each of which a stream is kept open, so that its end tells at once that a process was
   * killed; each member is watched by as many. Range 0…8; with 0 there is no evidence.
   * @default 3
   */
  readonly watches: number
  /**
   * Whether the direct time-out follows the measured round trips: three times the longest one of
   * late, between a third of `probeTimeoutMs` and all of it.
   * @default true
   */
  readonly adaptiveTimeout: boolean
  /**
   * With this local health, or a worse one, a member whose ticks or event loop are late says in its
   * record that it is `degraded`, until its health is 1 or it has not been late for 20 periods.
   * Range 0…8; 0: never.
   * @default 4
   */
  readonly degradedHealth: number
  /**
   * Whether suspicions of a member that was declared faulty and came back twice within ten minutes
   * last 4 times as long, and 8 times after that, until nobody has doubted it for ten minutes: a bad
   * link then makes no view swing.
   * @default true
   */
  readonly flapDamping: boolean
  /**
   * The order in which members are probed: round robin over a fresh permutation each pass, or each
   * time any of them, as in the first half of the SWIM paper.
   * @default 'round-robin'
   */
  readonly probeOrder: 'round-robin' | 'random'
  /**
   * Whom a round of gossip goes to: the next ones in an order that each member keeps for itself, so
   * that one rumour is never sent to the same member twice before all have had it ("quasirandom
   * rumor spreading", Doerr et al., SODA 2008), or each time any of them, as memberlist does it.
   * @default 'round-robin'
   */
  readonly gossipOrder: 'round-robin' | 'random'
  /**
   * The worst local health (Lifeguard §IV.A): period and time-outs are multiplied by up to
   * healthMax + 1. Range 0…8; 0: this process never doubts itself.
   * @default 8
   */
  readonly healthMax: number
  /**
   * Whether a suspect hears of it first, with every packet to it (Lifeguard §IV.C).
   * @default true
   */
  readonly buddy: boolean
  /**
   * Whether a member that does not answer is pinged over a stream too, beside the relays.
   * @default true
   */
  readonly streamPing: boolean
  /**
   * Whether a relay whose own ping went unanswered confirms the accusation that follows: then all
   * confirmations are there a gossip interval after the accusation, instead of after some periods.
   * @default true
   */
  readonly relaysConfirm: boolean
  /**
   * Whether members whose views stay unequal repair them by a sync. Without it a lost rumour is
   * never made good.
   * @default true
   */
  readonly sync: boolean
  /**
   * What becomes of members of this cluster's name that go back to another founding: they `merge`
   * with us when we meet, over seeds or a partition that heals, or each `refuse`s the other for ever.
   * With `refuse`, only a process without seeds founds a cluster: one whose seeds do not answer waits
   * until they do.
   * @default 'merge'
   */
  readonly foreignGenesis: 'merge' | 'refuse'
  /**
   * Between two attempts to reach a faulty member again, while there is one; a quarter of it where
   * more are faulty than alive. Range 10…3,600,000.
   * Raising it: partitions heal later.
   * @default 10,000 (`lan`)
   */
  readonly reconnectMs: number
  /**
   * How long faulty and left members are remembered; a partition that lasts longer heals only over
   * seeds. Range 1,000…2⁴⁰.
   * @default 86,400,000 (a day)
   */
  readonly tombstoneMs: number
  /**
   * How many of them at the most; the oldest go first. Range 1…2²⁰.
   * @default 65,536
   */
  readonly tombstonesMax: number
  /**
   * Members known at the most, ourselves included; later ones are refused and counted. Range
   * 1…1,000,000.
   * @default 100,000
   */
  readonly membersMax: number
  /**
   * The longest datagram that we send, in bytes. Range 512…65,507; 1,200 where tunnels are.
   * @default 1,400
   */
  readonly mtuBytes: number
}
