import { DgramAsPromised, type SocketAsPromised } from 'dgram-as-promised'
import type { RemoteInfo, Socket as DgramSocket, SocketOptions } from 'node:dgram'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { endpointOf, splitEndpoint, type Endpoint } from '../base/endpoint.js'
import { GyreError } from '../base/error.js'
import { FIRST_MESSAGE_BYTES_MAX } from './frames.js'
import { SendPool } from './send-pool.js'
import { Targets } from './targets.js'
import { TcpStream } from './tcp-stream.js'
import {
  noFailures,
  StreamRefused,
  StreamUnanswered,
  type Receiver,
  type Stream,
  type Transport,
  type TransportFailures,
} from './transport.js'

/** Streams open at one time in each direction; more are refused. */
const STREAMS_MAX = 256
/** Codes of a connect that no host has answered, be it for want of a route to it beyond ours. */
const UNANSWERED: ReadonlySet<string> = new Set(['ETIMEDOUT', 'EHOSTUNREACH', 'EHOSTDOWN'])
/** Parsed endpoints kept for sending. */
const TARGETS_MAX = 65_536
/** How often a port that is free for streams may turn out taken for datagrams. */
const PORT_TRIES = 16

/** Two sockets on one port. */
interface Sockets {
  readonly socket: SocketAsPromised
  readonly server: Server
  readonly port: number
}

/**
 * Datagrams over UDP, streams over TCP, both on one port. With port 0 the system chooses it; it may
 * choose one for streams that is taken for datagrams, so that is tried a few times.
 * @throws GyreError `BIND_FAILED`
 */
export async function bindUdp(
  bind: Endpoint,
  open: typeof openSockets = openSockets,
  tries: number = PORT_TRIES,
): Promise<Transport> {
  const { ip, port } = splitEndpoint(bind)
  try {
    const { socket, server, port: bound } = await open(ip, port)
    return new UdpTransport(socket, server, endpointOf(ip, bound))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (port === 0 && code === 'EADDRINUSE' && tries > 1) return bindUdp(bind, open, tries - 1)
    throw new GyreError('BIND_FAILED', `cannot bind ${bind}: ${explain(code)}`, { cause: error })
  }
}

async function openSockets(ip: string, port: number): Promise<Sockets> {
  const server = createServer()
  server.maxConnections = STREAMS_MAX
  const bound = await listen(server, ip, port)
  try {
    return { socket: await bindSocket(ip, bound), server, port: bound }
  } catch (error) {
    server.close()
    throw error
  }
}

class UdpTransport implements Transport {
  readonly endpoint: Endpoint
  readonly failures: TransportFailures = noFailures()
  private readonly promised: SocketAsPromised
  private readonly socket: DgramSocket
  private readonly server: Server
  private readonly pool = new SendPool()
  private readonly targets = new Targets(TARGETS_MAX)
  private readonly streams = new Set<TcpStream>()
  /** Those that we have opened. */
  private opened = 0
  private closing: Promise<void> | undefined

  constructor(promised: SocketAsPromised, server: Server, endpoint: Endpoint) {
    this.promised = promised
    this.socket = promised.socket
    this.server = server
    this.endpoint = endpoint
    const onError = (): void => void this.failures.socketErrors++
    this.socket.on('error', onError)
    this.server.on('error', onError)
    this.server.on('drop', () => void this.failures.streamsRefused++)
  }

  start(receiver: Receiver): void {
    this.socket.on('message', (bytes, from) => {
      // Port 0 cannot be answered, and sending to it throws: nobody honest sends from there.
      if (from.port > 0) receiver.datagram(sourceOf(from), bytes)
    })
    this.server.on('connection', (socket) => {
      receiver.stream(this.adopt(socket, FIRST_MESSAGE_BYTES_MAX))
    })
  }

  send(to: Endpoint, bytes: Uint8Array, length: number): void {
    const buffer = this.closing === undefined ? this.pool.take(bytes, length) : undefined
    if (buffer === undefined) {
      this.failures.sendsDropped++
      return
    }
    const { ip, port } = this.targets.of(to)
    const done = (error?: Error | null): void => {
      this.pool.giveBack(buffer)
      if (error) this.failures.sendsFailed++
    }
    try {
      this.socket.send(buffer, 0, length, port, ip, done)
    } catch (error) {
      done(error as Error)
    }
  }

  connect(to: Endpoint, timeoutMs: number): Promise<Stream> {
    const { ip, port } = this.targets.of(to)
    if (this.closing !== undefined || this.opened >= STREAMS_MAX) {
      this.failures.streamsRefused++
      return Promise.reject(new Error('no stream to be had'))
    }
    return new Promise((resolve, reject) => {
      const socket = connect({ host: ip, port })
      const stream = this.adopt(socket)
      this.opened++
      socket.once('close', () => void this.opened--)
      let code = 'ETIMEDOUT'
      // Should we have stood still ourselves, an answer that waits to be read comes first.
      const end = (): void => void (socket.connecting && socket.destroy())
      const timer = setTimeout(() => setImmediate(end), timeoutMs)
      socket.once('connect', () => {
        clearTimeout(timer)
        resolve(stream)
      })
      socket.once('error', (error: NodeJS.ErrnoException) => void (code = String(error.code)))
      socket.once('close', () => {
        clearTimeout(timer)
        reject(failureOf(to, code))
      })
    })
  }

  close(): Promise<void> {
    this.closing ??= this.closeAll()
    return this.closing
  }

  private async closeAll(): Promise<void> {
    for (const stream of this.streams) stream.destroy()
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()))
    await Promise.all([this.promised.close(), closed])
  }

  private adopt(socket: Socket, firstMessageBytesMax?: number): TcpStream {
    const stream = new TcpStream(socket, firstMessageBytesMax)
    this.streams.add(stream)
    socket.once('close', () => this.streams.delete(stream))
    return stream
  }
}

/** Why a stream could not be opened, by the code of the system. */
function failureOf(to: Endpoint, code: string): Error {
  if (code === 'ECONNREFUSED') return new StreamRefused(`${to} refuses streams`)
  if (UNANSWERED.has(code)) return new StreamUnanswered(`${to} does not answer`)
  return new Error(`no stream to ${to}: ${code}`)
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, ipv6Only: true, exclusive: true }, () => {
      server.removeListener('error', reject)
      resolve((server.address() as { port: number }).port)
    })
  })
}

async function bindSocket(address: string, port: number): Promise<SocketAsPromised> {
  const options: SocketOptions = {
    type: address.includes(':') ? 'udp6' : 'udp4',
    ipv6Only: address.includes(':'),
    // Targets are ip addresses always: answered at once, a send needs no turn of the loop.
    lookup: (host, _options, answer) => answer(null, host, host.includes(':') ? 6 : 4),
  }
  const socket = DgramAsPromised.createSocket(options)
  try {
    await socket.bind({ address, port, exclusive: true })
    return socket
  } catch (error) {
    await socket.close()
    throw error
  }
}

/** The system writes addresses in their canonical form already; a zone means nothing elsewhere. */
function sourceOf({ family, address, port }: RemoteInfo): Endpoint {
  const ip = family === 'IPv4' ? address : `[${address.replace(/%.*/, '')}]`
  return `${ip}:${port}` as Endpoint
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use',
  EADDRNOTAVAIL: 'no interface has this address',
  EACCES: 'not permitted',
}

function explain(code = 'unknown'): string {
  return `${REASONS[code] ?? 'the system refused'} (${code})`
}
