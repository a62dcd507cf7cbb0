import * as core from '../../lib/core/index.js'
import { World } from '../world/world.js'
import * as E from './experiment.js'

/** Between the moment when all know of a newcomer, and its crash. */
const SHORT_LIFE_MS = 100
/** For an accusation, and for its verdict after that. */
const WAIT_MS = 60_000

export const newcomers: E.Experiment = {
  name: 'newcomer-crash',
  says: 'a process that crashes as soon as all know of it is noticed like one that has long been there',
  source: 'probes in turn, newcomers at a random place of the turn: SWIM (2002), §4.3',
  expected: 'no later accused, under lan and under memberlist’s defaults',
  takes: { nodes: 32, crashes: 100 },
  tiny: { nodes: 8, crashes: 12 },
  measure({ nodes, crashes }, seed) {
    return (['lan', 'memberlist-lan'] as const).flatMap((profile) => {
      const { young, old } = accusedAfter(profile, nodes, crashes, seed)
      return [
        E.told(`${profile}: long there, mean s`, E.mean(old)),
        E.atMost(`${profile}: just joined, mean s`, 1.1 * E.mean(old), E.mean(young)),
      ]
    })
  },
}

/** Seconds until somebody accused those who had just joined, and those who had not. */
function accusedAfter(profile: core.ProfileName, nodes: number, crashes: number, seed: number) {
  const world = new World({ nodes: nodes + 2 * crashes, seed, profile, start: 'empty' })
  let accused = -1
  world.observe({
    changed(_observer, subject, _from, to) {
      if (to === core.SUSPECT) accused = subject
    },
  })
  const live = (): number[] => world.running()
  const allKnow = (): boolean => {
    return live().every((index) => world.node(index).liveCount === live().length)
  }
  let next = 0
  const join = (): number => {
    world.boot(next, next === 0 ? undefined : live()[0])
    world.runUntil(allKnow, WAIT_MS)
    return next++
  }
  const crash = (index: number): number => {
    const atMs = world.now
    world.crash(index)
    world.runUntil(() => accused === index, WAIT_MS)
    const seconds = (world.now - atMs) / 1_000
    world.runUntil(allKnow, WAIT_MS)
    return seconds
  }
  for (let i = 0; i < nodes; i++) join()
  const young: number[] = []
  const old: number[] = []
  for (let i = 0; i < crashes; i++) {
    const newcomer = join()
    world.run(SHORT_LIFE_MS)
    young.push(crash(newcomer))
    // Another one takes the place of whoever was there before.
    join()
    world.run(world.protocol.periodMs * 2)
    old.push(crash(live()[1]))
  }
  return { young, old }
}
