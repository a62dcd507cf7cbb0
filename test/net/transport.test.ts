import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { endpointOf, parseEndpoint, splitEndpoint, type Endpoint } from '../../lib/base/endpoint.js'
import { seedsOf } from '../../lib/discovery/index.js'
import { frame, FrameReader } from '../../lib/transport/frames.js'
import {
  bindUdp,
  StreamRefused,
  StreamUnanswered,
  type Stream,
  type Transport,
} from '../../lib/transport/index.js'
import { SendPool } from '../../lib/transport/send-pool.js'
import { Targets } from '../../lib/transport/targets.js'
import '../children.js'

const ANY = parseEndpoint('127.0.0.1:0')

async function bound(t: Test, bind = ANY): Promise<Transport> {
  const transport = await bindUdp(bind)
  t.teardown(() => transport.close())
  return transport
}

t.test('datagrams arrive with their source and their bytes', async (t) => {
  for (const bind of ['127.0.0.1:0', '[::1]:0']) {
    const [one, other] = [await bound(t, parseEndpoint(bind)), await bound(t, parseEndpoint(bind))]
    const got: { from: Endpoint; text: string }[] = []
    const all = new Promise<void>((resolve) => {
      const datagram = (from: Endpoint, bytes: Uint8Array): void => {
        got.push({ from, text: Buffer.from(bytes).toString() })
        if (got.length === 50) resolve()
      }
      other.start({ datagram, stream: () => {} })
    })
    const shared = Buffer.alloc(8)
    for (let i = 0; i < 50; i++) {
      shared.fill(0).write(`n${i}`)
      one.send(other.endpoint, shared, `n${i}`.length)
    }
    await all
    t.same(
      got.map(({ text }) => text),
      Array.from({ length: 50 }, (_, i) => `n${i}`),
    )
    t.ok(
      got.every(({ from }) => from === one.endpoint),
      `${got[0].from} is ${one.endpoint}`,
    )
  }
})

t.test('a stream carries messages both ways, small and large', async (t) => {
  const [one, other] = [await bound(t), await bound(t)]
  one.start({ datagram: () => {}, stream: () => {} })
  const accepted = new Promise<Stream>((stream) => other.start({ datagram: () => {}, stream }))
  const opened = await one.connect(other.endpoint, 1_000)
  const there = await accepted
  const large = Buffer.alloc(3_000_000, 'x')
  opened.send(Buffer.from('hello'))
  opened.send(large)
  t.equal(Buffer.from((await there.receive(1_000)) ?? []).toString(), 'hello')
  t.ok(large.equals((await there.receive(5_000)) ?? new Uint8Array(0)))
  there.send(Buffer.from('back'))
  t.equal(Buffer.from((await opened.receive(1_000)) ?? []).toString(), 'back')
  t.equal(await opened.receive(20), undefined, 'nothing came in time')
  for (const text of ['1', '2', '3']) there.send(Buffer.from(text))
  await sleep(50)
  for (const text of ['1', '2', '3']) {
    t.equal(
      Buffer.from((await opened.receive(1_000)) ?? []).toString(),
      text,
      'kept until asked for',
    )
  }
  there.close()
  t.equal(await opened.receive(1_000), undefined, 'the stream ended')
  t.equal(await opened.receive(1_000), undefined, 'and stays so')
  opened.close()
  await sleep(50)
  opened.send(Buffer.from('into the void'))
})

t.test('a peer that never closes its side keeps nothing open', async (t) => {
  const server = createServer(
    { allowHalfOpen: true },
    (socket) => void socket.on('error', () => {}),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const one = await bound(t)
  const { port } = server.address() as AddressInfo
  const stream = await one.connect(endpointOf('127.0.0.1', port), 1_000)
  stream.close()
  t.equal(await stream.receive(5_000), undefined)
})

t.test('a message longer than any may be ends the stream', async (t) => {
  const one = await bound(t)
  const accepted = new Promise<Stream>((stream) => one.start({ datagram: () => {}, stream }))
  const { ip, port } = splitEndpoint(one.endpoint)
  const socket = connect(port, ip)
  socket.on('error', () => {})
  socket.write(Uint8Array.of(255, 255, 255, 255, 1))
  t.equal(await (await accepted).receive(1_000), undefined)
  await once(socket, 'close')
})

t.test('frames are cut wherever the pieces end', async (t) => {
  const whole = Buffer.concat([
    frame(Buffer.from('one')),
    frame(new Uint8Array(0)),
    frame(Buffer.from('two')),
  ])
  for (const size of [1, 2, 3, 5, 100]) {
    const reader = new FrameReader()
    const got: string[] = []
    for (let at = 0; at < whole.length; at += size) {
      reader.push(whole.subarray(at, at + size))
      for (let next = reader.next(); next; next = reader.next())
        got.push(Buffer.from(next).toString())
    }
    t.same(got, ['one', '', 'two'], `${size} bytes at a time`)
  }
})

t.test('nobody there: no stream', async (t) => {
  const one = await bound(t)
  const gone = await bindUdp(ANY)
  await gone.close()
  const refused = await one.connect(gone.endpoint, 500).catch((error: unknown) => error)
  t.ok(refused instanceof StreamRefused)
  await t.rejects(one.connect(gone.endpoint, 0), 'nor in no time at all')
  const elsewhere = parseEndpoint('255.255.255.255:9')
  const unreachable = await one.connect(elsewhere, 500).catch((error: unknown) => error)
  t.notOk(unreachable instanceof StreamRefused || unreachable instanceof StreamUnanswered)
})

t.test(
  'the host of a process that stands still takes streams, until they are too many',
  async (t) => {
    const one = await bound(t)
    const program =
      "const server = require('node:net').createServer().listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {" +
      'process.send(server.address().port); setTimeout(() => { for (;;); }, 50) })'
    const still = spawn(process.execPath, ['-e', program], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    t.teardown(() => void still.kill('SIGKILL'))
    const [port] = await once(still, 'message')
    await sleep(100)
    const results: unknown[] = []
    const end = parseEndpoint(`127.0.0.1:${port}`)
    for (let i = 0; i < 4; i++)
      results.push(await one.connect(end, 200).catch((error: unknown) => error))
    t.notOk(results[0] instanceof Error, 'though it never gets to it')
    t.ok(results[3] instanceof StreamUnanswered, 'no answer at all')
  },
)

t.test('a closed transport sends nothing, opens nothing, and closes once', async (t) => {
  const one = await bindUdp(ANY)
  await Promise.all([one.close(), one.close()])
  one.send(ANY, new Uint8Array(5), 5)
  t.equal(one.failures.sendsDropped, 1)
  await t.rejects(one.connect(ANY, 500))
  t.equal(one.failures.streamsRefused, 1)
})

t.test('what the system refuses is counted', async (t) => {
  const one = await bound(t)
  one.send(parseEndpoint('127.0.0.1:9'), new Uint8Array(65_508), 65_508)
  one.send(parseEndpoint('[::1]:9'), new Uint8Array(5), 5)
  await sleep(50)
  t.equal(one.failures.sendsFailed, 2)
})

t.test('a port in use is refused by name, for datagrams as for streams', async (t) => {
  const one = await bound(t)
  await t.rejects(bindUdp(one.endpoint), { code: 'BIND_FAILED', message: /in use \(EADDRINUSE\)/ })
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  t.teardown(() => socket.close())
  const taken = endpointOf('127.0.0.1', socket.address().port)
  await t.rejects(bindUdp(taken), { code: 'BIND_FAILED', message: /EADDRINUSE/ })
  await t.rejects(bindUdp(parseEndpoint('192.0.2.1:0')), {
    code: 'BIND_FAILED',
    message: /no interface has this address/,
  })
})

t.test('buffers on their way out are bounded, and used again', async (t) => {
  const pool = new SendPool()
  const bytes = Buffer.from('abc')
  const taken = Array.from({ length: 1_024 }, () => pool.take(bytes, 3) as Buffer)
  t.equal(pool.take(bytes, 3), undefined)
  t.equal(taken[5].subarray(0, 3).toString(), 'abc')
  pool.giveBack(taken[5])
  t.equal(pool.take(bytes, 2), taken[5])
  pool.giveBack(taken[6])
  t.ok((pool.take(new Uint8Array(5_000), 5_000) as Buffer).length >= 5_000, 'grows where it must')
})

t.test('seeds are addresses or names with a port', async (t) => {
  const found = await seedsOf(['127.0.0.1:1', '[::1]:2', 'localhost:3', '127.0.0.1:1']).find()
  t.same(found.failures, [])
  t.ok(found.endpoints.includes(parseEndpoint('127.0.0.1:1')))
  t.ok(found.endpoints.includes(parseEndpoint('[::1]:2')))
  t.ok(found.endpoints.some((endpoint) => endpoint.endsWith(':3')))
  t.equal(found.endpoints.filter((endpoint) => endpoint === '127.0.0.1:1').length, 1)
  const { endpoints, failures } = await seedsOf(['no-such-host.invalid:5']).find()
  t.same(endpoints, [])
  t.match(failures, [{ code: 'SEED_UNRESOLVED', message: /no-such-host.invalid:5/ }])
  for (const seed of [
    'localhost',
    'localhost:0',
    '127.0.0.1:0',
    '1.2.3:5',
    'a b:5',
    'x:70000',
    '',
  ]) {
    t.throws(() => seedsOf([seed]), { code: 'BAD_ENDPOINT' }, seed)
  }
})

t.test('a port that is free for streams only is given up for another one', async (t) => {
  let calls = 0
  const taken = (): Promise<never> => {
    calls++
    return Promise.reject(Object.assign(new Error('taken'), { code: 'EADDRINUSE' }))
  }
  await t.rejects(bindUdp(ANY, taken), { code: 'BIND_FAILED' })
  t.equal(calls, 16)
  await t.rejects(bindUdp(parseEndpoint('127.0.0.1:5'), taken), { code: 'BIND_FAILED' })
  t.equal(calls, 17, 'a port that was asked for is not replaced')
  await t.rejects(
    bindUdp(ANY, () => Promise.reject(new Error('odd'))),
    {
      message: /the system refused \(unknown\)/,
    },
  )
})

t.test('errors of the sockets, and streams over the limit, are counted', async (t) => {
  const one = await bound(t)
  const { socket, server } = one as unknown as { socket: NodeJS.EventEmitter; server: Server }
  socket.emit('error', new Error('ENOBUFS'))
  t.equal(one.failures.socketErrors, 1)
  server.maxConnections = 1
  for (let i = 0; i < 2; i++) await t.resolves(one.connect(one.endpoint, 1_000))
  await sleep(50)
  t.equal(one.failures.streamsRefused, 1)
})

t.test('endpoints taken apart are kept, but not without bound', async (t) => {
  const targets = new Targets(2)
  const [a, b, c] = ['10.0.0.1:1', '10.0.0.2:2', '[::1]:3'].map(parseEndpoint)
  const first = targets.of(a)
  t.same(first, { ip: '10.0.0.1', port: 1 })
  targets.of(b)
  t.equal(targets.of(a), first)
  t.same(targets.of(c), { ip: '::1', port: 3 })
  t.not(targets.of(a), first)
})

t.test('nobody is answered at port 0, which cannot be sent to', async (t) => {
  const one = await bound(t)
  const got: Endpoint[] = []
  one.start({ datagram: (from) => void got.push(from), stream: () => {} })
  const { socket } = one as unknown as { socket: NodeJS.EventEmitter }
  const source = { address: '127.0.0.1', family: 'IPv4', size: 1 }
  socket.emit('message', Buffer.from('x'), { ...source, port: 0 })
  socket.emit('message', Buffer.from('x'), { ...source, port: 5 })
  t.same(got, ['127.0.0.1:5'])
  one.send(parseEndpoint('127.0.0.1:0'), new Uint8Array(1), 1)
  t.equal(one.failures.sendsFailed, 1)
})

t.test('the first message of a stranger is short, later ones may be long', async (t) => {
  const one = await bound(t)
  const accepted: Stream[] = []
  one.start({ datagram: () => {}, stream: (stream) => void accepted.push(stream) })
  const { ip, port } = splitEndpoint(one.endpoint)
  const long = frame(Buffer.alloc(70_000))
  const pushy = connect({ port, host: ip })
  pushy.on('error', () => {})
  pushy.write(long)
  await new Promise((closed) => pushy.once('close', closed))
  t.equal(await accepted[0].receive(1_000), undefined)
  const polite = connect({ port, host: ip })
  polite.write(frame(Buffer.alloc(10)))
  polite.write(long)
  await sleep(100)
  t.equal((await accepted[1].receive(1_000))?.length, 10)
  t.equal((await accepted[1].receive(1_000))?.length, 70_000)
  polite.destroy()
})

t.test('a peer that floods a stream is made to wait, and cut off once it is closed', async (t) => {
  const one = await bound(t)
  const accepted = new Promise<Stream>((stream) => one.start({ datagram: () => {}, stream }))
  const { ip, port } = splitEndpoint(one.endpoint)
  const flood = connect({ port, host: ip, allowHalfOpen: true })
  flood.on('error', () => {})
  const message = frame(Buffer.alloc(50_000))
  for (let i = 0; i < 1_000; i++) flood.write(message)
  const stream = await accepted
  await sleep(200)
  t.ok(flood.writableLength > 25_000_000, `${flood.writableLength} of 50,000,000 bytes wait there`)
  t.equal((await stream.receive(1_000))?.length, 50_000)
  flood.resume()
  stream.close()
  await once(flood, 'end')
  flood.destroy()
})
