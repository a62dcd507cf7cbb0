// A large cluster in virtual time, whose members each set 64 KiB of state at once: the worst case.
// Does spreading it disturb detection, and what does it cost a member?
//
// The members are real ones; only that each holds its own copy of the bytes is left out, or a
// thousand would need 64 GB.
import { simulate } from 'gyre/sim'
import { Holding } from '../dist/lib/state/holding.js'
import { cpuSeconds, median, percentile, table } from './report.js'

const ENTRIES = 64
const ENTRY_BYTES = 980
const SEE_MS = 6_000
const EVERY_MS = 8_000

/** Has all copies of an entry be one; returns what ends that. */
function shareCopies() {
  const { put } = Holding.prototype
  const known = new Map()
  Holding.prototype.put = function (fact) {
    const name = `${this.owner} ${this.life} ${fact.version}`
    if (!known.has(name)) known.set(name, { ...fact, value: Uint8Array.from(fact.value) })
    put.call(this, known.get(name))
  }
  return () => {
    Holding.prototype.put = put
  }
}

/** Members that are killed one after another, and when the others knew. */
class Kills {
  falseFaulty = 0

  constructor(world, clusters) {
    this.world = world
    this.living = new Map(clusters.entries())
    this.seen = []
    for (const cluster of clusters) {
      cluster.on('member', ({ id, state }) => {
        if (state !== 'faulty') return
        if (id === this.victim) this.seen.push(world.now - this.at)
        else if (!this.dead.has(id)) this.falseFaulty++
      })
    }
    this.dead = new Set()
  }

  /** Milliseconds after which each of the others knew. */
  async one() {
    const index = [...this.living.keys()].at(-1)
    this.victim = this.living.get(index).id
    this.dead.add(this.victim)
    this.living.delete(index)
    this.at = this.world.now
    this.seen = []
    this.world.crash(index)
    await this.world.sleep(SEE_MS)
    const missing = Array(this.living.size - this.seen.length).fill(Infinity)
    return [...this.seen, ...missing]
  }

  async some(count) {
    const times = []
    for (let i = 0; i < count; i++) times.push(...(await this.one()))
    return times
  }
}

/** @param {{ nodes?: number, kills?: number }} sizes */
export async function benchStates({ nodes = 1_000, kills = 3 } = {}) {
  const end = shareCopies()
  try {
    const figures = { nodes }
    await simulate({ nodes, limitMs: 36e5 }, async (world) => {
      const clusters = await world.joinAll()
      await world.until(() => clusters.every(({ members }) => members.length === nodes), 120_000)
      await world.sleep(5_000)
      const run = new Kills(world, clusters)
      figures.before = await run.some(kills)
      const all = [...run.living.values()]
      for (const { state } of all) {
        for (let i = 0; i < ENTRIES; i++) state.set(`k${i}`, new Uint8Array(ENTRY_BYTES).fill(i))
      }
      const [startedMs, cpu] = [world.now, cpuSeconds()]
      const last = `k${ENTRIES - 1}`
      const has = (one, other) => one.state.get(last, other.id) !== undefined
      const whole = () => {
        const living = [...run.living.values()]
        return living.every((one) => living.every((other) => has(one, other)))
      }
      figures.during = []
      while (!whole() && run.living.size > nodes / 2) {
        figures.during.push(...(await run.one()))
        await world.sleep(EVERY_MS - SEE_MS)
      }
      figures.whole = whole()
      figures.seconds = (world.now - startedMs) / 1_000
      figures.corePart = (cpuSeconds() - cpu) / figures.seconds / nodes
      figures.after = await run.some(kills)
      figures.falseFaulty = run.falseFaulty
    })
    return figures
  } finally {
    end()
  }
}

export function describeStates(figures) {
  const { nodes, before, during, after, whole, seconds, corePart, falseFaulty } = figures
  const known = (times) => `${median(times).toFixed(0)} / ${percentile(times, 0.99).toFixed(0)}`
  return table(`${nodes} simulated members set 64 KiB of state each, all at once`, [
    ['all have all, virtual seconds later, at the most', whole ? seconds.toFixed(0) : 'never'],
    ['  CPU of a member meanwhile, % of a core', (100 * corePart).toFixed(2)],
    ['a crash known to all, median / p99 ms: before', known(before)],
    ['  while the state spreads', known(during)],
    ['  afterwards', known(after)],
    ['healthy members called faulty', String(falseFaulty)],
  ])
}
