import * as core from '../../lib/core/index.js'
import type { Observer } from '../world/observer.js'
import type { WorldOptions } from '../world/world-options.js'
import { World } from '../world/world.js'

/** A world under measurement: who came to hold whom dead, and when. */
export class Watched implements Observer {
  readonly world: World
  /** Of each subject: the times in ms at which observers came to hold it suspect, and faulty. */
  private readonly suspects = new Map<number, number[]>()
  private readonly faulty = new Map<number, number[]>()
  /** Pairs in which somebody who was up turned faulty; and those whose observer was healthy. */
  falseDeaths = 0
  falseDeathsSeenByHealthy = 0
  /** Members whose word is not to be trusted: they are stalled, or cut off. */
  readonly anomalous: Set<number> = new Set<number>()

  constructor(options: WorldOptions) {
    this.world = new World({ ...options, observers: [this, ...(options.observers ?? [])] })
  }

  changed(observer: number, subject: number, from: core.Standing, to: core.Standing): void {
    if (observer === subject || from === to) return
    if (to === core.SUSPECT) note(this.suspects, subject, this.world.time)
    if (to !== core.FAULTY) return
    note(this.faulty, subject, this.world.time)
    const gone = this.world.truth.up[subject] === 0 || this.anomalous.has(subject)
    if (gone) return
    this.falseDeaths++
    if (!this.anomalous.has(observer)) this.falseDeathsSeenByHealthy++
  }

  /** Lets go of what was seen of a member that starts again. */
  forget(subject: number): void {
    this.suspects.delete(subject)
    this.faulty.delete(subject)
  }

  /** Seconds from a time in ms to the first suspicion; NaN: there was none. */
  firstSuspect(subject: number, sinceMs: number): number {
    return (Number(this.suspects.get(subject)?.[0]) - sinceMs) / 1_000
  }

  firstFaulty(subject: number, sinceMs: number): number {
    return (Number(this.faulty.get(subject)?.[0]) - sinceMs) / 1_000
  }

  /** Seconds until the last of so many observers held it faulty; NaN: not all do. */
  fullyFaulty(subject: number, sinceMs: number, observers: number): number {
    const times = this.faulty.get(subject) ?? []
    return times.length < observers ? NaN : (Math.max(...times) - sinceMs) / 1_000
  }

  /** What all that are up have counted, together. */
  total(counter: keyof core.Counters): number {
    const { world } = this
    return world.running().reduce((sum, index) => sum + world.node(index).counters[counter], 0)
  }
}

function note(map: Map<number, number[]>, key: number, timeUs: number): void {
  const times = map.get(key)
  if (times === undefined) map.set(key, [timeUs / 1_000])
  else times.push(timeUs / 1_000)
}
