import type { ClusterRing, Own, Share } from '../../../lib/index.js'
import { simulate, type SimulatedWorld } from '../../../sim/index.js'
import { counts, withRings } from './with-rings.js'
import t from 'tap'

// Rings of real clusters, on virtual time.

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

function replicaOf(ring: ClusterRing, slot: number): string | undefined {
  for (let key = 0; key < 10_000; key++) {
    if (ring.slotOf(key) === slot) return ring.owners(key, 2)[1]?.id
  }
  return undefined
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

t.test('lease: a store says who may act, and one that is down lets rights end', async (t) => {
  let down = false
  const held = new Map<number, { holder: string; token: bigint }>()
  const leases = {
    async acquire({
      holder,
      slots,
      token,
      giver,
    }: Parameters<import('../../../lib/index.js').LeaseStore['acquire']>[0]) {
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
