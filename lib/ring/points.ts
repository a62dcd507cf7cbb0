import { fmix32 } from '../base/hash.js'
import { vacancy, type Handle, type Ranking } from './ranking.js'
import { slotHash, type Contender } from './score.js'

/** 2³²: once around the circle. */
const CIRCLE = 4_294_967_296

/**
 * Points on a circle, many for each contender (Karger et al. 1997; ketama): a slot prefers whoever has
 * the first point clockwise of where the slot begins, then the next one's, and so on.
 *
 *     a point:  fmix32(fmix32(a ^ fmix32(i ^ s)) + b), unsigned; i = 0 … round(points · weight) − 1
 *     a, b and s as in score.ts
 */
export class Points implements Ranking {
  readonly contenders: (Contender | undefined)[] = []
  private count = 0
  private readonly slots: number
  private readonly seed: number
  private readonly each: number
  /** All points, ascending, and whose they are; ties go by id. */
  private places: Float64Array = new Float64Array(0)
  private holders: Uint16Array = new Uint16Array(0)
  /** The points of each contender, ascending. */
  private readonly own: Float64Array[] = []
  private stale = false

  constructor(slots: number, seed: number, each: number) {
    this.slots = slots
    this.seed = seed
    this.each = each
  }

  get size(): number {
    return this.count
  }

  add(who: Contender): Handle {
    const handle = vacancy(this.contenders)
    this.contenders[handle] = who
    const number = Math.max(1, Math.round(this.each * who.weight))
    this.own[handle] = Float64Array.from({ length: number }, (_, i) => this.point(who, i)).sort()
    this.count++
    this.stale = true
    return handle
  }

  remove(handle: Handle): void {
    this.contenders[handle] = undefined
    this.count--
    this.stale = true
  }

  /** The circle is put together anew when it is next looked at. */
  enter(): void {}

  withdraw(): void {}

  at(slot: number, rank: number): Handle {
    this.refresh()
    const { length } = this.places
    const start = firstFrom(this.places, this.beginning(slot))
    const seen: Handle[] = []
    for (let step = 0; seen.length <= rank; step++) {
      const handle = this.holders[(start + step) % length]
      if (!seen.includes(handle)) seen.push(handle)
    }
    return seen[rank]
  }

  /** How far clockwise of the slot's beginning its nearest point is. */
  costOf(handle: Handle, slot: number): number {
    const own = this.own[handle]
    const beginning = this.beginning(slot)
    const nearest = own[firstFrom(own, beginning) % own.length]
    return nearest >= beginning ? nearest - beginning : nearest - beginning + CIRCLE
  }

  clone(): Points {
    const copy = new Points(this.slots, this.seed, this.each)
    copy.contenders.push(...this.contenders)
    copy.own.push(...this.own)
    copy.count = this.count
    copy.stale = true
    return copy
  }

  private beginning(slot: number): number {
    return (slot / this.slots) * CIRCLE
  }

  private point(who: Contender, i: number): number {
    return fmix32((fmix32(who.hash ^ slotHash(i, this.seed)) + who.hashHigh) | 0) >>> 0
  }

  private refresh(): void {
    if (!this.stale) return
    this.stale = false
    const all: { place: number; handle: Handle; id: string }[] = []
    this.contenders.forEach((who, handle) => {
      if (who === undefined) return
      for (const place of this.own[handle]) {
        all.push({ place, handle, id: who.id })
      }
    })
    all.sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
    this.places = Float64Array.from(all, ({ place }) => place)
    this.holders = Uint16Array.from(all, ({ handle }) => handle)
  }
}

/** The index of the first value not below `least`; the length if there is none. */
function firstFrom(values: Float64Array, least: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle] < least) low = middle + 1
    else high = middle
  }
  return low
}
