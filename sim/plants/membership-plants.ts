import * as core from '../../lib/core/index.js'
import { Inbox, Membership, OwnRecord, Suspicions, SwimNode } from '../../lib/core/testing.js'
import { replace, type Insides, type Plant } from './plant.js'

// Bugs of the merge rule, of refuting, and of suspicions.

/** A claim's word is taken over as it stands, whatever was held. */
function takeOver(it: Insides, slot: core.TableSlot, word: number): void {
  const old = it.table.word(slot)
  it.view.subtract(it.table.hash(slot), it.table.hashHigh(slot), old)
  it.view.add(it.table.hash(slot), it.table.hashHigh(slot), word)
  it.table.setWord(slot, word)
  it.resettle(0, slot, core.isLive(old), core.isLive(word))
  it.outbox.changed(slot, core.stateOf(old), core.stateOf(word))
}

/** Hears updates about others, whom it knows, in another way. */
function hearing(
  judge: (it: Insides, slot: core.TableSlot, word: number, held: number) => boolean,
): () => void {
  return replace(Membership, 'merge', (merge) => {
    return function (now, update, bytes, source) {
      const slot = this.table.find(bytes, update.idOffset, update.idLength)
      const known = slot !== core.NO_SLOT && slot !== this.self
      if (known && judge(this, slot, update.word, this.table.word(slot))) return
      merge.call(this, now, update, bytes, source)
    }
  })
}

export const MEMBERSHIP_PLANTS: readonly Plant[] = [
  {
    name: 'no-refute',
    says: 'who hears itself accused says nothing',
    finds: ['S5'],
    plant: () => replace(OwnRecord, 'merge', () => () => {}),
  },
  {
    name: 'stale-alive',
    says: 'an alive claim of an older incarnation is accepted',
    finds: ['S2', 'S3', 'S7', 'S17'],
    plant: () => {
      return hearing((it, slot, word, held) => {
        const stale = core.stateOf(word) === core.ALIVE && word >>> 0 < held >>> 0
        if (stale) takeOver(it, slot, word)
        return stale
      })
    },
  },
  {
    name: 'compare-inverted',
    says: 'the lower of two words wins',
    finds: ['S2', 'S3', 'S7'],
    plant: () => {
      return hearing((it, slot, word, held) => {
        if (word >>> 0 < held >>> 0) takeOver(it, slot, word)
        return true
      })
    },
  },
  {
    name: 'last-writer-wins',
    says: 'of two claims in one incarnation the last heard wins: no merge, an order',
    finds: ['S2', 'S3', 'S7', 'S16'],
    plant: () => {
      return hearing((it, slot, word, held) => {
        const same = core.incarnationOf(word) === core.incarnationOf(held) && word !== held
        if (same) takeOver(it, slot, word)
        return same
      })
    },
  },
  {
    name: 'verdict-without-suspicion',
    says: 'a failed probe declares its target dead',
    finds: ['S6', 'S3'],
    plant: () => {
      return replace(Membership, 'accuse', () => {
        return function (now, slot) {
          this.condemn(now, slot)
        }
      })
    },
  },
  {
    name: 'impatient',
    says: 'suspicions last half as long',
    finds: ['S6'],
    plant: () => {
      return replace(Membership, 'suspicionSpan', (span) => {
        return function () {
          const right = span.call(this)
          return { ...right, minMs: right.minMs / 2, maxMs: right.maxMs / 2 }
        }
      })
    },
  },
  {
    name: 'accuser-confirms-itself',
    says: 'the first accuser counts as a confirmation too',
    finds: ['S7'],
    plant: () => {
      return replace(Suspicions, 'isKnown', (isKnown) => {
        return function (at, known, accuser) {
          // From the second one on.
          return known > 1 && isKnown.call(this, at, known, accuser)
        }
      })
    },
  },
  {
    name: 'suspicion-starts-over',
    says: 'each confirmation sets the clock of a suspicion back',
    finds: ['S7'],
    plant: () => {
      return replace(Suspicions, 'shorten', (shorten) => {
        return function (entry, confirmed, confirmations) {
          shorten.call(this, entry, confirmed, confirmations)
          const [, deadline, minMs] = this.entries.subarray(entry)
          this.entries[entry + 1] = deadline + 4 * minMs
          this.down(entry)
          this.note()
        }
      })
    },
  },
  {
    name: 'suspicion-outlives',
    says: 'a suspicion goes on after it was refuted',
    finds: ['S7', 'S6', 'S17'],
    plant: () => replace(Suspicions, 'stop', () => () => {}),
  },
  {
    name: 'forgets-early',
    says: 'tombstones are forgotten after a second',
    finds: ['S13', 'S4'],
    plant: () => {
      return replace(SwimNode, 'tick', (tick) => {
        return function (now) {
          if (this.table.size > this.liveCount) {
            const { membership } = this
            for (const slot of membership.tombstones.diedBy(now - 1_000)) membership.drop(slot)
          }
          return tick.call(this, now)
        }
      })
    },
  },
  {
    name: 'leave-looks-like-death',
    says: 'a leaver is passed on as faulty',
    finds: ['S14', 'S5', 'L6'],
    plant: () => {
      return replace(OwnRecord, 'leave', () => {
        return function (now) {
          this.set(now, this.word | core.FAULTY)
        }
      })
    },
  },
  {
    name: 'left-revived',
    says: 'a member that has left is taken for alive again when it still answers',
    finds: ['S14', 'S2', 'S3'],
    // A leave that races accusations of the same life.
    where: {
      faults: [
        { kind: 'loss', atMs: 1_000, forMs: 20_000, with: { rate: 0.5 } },
        { kind: 'stall', atMs: 6_600, nodes: [2, 3], forMs: 1_300 },
        { kind: 'leave', atMs: 8_000, nodes: [2, 3] },
      ],
    },
    plant: () => {
      return hearing((it, slot, word, held) => {
        const stays = core.stateOf(held) === core.LEFT && core.stateOf(word) !== core.LEFT
        const same = core.incarnationOf(word) === core.incarnationOf(held)
        if (stays && same) takeOver(it, slot, word)
        return stays && same
      })
    },
  },
  {
    name: 'raises-others',
    says: 'an accuser raises the incarnation of the one that it accuses',
    finds: ['S1', 'S4'],
    plant: () => {
      return replace(Membership, 'accuse', (accuse) => {
        return function (now, slot) {
          const word = this.table.word(slot)
          if (core.stateOf(word) === core.ALIVE) this.become(now, slot, word + 5, 1, 0)
          else accuse.call(this, now, slot)
        }
      })
    },
  },
  {
    name: 'speaks-for-others',
    says: 'a suspect that answers a ping is called alive in a new incarnation by who pinged it',
    finds: ['S4', 'S1'],
    plant: () => {
      return replace(Inbox, 'answer', (answer) => {
        return function (now, from, bytes, sender) {
          if (this.membership.suspicions.of(sender) !== undefined) {
            this.membership.become(now, sender, this.table.word(sender) + 3, 0, 0)
          }
          answer.call(this, now, from, bytes, sender)
        }
      })
    },
  },
  {
    name: 'believes-its-accusers',
    says: 'who hears itself suspected holds itself suspect',
    finds: ['S5'],
    plant: () => {
      return replace(OwnRecord, 'merge', (merge) => {
        return function (now, update, bytes) {
          const own = this.word >>> 0
          if (core.stateOf(update.word) === core.SUSPECT && update.word >>> 0 > own) {
            this.set(now, update.word)
          } else merge.call(this, now, update, bytes)
        }
      })
    },
  },
  {
    name: 'raises-itself',
    says: 'a node raises its incarnation whenever it is answered',
    finds: ['S5'],
    plant: () => {
      return replace(Inbox, 'answer', (answer) => {
        return function (now, from, bytes, sender) {
          if (this.reader.kind === core.PACKET.ack) this.membership.own.raise(now, 0)
          answer.call(this, now, from, bytes, sender)
        }
      })
    },
  },
  {
    name: 'believes-garbage',
    says: 'a datagram that cannot be read is acted upon',
    finds: ['S17'],
    where: { faults: [{ kind: 'truncate', atMs: 1_000, with: { rate: 0.3 } }] },
    plant: () => {
      return replace(SwimNode, 'receive', (receive) => {
        return function (now, from, bytes, length) {
          const before = this.counters.droppedMalformed
          const deadline = receive.call(this, now, from, bytes, length)
          if (this.counters.droppedMalformed > before) this.membership.view.low ^= 1
          return deadline
        }
      })
    },
  },
]
