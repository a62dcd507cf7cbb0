import { PlacementFollower } from '../../../lib/cluster/rings/placement-follower.js'
import type { ClusterRingOptions } from '../../../lib/index.js'
import { Roll } from '../../../lib/ownership/index.js'
import { Ring } from '../../../lib/ring/index.js'
import { systemRuntime } from '../../../lib/runtime/index.js'
import { simulate } from '../../../sim/index.js'
import { withRings } from './with-rings.js'
import t from 'tap'

// Rings of real clusters, on virtual time.

t.test('lookups are there for all, parts only for those with the role', async (t) => {
  await simulate({ nodes: 3, seed: 5 }, async (world) => {
    const worker = await world.join(0, { roles: ['worker'] })
    const web = await world.join(1, { zone: 'a', host: 'h', weight: 2 })
    const jobs = [worker, web].map((one) => one.ring('jobs', { slots: 16, role: 'worker' }))
    await jobs[0].settled()
    await world.until(() => jobs[1].owner('a')?.member.id === 'node-0', 5_000)
    t.same(jobs[1].owned, [])
    t.equal(jobs[0].owned.length, 16)
    t.match(worker.member('node-1'), { zone: 'a', host: 'h', weight: 2, roles: [] })
    t.match(web.member('node-0'), { roles: ['worker'], rings: [{ name: 'jobs', leaving: false }] })
  })
})

t.test('weights change at run time, and slots follow', async (t) => {
  await withRings(2, {}, async (_world, [a], rings) => {
    const before = rings[0].owned.length
    a.setTraits({ weight: 3 })
    await rings[1].settled()
    await rings[0].settled()
    t.ok(rings[0].owned.length > before + 8, `${before} → ${rings[0].owned.length}`)
    t.throws(() => a.setTraits({ weight: 0 }), { code: 'BAD_OPTION', message: /weight/ })
  })
})

t.test('a ring with other options is refused, and both are named', async (t) => {
  await simulate({ nodes: 3, seed: 2 }, async (world) => {
    const [a, b, c] = await world.joinAll()
    const first = a.ring('jobs', { slots: 64 })
    await world.until(() => b.member('node-0')?.rings.length === 1, 5_000)
    t.throws(() => b.ring('jobs', { slots: 128 }), {
      code: 'RING_MISMATCH',
      message: /jobs is \(slots 128\) here, and \(slots 64\) on node-0/,
    })
    const faults: string[] = []
    c.on('fault', (error) => void faults.push((error as Error & { code: string }).code))
    const heal = world.partition([[2], [0, 1]])
    const late = c.ring('other', { slots: 32 })
    a.ring('other', { slots: 16, replicas: 2 })
    await world.sleep(20_000)
    heal()
    await world.until(() => faults.includes('RING_MISMATCH'), 30_000)
    await world.until(() => late.owned.length === 0, 30_000)
    t.equal(first.slots, 64)
    t.throws(() => c.ring('other'), { code: 'RING_MISMATCH' })
    await c.leave()
  })
})

t.test('options of a ring are checked, and told in words', async (t) => {
  await simulate({ nodes: 1 }, async (world) => {
    const one = await world.join(0)
    const leases = { acquire: () => Promise.reject(new Error('down')) }
    const wrong: [ClusterRingOptions, RegExp][] = [
      [
        { mode: 'quorum' as 'lease' },
        /mode: expected "available" or "majority" or "lease", got "quorum"/,
      ],
      [{ mode: 'majority' }, /majority: expected voters/],
      [{ voters: ['a'] }, /voters: expected mode majority/],
      [{ mode: 'majority', voters: ['a', 'a'] }, /distinct/],
      [{ mode: 'majority', voters: ['a', ''] }, /expected ids, got ""/],
      [
        { mode: 'majority', voters: Array.from({ length: 1_001 }, (_, i) => `${i}`) },
        /at most 1000/,
      ],
      [{ mode: 'lease' }, /lease: expected leases/],
      [{ leases }, /leases: expected mode lease/],
      [{ stopAfterMs: 5 }, /the ring x: stopAfterMs: expected a number in 100…600000, got 5/],
      [{ takeAfterMs: 500 }, /takeAfterMs: expected stopAfterMs \+ 1, 2001, or more, got 500/],
      [{ batchMs: -1 }, /batchMs/],
      [{ batchMs: null as never }, /batchMs: expected a number in .*, got null/],
      [{ mode: null as never }, /mode: expected .*, got null/],
      [{ takeAfterMs: null as never }, /takeAfterMs: expected a number in .*, got null/],
      [{ stopAfterMs: null as never }, /stopAfterMs: expected a number in .*, got null/],
      [{ slots: null as never }, /slots: expected/],
      [{ drainMs: NaN }, /drainMs/],
      [{ role: '' }, /role: expected a text, got ""/],
      [{ slots: 100 }, /slots: expected a power of two/],
    ]
    for (const [options, message] of wrong) {
      t.throws(() => one.ring('x', options), { code: 'BAD_OPTION', message })
    }
    for (const name of ['', 'x'.repeat(65), 5 as unknown as string]) {
      t.throws(() => one.ring(name), { code: 'BAD_OPTION', message: /a name of 1…64 bytes/ })
    }
    const many = {
      replicas: 2,
      loadBound: 2,
      placement: 'vnodes',
      suspectOwns: false,
      role: 'web',
    } as const
    one.setTraits({ roles: ['web'] })
    const ring = one.ring('many', many)
    const [{ rules }] = one.self.rings
    t.equal(rules, 'slots 1024, replicas 2, loadBound 2, vnodes 100, not suspects, role web')
    t.equal(one.ring('many', many), ring)
    t.equal(one.ring('many'), ring)
    t.throws(() => one.ring('many', { replicas: 3 }), { message: /has replicas 2, got 3/ })
  })
})

t.test('a ring that does not settle says so', async (t) => {
  await simulate({ nodes: 2, seed: 4 }, async (world) => {
    const [a] = await world.joinAll()
    const ring = a.ring('jobs', { mode: 'majority', voters: ['node-0', 'node-1', 'gone'] })
    await t.rejects(ring.settled({ timeoutMs: 50 }), { code: 'DEADLINE' })
    const control = new AbortController()
    control.abort()
    await t.rejects(ring.settled({ signal: control.signal }), { code: 'ABORTED' })
    const waiting = ring.settled()
    await a.close()
    await t.rejects(waiting, { code: 'CLOSED' })
  })
})

t.test('a member that closes is told what it lets go, and for what reason', async (t) => {
  await withRings(2, {}, async (_world, [a], [ring]) => {
    const had = ring.owned.length
    const lost: number[] = []
    ring.on('change', (change) => void lost.push(change.lost.length))
    await a.close()
    t.same(lost, [had])
  })
})

t.test('a placement of many slots changes in slices', async (t) => {
  await simulate({ nodes: 2, seed: 9 }, async (world) => {
    const clusters = await world.joinAll()
    const rings = clusters.map((one) => one.ring('large', { slots: 32_768, batchMs: 5 }))
    await Promise.all(rings.map((ring) => ring.settled({ timeoutMs: 120_000 })))
    const plain = new Ring({ slots: 32_768 })
    const roll = new Roll(plain, { suspectOwns: true, graceMs: 1, voters: [] })
    const waiting: (() => void)[] = []
    const runtime = {
      ...systemRuntime,
      soon: (callback: () => void) => void waiting.push(callback),
    }
    let followed = 0
    const following = new PlacementFollower({
      ring: plain,
      roll,
      runtime,
      batchMs: 0,
      followed: () => void followed++,
    })
    following.stop()
    following.follow([{ id: 'a', state: 'alive', part: 'in' }])
    waiting.shift()?.()
    following.follow([{ id: 'b', state: 'alive', part: 'in' }])
    for (let next = waiting.shift(); next; next = waiting.shift()) next()
    t.equal(followed, 2)
    t.equal(plain.ownerOfSlot(0), 'b')
    following.stop()
    t.equal(rings[0].owned.length + rings[1].owned.length, 32_768)
    await clusters[1].close()
  })
})

t.test('rings look at the members when these have changed, and at no other time', async (t) => {
  await withRings(3, {}, async (world, [a, b, c], [, ring]) => {
    let looks = 0
    const refresh = ring.refresh.bind(ring)
    ring.refresh = (members) => {
      looks++
      refresh(members)
    }
    let heard = 0
    b.handle('news', () => void heard++)
    for (let i = 0; i < 20; i++) await a.send(b.id, 'news', Uint8Array.of(i))
    a.state.set('key', Uint8Array.of(1))
    await world.until(() => heard === 20 && b.state.get('key', a.id) !== undefined, 10_000)
    t.equal(looks, 0, 'messages and state move no slots')
    c.setTraits({ weight: 2 })
    await world.until(() => looks > 0, 10_000)
    t.equal(b.member(c.id)?.weight, 2)
    await world.sleep(2_000)
    t.equal(looks, 1, 'one change, one look')
    world.crash(2)
    await world.until(() => b.members.length === 2, 30_000)
    t.equal(looks, 3, 'suspect, then faulty')
  })
})
