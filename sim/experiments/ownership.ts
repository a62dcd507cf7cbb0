import type { Reason, Term } from '../../lib/ownership/index.js'
import { Owners } from '../world/rings/owners.js'
import { RingCheck } from '../checks/rings/ring-check.js'
import type { RingNode } from '../world/rings/ring-node.js'
import { DEFAULT_RING, type RingPlan } from '../plans/ring-plan.js'
import { World } from '../world/world.js'
import * as E from './experiment.js'

// Who acts for a slot after a crash; and what a late writer does where nothing fences it.

/** Time for all to own what is theirs. */
const SETTLE_MS = 5_000

/** A world with a ring on it, in which all own what is theirs. */
function settled(nodes: number, seed: number, ring: Partial<RingPlan>, ms: number): Owners {
  const world = new World({ nodes, seed })
  const owners = new Owners(world, { ...DEFAULT_RING, ...ring })
  world.run(ms)
  return owners
}

export const failover: E.Experiment = {
  name: 'failover',
  says: 'one owner dies: how long its slots have no owner, or two',
  source: 'gyre',
  expected: 'lan: unowned p50 ≤ 2 s, p99 ≤ 5 s; dual 0',
  takes: { crashes: 40, largest: 64 },
  tiny: { crashes: 3, largest: 8 },
  measure({ crashes, largest }, seed) {
    return (['kill', 'crash'] as const).flatMap((how) => {
      const name = how === 'kill' ? 'process' : 'host'
      return [8, 16, 64]
        .filter((nodes) => nodes <= largest)
        .flatMap((nodes) => {
          const all = Array.from({ length: crashes }, (_, i) => {
            return failoverOf(nodes, seed + 31 * i, how)
          })
          const unowned = all.flatMap((one) => one.unowned)
          return [
            E.atMost(`${name} gone, n ${nodes}: unowned, p50 s`, 2, E.percentile(unowned, 0.5)),
            E.atMost(`${name} gone, n ${nodes}: unowned, p99 s`, 5, E.percentile(unowned, 0.99)),
            E.atMost(
              `${name} gone, n ${nodes}: dual, slot-seconds`,
              0,
              E.mean(all.map((one) => one.dual)),
            ),
          ]
        })
    })
  },
}

function failoverOf(
  nodes: number,
  seed: number,
  how: 'kill' | 'crash',
): { unowned: number[]; dual: number } {
  const owners = settled(nodes, seed, { slots: 512 }, SETTLE_MS)
  const { world } = owners
  const lost = new Set(owners.node(0)?.machine.heldSlots.keys())
  const unowned: number[] = []
  const judge = new RingCheck(owners, () => {}, false)
  const diedAt = world.now
  owners.observe(judge)
  owners.observe({
    acquired(_node: RingNode, slots: readonly number[], _term: Term, _from, reason: Reason) {
      if (reason !== 'failure') return
      for (const slot of slots) if (lost.delete(slot)) unowned.push((world.now - diedAt) / 1_000)
    },
  })
  world[how](0)
  world.run(30_000)
  judge.end()
  // What nobody has taken yet has been without an owner for all that time.
  return { unowned: [...unowned, ...[...lost].map(() => 30)], dual: judge.spans.dualMs / 1_000 }
}

export const fencing: E.Experiment = {
  name: 'fencing',
  says: 'majority: an owner checks, stands still for too long, and then writes',
  source: 'Kleppmann 2016, How to do distributed locking',
  expected:
    'within the pause budget no late write; beyond it there are, and a guard refuses them all',
  takes: { runs: 30 },
  tiny: { runs: 2 },
  measure({ runs }, seed) {
    const all = (pauseMs: number): Written[] => {
      return Array.from({ length: runs }, (_, i) => writesOf(seed + 17 * i, pauseMs))
    }
    const sum = (of: readonly Written[], what: keyof Written): number => {
      return of.reduce((total, one) => total + one[what], 0)
    }
    const { takeAfterMs, stopAfterMs } = DEFAULT_RING
    const within = all((takeAfterMs - stopAfterMs) / 2)
    const beyond = all(6 * takeAfterMs)
    return [
      E.near('pause within the budget: late writes', 0, sum(within, 'late'), 0),
      E.atLeast('pause beyond it: late writes without a guard', 1, sum(beyond, 'late')),
      E.near('pause beyond it: late writes that a guard lets through', 0, sum(beyond, 'passed'), 0),
      E.told('writes in all', sum(within, 'all') + sum(beyond, 'all')),
    ]
  },
}

interface Written {
  readonly all: number
  /** Writes under a lower term than one that was there before. */
  readonly late: number
  /** Those of them that got past a guard which refuses lower terms. */
  readonly passed: number
}

const NODES = 5
const WRITE_EVERY_US = 50_000

/** Every owner writes to its slots all the time; node 0 stands still between a check and its write. */
function writesOf(seed: number, pauseMs: number): Written {
  const owners = settled(NODES, seed, { mode: 'majority', slots: 16 }, 2 * SETTLE_MS)
  const { world } = owners
  const highest = new Map<number, Term>()
  const guarded = new Map<number, Term>()
  let [all, late, passed] = [0, 0, 0]
  const write = (slot: number, term: Term): void => {
    all++
    const isLate = term < (highest.get(slot) ?? 0n)
    if (isLate) late++
    else highest.set(slot, term)
    // The guard of docs/ownership.md: where term <= ?
    if ((guarded.get(slot) ?? 0n) > term) return
    guarded.set(slot, term)
    passed += Number(isLate)
  }
  const writeAll = (): void => {
    for (const node of owners.all()) {
      if ((world.process(node.index).machine?.frozenUntil ?? 0) > world.time) continue
      for (const [slot, { term }] of node.machine.heldSlots) if (node.acts(slot)) write(slot, term)
    }
    world.after(WRITE_EVERY_US, writeAll)
  }
  world.after(0, writeAll)
  world.after(1_000_000, () => {
    const node = owners.node(0) as RingNode
    const checked = [...node.machine.heldSlots.values()].filter(({ slot }) => node.acts(slot))
    world.stall(0, pauseMs)
    // It wakes up where it stood: after the check, before the write.
    world.after(pauseMs * 1_000, () => {
      for (const { slot, term } of checked) write(slot, term)
    })
  })
  world.run(8 * SETTLE_MS)
  return { all, late, passed }
}
