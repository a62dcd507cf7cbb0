import type { Own } from '../../../lib/index.js'
import { counts, withRings } from './with-rings.js'
import t from 'tap'

// Rings of real clusters, on virtual time.

t.test('loops run where the slot is, one at a time', async (t) => {
  await withRings(3, {}, async (world, clusters, rings) => {
    const running = new Map<number, number>()
    let most = 0
    const stops = rings.map((ring) => {
      return ring.each(async (own) => {
        running.set(own.slot, (running.get(own.slot) ?? 0) + 1)
        most = Math.max(most, ...running.values())
        while (!own.signal.aborted) await world.sleep(10)
        await world.sleep(30)
        running.set(own.slot, (running.get(own.slot) as number) - 1)
      })
    })
    await world.sleep(100)
    t.equal([...running.values()].filter((count) => count === 1).length, 64)
    await clusters[2].leave()
    await world.sleep(200)
    t.equal([...running.values()].filter((count) => count === 1).length, 64)
    t.equal(most, 1)
    for (const stop of stops) stop()
  })
})

t.test('a loop that throws is told, and its slot stays', async (t) => {
  await withRings(2, {}, async (world, [a], [ring]) => {
    const faults: string[] = []
    a.on('fault', (error) => void faults.push(error.message))
    const owned = ring.owned.length
    ring.each((own) => {
      if (own.slot === ring.owned[0]) throw new Error('no')
      return own.slot
    })
    await world.sleep(10)
    t.same(faults, ['no'])
    t.equal(ring.owned.length, owned)
  })
})

t.test('a listener that fails while slots move is told, and stops nothing', async (t) => {
  await withRings(2, {}, async (_world, clusters, rings) => {
    const faults: string[] = []
    clusters[1].on('fault', (error) => void faults.push(error.message))
    rings[1].on('prepare', () => Promise.reject(new Error('not ready')))
    rings[1].on('prepare', () => {
      throw new Error('nor I')
    })
    await clusters[0].leave()
    t.same(faults.toSorted(), ['nor I', 'not ready'])
    t.equal(rings[1].owned.length, 64)
  })
})

t.test('whoever listens for faults may fail, too', async (t) => {
  await withRings(1, {}, async (world, [a], [ring]) => {
    let told = 0
    a.on('fault', async () => {
      told++
      throw new Error('in the listener')
    })
    ring.each(() => {
      throw new Error('no')
    })
    await world.sleep(10)
    t.equal(told, 64)
  })
})

t.test('a run has a deadline, and can be aborted', async (t) => {
  await withRings(2, {}, async (world, [a], [ring]) => {
    const faults: string[] = []
    a.on('fault', (error) => void faults.push(error.message))
    const [slot] = ring.owned
    let aborted = false
    const never = (own: Own): Promise<void> => {
      own.signal.addEventListener('abort', () => void (aborted = true))
      return new Promise(() => {})
    }
    await t.rejects(ring.runSlot(slot, never, { timeoutMs: 100 }), { code: 'DEADLINE' })
    t.ok(aborted)
    t.match(faults, [/not done within 100 ms/])
    t.ok(ring.owned.includes(slot), 'it stays ours by rule')
    const control = new AbortController()
    const waiting = ring.runSlot(slot, never, { signal: control.signal })
    control.abort(new Error('enough'))
    await t.rejects(waiting, { code: 'ABORTED', cause: { message: 'enough' } })
    await t.rejects(ring.runSlot(slot, never, { signal: control.signal }), { code: 'ABORTED' })
    const quick = { signal: new AbortController().signal, timeoutMs: 50 }
    t.equal((await ring.runSlot(slot, ({ token }) => token, quick).then(Number)) > 0, true)
    await t.rejects(ring.runSlot(slot, never, { timeoutMs: 0 }), { code: 'BAD_OPTION' })
    await t.rejects(
      ring.runSlot(slot, () => Promise.reject(new Error('mine'))),
      { message: 'mine' },
    )
    await world.sleep(1)
  })
})

t.test('a run that does not end is aborted after drainMs, and the slot goes', async (t) => {
  await withRings(2, { drainMs: 400 }, async (world, clusters, [ring, other]) => {
    const [slot] = ring.owned
    let signal: AbortSignal | undefined
    const run = ring.runSlot(slot, async (own) => {
      signal = own.signal
      await new Promise((resolve) => own.signal.addEventListener('abort', resolve))
      return own.check()
    })
    const parked: string[] = []
    const left = clusters[0].leave()
    await world.sleep(250)
    const late = ring.runSlot(slot, () => 'here').catch((error) => error.code)
    void late.then((result) => parked.push(String(result)))
    await left
    t.equal(await run, false)
    t.equal(signal?.aborted, true)
    t.same(parked, ['NOT_OWNER'], 'who came while it moved waited, and was told')
    t.ok(other.owned.includes(slot))
  })
})

t.test('a slot whose move is off stays, and its loop runs again', async (t) => {
  await withRings(2, {}, async (world, clusters, rings) => {
    let starts = 0
    rings[0].each(async (own) => {
      starts++
      while (!own.signal.aborted) await world.sleep(5)
      await world.sleep(400)
    })
    const before = rings[0].owned.length
    clusters[0].setTraits({ weight: 0.1 })
    await world.sleep(60)
    clusters[0].setTraits({ weight: 1 })
    await world.sleep(2_000)
    await Promise.all(rings.map((ring) => ring.settled()))
    t.equal(rings[0].owned.length, before)
    t.ok(starts > before, `${starts} starts for ${before} slots`)
    t.same([...counts(rings)], [1])
  })
})
