import type { Endpoint } from '../base/endpoint.js'
import type { Receiver, Stream, Transport, TransportFailures } from '../transport/index.js'
import { Datagrams } from './datagrams.js'
import type { Keyring } from './keyring.js'
import { SealedStream } from './sealed-stream.js'

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

  constructor(inner: Transport, keyring: Keyring, cluster: string, random: () => number) {
    this.inner = inner
    this.keyring = keyring
    this.name = Buffer.from(cluster)
    this.random = random
    this.failures = inner.failures
    this.datagrams = new Datagrams(keyring, cluster, random)
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
      stream: (stream) => receiver.stream(this.sealed(stream, false)),
    })
  }

  send(to: Endpoint, bytes: Uint8Array, length: number): void {
    const sealed = this.datagrams.seal(bytes.subarray(0, length))
    this.inner.send(to, sealed, sealed.length)
  }

  async connect(to: Endpoint, timeoutMs: number): Promise<Stream> {
    return this.sealed(await this.inner.connect(to, timeoutMs), true)
  }

  close(): Promise<void> {
    return this.inner.close()
  }

  private sealed(inner: Stream, opener: boolean): Stream {
    const { keyring, name, random } = this
    const refused = (why: 'unsealed' | 'key'): void => this.count(why)
    return new SealedStream({ inner, keyring, name, random, refused }, opener)
  }

  private count(why: 'unsealed' | 'key' | 'replay'): void {
    if (why === 'unsealed') this.failures.droppedUnsealed++
    else if (why === 'key') this.failures.droppedKey++
    else this.failures.droppedReplay++
  }
}
