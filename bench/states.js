// Large clusters in virtual time, with 64 KiB of state a member: does it disturb detection, and what
// does it cost a member?
//
//   from nothing   all set their whole state at once: the worst case
//   when all know  each member rewrites a part of its own again and again, and a newcomer fetches all
//
// The members are real ones; only that each holds its own copy of the bytes is left out, or a
// thousand would need 64 GB.
import { simulate } from 'gyre/sim'
import { MemberState } from '../dist/lib/state/member-state.js'
import { cpuSeconds, median, percentile, table } from './report.js'

const ENTRIES = 16
const ENTRY_BYTES = 4_000
const LAST = `k${ENTRIES - 1}`
const REWRITE_MS = 30_000
const REWRITE_BYTES = 400
const SEE_MS = 6_000
const EVERY_MS = 8_000

/** Has all copies of an entry be one; returns what ends that. */
function shareCopies() {
  const { put } = MemberState.prototype
  const known = new Map()
  MemberState.prototype.put = function (fact) {
    const name = `${this.owner} ${this.run} ${fact.version}`
    if (!known.has(name)) known.set(name, { ...fact, value: Uint8Array.from(fact.value) })
    put.call(this, known.get(name))
  }
  return () => {
    MemberState.prototype.put = put
  }
}

/** Members that are killed one after another, and when the others knew. */
class Kills {
  falseFaulty = 0
  dead = new Set()

  constructor(world, clusters) {
    this.world = world
    this.living = new Map(clusters.entries())
    for (const cluster of clusters) {
      cluster.on('member', ({ id, state }) => {
        if (state !== 'faulty') return
        if (id === this.victim) this.seen.push(world.now - this.at)
        else if (!this.dead.has(id)) this.falseFaulty++
      })
    }
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

  /** Kills again and again until the condition holds. */
  async until(holds) {
    const [startedMs, cpu] = [this.world.now, cpuSeconds()]
    const most = this.living.size / 2
    const times = []
    do {
      times.push(...(await this.one()))
      await this.world.sleep(EVERY_MS - SEE_MS)
    } while (!holds() && this.living.size > most)
    const seconds = (this.world.now - startedMs) / 1_000
    const corePart = (cpuSeconds() - cpu) / seconds / this.living.size
    return { times, seconds, corePart, reached: holds() }
  }
}

const has = (one, other) => one.state.get(LAST, other.id) !== undefined

function setAll({ state }) {
  for (let i = 0; i < ENTRIES; i++) state.set(`k${i}`, new Uint8Array(ENTRY_BYTES).fill(i))
}

/** As if all had been told of all states long ago. */
function tellAll(clusters) {
  const states = clusters.map(({ state }) => state.spreader.states)
  const facts = states.map((own, i) => own.of(clusters[i].id).after(0))
  for (const own of states) {
    for (const one of facts) if (own.judge(one) === 'fits') own.take(one)
  }
}

/** @param {{ nodes?: number, kills?: number, told?: boolean }} sizes */
export async function benchStates({ nodes = 300, kills = 3, told = false } = {}) {
  const end = shareCopies()
  const figures = { nodes, told }
  try {
    await simulate({ nodes, limitMs: 36e5 }, async (world) => {
      // The last one is the newcomer.
      const count = nodes - 1
      const first = await world.join(0)
      const others = Array.from({ length: count - 1 }, (_, i) => world.join(i + 1))
      const clusters = [first, ...(await Promise.all(others))]
      const allSee = () => clusters.every(({ members }) => members.length === count)
      while (!allSee()) await world.sleep(500)
      await world.sleep(5_000)
      const run = new Kills(world, clusters)
      figures.before = await run.some(kills)
      const living = () => [...run.living.values()]
      for (const one of living()) setAll(one)
      if (told) {
        tellAll(living())
        await world.sleep(20_000)
        Object.assign(figures, { during: await rewritten(world, run, count) })
      } else {
        const all = () => living().every((one) => living().every((other) => has(one, other)))
        figures.during = await run.until(all)
      }
      figures.after = await run.some(kills)
      figures.falseFaulty = run.falseFaulty
    })
    return figures
  } finally {
    end()
  }
}

/** Now and then each member rewrites an entry, while a newcomer fetches what there is. */
async function rewritten(world, run, newcomer) {
  const end = new AbortController()
  const rewrite = async (one, part) => {
    await world.sleep(REWRITE_MS * part)
    for (let version = 1; !end.signal.aborted; version++) {
      one.state.set('load', new Uint8Array(REWRITE_BYTES).fill(version))
      await world.sleep(REWRITE_MS)
    }
  }
  let place = 0
  for (const one of run.living.values()) void rewrite(one, place++ / run.living.size)
  const late = await world.join(newcomer)
  const during = await run.until(() => [...run.living.values()].every((other) => has(late, other)))
  end.abort()
  return during
}

export function describeStates({ nodes, told, before, during, after, falseFaulty }) {
  const known = (times) => `${median(times).toFixed(0)} / ${percentile(times, 0.99).toFixed(0)}`
  const what = told
    ? `each rewriting ${REWRITE_BYTES} B every ${REWRITE_MS / 1_000} s, while a newcomer fetches all`
    : 'set all at once'
  const who = told ? 'the newcomer has all' : 'all have all'
  return table(`${nodes} simulated members with 64 KiB of state each, ${what}`, [
    [`${who}, virtual seconds later at the most`, during.reached ? `${during.seconds}` : 'never'],
    ['  CPU of a member meanwhile, % of a core', (100 * during.corePart).toFixed(2)],
    ['a crash known to all, median / p99 ms: before', known(before)],
    ['  meanwhile', known(during.times)],
    ['  afterwards', known(after)],
    ['healthy members called faulty', String(falseFaulty)],
  ])
}
