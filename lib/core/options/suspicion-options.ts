/** How long a member is suspected before it is declared faulty. See `OPTIONS`. */
export const SUSPICION = {
  /**
   * The least time a suspicion lasts: suspicionMult · max(1, log10 n) · periodMs. Range 0…100;
   * with 0 a member that does not answer is declared faulty at once.
   * Raising it: slower detection, more time for a slow member to refute.
   * @default 4 (`lan`)
   */
  suspicionMult: {
    range: [0, 100],
    whole: false,
    defaults: { lan: 4, local: 3, wan: 5, 'lifeguard-2018': 5 },
  },
  /**
   * The longest, in units of the least: how long a suspicion without confirmation lasts. Range 1…100.
   * @default 6
   */
  suspicionMaxMult: { range: [1, 100], whole: false, defaults: { lan: 6, 'swim-2002': 1 } },
  /**
   * K of Lifeguard §IV.B: independent confirmations that bring a suspicion down to its least time.
   * Range 0…8.
   * @default 3
   */
  confirmations: {
    range: [0, 8],
    whole: true,
    defaults: { lan: 3, 'memberlist-lan': 2, 'swim-2002': 0 },
  },
  /**
   * How long a suspicion lasts at the least, in gossip intervals, that evidence bears out: at least
   * three members (all others in a smaller cluster, never one alone) get no answer, the target's
   * host refuses them streams, and one of them had a stream open that has ended. Range 0…100; 0:
   * evidence counts for nothing. Raising it: a killed process is noticed later, and a live one
   * behind a broken middlebox has more time to refute.
   * @default 3
   */
  evidenceMult: {
    range: [0, 100],
    whole: false,
    defaults: { lan: 3, 'memberlist-lan': 0, 'swim-2002': 0, 'lifeguard-2018': 0 },
  },
  /**
   * How long a suspicion lasts at the least, in periods, while nothing is heard of the host: at least
   * three members (all others in a smaller cluster, never one alone) get no answer and can open no
   * stream, and no accuser can. A process that stands still lets its host take streams, so it has
   * the time of `suspicionMult`. Range 0…100; 0: the host counts for nothing. Raising it: a host that
   * is gone is noticed later, and one that stands still as a whole, or is cut off, for a moment has
   * more time.
   * @default 2
   */
  unheardMult: {
    range: [0, 100],
    whole: false,
    defaults: { lan: 2, 'memberlist-lan': 0, 'swim-2002': 0, 'lifeguard-2018': 0 },
  },
  /**
   * Whether suspicions of a member that was declared faulty and came back twice within ten minutes
   * last 4 times as long, and 8 times after that, until it has not been suspected for ten minutes: a bad
   * link then makes no view swing.
   * @default true
   */
  flapDamping: {
    choices: [true, false],
    defaults: { lan: true, 'memberlist-lan': false, 'swim-2002': false, 'lifeguard-2018': false },
  },
  /**
   * Whether a suspect hears of it first, with every packet to it (Lifeguard §IV.C).
   * @default true
   */
  buddy: { choices: [true, false], defaults: { lan: true, 'swim-2002': false } },
} as const
