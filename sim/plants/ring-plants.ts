import {
  Ballot,
  Claims,
  Knowledge,
  Ownership,
  Roll,
  Tenure,
  TermClock,
} from '../../lib/ownership/testing.js'
import { NO_TERM } from '../../lib/ownership/index.js'
import { DEFAULT_RING } from '../plans/ring-plan.js'
import { replace, type Insides, type Plant } from './plant.js'
import { AVAILABLE, CALM, comeAndGo, MAJORITY } from './ring-worlds.js'

// Bugs of who may act for a slot.

export const RING_PLANTS: readonly Plant[] = [
  {
    name: 'votes-for-all',
    says: 'a voter supports whoever asks, whatever it has promised',
    finds: ['R8'],
    where: MAJORITY,
    plant: () => replace(Ballot, 'yields', () => () => true),
  },
  {
    name: 'rights-without-end',
    says: 'a right lasts although nobody renews it',
    finds: ['R8'],
    where: MAJORITY,
    plant: () => {
      return replace(Tenure, 'until', (until) => {
        return function (slot) {
          return until.call(this, slot) + Infinity
        }
      })
    },
  },
  {
    name: 'counted-from-the-answer',
    says: 'a right is counted from when the support came, not from when it was asked for',
    finds: ['R8'],
    where: {
      durationMs: 45_000,
      ring: {
        ...DEFAULT_RING,
        mode: 'majority',
        slots: 16,
        stopAfterMs: 4_000,
        takeAfterMs: 5_000,
      },
      faults: [
        { kind: 'delay', atMs: 8_000, from: [1, 2, 3, 4, 5, 6, 7], to: [0], with: { ms: 3_000 } },
        { kind: 'isolate', atMs: 14_000, forMs: 25_000, nodes: [0] },
      ],
    },
    plant: () => {
      return replace(Tenure, 'granted', (granted) => {
        return function (now, voter, round, slots) {
          const asked = this.rounds.get(round)
          if (asked !== undefined) this.rounds.set(round, { ...asked, sentAt: now })
          return granted.call(this, now, voter, round, slots)
        }
      })
    },
  },
  {
    name: 'voter-forgets',
    says: 'a voter that has started again supports whoever asks first',
    finds: ['R8'],
    where: {
      durationMs: 60_000,
      ring: {
        ...DEFAULT_RING,
        mode: 'majority',
        slots: 16,
        stopAfterMs: 8_000,
        takeAfterMs: 10_000,
      },
      faults: [
        { kind: 'isolate', atMs: 20_000, forMs: 30_000, nodes: [0] },
        { kind: 'restart', atMs: 20_100, forMs: 300, nodes: [1, 2, 3, 4, 5] },
      ],
    },
    plant: () => {
      return replace(Ballot, 'answer', (answer) => {
        return function (now, question) {
          this.opensAt = -Infinity
          return answer.call(this, now, question)
        }
      })
    },
  },
  {
    name: 'takes-before-it-is-given',
    says: 'whoever is to get slots takes them when it is told to get ready',
    finds: ['R12'],
    where: CALM,
    plant: () => {
      return replace(Ownership, 'receive', (receive) => {
        return function (now, from, message) {
          if (message.kind === 'prepare') {
            this.acquire(now, message.slots, this.clock.mint(), from, 'moved')
          }
          return receive.call(this, now, from, message)
        }
      })
    },
  },
  {
    name: 'keeps-what-it-gives',
    says: 'whoever has given slots away acts for them all the same',
    finds: ['R12'],
    where: CALM,
    plant: () => {
      return replace(Ownership, 'handOver', (handOver) => {
        return function (now, slots, to) {
          const held = slots.map((slot: number) => [slot, this.held.get(slot)])
          this.host.released = () => {}
          const gift = handOver.call(this, now, slots, to)
          for (const [slot, holding] of held) this.held.set(slot, holding)
          return gift
        }
      })
    },
  },
  {
    name: 'lets-go-at-once',
    says: 'whoever is not to own a slot any more lets it go, wherever the next one is',
    finds: ['R12'],
    where: CALM,
    plant: () => {
      return replace(Ownership, 'review', (review) => {
        return function (now, slot, taking) {
          const target = this.view.target(slot)
          if (target !== this.id && this.held.has(slot)) {
            this.release([slot], 'leave', undefined)
            this.claim([slot], undefined, this.clock.mint())
          }
          review.call(this, now, slot, taking)
        }
      })
    },
  },
  {
    name: 'terms-by-the-clock',
    says: 'terms follow the wall clock, and nothing else',
    finds: ['R7', 'R8', 'L10'],
    where: {
      ...AVAILABLE,
      faults: [
        { kind: 'step', atMs: 1_000, nodes: [0, 4, 5], with: { seconds: -60 } },
        ...comeAndGo,
      ],
    },
    plant: () => {
      return replace(TermClock, 'mint', () => {
        return function () {
          return (BigInt(Math.floor(this.wallMs())) << 20n) | this.mark
        }
      })
    },
  },
  {
    name: 'terms-count-down',
    says: 'each term is below the last, and of two claims the lower holds',
    finds: ['R7'],
    where: CALM,
    plant: () => {
      const mints = replace(TermClock, 'mint', (mint) => {
        return function () {
          return 2n ** 62n - mint.call(this)
        }
      })
      const merges = replace(Claims, 'merge', (merge) => {
        return function (slot, holder, term) {
          if (this.terms[slot] !== NO_TERM && term < this.terms[slot]) this.terms[slot] = NO_TERM
          return merge.call(this, slot, holder, term)
        }
      })
      return () => [mints, merges].forEach((undo) => undo())
    },
  },
  {
    name: 'any-heir',
    says: 'a dead member is inherited by the second in the new order, not by its first replica',
    finds: ['R9'],
    where: AVAILABLE,
    plant: () => {
      return replace(Roll, 'heir', () => {
        return function (_now, slot) {
          return this.ring.ownersOfSlot(slot, 2)[1]
        }
      })
    },
  },
  {
    name: 'gifts-are-ignored',
    says: 'whoever is given slots does not take them',
    finds: ['R12'],
    where: CALM,
    plant: () => {
      return replace(Ownership, 'acquire', (acquire) => {
        return function (now, slots, term, from, reason) {
          if (reason === 'moved' || from === this.id) return
          acquire.call(this, now, slots, term, from, reason)
        }
      })
    },
  },
  {
    name: 'takes-from-the-living',
    says: 'what is for us is taken, although its owner lives',
    finds: ['R10', 'R12'],
    where: CALM,
    plant: () => replace(Roll, 'isGone', () => () => true),
  },
  {
    name: 'tells-nobody',
    says: 'claims are not spread',
    finds: ['L10'],
    where: AVAILABLE,
    plant: () => {
      const silent = replace(Knowledge, 'spread', () => () => {})
      const deaf = replace(Knowledge, 'compare', (compare) => {
        return function (now, from, message) {
          const { informed } = this
          if (!informed) return compare.call(this, now, from, message)
          return false
        }
      })
      return () => {
        deaf()
        silent()
      }
    },
  },
  {
    name: 'never-yields',
    says: 'who hears of a higher term goes on',
    finds: ['L10'],
    where: AVAILABLE,
    plant: () => {
      return replace(Ownership, 'release', (release) => {
        return function (this: Insides, slots, reason, to) {
          if (reason !== 'superseded') release.call(this, slots, reason, to)
        }
      })
    },
  },
]
