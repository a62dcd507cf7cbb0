import { Clock } from '../../sim/time/clock.js'
import { Heap } from '../../sim/time/heap.js'
import type { Scheduler } from '../../sim/time/scheduler.js'
import { Wheel } from '../../sim/time/wheel.js'
import fc from 'fast-check'
import t from 'tap'

for (const [name, make] of [
  ['heap', () => new Heap()],
  ['wheel', () => new Wheel()],
] as const) {
  t.test(`the ${name} is a list sorted by time, then by order`, async () => {
    const delay = fc.oneof(
      fc.nat(20),
      fc.nat(5_000),
      fc.nat(20_000_000),
      fc.maxSafeNat().map((n) => n % 2 ** 38),
      fc.nat(4).map((n) => n * 4_096),
    )
    const step = fc.record({ delay, take: fc.nat(3), wait: fc.nat(10_000) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const scheduler: Scheduler = make()
        const soon = new Int32Array(5)
        let naive: { time: number; value: number }[] = []
        let now = 0
        for (const [value, { delay, take, wait }] of steps.entries()) {
          scheduler.push(now + delay, value & 3, value)
          naive.push({ time: now + delay, value })
          naive = naive.toSorted((a, b) => a.time - b.time || a.value - b.value)
          for (let i = scheduler.ahead(soon) - 1; i >= 0; i--) {
            if (soon[i] !== naive[i].value * 4 + (naive[i].value & 3)) return false
          }
          const limit = take === 0 ? now + wait : Infinity
          const most = take === 0 ? Infinity : take
          for (let taken = 0; taken < most && scheduler.next(limit); taken++) {
            const first = naive.shift()
            now = scheduler.time
            if (scheduler.value !== first?.value || scheduler.time !== first.time) return false
            if (scheduler.kind !== (first.value & 3)) return false
          }
          if (take === 0) {
            if (naive.some(({ time }) => time <= limit)) return false
            now = limit
          }
        }
        return scheduler.length === naive.length
      }),
      { numRuns: 300 },
    )
  })

  t.test(`the ${name} grows, and holds years`, async (t) => {
    const scheduler: Scheduler = make()
    t.notOk(scheduler.next(Infinity))
    t.equal(scheduler.ahead(new Int32Array(5)), 0)
    for (let i = 0; i < 3_000; i++) scheduler.push((i * 7_919) % 3_000, 0, i)
    for (let i = 0; i < 3_000; i++) {
      if (!scheduler.next(i) || scheduler.time !== i) t.fail(`out of order at ${i}`)
    }
    const year = 365 * 86_400 * 1e6
    scheduler.push(year + 5, 1, 1)
    scheduler.push(year, 1, 2)
    t.notOk(scheduler.next(year - 1))
    t.ok(scheduler.next(year))
    t.notOk(scheduler.next(year + 4))
    t.ok(scheduler.next(year + 5))
  })
}

t.test('a clock drifts against virtual time, and nothing else', async (t) => {
  const clock = new Clock()
  t.equal(clock.ms(5_000_000), 5_000)
  clock.drift(10_000_000, 1_000)
  t.equal(clock.ms(10_000_000), 10_000)
  t.equal(clock.ms(20_000_000), 20_010)
  for (const ms of [10_000, 10_001, 20_010, 99_999]) {
    t.equal(clock.ms(clock.timeOf(ms)), ms)
    t.equal(clock.ms(clock.timeOf(ms) - 1), ms - 1)
  }
})
