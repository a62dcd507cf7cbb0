/**
 * What happens when: a binary heap on (time, order of scheduling), in typed arrays. Times are
 * whole microseconds of virtual time. Each entry carries a kind and one number for its owner.
 */
export class Scheduler {
  private times = new Float64Array(1_024)
  private orders = new Float64Array(1_024)
  private kinds = new Uint8Array(1_024)
  private values = new Int32Array(1_024)
  private size = 0
  private order = 0
  /** The entry taken out last. */
  time = 0
  kind = 0
  value = 0

  get length(): number {
    return this.size
  }

  /** When the next entry is due; Infinity without any. */
  get nextTime(): number {
    return this.size === 0 ? Infinity : this.times[0]
  }

  push(time: number, kind: number, value: number): void {
    if (this.size === this.times.length) this.grow()
    let place = this.size++
    const order = this.order++
    while (place > 0) {
      const parent = (place - 1) >> 1
      // An equal time was scheduled earlier, so it stays above.
      if (this.times[parent] <= time) break
      this.move(parent, place)
      place = parent
    }
    this.put(place, time, order, kind, value)
  }

  /** Takes out the next entry, into `time`, `kind` and `value`. The heap must not be empty. */
  pop(): void {
    this.time = this.times[0]
    this.kind = this.kinds[0]
    this.value = this.values[0]
    const last = --this.size
    const time = this.times[last]
    const order = this.orders[last]
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= last) break
      if (child + 1 < last && this.before(child + 1, child)) child++
      const earlier = this.times[child] < time
      if (!earlier && !(this.times[child] === time && this.orders[child] < order)) break
      this.move(child, place)
      place = child
    }
    this.put(place, time, order, this.kinds[last], this.values[last])
  }

  private before(a: number, b: number): boolean {
    const [timeA, timeB] = [this.times[a], this.times[b]]
    return timeA < timeB || (timeA === timeB && this.orders[a] < this.orders[b])
  }

  private move(from: number, to: number): void {
    this.put(to, this.times[from], this.orders[from], this.kinds[from], this.values[from])
  }

  private put(place: number, time: number, order: number, kind: number, value: number): void {
    this.times[place] = time
    this.orders[place] = order
    this.kinds[place] = kind
    this.values[place] = value
  }

  private grow(): void {
    const capacity = this.times.length * 2
    const [times, orders] = [new Float64Array(capacity), new Float64Array(capacity)]
    const [kinds, values] = [new Uint8Array(capacity), new Int32Array(capacity)]
    times.set(this.times)
    orders.set(this.orders)
    kinds.set(this.kinds)
    values.set(this.values)
    Object.assign(this, { times, orders, kinds, values })
  }
}
