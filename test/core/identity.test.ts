import { gyre } from '#proto/gyre'
import t from 'tap'
import type { Membership } from '../../lib/core/membership/membership.js'
import type { Cluster } from '../../lib/cluster/index.js'
import * as core from '../../lib/core/index.js'
import { KeyIdentity, newIdentity } from '../../lib/seal/index.js'
import { simulate } from '../../sim/index.js'
import { alive, claim, endpointOfName, packet, Rig } from './rig.js'

const { ALIVE, FAULTY, LEFT, SUSPECT, ABSENT } = core
const NAMES = ['a', 'b', 'c', 'd']

/** Engines with identities, each of whom knows all others. */
function signed(names: readonly string[] = NAMES): Map<string, Rig> {
  const rigs = new Map(
    names.map((id) => {
      const identity = new KeyIdentity(newIdentity(), undefined)
      return [id, new Rig({ id, endpoint: endpointOfName(id), incarnation: 10, identity }).start()]
    }),
  )
  for (const rig of rigs.values()) {
    rig.node.learn(
      0,
      [...rigs.values()].map(({ node }) => node.record),
    )
  }
  return rigs
}

/** The update about a member in what a node has sent of late. */
function toldOf(rig: Rig, id: string): gyre.Update.$Properties | undefined {
  const updates = rig.sent.flatMap(({ packet: { updates: all } }) => all)
  return updates.findLast((update) => Buffer.from(update.id ?? []).toString() === id)
}

const hear = (rig: Rig, from: string, ...updates: gyre.Update.$Properties[]): void => {
  const bytes = packet(from, { updates })
  rig.deadline = rig.node.receive(rig.now, endpointOfName(from), bytes, bytes.length)
}

t.test('who joins with a signed record is believed, and passed on', async (t) => {
  const [a, b] = signed(['a', 'b']).values()
  t.equal(a.standing('b'), ALIVE)
  b.node.setMeta(0, Buffer.from('new'))
  b.runTo(500)
  const told = toldOf(b, 'b')
  t.equal(told?.proof?.length, 96)
  hear(a, 'b', told!)
  t.equal(Buffer.from(a.node.table.meta(a.node.table.findId('b'))).toString(), 'new')
  a.runTo(500)
  t.same(toldOf(a, 'b')?.proof, told?.proof)
  t.equal(a.node.counters.refusedSignature, 0)
})

t.test('nobody can be made up, moved, revived or sent away by others', async (t) => {
  const [a] = signed().values()
  const refused = (what: string, update: gyre.Update.$Properties): void => {
    const before = a.node.counters.refusedSignature
    hear(a, 'c', update)
    t.equal(a.node.counters.refusedSignature, before + 1, what)
  }
  const other = new KeyIdentity(newIdentity(), undefined)
  refused('a stranger without a proof', alive('z', 10))
  refused('with half a proof', { ...alive('z', 10), proof: new Uint8Array(50) })
  refused('with a proof that is none', { ...alive('z', 10), proof: new Uint8Array(96).fill(7) })
  refused('a new address', { ...alive('b', 11), endpoint: Uint8Array.of(6, 6, 6, 6, 1, 1) })
  refused('a rival of the same life', {
    ...alive('b', 10),
    endpoint: Uint8Array.of(6, 6, 6, 6, 1, 1),
  })
  refused('a leave', claim('b', 10, LEFT))
  refused('our own rival', { ...alive('a', 99), endpoint: Uint8Array.of(6, 6, 6, 6, 1, 1) })
  refused('an accusation of a life that never was', claim('b', 4_000, FAULTY))
  t.equal(a.supersededBy, undefined)
  t.equal(a.standing('b'), ALIVE)
  t.equal(a.standing('z'), ABSENT)
  // Another key under an id that is known.
  const forger = new Rig({
    id: 'b',
    endpoint: endpointOfName('c'),
    incarnation: 50,
    identity: other,
  })
  const { word, id, endpoint, proof } = forger.node.record
  refused('a record signed by another key', { word, id, endpoint, proof })
  // What can be said of others is that they do not answer.
  hear(a, 'c', claim('b', 10, SUSPECT, 4))
  t.equal(a.standing('b'), SUSPECT)
  hear(a, 'c', claim('a', 10, SUSPECT, 4))
  t.ok(a.incarnation('a') > 10, 'and we deny it')
  hear(a, 'c', claim('y', 10, SUSPECT, 4))
  t.equal(a.standing('y'), ABSENT)
})

t.test('old news need not be proven again', async (t) => {
  const [a] = signed().values()
  const b = a.node.table.findId('b')
  const endpoint = new Uint8Array(a.node.table.endpointLength(b))
  a.node.table.copyEndpoint(b, endpoint, 0)
  hear(a, 'c', alive('b', 10), { ...alive('b', 3), endpoint: Uint8Array.of(6, 6, 6, 6, 1, 1) })
  t.equal(a.node.counters.refusedSignature, 0)
})

t.test('a leave is signed, told, and synchronised', async (t) => {
  const [a, b, c] = signed().values()
  b.runTo(500)
  b.node.leave(b.now)
  b.runTo(b.now + 500)
  hear(a, 'b', toldOf(b, 'b')!)
  t.equal(a.standing('b'), LEFT)
  t.equal(a.node.recordOf(a.node.table.findId('b')).proof.length, 96)
  const answer = a.node.syncAnswer(0, c.node.syncOffer(false))
  c.node.syncClose(0, answer)
  t.equal(c.standing('b'), LEFT)
  // A suspect shows what it said when it was alive.
  hear(a, 'c', claim('d', 10, SUSPECT, 4))
  const late = new Rig({
    id: 'e',
    endpoint: endpointOfName('e'),
    identity: new KeyIdentity(newIdentity(), undefined),
  })
  late.node.syncClose(0, a.node.syncAnswer(0, late.node.syncOffer(true)))
  t.equal(late.standing('d'), SUSPECT)
  t.equal(late.node.counters.refusedSignature, 0)
})

t.test('with a member its proofs are forgotten', async (t) => {
  const identities = [0, 1].map(() => new KeyIdentity(newIdentity(), undefined))
  const protocol = core.protocolOptions('lan', { tombstoneMs: 1_000 })
  const [a, b] = identities.map((identity, i) => {
    const id = NAMES[i]
    return new Rig({
      id,
      endpoint: endpointOfName(id),
      incarnation: 10,
      identity,
      protocol,
    }).start()
  })
  a.node.learn(0, [b.node.record])
  hear(a, 'c', claim('b', 10, FAULTY))
  a.runTo(a.now + 5_000)
  t.equal(a.standing('b'), ABSENT)
})

t.test('a slow member signs that too', async (t) => {
  const [a, b] = signed(['a', 'b']).values()
  b.answering = true
  const { membership } = b.node as unknown as { membership: Membership }
  membership.own.setDegraded(b.now, true)
  b.deadline = b.node.schedule(b.now)
  b.runTo(b.now + 500)
  t.ok(b.node.table.degraded(b.node.self))
  hear(a, 'b', toldOf(b, 'b')!)
  t.ok(a.node.table.degraded(a.node.table.findId('b')))
})

t.test('a joiner without the right identity is refused, and told so', async (t) => {
  const [a] = signed().values()
  const plain = new Rig({ id: 'p', endpoint: endpointOfName('e') })
  t.equal(a.node.syncAnswer(0, plain.node.syncOffer(true)).refusal, 'BAD_IDENTITY')
  const odd = {
    ...plain.node.syncOffer(true),
    from: { ...plain.node.record, id: new Uint8Array(0) },
  }
  t.equal(a.node.syncAnswer(0, odd).refusal, '', 'what is no record is refused by itself')
  const long = { ...plain.node.record, proof: new Uint8Array(97) }
  t.equal(a.node.syncAnswer(0, { ...odd, from: long }).refusal, '')
  const refused = a.node.counters.refusedBounds
  a.node.learn(0, [long])
  t.equal(a.node.counters.refusedBounds, refused + 1)
})

t.test('keys are believed as first seen, or by a list', async (t) => {
  const [one, two] = [
    new KeyIdentity(newIdentity(), undefined),
    new KeyIdentity(newIdentity(), undefined),
  ]
  const [id, text] = [Buffer.from('m'), Buffer.from('a record')]
  const listed = new KeyIdentity(newIdentity(), { m: one.publicKey })
  t.ok(listed.holds(id, one.prove(text), text))
  t.ok(listed.holds(id, one.prove(text), text), 'its key is at hand by now')
  t.notOk(listed.holds(id, two.prove(text), text))
  t.notOk(listed.holds(Buffer.from('n'), one.prove(text), text), 'who is not listed is nobody')
  const first = new KeyIdentity(newIdentity(), undefined)
  t.ok(first.holds(id, one.prove(text), text))
  t.notOk(first.holds(id, two.prove(text), text))
  t.notOk(first.holds(id, one.prove(text), Buffer.from('another')))
  for (const secret of ['', 'abc', 7 as never]) {
    t.throws(() => new KeyIdentity(secret, undefined), { code: 'BAD_OPTION' })
  }
  t.throws(() => new KeyIdentity(newIdentity(), { m: 'x' }), {
    code: 'BAD_OPTION',
    message: /trusted m/,
  })
})

t.test('clusters with identities live as others do', async (t) => {
  await simulate({ nodes: 4, network: { loss: 0.05 } }, async (world) => {
    const options = [0, 1, 2, 3].map(() => ({ identity: newIdentity() }))
    const clusters: Cluster[] = []
    for (let i = 0; i < 4; i++) clusters.push(await world.join(i, options[i]))
    const sees = (count: number): boolean =>
      clusters.every(({ members }) => members.length === count)
    await world.until(() => sees(4), 20_000)
    world.stall(2, 3_000)
    await world.sleep(10_000)
    await world.until(() => sees(4), 20_000)
    clusters[1].setMeta(Buffer.from('x'))
    const meta = (): boolean => clusters.every((one) => one.member('node-1')?.meta.length === 1)
    await world.until(meta, 10_000)
    // Somebody else with its id is not let in.
    await clusters[3].leave()
    clusters.pop()
    await world.until(() => sees(3), 10_000)
    await t.rejects(world.join(3, { identity: newIdentity() }), {
      code: 'JOIN_REFUSED',
      message: /BAD_IDENTITY/,
    })
    clusters.push(await world.join(3, options[3]))
    await world.until(() => sees(4), 20_000)
    t.equal(clusters[0].stats.refusedIncarnation, 0)
  })
})
