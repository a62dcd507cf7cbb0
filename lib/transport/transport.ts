import type { Endpoint } from '../base/endpoint.js'

/** How bytes travel between members. UDP and TCP in production, virtual in the simulator. */
export interface Transport {
  /** What it is bound to, the real port included. */
  readonly endpoint: Endpoint
  /** From now on, what comes in goes to this receiver. */
  start(receiver: Receiver): void
  /** One datagram, best effort. The bytes are copied before the call returns. Never throws. */
  send(to: Endpoint, bytes: Uint8Array, length: number): void
  /**
   * Opens a stream. Rejects if it is not open after so many milliseconds; with `StreamRefused` if
   * there is a host, and nobody listens, with `StreamUnanswered` if the host itself gave no answer.
   * With keys, the one to speak with may be named.
   */
  connect(to: Endpoint, timeoutMs: number, keyId?: string): Promise<Stream>
  /** Ends everything: sockets, streams, pending connects. May be called twice. */
  close(): Promise<void>
  /** With keys: their ids, that of the one in use first. */
  readonly keyIds?: readonly string[]
  /** Datagrams given up here, and errors that the system reported. */
  readonly failures: TransportFailures
}

/** The host answers, and nobody listens on the port: a process that lives would. */
export class StreamRefused extends Error {}

/** Not even the host answers. A process that stands still lets its host take streams. */
export class StreamUnanswered extends Error {}

export interface TransportFailures {
  /** Datagrams not sent because too many were waiting for the system. */
  sendsDropped: number
  /** Datagrams that the system refused. */
  sendsFailed: number
  /** Errors on the sockets themselves. */
  socketErrors: number
  /** Streams that came in over a limit and were closed at once. */
  streamsRefused: number
  /** With keys: datagrams and streams in clear, dropped. */
  droppedUnsealed: number
  /** With keys: those that none of ours opens, or that were changed on their way. */
  droppedKey: number
  /** With keys: datagrams that had come before, or came more than 1,024 datagrams late. */
  droppedReplay: number
}

/** All counts at 0. */
export function noFailures(): TransportFailures {
  return {
    sendsDropped: 0,
    sendsFailed: 0,
    socketErrors: 0,
    streamsRefused: 0,
    droppedUnsealed: 0,
    droppedKey: 0,
    droppedReplay: 0,
  }
}

export interface Receiver {
  /** The bytes are lent for the call. */
  datagram(from: Endpoint, bytes: Uint8Array): void
  /** A stream that somebody opened to us. The receiver closes it. */
  stream(stream: Stream): void
}

/** An ordered, reliable exchange of messages of at most 16 MiB. */
export interface Stream {
  send(message: Uint8Array): void
  /**
   * The next message; undefined when the stream ended, broke, or nothing came in time. Infinity:
   * whenever it comes.
   */
  receive(timeoutMs: number): Promise<Uint8Array | undefined>
  /** Lets what was sent go out, then closes. May be called twice. */
  close(): void
}
