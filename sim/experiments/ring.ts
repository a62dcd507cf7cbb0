import { Ring } from '../../lib/ring/index.js'
import { draw } from '../network/draw.js'
import * as E from './experiment.js'

// How evenly the ring divides, and what that costs.

function ringOf(count: number, options: ConstructorParameters<typeof Ring>[0], salt: number): Ring {
  const ring = new Ring(options)
  ring.update(Array.from({ length: count }, (_, i) => ({ id: `member-${salt}-${i}` })))
  return ring
}

/** Slots of each member. */
function shares(ring: Ring): number[] {
  return [...ring.loads().values()]
}

export const balance: E.Experiment = {
  name: 'ring-balance',
  says: 'the greatest share by slots for each member, without and with the load bound',
  source: 'modelled: relative deviation √((n−1)/(nV+1))',
  expected: 'unbounded, V = Q/n: as the formula; bounded: at most 1.25 of a fair share, rounded up',
  takes: { trials: 20, largest: 1_000 },
  tiny: { trials: 2, largest: 10 },
  measure({ trials, largest }, seed) {
    const sizes = [10, 100, 1_000].filter((nodes) => nodes <= largest)
    return sizes.flatMap((nodes) =>
      [1_024, 65_536].flatMap((slots) => {
        const spreads: number[] = []
        let greatest = 0
        for (let trial = 0; trial < trials; trial++) {
          const salt = seed * 1_000 + trial
          const free = shares(ringOf(nodes, { slots, loadBound: Infinity }, salt))
          spreads.push(E.deviation(free) / (slots / nodes))
          const bound = shares(ringOf(nodes, { slots }, salt))
          greatest = Math.max(greatest, Math.max(...bound) / (slots / nodes))
        }
        const part = slots / nodes
        // Highest score wins each slot by itself: a binomial number of slots each.
        const expected = Math.sqrt((nodes - 1) / (nodes * part))
        const spread = (3 * expected) / Math.sqrt(2 * nodes * trials)
        return [
          E.near(
            `n ${nodes}, V ${part.toFixed(1)}: deviation`,
            expected,
            E.mean(spreads),
            spread + 0.05 * expected,
          ),
          E.atMost(
            `n ${nodes}, V ${part.toFixed(1)}: bounded, max share`,
            Math.ceil(1.25 * part) / part,
            greatest,
          ),
        ]
      }),
    )
  },
}

export const bound: E.Experiment = {
  name: 'ring-bound',
  says: 'what the load bound costs: slots off their first choice, moves beyond the least',
  source: 'modelled',
  expected: 'c 1.25: 0.15 % off first choice, at most .02 extra moves',
  takes: { nodes: 100, slots: 65_536, leaves: 10 },
  tiny: { nodes: 20, slots: 4_096, leaves: 3 },
  measure({ nodes, slots, leaves }, seed) {
    return [1.05, 1.1, 1.25, 1.5].flatMap((loadBound) => {
      const free = ringOf(nodes, { slots, loadBound: Infinity }, seed)
      const ring = ringOf(nodes, { slots, loadBound }, seed)
      const owners = (of: Ring): string[] =>
        Array.from({ length: slots }, (_, s) => of.ownersOfSlot(s)[0])
      const [first, held] = [owners(free), owners(ring)]
      const off = held.filter((owner, slot) => owner !== first[slot]).length / slots
      let [moved, owed] = [0, 0]
      let before = held
      for (let gone = 1; gone <= leaves; gone++) {
        const leaver = `member-${seed}-${gone - 1}`
        const members = ring.members.filter((id) => id !== leaver)
        ring.update(members.map((id) => ({ id })))
        const after = owners(ring)
        moved += after.filter((owner, slot) => owner !== before[slot]).length
        owed += before.filter((owner) => owner === leaver).length
        before = after
      }
      const cap = Math.ceil((loadBound * slots) / (nodes - leaves))
      return [
        E.atMost(`c ${loadBound}: greatest share`, cap, Math.max(...shares(ring))),
        loadBound === 1.25
          ? E.atMost(`c ${loadBound}: off first choice, %`, 0.165, 100 * off, '0.15')
          : E.told(`c ${loadBound}: off first choice, %`, 100 * off),
        loadBound === 1.25
          ? E.atMost(`c ${loadBound}: extra moves, share`, 0.022, moved / owed - 1, '.02')
          : E.told(`c ${loadBound}: extra moves, share`, moved / owed - 1),
      ]
    })
  },
}

export const order: E.Experiment = {
  name: 'ring-order',
  says: 'the same joins and leaves in any order end in the same owners',
  source: 'gyre',
  expected: 'identical',
  takes: { orders: 1_000 },
  tiny: { orders: 30 },
  measure({ orders }, seed) {
    const owners = new Set<string>()
    for (let turn = 0; turn < orders; turn++) {
      const ids = Array.from({ length: 12 }, (_, i) => `member-${i}`)
      const by = (id: string): number => draw(seed, turn, Number(id.slice(7)), 0, 0)
      const shuffled = ids.toSorted((a, b) => by(a) - by(b))
      const ring = new Ring({ slots: 256 })
      const present = new Set<string>()
      for (const id of [...shuffled, ...shuffled.filter((one) => Number(one.slice(7)) % 3 === 0)]) {
        if (!present.delete(id)) present.add(id)
        ring.update([...present].map((one) => ({ id: one })))
      }
      owners.add(Array.from({ length: 256 }, (_, slot) => ring.ownersOfSlot(slot)[0]).join())
    }
    return [E.near('different results', 1, owners.size, 0)]
  },
}
