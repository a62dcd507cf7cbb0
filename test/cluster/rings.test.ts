import t from 'tap'
import type { Cluster, ClusterRing, ClusterRingOptions, Own, Share } from '../../lib/index.js'
import { PlacementFollower } from '../../lib/cluster/rings/placement-follower.js'
import { Roll } from '../../lib/ownership/index.js'
import { systemRuntime } from '../../lib/runtime/index.js'
import { Ring } from '../../lib/ring/index.js'
import { decodeTraits, encodeTraits, NO_TRAITS } from '../../lib/cluster/members/traits.js'
import { simulate, type SimulatedWorld } from '../../sim/index.js'

// Rings of real clusters, on virtual time.

type Test = (world: SimulatedWorld, clusters: Cluster[], rings: ClusterRing[]) => Promise<void>

/** So many members, each with the ring, when all is settled. */
async function withRings(
  nodes: number,
  options: ClusterRingOptions | ((index: number) => ClusterRingOptions),
  test: Test,
): Promise<void> {
  await simulate({ nodes, seed: 7 }, async (world) => {
    const clusters = await world.joinAll()
    const rings = clusters.map((one, i) => {
      return one.ring('jobs', {
        slots: 64,
        ...(typeof options === 'function' ? options(i) : options),
      })
    })
    await Promise.all(rings.map((ring) => ring.settled()))
    await test(world, clusters, rings)
  })
}

/** How many members own each slot. */
function counts(rings: readonly ClusterRing[]): Set<number> {
  const owners = new Map<number, number>()
  for (const ring of rings) {
    for (const slot of ring.owned) owners.set(slot, (owners.get(slot) ?? 0) + 1)
  }
  return new Set(Array.from({ length: 64 }, (_, slot) => owners.get(slot) ?? 0))
}

t.test('each slot has one owner, whom all name, under one term', async (t) => {
  await withRings(4, { replicas: 2 }, async (_world, _clusters, rings) => {
    t.same([...counts(rings)], [1])
    for (const key of ['a', 'user:42', 7]) {
      const owners = rings.map((ring) => ring.owner(key))
      t.equal(new Set(owners.map((owner) => owner?.member.id)).size, 1)
      t.equal(new Set(owners.map((owner) => owner?.term)).size, 1)
      t.match(
        owners,
        rings.map(() => ({ confidence: 'settled', slot: rings[0].slotOf(key) })),
      )
      t.equal(rings[0].owners(key).length, 2)
      t.equal(rings.filter((ring) => ring.owns(key)).length, 1)
    }
    t.equal(new Set(rings.map((ring) => ring.viewHash)).size, 1)
    t.equal(rings[0].plan({ remove: ['node-1'] }).loads.size, 3)
    t.equal(rings[0].loads().size, 4)
  })
})

t.test('a planned leave hands over what runs, with no moment without an owner', async (t) => {
  await withRings(3, {}, async (world, clusters, rings) => {
    const log: string[] = []
    const [leaver, ...rest] = rings
    let own: Own | undefined
    const work = leaver.runSlot(leaver.owned[0], async (mine) => {
      own = mine
      await world.sleep(300)
      log.push(`ran to its end, ours ${mine.check()}, aborted ${mine.signal.aborted}`)
    })
    leaver.on('release', async ({ slots, reason, to, check }: Share) => {
      if (!slots.includes(own?.slot as number)) return
      await world.sleep(50)
      log.push(`released for ${reason} to ${to}, ours ${check()}`)
    })
    for (const ring of rest) {
      ring.on('prepare', async ({ from }) => {
        t.equal(from, 'node-0')
        await world.sleep(20)
      })
      ring.on('acquire', ({ slots, reason, from, token, term }) => {
        if (!slots.includes(own?.slot as number)) return
        log.push(`acquired as ${reason} from ${from}`)
        t.equal(token, `${term}`)
        t.ok(term > (own?.term as bigint))
      })
    }
    const gaps: number[] = []
    const looks = setTimesOf(world, () => void gaps.push(...counts(rings)))
    await clusters[0].leave()
    looks.stop()
    await work
    t.match(log, [
      /released for moved to node-[12], ours true/,
      /ran to its end, ours true, aborted false/,
      /acquired as moved from node-0/,
    ])
    t.notOk(
      gaps.some((count) => count > 1),
      'never two',
    )
    t.same([...counts(rest)], [1])
    t.ok(own?.signal.aborted)
    t.notOk(own?.check())
    await t.rejects(
      leaver.run('x', () => 1),
      { code: 'NOT_OWNER', message: /owned by node-/ },
    )
  })
})

/** Looks each virtual millisecond until it is stopped. */
function setTimesOf(world: SimulatedWorld, look: () => void): { stop(): void } {
  const state = { over: false }
  const turn = async (): Promise<void> => {
    while (!state.over) {
      look()
      await world.sleep(1)
    }
  }
  void turn()
  return { stop: () => void (state.over = true) }
}

t.test('a new member gets its share only once it says that it is ready', async (t) => {
  await simulate({ nodes: 3, seed: 3 }, async (world) => {
    const a = await world.join(0)
    const b = await world.join(1)
    const rings = [a, b].map((one) => one.ring('jobs', { slots: 64 }))
    await Promise.all(rings.map((ring) => ring.settled()))
    const c = await world.join(2)
    t.equal(rings[0].loads().size, 2, 'it is a member, and has no ring yet')
    const late = c.ring('jobs', { slots: 64 })
    late.on('prepare', () => world.sleep(500))
    await world.sleep(450)
    t.same(late.owned, [])
    const key = Array.from({ length: 99 }, (_, i) => i).find((i) => late.owners(i)[0]?.id === c.id)
    t.match(late.owner(key as number), { confidence: 'converging', member: { isSelf: false } })
    await late.settled()
    t.same([...counts([...rings, late])], [1])
    t.match(late.owner(key as number), { confidence: 'settled', member: { isSelf: true } })
  })
})

t.test('a dead member is inherited by replicas, with the reason', async (t) => {
  await withRings(4, { replicas: 2 }, async (world, clusters, rings) => {
    const reasons = new Set<string>()
    const heirs = new Map(rings[3].owned.map((slot) => [slot, replicaOf(rings[3], slot)]))
    rings.slice(0, 3).forEach((ring, i) => {
      ring.on('acquire', ({ slots, reason, from }) => {
        reasons.add(`${reason} ${from}`)
        for (const slot of slots) t.equal(heirs.get(slot), `node-${i}`)
      })
    })
    const lost: Share[] = []
    rings[3].on('release', (share) => void lost.push(share))
    await clusters[3].close()
    t.match(lost, [{ reason: 'leave' }])
    world.crash(3)
    await world.until(() => counts(rings.slice(0, 3)).size === 1, 10_000)
    t.ok(reasons.has('failure node-3'))
  })
})

function replicaOf(ring: ClusterRing, slot: number): string | undefined {
  for (let key = 0; key < 10_000; key++) {
    if (ring.slotOf(key) === slot) return ring.owners(key, 2)[1]?.id
  }
  return undefined
}

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

t.test('two sides of a partition both own, and the higher term wins when it heals', async (t) => {
  await withRings(4, {}, async (world, clusters, rings) => {
    const conflicts: boolean[] = []
    const lost: string[] = []
    for (const ring of rings) {
      ring.on('conflict', ({ won }) => void conflicts.push(won))
      ring.on('release', ({ reason, to }) => void lost.push(`${reason} ${to !== undefined}`))
    }
    const heal = world.partition([[0], [1, 2, 3]])
    await world.until(() => rings[0].owned.length === 64, 30_000)
    t.match(rings[0].owner('a'), { confidence: 'minority', member: { id: 'node-0' } })
    await world.until(
      () => counts(rings.slice(1)).has(1) && counts(rings.slice(1)).size === 1,
      30_000,
    )
    heal()
    await world.until(() => clusters.every((one) => one.members.length === 4), 30_000)
    await Promise.all(rings.map((ring) => ring.settled()))
    t.same([...counts(rings)], [1])
    t.ok(conflicts.includes(false))
    t.ok(lost.includes('superseded true'))
  })
})

t.test('majority: the small side lets go before the large one takes', async (t) => {
  const voters = ['node-0', 'node-1', 'node-2', 'node-3', 'node-4']
  await withRings(5, { mode: 'majority', voters }, async (world, _clusters, rings) => {
    t.same([...counts(rings)], [1])
    const lost: string[] = []
    rings[0].on('release', ({ reason }) => void lost.push(reason))
    const heal = world.partition([
      [0, 1],
      [2, 3, 4],
    ])
    const looks: number[] = []
    const acting = (): number => {
      let most = 0
      for (let key = 0; key < 64; key++) {
        most = Math.max(most, rings.filter((ring) => ring.owns(key)).length)
      }
      return most
    }
    const watching = setTimesOf(world, () => void looks.push(acting()))
    await world.until(
      () => counts(rings.slice(2)).size === 1 && rings[0].owned.length === 0,
      30_000,
    )
    t.same(lost, ['minority'])
    await world.until(() => rings[0].owner('a')?.confidence === 'minority', 10_000)
    heal()
    await Promise.all(rings.map((ring) => ring.settled({ timeoutMs: 60_000 })))
    watching.stop()
    t.equal(Math.max(...looks), 1, 'never two')
  })
})

t.test('above 20 voters each slot has five witnesses', async (t) => {
  const voters = Array.from({ length: 21 }, (_, i) => `node-${i}`)
  await withRings(21, { mode: 'majority', voters }, async (_world, _clusters, rings) => {
    t.same([...counts(rings)], [1])
  })
})

t.test('a process that stood still for too long lets go, and asks who has what now', async (t) => {
  await withRings(3, { stopAfterMs: 1_000 }, async (world, _clusters, rings) => {
    const reasons: string[] = []
    rings[1].on('release', ({ reason }) => void reasons.push(reason))
    rings[1].on('acquire', ({ reason }) => void reasons.push(reason))
    rings[1].each(() => new Promise(() => {}))
    world.stall(1, 2_500)
    await world.sleep(12_000)
    await Promise.all(rings.map((ring) => ring.settled()))
    t.match(reasons.slice(0, 2), ['stalled', /^(join|moved)$/], 'or others had taken it')
    t.same([...counts(rings)], [1])
  })
})

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
      [{ takeAfterMs: 500 }, /takeAfterMs: expected more than stopAfterMs, 2000, got 500/],
      [{ batchMs: -1 }, /batchMs/],
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

t.test('lease: a store says who may act, and one that is down lets rights end', async (t) => {
  let down = false
  const held = new Map<number, { holder: string; token: bigint }>()
  const leases = {
    async acquire({
      holder,
      slots,
      token,
      giver,
    }: Parameters<import('../../lib/index.js').LeaseStore['acquire']>[0]) {
      if (down) throw new Error('connection refused')
      const granted = slots.filter((slot) => {
        const lease = held.get(slot)
        const fits = lease === undefined || [holder, giver].includes(lease.holder)
        if (fits) held.set(slot, { holder, token })
        return fits
      })
      return { slots: granted, seen: token - 1n }
    },
  }
  await withRings(2, { mode: 'lease', leases }, async (world, [a], rings) => {
    t.same([...counts(rings)], [1])
    t.ok([...held.keys()].length === 64)
    const faults: string[] = []
    a.on('fault', (error) => void faults.push((error as Error & { code: string }).code))
    const reasons: string[] = []
    rings[0].on('release', ({ reason }) => void reasons.push(reason))
    down = true
    await world.until(() => rings.every((ring) => ring.owned.length === 0), 10_000)
    t.ok(faults.includes('LEASES_DOWN'))
    t.ok(reasons.includes('minority'))
    down = false
    await Promise.all(rings.map((ring) => ring.settled()))
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

t.test('an owner that is contested says so', async (t) => {
  await withRings(2, {}, async (world, clusters, rings) => {
    const heal = world.partition([[0], [1]])
    await world.until(() => rings.every((ring) => ring.owned.length === 64), 30_000)
    heal()
    const seen = new Set<string>()
    const looks = setTimesOf(world, () => {
      for (let key = 0; key < 20; key++) seen.add(rings[0].owner(key)?.confidence ?? 'nobody')
    })
    await world.until(() => clusters.every((one) => one.members.length === 2), 30_000)
    await Promise.all(rings.map((ring) => ring.settled()))
    looks.stop()
    t.ok(seen.has('contested'))
    await clusters[0].close()
    rings[0].refresh([])
    await t.rejects(
      rings[0].runSlot(1, () => 1),
      { code: 'NOT_OWNER' },
    )
  })
  await simulate({ nodes: 1 }, async (world) => {
    const one = await world.join(0)
    const empty = one.ring('jobs', { role: 'worker' })
    await t.rejects(
      empty.run('x', () => 1),
      { code: 'NOT_OWNER', message: /owned by no member/ },
    )
    t.equal(empty.owner('x'), undefined)
  })
})

t.test('traits are checked, and what cannot be read says nothing', async (t) => {
  await simulate({ nodes: 1 }, async (world) => {
    const one = await world.join(0)
    const wrong: [object, RegExp][] = [
      [{ roles: 'web' }, /roles: expected a list of texts, got web/],
      [{ roles: [''] }, /roles: expected text of 1…128 bytes, got ""/],
      [{ zone: 'x'.repeat(129) }, /zone/],
      [{ host: 5 }, /host: expected text of 1…128 bytes, got 5/],
      [{ meta: 'text' }, /meta: expected a Uint8Array/],
      [{ meta: new Uint8Array(1_025) }, /in all, got 1028/],
    ]
    for (const [traits, message] of wrong) {
      t.throws(() => one.setTraits(traits), { code: 'BAD_OPTION', message })
    }
    t.same(decodeTraits(Uint8Array.of(255, 255, 255)), NO_TRAITS)
    t.same(decodeTraits(encodeTraits(NO_TRAITS)), NO_TRAITS)
    t.same(decodeTraits(Uint8Array.of(0x12, 0x01, 0xff)).weight, 1)
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
