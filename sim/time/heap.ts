import type { Scheduler } from './scheduler.js'

/**
 * The second scheduler: a 4-ary heap on (time, order of scheduling), in typed arrays. Slower than
 * the wheel, and so simple that the wheel is checked against it.
 */
export class Heap implements Scheduler {
  private times = new Float64Array(1_024)
  private orders = new Int32Array(1_024)
  /** value * 4 + kind */
  private payloads = new Int32Array(1_024)
  private size = 0
  private order = 0
  time = 0
  kind = 0
  value = 0

  get length(): number {
    return this.size
  }

  push(time: number, kind: number, value: number): void {
    if (this.size === this.times.length) this.grow()
    let place = this.size++
    const order = (this.order = (this.order + 1) | 0)
    while (place > 0) {
      const parent = (place - 1) >> 2
      // An equal time was scheduled earlier, so it stays above.
      if (this.times[parent] <= time) break
      this.move(parent, place)
      place = parent
    }
    this.put(place, time, order, value * 4 + kind)
  }

  next(limit: number): boolean {
    if (this.size === 0 || this.times[0] > limit) return false
    this.time = this.times[0]
    this.kind = this.payloads[0] & 3
    this.value = this.payloads[0] >> 2
    const last = --this.size
    const { times, orders, payloads } = this
    const time = times[last]
    const order = orders[last]
    const payload = payloads[last]
    let place = 0
    for (;;) {
      const child = this.firstChild(place)
      if (child === 0) break
      const childFirst = times[child] < time || (times[child] === time && this.older(child, order))
      if (!childFirst) break
      this.move(child, place)
      place = child
    }
    this.put(place, time, order, payload)
    return true
  }

  /** Looks no further than the next one. */
  ahead(out: Int32Array): number {
    if (this.size === 0 || out.length === 0) return 0
    out[0] = this.payloads[0]
    return 1
  }

  /** The child that is due first; 0 if there is none. Four children halve the depth of two. */
  private firstChild(place: number): number {
    const { times } = this
    const start = 4 * place + 1
    if (start >= this.size) return 0
    const end = Math.min(start + 4, this.size)
    let first = start
    for (let child = start + 1; child < end; child++) {
      if (times[child] > times[first]) continue
      if (times[child] < times[first] || this.older(child, this.orders[first])) first = child
    }
    return first
  }

  /** Orders may wrap around: what counts is their difference. */
  private older(place: number, order: number): boolean {
    return ((this.orders[place] - order) | 0) < 0
  }

  private move(from: number, to: number): void {
    this.put(to, this.times[from], this.orders[from], this.payloads[from])
  }

  private put(place: number, time: number, order: number, payload: number): void {
    this.times[place] = time
    this.orders[place] = order
    this.payloads[place] = payload
  }

  private grow(): void {
    const capacity = this.times.length * 2
    const times = new Float64Array(capacity)
    const orders = new Int32Array(capacity)
    const payloads = new Int32Array(capacity)
    times.set(this.times)
    orders.set(this.orders)
    payloads.set(this.payloads)
    Object.assign(this, { times, orders, payloads })
  }
}
