/** How news spreads, what repairs a view, and what is remembered. Times in milliseconds. See `OPTIONS`. */
export const SPREADING = {
  /**
   * Peers per round of gossip. Range 0…16; with 0 rumours only ride on pings and their answers.
   * Raising it: rumours spread faster, in ⌈log(n) / log(fanout + 1)⌉ hops, and cost more.
   * @default 3
   */
  fanout: { range: [0, 16], whole: true, defaults: { lan: 3, wan: 4, 'swim-2002': 0 } },
  /**
   * Between two rounds of gossip, while there are rumours. Range 1…60,000.
   * @default 100 (`lan`)
   */
  gossipIntervalMs: {
    range: [1, 60_000],
    whole: false,
    defaults: { lan: 100, local: 50, wan: 300, 'memberlist-lan': 200, 'lifeguard-2018': 200 },
  },
  /**
   * Whether a rumour goes on to `fanout` peers as soon as it is heard, not only at the next round;
   * up to three rounds in a row, then half an interval apart.
   * @default true
   */
  forward: {
    choices: [true, false],
    defaults: { lan: true, 'memberlist-lan': false, 'swim-2002': false, 'lifeguard-2018': false },
  },
  /**
   * How often a rumour is sent before it is dropped: `ln` is ⌈min(3·ln(n+1), ln(n+1) + 10)⌉, raised
   * up to twofold by the loss that our own probes measure; `swim`
   * the ⌈3·ln(n+1)⌉ of SWIM §4.1, `memberlist` that library's 4·⌈log10(n+1)⌉, which misses a member
   * now and then. Whom m sends a member on the average miss is e⁻ᵐ of all (Demers et al., PODC
   * 1987, §1.4), so `ln` misses anybody with a chance of less than e⁻¹⁰ in a cluster of any size.
   * @default 'ln'
   */
  rumourBudget: {
    choices: ['ln', 'swim', 'memberlist'],
    defaults: {
      lan: 'ln',
      'memberlist-lan': 'memberlist',
      'swim-2002': 'swim',
      'lifeguard-2018': 'memberlist',
    },
  },
  /**
   * Whom a round of gossip goes to: the next ones in an order that each member keeps for itself, so
   * that one rumour is never sent to the same member twice before all have had it ("quasirandom
   * rumor spreading", Doerr et al., SODA 2008), or each time any of them, as memberlist does it.
   * @default 'round-robin'
   */
  gossipOrder: {
    choices: ['round-robin', 'random'],
    defaults: { lan: 'round-robin', 'memberlist-lan': 'random', 'lifeguard-2018': 'random' },
  },
  /**
   * Whether members whose views stay unequal repair them by a sync. Without it a lost rumour is
   * never made good.
   * @default true
   */
  sync: { choices: [true, false], defaults: { lan: true, 'swim-2002': false } },
  /**
   * What becomes of members of this cluster's name that go back to another founding: they `merge`
   * with us when we meet, over seeds or a partition that heals, or each `refuse`s the other for ever.
   * With `refuse`, only a process without seeds founds a cluster: one whose seeds do not answer waits
   * until they do.
   * @default 'merge'
   */
  foreignGenesis: { choices: ['merge', 'refuse'], defaults: { lan: 'merge' } },
  /**
   * Between two attempts to reach a faulty member again, while there is one; a quarter of it where
   * more are faulty than alive. Range 10…3,600,000.
   * Raising it: partitions heal later.
   * @default 10,000 (`lan`)
   */
  reconnectMs: {
    range: [10, 3_600_000],
    whole: false,
    defaults: {
      lan: 10_000,
      local: 2_000,
      wan: 30_000,
      'memberlist-lan': 30_000,
      'swim-2002': 3_600_000,
      'lifeguard-2018': 30_000,
    },
  },
  /**
   * How long faulty and left members are remembered; a partition that lasts longer heals only over
   * seeds. Range 1,000…1,099,511,627,776.
   * @default 86,400,000 (a day)
   */
  tombstoneMs: { range: [1_000, 1_099_511_627_776], whole: false, defaults: { lan: 86_400_000 } },
  /**
   * How many of them at the most; the oldest go first. Range 1…1,048,576.
   * @default 65,536
   */
  tombstonesMax: { range: [1, 1_048_576], whole: true, defaults: { lan: 65_536 } },
  /**
   * Members known at the most, ourselves included; later ones are refused and counted. Range
   * 1…1,000,000.
   * @default 100,000
   */
  membersMax: { range: [1, 1_000_000], whole: true, defaults: { lan: 100_000 } },
  /**
   * The longest datagram that we send, in bytes. Range 512…65,507; 1,200 where tunnels are.
   * @default 1,400
   */
  mtuBytes: { range: [512, 65_507], whole: true, defaults: { lan: 1_400 } },
} as const
