import { gyre } from '#proto/gyre'
import t from 'tap'
import { decodeStream, encodeStream } from '../../lib/wire/stream-codec.js'
import * as user from '../../lib/wire/payload-codec.js'
import { ALIVE, FAULTY, SUSPECT } from '../../lib/core/index.js'
import { keyOf, Keyring, newKey } from '../../lib/seal/index.js'
import { Datagrams } from '../../lib/seal/datagrams.js'
import { frame, FrameReader } from '../../lib/transport/frames.js'
import { alive, claim, endpointOfName, LABEL, packet, Rig } from '../core/rig.js'

// Bytes that nobody honest sends: FUZZ=10000000 for a long run, SEED for another one.

const INPUTS = Number(process.env.FUZZ ?? 100_000)
const PEERS = 'bcdefgh'.split('')

/** Mulberry32: small, quick, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const next = generator(Number(process.env.SEED ?? 1))
const below = (n: number): number => next() % n
const pick = <T>(from: readonly T[]): T => from[below(from.length)]

/** Flips, overwrites, cuts, repeats or joins what was said honestly; or it is made up altogether. */
function mutate(honest: Uint8Array, other: Uint8Array): Uint8Array {
  const how = below(8)
  if (how === 0) return Uint8Array.from({ length: below(200) }, () => below(256))
  if (how === 1) return honest.slice(0, below(honest.length + 1))
  if (how === 2) {
    const at = below(honest.length + 1)
    return Buffer.concat([honest.subarray(0, at), other.subarray(below(other.length + 1))])
  }
  if (how === 3) return Buffer.concat([honest, other])
  const bytes = Uint8Array.from(honest)
  if (bytes.length === 0) return bytes
  for (let changes = 1 + below(4); changes > 0; changes--) {
    const at = below(bytes.length)
    if (how < 6) bytes[at] ^= 1 << below(8)
    else bytes[at] = pick([0, 1, 127, 128, 255, below(256)])
  }
  return bytes
}

function honestUpdate(): gyre.Update.$Properties {
  const name = pick([...PEERS, 'a', 'z'])
  const incarnation = below(20)
  if (below(2) === 0) return alive(name, incarnation, below(3) === 0 ? 'meta' : '')
  return claim(name, incarnation, pick([ALIVE, SUSPECT, FAULTY]), next())
}

function honestPacket(): Uint8Array {
  const sequence = below(1_000)
  const target = Buffer.from(pick(['a', 'b', 'z']))
  const body = pick<gyre.Packet.$Properties>([
    {},
    { ping: { sequence, target } },
    { ack: { sequence } },
    { nack: { sequence } },
    { pingReq: { sequence, target, budgetMs: below(1_000) } },
    { message: Buffer.from('hello') },
  ])
  const updates = Array.from({ length: below(4) }, honestUpdate)
  const viewLow = below(2) * next()
  return packet(pick([...PEERS, 'z']), { ...body, updates, viewLow })
}

t.test(`${INPUTS} bad inputs, and none is thrown by or believed too much`, async (t) => {
  t.test('datagrams', async (t) => {
    const count = Math.floor(INPUTS * 0.6)
    let rig = new Rig().start(...PEERS)
    let [malformed, strangers] = [0, 0]
    for (let i = 0; i < count; i++) {
      if (i % 5_000 === 4_999) rig = new Rig({ seed: [i, 2] }).start(...PEERS)
      const { node } = rig
      const bytes = mutate(honestPacket(), honestPacket())
      const before = {
        ...node.counters,
        low: node.viewLow,
        high: node.viewHigh,
        live: node.liveCount,
      }
      rig.sent = []
      rig.changes = []
      const from = endpointOfName(pick(PEERS))
      node.receive(rig.now, from, bytes, bytes.length)
      const { counters } = node
      const bad = counters.droppedMalformed > before.droppedMalformed
      const strange = counters.droppedLabel > before.droppedLabel
      malformed += Number(bad)
      strangers += Number(strange)
      const same = node.viewLow === before.low && node.viewHigh === before.high
      if ((bad || strange) && !(same && rig.sent.length === 0 && rig.changes.length === 0)) {
        throw new Error(`refused, and yet it had an effect: ${Buffer.from(bytes).toString('hex')}`)
      }
      if (node.liveCount > before.live + 127 || node.health > 8) throw new Error('out of bounds')
      // Nobody makes us send much to somebody else: an answer, and news to a few.
      if (rig.sent.length > 130) throw new Error(`${rig.sent.length} datagrams for one`)
      if (i % 50 === 0) rig.runTo(rig.now + 20)
    }
    t.comment(`${count} datagrams: ${malformed} malformed, ${strangers} of other clusters`)
    t.ok(malformed > count / 10)
    t.ok(strangers > count / 100)
  })

  t.test('sealed datagrams', async (t) => {
    const count = Math.floor(INPUTS * 0.2)
    const keyring = new Keyring([keyOf(newKey())])
    const [from, to] = [1, 2].map(
      () =>
        new Datagrams(
          keyring,
          'test',
          () => next() | 0,
          () => 9,
        ),
    )
    const text = honestPacket()
    for (let i = 0; i < count; i++) {
      const honest = [from.seal(text), from.seal(text)]
      const bytes = mutate(honest[0], honest[1])
      const opened = to.open(bytes)
      const intact = honest.some((one) => Buffer.compare(bytes, one) === 0)
      if (typeof opened !== 'string' && !intact) throw new Error('something forged was opened')
    }
    t.ok(count > 0)
  })

  t.test('streams: frames, messages, and what a sync does with them', async (t) => {
    const count = Math.floor(INPUTS * 0.2)
    let [one, other] = [new Rig(), new Rig({ id: 'b', endpoint: endpointOfName('b') })]
    let understood = 0
    for (let i = 0; i < count; i++) {
      if (i % 2_000 === 0) {
        one = new Rig({ seed: [i, 1] }).start(...PEERS)
        other = new Rig({ id: 'b', endpoint: endpointOfName('b') }).start('a', 'x', 'y')
      }
      const answer = other.node.syncAnswer(0, one.node.syncOffer(below(2) === 0))
      const honest = pick([
        encodeStream({ offer: other.node.syncOffer(below(2) === 0) }),
        encodeStream({ answer }),
        encodeStream({ ping: { sequence: 1, target: Buffer.from('a') } }),
        encodeStream({
          channelOpen: { label: LABEL, from: Buffer.from('b'), target: Buffer.from('a') },
        }),
        encodeStream({
          call: { id: 1, kind: 0, topic: 't', body: Buffer.from('x'), timeoutMs: 5 },
        }),
        encodeStream({ reply: { id: 1, failure: '', reason: '', body: Buffer.from('x') } }),
      ])
      const reader = new FrameReader()
      reader.push(Buffer.from(mutate(frame(honest), frame(honest))))
      for (let whole = reader.next(); whole; whole = reader.next()) decodeStream(whole)
      const message = decodeStream(mutate(honest, honest))
      if (message === undefined) continue
      understood++
      if ('offer' in message) one.node.syncAnswer(0, message.offer)
      else if ('answer' in message) one.node.syncClose(0, message.answer)
      else if ('close' in message) one.node.syncFinish(0, message.close)
      if (one.node.liveCount > 1_000) throw new Error('out of bounds')
    }
    t.comment(`${count} messages: ${understood} could be read`)
    t.ok(understood > count / 20)
  })

  t.test('messages of users', async (t) => {
    const count = Math.floor(INPUTS * 0.05)
    const facts = { owner: 'a', run: 1, since: 0, upto: 1 }
    const fact = { key: 'k', version: 1, value: Buffer.from('v'), deleted: false }
    const broadcast = { origin: 'a', run: 1, sequence: 1, topic: 't', body: Buffer.from('x') }
    const honest = user.encodeUserPacket({
      datagram: { topic: 't', body: Buffer.from('x') },
      broadcasts: [broadcast],
      facts: [{ ...facts, facts: [fact] }],
    })
    for (let i = 0; i < count; i++) {
      const bytes = mutate(honest, honest)
      user.decodeUserPacket(bytes)
      user.decodeBroadcasts(bytes)
      user.decodeFactsPage(bytes)
    }
    t.ok(user.decodeUserPacket(honest))
  })
})
