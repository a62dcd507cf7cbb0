import * as core from '../../lib/core/index.js'
import { Ring } from '../../lib/ring/index.js'
import { draw } from '../network/draw.js'
import { World } from '../world/world.js'
import * as E from './experiment.js'

// How evenly the ring divides, and what that costs. Checks of ownership come with its own layer.

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
  tiny: { trials: 6, largest: 10 },
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

export const failover: E.Experiment = {
  name: 'failover',
  says: 'one owner crashes: how long its slots have no owner alive that knows it, or two',
  source: 'gyre',
  expected: 'lan: unowned p50 ≤ 2 s, p99 ≤ 5 s; dual 0',
  takes: { crashes: 40, largest: 64 },
  tiny: { crashes: 3, largest: 8 },
  measure({ crashes, largest }, seed) {
    return [8, 16, 64]
      .filter((nodes) => nodes <= largest)
      .flatMap((nodes) => {
        const all = Array.from({ length: crashes }, (_, i) => failoverOf(nodes, seed + 31 * i))
        const unowned = all.flatMap((one) => one.unowned)
        return [
          E.atMost(`n ${nodes}: unowned, p50 s`, 2, E.percentile(unowned, 0.5)),
          E.atMost(`n ${nodes}: unowned, p99 s`, 5, E.percentile(unowned, 0.99)),
          E.atMost(`n ${nodes}: dual, slot-seconds`, 0, E.mean(all.map((one) => one.dual))),
        ]
      })
  },
}

/** A slot's owner takes over when its own view says so: when it holds the dead one faulty. */
function failoverOf(nodes: number, seed: number): { unowned: number[]; dual: number } {
  const world = new World({ nodes, seed })
  const slots = 512
  const before = new Ring({ slots })
  const after = new Ring({ slots })
  before.update(others(nodes, -1))
  after.update(others(nodes, 0))
  const moved = Array.from({ length: slots }, (_, s) => s).filter(
    (s) => before.ownersOfSlot(s)[0] === 'node-0',
  )
  const knowsAt = new Map<string, number>()
  world.watch({
    changed(observer, subject, _from, to) {
      const id = world.id(observer)
      if (subject === 0 && to === core.FAULTY && !knowsAt.has(id)) knowsAt.set(id, world.now)
    },
  })
  world.run(2_000)
  world.crash(0)
  world.run(30_000)
  const waits = moved.map(
    (slot) => (Number(knowsAt.get(after.ownersOfSlot(slot)[0])) - 2_000) / 1_000,
  )
  // One who does not know yet still names the dead: nobody but the new owner ever claims the slot,
  // and a slot that did not move has one owner in both views, load bound aside.
  const shifted = Array.from({ length: slots }, (_, s) => s).filter((s) => {
    const [old] = before.ownersOfSlot(s)
    return old !== 'node-0' && old !== after.ownersOfSlot(s)[0]
  })
  const dual = shifted.map((slot) => {
    const taken = Number(knowsAt.get(after.ownersOfSlot(slot)[0]))
    const given = Number(knowsAt.get(before.ownersOfSlot(slot)[0]))
    return Math.max(0, given - taken) / 1_000
  })
  return { unowned: waits, dual: dual.reduce((sum, one) => sum + one, 0) }
}

function others(nodes: number, except: number): { id: string }[] {
  const all = Array.from({ length: nodes }, (_, i) => i).filter((i) => i !== except)
  return all.map((i) => ({ id: `node-${i}` }))
}
