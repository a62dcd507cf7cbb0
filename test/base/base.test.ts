import fc from 'fast-check'
import { isIPv6 } from 'node:net'
import t from 'tap'
import {
  endpointOf,
  parseEndpoint,
  readEndpoint,
  splitEndpoint,
  validEndpoint,
  writeEndpoint,
} from '../../lib/base/endpoint.js'
import { assert, GyreError } from '../../lib/base/error.js'
import { fmix32, hash32 } from '../../lib/base/hash.js'
import { utf8Equals, utf8Length, utf8Read, utf8Valid, utf8Write } from '../../lib/base/utf8.js'

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
)

t.test('UTF-8 is that of TextEncoder, and lone surrogates have none', async (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const length = utf8Length(text)
      if (!text.isWellFormed()) return length === -1
      const expected = new TextEncoder().encode(text)
      const out = new Uint8Array(expected.length + 2)
      const end = utf8Write(text, out, 1)
      t.same(out.subarray(1, end), expected)
      return length === expected.length && utf8Read(out, 1, length) === text
    }),
    { numRuns: 2_000 },
  )
})

t.test('bytes are valid UTF-8 exactly where TextDecoder says so', async () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const isValid = (bytes: Uint8Array): boolean => {
    try {
      strict.decode(bytes)
      return true
    } catch {
      return false
    }
  }
  const near = fc.array(
    fc.constantFrom(0x41, 0x80, 0xbf, 0xc1, 0xc2, 0xe0, 0xa0, 0xed, 0xf0, 0x90, 0xf4, 0xf5),
  )
  const anyBytes = fc.oneof(
    fc.uint8Array(),
    near.map((bytes) => Uint8Array.from(bytes)),
  )
  fc.assert(
    fc.property(anyBytes, (bytes) => utf8Valid(bytes, 0, bytes.length) === isValid(bytes)),
    { numRuns: 5_000 },
  )
})

t.test('text equals bytes exactly where it encodes to them', async () => {
  const pair = fc.tuple(anyText, fc.option(anyText))
  fc.assert(
    fc.property(pair, ([text, other]) => {
      if (!text.isWellFormed()) return
      const bytes = new TextEncoder().encode((other ?? text).toWellFormed())
      const same = Buffer.from(text).equals(bytes)
      return utf8Equals(text, bytes, 0, bytes.length) === same
    }),
    { numRuns: 2_000 },
  )
})

t.test('hash32 is MurmurHash3 x86 32', async (t) => {
  // Vectors of the reference implementation, SMHasher, as they are widely published.
  const vectors: [string, number, number][] = [
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['', 0xffffffff, 0x81f16f39],
    ['test', 0, 0xba6bd213],
    ['test', 0x9747b28c, 0x704b81dc],
    ['Hello, world!', 0, 0xc0363e43],
    ['Hello, world!', 0x9747b28c, 0x24884cba],
    ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
    ['aaa', 0x9747b28c, 0x283e0130],
    ['ab', 0x9747b28c, 0x74875592],
  ]
  for (const [text, seed, expected] of vectors) {
    const bytes = Buffer.from(`xx${text}`)
    t.equal(hash32(bytes, 2, text.length, seed) >>> 0, expected, text)
  }
  t.equal(fmix32(0), 0)
})

t.test('an endpoint is canonical, and comes back from its wire form', async (t) => {
  const cases: [string, string][] = [
    ['10.0.0.5:7946', '10.0.0.5:7946'],
    ['255.255.255.255:65535', '255.255.255.255:65535'],
    ['[2001:DB8::1]:80', '[2001:db8::1]:80'],
    ['[2001:db8:0:0:1:0:0:1]:80', '[2001:db8::1:0:0:1]:80'],
    ['[1:0:3:4:5:6:7:8]:1', '[1:0:3:4:5:6:7:8]:1'],
    ['[::]:1', '[::]:1'],
    ['[::ffff:1.2.3.4]:1', '[::ffff:102:304]:1'],
    ['[0001:0002:0003:0004:0005:0006:0007:0008]:1', '[1:2:3:4:5:6:7:8]:1'],
  ]
  for (const [given, canonical] of cases) {
    const endpoint = parseEndpoint(given)
    t.equal(endpoint, canonical)
    const bytes = new Uint8Array(20)
    const length = writeEndpoint(endpoint, bytes, 1) - 1
    t.ok(validEndpoint(bytes, 1, length))
    t.equal(readEndpoint(bytes, 1, length), canonical)
    const { ip, port } = splitEndpoint(endpoint)
    t.equal(endpointOf(ip, port), canonical)
  }
})

t.test('what is no endpoint is refused with its text', async (t) => {
  const wrong = [
    '',
    'localhost:80',
    '10.0.0.5',
    '10.0.0:80',
    '10.0.0.256:80',
    '10.0.0.5:65536',
    '10.0.0.5:',
    '::1:80',
    '[::1]',
    '[::1::2]:80',
    '[1:2:3]:80',
    '[1:2:3:4:5:6:7:8:9]:80',
    '[1:2:3:4:5:6:7::8:9]:80',
    '[12345::]:80',
    '[::1.2.3.400]:80',
    '[fe80::1%eth0]:80',
  ]
  for (const text of wrong) {
    t.throws(() => parseEndpoint(text), { code: 'BAD_ENDPOINT', message: JSON.stringify(text) })
  }
  t.notOk(validEndpoint(new Uint8Array(18), 0, 17), 'a length that no address has')
  t.notOk(validEndpoint(new Uint8Array(18), 0, 6), 'port 0')
})

t.test('any IPv6 address that node accepts is read the same way', async () => {
  const group = fc.oneof(
    fc.constant('0'),
    fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16)),
  )
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const endpoint = parseEndpoint(`[${groups.join(':')}]:1`)
      const { ip } = splitEndpoint(endpoint)
      return isIPv6(ip) && new URL(`http://${endpoint}/`).host === endpoint
    }),
  )
})

t.test('errors carry a code, and our own faults say that they are ours', async (t) => {
  const error = new GyreError('BAD_ID', 'expected an id')
  t.match(error, { name: 'GyreError', code: 'BAD_ID', message: 'expected an id' })
  t.throws(() => assert(false, 'two is three'), { message: /gyre is broken.*two is three/ })
})
