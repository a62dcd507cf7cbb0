import { gyre } from '#proto/gyre'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { decodeStream, encodeStream } from '../../lib/wire/stream-codec.js'
import * as core from '../../lib/core/index.js'
import { PACKET, PacketReader } from '../../lib/core/packets/packet-reader.js'
import { PacketWriter } from '../../lib/core/packets/packet-writer.js'
import { Directory } from '../../lib/core/view/directory.js'
import { DenseTable } from '../../lib/core/view/table.js'
import { alive, claim, endpointOfName, packet, Rig } from '../core/rig.js'
import '../children.js'

const uint32 = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.constantFrom(0, 1, 127, 128, 2 ** 31, 2 ** 32 - 1),
)
const id = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .filter((text) => text.isWellFormed() && Buffer.byteLength(text) <= 128)
const endpoint = fc
  .oneof(
    fc.uint8Array({ minLength: 6, maxLength: 6 }),
    fc.uint8Array({ minLength: 18, maxLength: 18 }),
  )
  .map((bytes) => {
    bytes[bytes.length - 1] |= 1
    return bytes
  })
const update = fc.record({
  id,
  word: uint32,
  endpoint,
  meta: fc.oneof(fc.constant(new Uint8Array(0)), fc.uint8Array({ maxLength: 300 })),
  accuser: uint32,
  degraded: fc.boolean(),
})
const body = fc.oneof(
  fc.record({
    kind: fc.constant('ping' as const),
    sequence: uint32,
    target: id,
    budgetMs: fc.constant(0),
  }),
  fc.record({
    kind: fc.constant('pingReq' as const),
    sequence: uint32,
    target: id,
    budgetMs: uint32,
  }),
  fc.record({
    kind: fc.constantFrom('ack' as const, 'nack' as const, 'none' as const, 'message' as const),
    sequence: uint32,
    target: id,
    budgetMs: fc.constant(0),
  }),
)
const header = fc.record({ label: uint32, from: id, viewLow: uint32, viewHigh: uint32 })
const anyPacket = fc.record({ header, body, updates: fc.array(update, { maxLength: 6 }) })
type AnyPacket = typeof anyPacket extends fc.Arbitrary<infer P> ? P : never

/** What the hand-written writer makes of it. */
function write({ header, body, updates }: AnyPacket): Uint8Array {
  const writer = new PacketWriter(8_192)
  const directory = new Directory()
  const table = new DenseTable(100, directory)
  const { from, viewLow, viewHigh } = header
  writer.begin({ label: header.label | 0, from, mtuBytes: 8_192 }, viewLow | 0, viewHigh | 0)
  const { kind, sequence, target, budgetMs } = body
  if (kind === 'ping') writer.ping(sequence | 0, target)
  else if (kind === 'ack') writer.ack(sequence | 0)
  else if (kind === 'pingReq') writer.pingReq(sequence | 0, target, budgetMs | 0)
  else if (kind === 'nack') writer.nack(sequence | 0)
  if (kind === 'message') writer.reserve(Buffer.byteLength(target))
  for (const one of updates) {
    const slot = directory.enterId(one.id)
    table.add(slot)
    table.setWord(slot, one.word | 0)
    const lengths = { endpointLength: one.endpoint.length, metaLength: one.meta.length }
    const degraded = one.degraded ? 1 : 0
    const address = { endpointOffset: 0, metaOffset: one.endpoint.length, degraded, ...lengths }
    table.setAddress(slot, 1, address, Uint8Array.of(...one.endpoint, ...one.meta))
    if (!writer.update(table, slot, one.accuser | 0)) throw new Error('it fits')
  }
  if (kind === 'message') writer.message(Buffer.from(target))
  return writer.bytes.slice(0, writer.length)
}

/** What protobufjs makes of it: fields with the default value are left unset, as the contract says. */
function oracle({ header, body, updates }: AnyPacket): Uint8Array {
  const set = <T extends object>(fields: T): Partial<T> => {
    const isSet = (value: any): boolean => value !== 0 && value !== false && value?.length !== 0
    const entries = Object.entries(fields).filter(([, value]) => isSet(value))
    return Object.fromEntries(entries) as Partial<T>
  }
  const { kind, sequence, target, budgetMs } = body
  const bodies = {
    ping: { ping: set({ sequence, target: Buffer.from(target) }) },
    ack: { ack: set({ sequence }) },
    pingReq: { pingReq: set({ sequence, target: Buffer.from(target), budgetMs }) },
    nack: { nack: set({ sequence }) },
    none: {},
    message: { message: Buffer.from(target) },
  }
  return gyre.Packet.encode({
    ...set({ ...header, from: Buffer.from(header.from) }),
    ...bodies[kind],
    updates: updates.map((one) => {
      const state = one.word & 3
      const { word, accuser, meta, degraded } = one
      const base = { word, id: Buffer.from(one.id) }
      if (state === core.ALIVE) return set({ ...base, endpoint: one.endpoint, meta, degraded })
      return state === core.SUSPECT ? set({ ...base, accuser }) : set(base)
    }),
  }).finish()
}

t.test('the datagram writer is protobufjs, byte for byte', async () => {
  fc.assert(
    fc.property(anyPacket, (any) => Buffer.compare(write(any), oracle(any)) === 0),
    { numRuns: 5_000 },
  )
})

t.test('the datagram reader finds what protobufjs finds', async () => {
  const kinds = {
    [PACKET.gossip]: undefined,
    [PACKET.ping]: 'ping',
    [PACKET.ack]: 'ack',
    [PACKET.pingReq]: 'pingReq',
    [PACKET.nack]: 'nack',
    [PACKET.message]: 'message',
  }
  const reader = new PacketReader()
  fc.assert(
    fc.property(anyPacket, (any) => {
      const bytes = write(any)
      if (!reader.read(bytes, bytes.length)) return false
      const expected = gyre.Packet.decode(bytes)
      const part = (offset: number, length: number): Uint8Array =>
        bytes.subarray(offset, offset + length)
      const same = (a: Uint8Array, b: Uint8Array | null | undefined): boolean =>
        Buffer.compare(a, b ?? new Uint8Array(0)) === 0
      const body = expected.ping ?? expected.pingReq ?? expected.ack ?? expected.nack
      return (
        kinds[reader.kind] === expected.body &&
        reader.label >>> 0 === expected.label &&
        reader.viewLow >>> 0 === expected.viewLow &&
        reader.viewHigh >>> 0 === expected.viewHigh &&
        same(part(reader.fromOffset, reader.fromLength), expected.from) &&
        same(part(reader.messageOffset, reader.messageLength), expected.message) &&
        reader.sequence >>> 0 === (body?.sequence ?? 0) &&
        reader.budgetMs >>> 0 === (expected.pingReq?.budgetMs ?? 0) &&
        reader.updateCount === expected.updates.length &&
        expected.updates.every((update, i) => {
          const got = reader.updates[i]
          return (
            got.word >>> 0 === update.word &&
            got.accuser >>> 0 === update.accuser &&
            got.degraded === Number(update.degraded) &&
            same(part(got.idOffset, got.idLength), update.id) &&
            same(part(got.endpointOffset, got.endpointLength), update.endpoint) &&
            same(part(got.metaOffset, got.metaLength), update.meta)
          )
        })
      )
    }),
    { numRuns: 5_000 },
  )
})

t.test('what the reader accepts, protobufjs accepts too', async () => {
  const reader = new PacketReader()
  const mutated = fc.tuple(
    anyPacket,
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
    fc.nat(),
  )
  let accepted = 0
  fc.assert(
    fc.property(mutated, ([any, changes, cut]) => {
      const bytes = write(any)
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      const length = cut % 3 === 0 ? cut % bytes.length : bytes.length
      if (!reader.read(bytes, length)) return
      accepted++
      gyre.Packet.decode(bytes.subarray(0, length))
    }),
    { numRuns: 5_000 },
  )
  if (accepted < 100) throw new Error(`too few to say anything: ${accepted}`)
})

t.test('fields of a later version are skipped, whatever their type', async (t) => {
  const reader = new PacketReader()
  const known = packet('b', {
    ping: { sequence: 5, target: Buffer.from('a') },
    updates: [alive('c', 9)],
  })
  const unknown = [
    [0xa0, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
    [0xa1, 0x01, 1, 2, 3, 4, 5, 6, 7, 8],
    [0xa2, 0x01, 3, 1, 2, 3],
    [0xa5, 0x01, 1, 2, 3, 4],
  ]
  for (const field of unknown) {
    const bytes = Uint8Array.from([...field, ...known, ...field])
    t.ok(reader.read(bytes, bytes.length))
    t.same([reader.kind, reader.sequence, reader.updateCount], [PACKET.ping, 5, 1])
    const inner = Uint8Array.from([
      ...known.subarray(0, 8),
      0x2a,
      field.length + 5,
      8,
      5,
      18,
      1,
      0x61,
      ...field,
    ])
    t.ok(reader.read(inner, inner.length))
    t.same([reader.kind, reader.sequence], [PACKET.ping, 5])
    const id = [0x12, 1, 0x61]
    const within = Uint8Array.from([
      ...known.subarray(0, 8),
      0x4a,
      field.length + 8,
      0x0d,
      1,
      0,
      0,
      0,
      ...id,
      ...field,
    ])
    t.ok(reader.read(within, within.length))
    t.equal(reader.updateCount, 1)
  }
  for (const bad of [[0xa3, 0x01], [0xa4, 0x01], [0xa6, 0x01], [0x00], [0x02, 0], [0xff]]) {
    const bytes = Uint8Array.from([...known, ...bad])
    t.notOk(reader.read(bytes, bytes.length), `${bad}`)
  }
})

t.test('bounds: one bad update never takes its neighbours along', async (t) => {
  const reader = new PacketReader()
  const read = (updates: gyre.Update.$Properties[]): number[] => {
    const bytes = packet('b', { updates })
    if (!reader.read(bytes, bytes.length)) return []
    return [reader.updateCount, reader.updatesRefused]
  }
  const good = alive('c', 9)
  t.same(read([good, { ...good, id: new Uint8Array(0) }, good]), [2, 1])
  t.same(read([{ ...good, id: new Uint8Array(129).fill(65) }]), [0, 1])
  t.same(read([{ ...good, id: Uint8Array.of(0xc0, 0x80) }]), [0, 1])
  t.same(read([{ ...good, endpoint: new Uint8Array(0) }]), [0, 1])
  t.same(read([{ ...good, endpoint: new Uint8Array(7).fill(1) }]), [0, 1])
  t.same(read([{ ...good, endpoint: new Uint8Array(19).fill(1) }]), [0, 1])
  t.same(read([{ ...good, endpoint: new Uint8Array(6) }]), [0, 1])
  t.same(read([{ ...good, meta: new Uint8Array(1_025) }]), [0, 1])
  t.same(read([{ ...good, meta: new Uint8Array(1_024) }]), [1, 0])
  t.same(read([claim('d', 1, core.FAULTY)]), [1, 0])
  t.same(read(Array(127).fill(good)), [127, 0])
  t.same(read(Array(128).fill(good)), [], 'too many: malformed')
})

t.test('a packet needs a sender, and a ping a target', async (t) => {
  const reader = new PacketReader()
  const reads = (bytes: Uint8Array): boolean => reader.read(bytes, bytes.length)
  t.ok(reads(packet('b', {})))
  t.notOk(reads(packet('', {})))
  t.notOk(reads(packet('b', { ping: { sequence: 1 } })))
  t.notOk(reads(packet('b', { pingReq: { sequence: 1 } })))
  const two = Uint8Array.from([...packet('b', { ack: { sequence: 1 } }), 0x42, 0])
  t.notOk(reads(two), 'two bodies')
  t.notOk(reader.read(new Uint8Array(70_000), 65_508), 'longer than a datagram can be')
  t.notOk(reads(Uint8Array.of(0x0d, 1, 2)), 'a fixed32 that ends early')
  t.notOk(reads(Uint8Array.of(0x12, 0xff, 0xff, 0xff, 0xff, 0x0f)), 'a negative length')
})

t.test('updates are small', async (t) => {
  const size = (update: gyre.Update.$Properties): number => {
    return packet('b', { updates: [update] }).length - packet('b', {}).length
  }
  const twelve = Buffer.from('member-00012')
  const word = 2 ** 32 - 4
  t.ok(size({ word: word + 1, id: twelve, accuser: 2 ** 32 - 1 }) <= 32)
  t.ok(size({ word: word + 2, id: twelve, accuser: 2 ** 32 - 1 }) <= 32)
  t.ok(size({ word, id: twelve, endpoint: new Uint8Array(6).fill(255) }) <= 48)
  t.ok(size({ word, id: twelve, endpoint: new Uint8Array(18).fill(255) }) <= 48)
})

t.test('an update that does not fit is left out whole', async (t) => {
  const writer = new PacketWriter()
  const directory = new Directory()
  const table = new DenseTable(10, directory)
  const slots = ['one', 'two', 'three'].map((name) => directory.enterId(name))
  for (const slot of slots) table.add(slot)
  for (const slot of slots) table.setWord(slot, (5 << 2) | core.SUSPECT)
  writer.begin({ label: 1, from: 'me', mtuBytes: 60 }, 2, 3)
  t.same(
    slots.map((slot) => writer.update(table, slot, 7)),
    [true, true, false],
  )
  const { updates } = gyre.Packet.decode(writer.bytes.subarray(0, writer.length))
  t.equal(updates.length, 2)
})

t.test('10⁶ random datagrams change nothing and are all counted', async (t) => {
  const rig = new Rig().start('b', 'c').quiet()
  const { node } = rig
  const before = [node.viewLow, node.viewHigh, node.rumourCount, node.liveCount]
  const noise = new Uint8Array(1_000_000 + 64)
  const random = new core.Rng(1, 2)
  for (let i = 0; i < noise.length; i++) noise[i] = random.next()
  const from = endpointOfName('z')
  const counted = (): number => node.counters.droppedMalformed + node.counters.droppedLabel
  for (let i = 0; i < 1_000_000; i++) node.receive(rig.now, from, noise.subarray(i, i + 64), i & 63)
  t.same([node.viewLow, node.viewHigh, node.rumourCount, node.liveCount], before)
  t.equal(counted(), 1_000_000)
  t.equal(rig.sent.length, 0)
})

t.test('every truncation of a good datagram is dropped or changes nothing wrong', async (t) => {
  const whole = packet('b', {
    viewLow: 1,
    ping: { sequence: 900, target: Buffer.from('a') },
    updates: [claim('c', 10, core.FAULTY, 7)],
  })
  for (let length = 0; length < whole.length; length++) {
    const rig = new Rig().start('b', 'c').quiet()
    rig.node.receive(rig.now, endpointOfName('b'), whole, length)
    t.equal(rig.standing('c'), core.ALIVE, `${length} of ${whole.length} bytes`)
  }
})

t.test('a datagram of another cluster, or our own, is dropped and counted', async (t) => {
  const rig = new Rig().start('b', 'c').quiet()
  rig.receive('b', { label: 12345, updates: [claim('c', 10, core.FAULTY)] })
  t.equal(rig.node.counters.droppedLabel, 1)
  rig.receive('a', { updates: [claim('c', 10, core.FAULTY)] })
  t.equal(rig.node.counters.droppedReflected, 1)
  rig.receive('b', { updates: [{ ...alive('x', 5), id: new Uint8Array(0) }] })
  t.equal(rig.node.counters.refusedBounds, 1)
  const long = new Uint8Array(65_507)
  long.set(packet('b', { updates: [claim('c', 10, core.FAULTY)] }))
  rig.node.receive(rig.now, endpointOfName('b'), long, long.length)
  t.equal(rig.node.counters.droppedMalformed, 1)
  t.equal(rig.standing('c'), core.ALIVE)
})

t.test('stream messages come back as they were, and nonsense is none', async (t) => {
  const rig = new Rig().start('b', 'c')
  const offer = rig.node.syncOffer(true)
  const back = decodeStream(encodeStream({ offer }))
  t.match(back, { offer: { label: offer.label, version: 1, joining: true, cluster: 'test' } })
  const answer = new Rig({ id: 'z', endpoint: endpointOfName('z') })
    .start('q')
    .node.syncAnswer(0, offer)
  const again = decodeStream(encodeStream({ answer }))
  t.ok(again && 'answer' in again && again.answer.records.length === answer.records.length)
  const close = rig.node.syncClose(0, answer)
  const closed = decodeStream(encodeStream({ close }))
  t.ok(closed && 'close' in closed && closed.close.records.length === close.records.length)
  t.match(decodeStream(encodeStream({ ack: { sequence: 7 } })), { ack: { sequence: 7 } })
  const target = Buffer.from('a')
  t.match(decodeStream(encodeStream({ ping: { sequence: 7, target } })), { ping: { sequence: 7 } })
  const none = [
    Uint8Array.of(255, 255, 255),
    new Uint8Array(0),
    gyre.StreamMessage.encode({ offer: {} }).finish(),
    gyre.StreamMessage.encode({ answer: { from: {} } }).finish(),
    gyre.StreamMessage.encode({ answer: { differing: new Uint8Array(32) } }).finish(),
  ]
  for (const bytes of none) t.equal(decodeStream(bytes), undefined)
})

t.test('the generated code is that of the schema', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'gyre-proto-'))
  t.teardown(() => rmSync(dir, { recursive: true }))
  execFileSync(process.execPath, ['proto/generate.js', dir])
  for (const file of ['gyre.js', 'gyre.d.ts']) {
    t.equal(readFileSync(join(dir, file), 'utf8'), readFileSync(join('proto', file), 'utf8'), file)
  }
})
