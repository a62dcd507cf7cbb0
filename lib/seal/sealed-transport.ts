import type { Endpoint } from '../base/endpoint.js'
import type { Receiver, Stream, Transport, TransportFailures } from '../transport/index.js'
import { Datagrams } from './datagrams.js'
import type { Keyring } from './keyring.js'
import { SealedStream } from './sealed-stream.js'

/** Where chance and time come from. */
interface SealWorld {
  /** 32 random bits. */
  random(): number
  /** Seconds since 2026-01-01 UTC by the wall clock. */
  epochSeconds(): number
}

/**
 * A transport that only members with a key of the cluster can speak over: AES-256-GCM, the
 * cluster's name authenticated with every message. What cannot be opened is counted, and changes
 * nothing.
 */
export class SealedTransport implements Transport {
  readonly failures: TransportFailures
  private readonly inner: Transport
  private readonly keyring: Keyring
  private readonly name: Buffer
  private readonly random: () => number
  private readonly datagrams: Datagrams

  constructor(inner: Transport, keyring: Keyring, cluster: string, world: SealWorld) {
    this.inner = inner
    this.keyring = keyring
    this.name = Buffer.from(cluster)
    this.random = () => world.random()
    this.failures = inner.failures
    this.datagrams = new Datagrams(keyring, cluster, this.random, () => world.epochSeconds())
  }

  get endpoint(): Endpoint {
    return this.inner.endpoint
  }

  start(receiver: Receiver): void {
    this.inner.start({
      datagram: (from, bytes) => {
        const opened = this.datagrams.open(bytes)
        if (typeof opened === 'string') this.count(opened)
        else receiver.datagram(from, opened)
      },
      stream: (stream) => receiver.stream(this.sealed(stream, undefined)),
    })
  }

  send(to: Endpoint, bytes: Uint8Array, length: number): void {
    const sealed = this.datagrams.seal(bytes.subarray(0, length))
    this.inner.send(to, sealed, sealed.length)
  }

  async connect(to: Endpoint, timeoutMs: number, keyId?: string): Promise<Stream> {
    return this.sealed(await this.inner.connect(to, timeoutMs), keyId ?? this.keyring.used.id)
  }

  get keyIds(): readonly string[] {
    const { used, ids } = this.keyring
    return [used.id, ...ids.filter((id) => id !== used.id)]
  }

  close(): Promise<void> {
    return this.inner.close()
  }

  /** Who opens a stream says with which key. */
  private sealed(inner: Stream, keyId: string | undefined): Stream {
    const { keyring, name, random } = this
    const refused = (why: 'unsealed' | 'key'): void => this.count(why)
    return new SealedStream({ inner, keyring, name, random, refused }, keyId)
  }

  private count(why: 'unsealed' | 'key' | 'replay'): void {
    if (why === 'unsealed') this.failures.droppedUnsealed++
    else if (why === 'key') this.failures.droppedKey++
    else this.failures.droppedReplay++
  }
}
