import fc from 'fast-check'
import t from 'tap'
import { Datagrams } from '../../lib/seal/datagrams.js'
import { keyOf, Keyring, newKey, readRefusal, SEAL_BYTES } from '../../lib/seal/index.js'
import { ReplayWindow, WINDOW } from '../../lib/base/replay-window.js'
import { SealedStream, type StreamParts } from '../../lib/seal/sealed-stream.js'
import type { Stream } from '../../lib/transport/index.js'

const [one, two] = [keyOf(newKey()), keyOf(newKey())]
let last = 0
const random = (): number => last++

function datagrams(keys = [one], name = 'test', seconds = 1_000_000): Datagrams {
  return new Datagrams(new Keyring(keys), name, random, () => seconds)
}

const text = Buffer.from('suspect c')

t.test('a key is 32 bytes, or their base64', async (t) => {
  t.equal(Buffer.from(newKey(), 'base64').length, 32)
  t.not(newKey(), newKey())
  t.same(keyOf(one.bytes), one)
  t.match(one.id, /^[0-9a-f]{8}$/)
  const secret = newKey().slice(0, 40)
  for (const bad of ['', 'x', secret, new Uint8Array(16), `${newKey()}!`]) {
    t.throws(() => keyOf(bad), { code: 'BAD_OPTION', message: /32 bytes in base64/ })
  }
  try {
    keyOf(secret)
  } catch (error) {
    t.notOk((error as Error).message.includes(secret), 'the key is in no message')
  }
})

t.test('a keyring takes keys in, uses one, and forgets others', async (t) => {
  const keyring = new Keyring([one])
  keyring.install(two)
  keyring.install(two)
  t.same(keyring.ids, [one.id, two.id])
  t.throws(() => keyring.use('00000000'), { code: 'BAD_OPTION' })
  t.throws(() => keyring.keepOnly(two.id), { code: 'BAD_OPTION', message: /in use/ })
  keyring.use(two.id)
  keyring.keepOnly(two.id)
  keyring.keepOnly(two.id)
  t.same([keyring.used.id, keyring.ids], [two.id, [two.id]])
  for (let i = 0; i < 7; i++) keyring.install(keyOf(newKey()))
  t.throws(() => keyring.install(one), { code: 'BAD_OPTION', message: /at most 8/ })
})

t.test('each counter is taken once, late ones up to a window', async () => {
  const counters = fc.array(fc.nat(3 * WINDOW), { maxLength: 300 })
  fc.assert(
    fc.property(counters, (arriving) => {
      const window = new ReplayWindow()
      const seen = new Set<number>()
      for (const counter of arriving) {
        const newest = Math.max(-1, ...seen)
        const fresh = !seen.has(counter) && counter > newest - WINDOW
        if (window.take(counter) !== fresh) return false
        if (fresh) seen.add(counter)
      }
      return true
    }),
  )
})

t.test('a datagram is opened once, by whoever has the key and the name', async (t) => {
  const [from, to] = [datagrams(), datagrams()]
  const sealed = from.seal(text)
  t.equal(sealed.length, text.length + SEAL_BYTES)
  t.notOk(sealed.includes(text))
  t.same(to.open(sealed), text)
  t.equal(to.open(sealed), 'replay')
  t.same(to.open(from.seal(text)), text)
  t.equal(datagrams([two]).open(from.seal(text)), 'key')
  t.equal(datagrams([one], 'other').open(from.seal(text)), 'key')
  t.equal(to.open(text), 'unsealed')
  t.equal(to.open(sealed.subarray(0, SEAL_BYTES - 1)), 'key')
  t.equal(to.open(new Uint8Array(0)), 'unsealed')
})

t.test('no bit of it can be changed', async (t) => {
  const [from, to] = [datagrams(), datagrams()]
  const sealed = from.seal(text)
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const forged = Buffer.from(sealed)
    forged[bit >> 3] ^= 1 << (bit & 7)
    const opened = to.open(forged)
    if (opened !== 'key' && opened !== 'unsealed') t.fail(`bit ${bit}: ${String(opened)}`)
  }
  t.same(to.open(sealed), text, 'what was forged has used up nothing')
})

t.test('keys change under running members', async (t) => {
  const [old, both] = [new Keyring([one]), new Keyring([one])]
  const [from, to] = [old, both].map((keyring) => new Datagrams(keyring, 'test', random, () => 9))
  t.same(to.open(from.seal(text)), text)
  both.install(two)
  old.install(two)
  old.use(two.id)
  t.same(to.open(from.seal(text)), text)
  both.use(two.id)
  old.use(one.id)
  const late = from.seal(text)
  both.keepOnly(two.id)
  t.equal(to.open(late), 'key', 'a key that was removed opens nothing')
})

t.test('what was recorded half a day ago says nothing any more', async (t) => {
  const at = (seconds: number): Datagrams => datagrams([one], 'test', seconds)
  for (const apart of [-43_200, 0, 43_200]) {
    t.same(at(1_000_000).open(at(1_000_000 + apart).seal(text)), text)
  }
  for (const apart of [-43_201, 43_201]) {
    t.equal(at(1_000_000).open(at(1_000_000 + apart).seal(text)), 'replay')
  }
})

t.test('senders are forgotten, the longest known first', async (t) => {
  const to = datagrams()
  const senders = (to as unknown as { senders: Map<string, unknown> }).senders
  const first = datagrams()
  const sealed = first.seal(text)
  t.same(to.open(sealed), text)
  const [known] = senders.values()
  for (let i = 1; i < 131_072; i++) senders.set(String(i), known)
  t.same(to.open(datagrams().seal(text)), text)
  t.equal(senders.size, 131_072)
  t.same(to.open(sealed), text, 'as if it had never been there')
})

/** Two ends of a stream in memory, and what has gone over it. */
function pipe() {
  const frames: Uint8Array[][] = [[], []]
  const log: Uint8Array[] = []
  let closed = 0
  const end = (own: number): Stream => ({
    send(message) {
      log.push(message)
      frames[own].push(message)
    },
    receive: () => Promise.resolve(frames[1 - own].shift()),
    close: () => void closed++,
  })
  return { ends: [end(0), end(1)], log, frames, closed: () => closed }
}

function streams(ours = [one], theirs = [one]) {
  const { ends, ...rest } = pipe()
  const refusals: string[] = []
  const parts = (inner: Stream, keys: typeof ours): StreamParts => {
    const refused = (why: string): void => void refusals.push(why)
    return { inner, keyring: new Keyring(keys), name: Buffer.from('test'), random, refused }
  }
  const opener = new SealedStream(parts(ends[0], ours), ours[0].id)
  const answerer = new SealedStream(parts(ends[1], theirs), undefined)
  return { ...rest, ends, opener, answerer, refusals }
}

const say = (sentence: string): Buffer => Buffer.from(sentence)

t.test('a stream carries sealed messages both ways, in order', async (t) => {
  const { opener, answerer, log, closed } = streams([one, two], [two, one])
  opener.send(say('offer'))
  opener.send(say('more'))
  t.same(await answerer.receive(9), say('offer'))
  t.equal(log.length, 1, 'the second waits for the first answer')
  answerer.send(say('answer'))
  t.same(await opener.receive(9), say('answer'))
  t.same(await answerer.receive(9), say('more'))
  answerer.send(say('again'))
  opener.send(say('close'))
  t.same(await opener.receive(9), say('again'))
  t.same(await answerer.receive(9), say('close'))
  t.equal(await answerer.receive(9), undefined, 'nothing more')
  t.notOk(log.some((frame) => Buffer.from(frame).includes('answer')))
  opener.close()
  t.equal(closed(), 1)
})

t.test('without a key in common the answerer says so in clear', async (t) => {
  const other = streams([one], [two])
  other.opener.send(say('offer'))
  t.equal(await other.answerer.receive(9), undefined)
  const refused = readRefusal((await other.opener.receive(9)) as Uint8Array)
  t.match(refused, { reason: 'UNKNOWN_KEY' })
  t.same(other.refusals, ['key'])
  t.equal(other.closed(), 1)
  other.answerer.send(say('to nobody'))
  t.equal(other.log.length, 2, 'who has no key in common is told nothing')
  const plain = streams()
  plain.ends[0].send(say('\n\x02hi'))
  t.equal(await plain.answerer.receive(9), undefined)
  t.match(readRefusal((await plain.ends[0].receive(9)) as Uint8Array), { reason: 'UNSEALED' })
  t.same(plain.refusals, ['unsealed'])
  for (const no of [[2], [2, 0], [2, 9], [2, 1, 1], [1, 1]]) {
    t.equal(readRefusal(Uint8Array.from(no)), undefined)
  }
})

t.test('an opener believes nothing in clear, and nothing of another stream', async (t) => {
  const clear = streams()
  clear.opener.send(say('offer'))
  clear.frames[1].push(say('\x12\x00'))
  t.equal(await clear.opener.receive(9), undefined)
  t.same(clear.refusals, ['unsealed'])
  const [first, second] = [streams(), streams()]
  for (const { opener, answerer } of [first, second]) {
    opener.send(say('offer'))
    await answerer.receive(9)
    answerer.send(say('answer'))
  }
  second.frames[1][0] = first.frames[1][0]
  t.equal(await second.opener.receive(9), undefined)
  t.same(second.refusals, ['key'])
  t.equal(second.log.length, 2, 'an opener refuses without a word')
})

t.test('a stream that is played again gets no further than its first message', async (t) => {
  const { opener, answerer, log } = streams()
  opener.send(say('offer'))
  await answerer.receive(9)
  answerer.send(say('answer'))
  await opener.receive(9)
  opener.send(say('close'))
  const again = streams()
  again.frames[0].push(log[0], log[2])
  t.same(await again.answerer.receive(9), say('offer'))
  again.answerer.send(say('answer'))
  t.equal(await again.answerer.receive(9), undefined)
  t.same(again.refusals, ['key'])
})

t.test('a hello that is cut short, or comes twice, is refused', async (t) => {
  const short = streams()
  short.frames[0].push(Uint8Array.of(0, 1, 2))
  t.equal(await short.answerer.receive(9), undefined)
  t.same(short.refusals, ['key'])
  const twice = streams()
  twice.opener.send(say('offer'))
  twice.frames[0].push(twice.log[0])
  t.same(await twice.answerer.receive(9), say('offer'))
  t.equal(await twice.answerer.receive(9), undefined)
  const empty = streams()
  empty.opener.send(say('offer'))
  t.same(await empty.answerer.receive(9), say('offer'))
  empty.answerer.send(say('answer'))
  empty.frames[0].push(Uint8Array.of(1))
  t.equal(await empty.answerer.receive(9), undefined)
  const early = streams()
  early.frames[1].push(new Uint8Array(60))
  t.equal(await early.opener.receive(9), undefined, 'an answer before there was a question')
})
