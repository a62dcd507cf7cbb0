import * as core from '../../lib/core/index.js'
import { EPOCH_SECONDS } from '../world/world-options.js'
import type { World } from '../world/world.js'
import type { Check } from './check.js'
import { Pairs } from './pairs.js'

// What may happen to a word in a view, looked at on each single change.

/** Words as unsigned numbers; no word yet. */
const UNKNOWN = -1

function wordIn(world: World, observer: number, subject: number): number {
  return world.node(observer).table.word(subject as core.TableSlot) >>> 0
}

/** The last word of each pair, kept apart from the tables that are checked. */
function history(world: World): Pairs {
  const first = core.wordOf(EPOCH_SECONDS, core.ALIVE) >>> 0
  return new Pairs(world.nodes, world.startedTogether ? first : UNKNOWN)
}

export const origin: Check = {
  name: 'S1',
  says: 'no view holds an incarnation that its member never had',
  cost: 'change',
  begin: ({ world, report }) => ({
    changed(observer, subject, _from, to) {
      if (to === core.ABSENT || subject >= world.nodes) return
      const incarnation = core.incarnationOf(wordIn(world, observer, subject))
      const greatest = world.truth.incarnation[subject]
      if (incarnation > greatest) {
        report('S1', observer, subject, `holds incarnation ${incarnation}, it only had ${greatest}`)
      }
    },
  }),
}

export const rising: Check = {
  name: 'S2',
  says: 'within one life of an observer a word never falls, save by forgetting',
  cost: 'change',
  begin({ world, report }) {
    const words = history(world)
    return {
      booted: (index) => words.clear(index),
      changed(observer, subject, _from, to) {
        const held = words.get(observer, subject)
        const word = to === core.ABSENT ? UNKNOWN : wordIn(world, observer, subject)
        words.set(observer, subject, word)
        if (word !== UNKNOWN && word < held)
          report('S2', observer, subject, `${held} became ${word}`)
      },
    }
  },
}

export const once: Check = {
  name: 'S3',
  says: 'in one incarnation the states of a member strictly rise',
  cost: 'change',
  begin({ world, report }) {
    const words = history(world)
    return {
      booted: (index) => words.clear(index),
      changed(observer, subject, from, to) {
        const held = words.get(observer, subject)
        const word = to === core.ABSENT ? UNKNOWN : wordIn(world, observer, subject)
        words.set(observer, subject, word)
        if (from === core.ABSENT || to === core.ABSENT || subject === observer) return
        const same = core.incarnationOf(held) === core.incarnationOf(word)
        // Equal states: its address has changed, and nothing else.
        if (same && from !== to && core.stateOf(word) <= core.stateOf(held)) {
          const [before, after] = [core.stateOf(held), core.stateOf(word)]
          const names = `${core.STATE_NAMES[before]} became ${core.STATE_NAMES[after]}`
          report('S3', observer, subject, `${names} in one incarnation`)
        }
      },
    }
  },
}

export const spoken: Check = {
  name: 'S4',
  says: 'a view holds a member alive only in an incarnation in which it said so',
  cost: 'change',
  begin: ({ world, report }) => ({
    changed(observer, subject, _from, to) {
      if (to !== core.ALIVE || subject >= world.nodes) return
      const incarnation = core.incarnationOf(wordIn(world, observer, subject))
      if (!world.truth.hasSpoken(subject, incarnation)) {
        report('S4', observer, subject, `alive in ${incarnation}, which it never said`)
      }
    },
  }),
}

export const noZombie: Check = {
  name: 'S13',
  says: 'what was forgotten does not come back with the word it had, or a lower one',
  cost: 'change',
  begin({ world, report }) {
    const words = history(world)
    const forgotten = new Pairs(world.nodes, UNKNOWN)
    return {
      booted(index) {
        words.clear(index)
        forgotten.clear(index)
      },
      changed(observer, subject, _from, to) {
        if (to === core.ABSENT) {
          forgotten.set(observer, subject, words.get(observer, subject))
          return
        }
        const word = wordIn(world, observer, subject)
        words.set(observer, subject, word)
        const buried = forgotten.get(observer, subject)
        if (word <= buried) report('S13', observer, subject, `${word} is back after ${buried}`)
        forgotten.set(observer, subject, UNKNOWN)
      },
    }
  },
}

export const leftForGood: Check = {
  name: 'S14',
  says: 'nobody revives a life that has left, or shows its leave as a failure',
  cost: 'change',
  begin: ({ world, report }) => ({
    changed(observer, subject, from, to) {
      if (to === core.ABSENT || subject >= world.nodes || subject === observer) return
      const incarnation = core.incarnationOf(wordIn(world, observer, subject))
      const leftIn = world.truth.leftIn[subject]
      const stale = leftIn >= 0 && incarnation <= leftIn
      if (stale && from === core.LEFT) {
        report('S14', observer, subject, `had left, now ${core.STATE_NAMES[to]}`)
      }
    },
  }),
}

/** What may follow what in the events about one member. */
const FOLLOWS: readonly (readonly core.Standing[])[] = [
  /* alive */ [core.ALIVE, core.SUSPECT, core.FAULTY, core.LEFT],
  /* suspect */ [core.ALIVE, core.SUSPECT, core.FAULTY, core.LEFT],
  /* faulty */ [core.ALIVE, core.SUSPECT, core.FAULTY, core.LEFT, core.ABSENT],
  /* left */ [core.ALIVE, core.SUSPECT, core.FAULTY, core.LEFT, core.ABSENT],
  /* absent */ [core.ALIVE],
]

export const story: Check = {
  name: 'S15',
  says: 'the events about a member make a story: each begins where the last one ended',
  cost: 'change',
  begin({ world, report }) {
    const standings = new Pairs(world.nodes, world.startedTogether ? core.ALIVE : core.ABSENT)
    return {
      booted(index) {
        standings.clear(index)
        if (!world.startedTogether || world.time > 0) {
          for (let j = 0; j < world.nodes; j++) standings.set(index, j, core.ABSENT)
        }
        standings.set(index, index, core.ALIVE)
      },
      changed(observer, subject, from, to) {
        if (subject >= world.nodes) return
        const was = standings.get(observer, subject) as core.Standing
        standings.set(observer, subject, to)
        const superseded = subject === observer && to === core.ABSENT
        if (superseded || (was === from && FOLLOWS[from].includes(to))) return
        const [a, b, c] = [was, from, to].map((state) => core.STATE_NAMES[state])
        report('S15', observer, subject, `was ${a}, then ${b} became ${c}`)
      },
      end() {
        for (const observer of world.running()) {
          if (world.nodes > 256) return
          for (let subject = 0; subject < world.nodes; subject++) {
            if (standings.get(observer, subject) === world.standing(observer, subject)) continue
            report('S15', observer, subject, 'the events do not add up to the members')
          }
        }
      },
    }
  },
}

export const apart: Check = {
  name: 'S22',
  says: 'clusters of other names never mix',
  cost: 'change',
  begin: ({ world, report }) => ({
    changed(observer, subject, _from, to) {
      if (to === core.ABSENT || subject >= world.nodes) return
      if (world.clusterOf(observer) !== world.clusterOf(subject)) {
        report('S22', observer, subject, `of ${world.clusterOf(subject)} is known`)
      }
    },
  }),
}
