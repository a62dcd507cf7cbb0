import type { Stream } from '../transport/index.js'
import { derive, open, seal } from './aead.js'
import type { Key, Keyring } from './keyring.js'
import { readRefusal, refusal, UNKNOWN_KEY, UNSEALED } from './refusal.js'

/**
 *     0x00  key id (4)  salt (16)  sealed message, tag      the first frame of each side
 *     0x01  sealed message, tag                             the others
 */
const HELLO = 0
const MORE = 1
const SALT_BYTES = 16
const HELLO_BYTES = 5 + SALT_BYTES

/** What a stream needs of the member that it belongs to. */
export interface StreamParts {
  readonly inner: Stream
  readonly keyring: Keyring
  /** The cluster's name. */
  readonly name: Buffer
  readonly random: () => number
  /** Counts what could not be opened. */
  readonly refused: (why: 'unsealed' | 'key') => void
}

/**
 * A stream whose messages are sealed. Who opens it speaks first, under a key of its own salt; the
 * answer, and all that follows, is under keys of both salts: so neither an answer nor a later
 * message means anything in another stream, and one that is played again gets no further than its
 * first message, whose answer the player cannot read.
 */
export class SealedStream implements Stream {
  private readonly parts: StreamParts
  private readonly opener: boolean
  private key: Key | undefined
  private ourSalt: Buffer | undefined
  private theirSalt: Buffer | undefined
  private sent = 0
  private received = 0
  private readonly waiting: Uint8Array[] = []

  /** Who opens the stream says with which key. */
  constructor(parts: StreamParts, keyId: string | undefined) {
    this.parts = parts
    this.opener = keyId !== undefined
    if (keyId !== undefined) this.key = parts.keyring.find(keyId)
  }

  /** The opener's second message waits for the first answer: no sooner is there a key for it. */
  send(message: Uint8Array): void {
    const { inner, name } = this.parts
    const first = this.ourSalt === undefined
    this.ourSalt ??= this.salt()
    const { key, ourSalt } = this
    if (key === undefined) return
    const id = Buffer.from(key.id, 'hex')
    const head = first ? Buffer.concat([Buffer.of(HELLO), id, ourSalt]) : Buffer.of(MORE)
    const sealingKey = this.derived(key, this.opener, this.sent)
    if (sealingKey === undefined) this.waiting.push(message)
    else inner.send(seal(sealingKey, this.sent++, head, name, message))
  }

  async receive(timeoutMs: number): Promise<Uint8Array | undefined> {
    const { inner, refused } = this.parts
    const frame = await inner.receive(timeoutMs)
    if (frame === undefined) return undefined
    // A refusal is said in clear, since who is refused has no key for it: and nothing else is.
    if (this.opener && this.received === 0 && readRefusal(frame) !== undefined) return frame
    const opened = this.open(frame)
    if (opened !== undefined) {
      for (const message of this.waiting.splice(0)) this.send(message)
      return opened
    }
    const unsealed = frame[0] > MORE
    refused(unsealed ? 'unsealed' : 'key')
    if (!this.opener && this.received === 0) inner.send(refusal(unsealed ? UNSEALED : UNKNOWN_KEY))
    inner.close()
    return undefined
  }

  close(): void {
    this.parts.inner.close()
  }

  private open(frame: Uint8Array): Uint8Array | undefined {
    const first = this.received === 0
    if (frame[0] !== (first ? HELLO : MORE) || (first && frame.length < HELLO_BYTES))
      return undefined
    if (first) {
      this.key ??= this.parts.keyring.find(Buffer.from(frame.subarray(1, 5)).toString('hex'))
      this.theirSalt = Buffer.from(frame.subarray(5, HELLO_BYTES))
    }
    const key = this.key && this.derived(this.key, !this.opener, this.received)
    const text = key && open(key, this.received, first ? HELLO_BYTES : 1, this.parts.name, frame)
    if (text !== undefined) this.received++
    return text
  }

  /** The key of a side's message with this number; undefined: not yet. */
  private derived(key: Key, byOpener: boolean, count: number): Buffer | undefined {
    const [openers, answerers] = this.opener
      ? [this.ourSalt, this.theirSalt]
      : [this.theirSalt, this.ourSalt]
    if (openers === undefined) return undefined
    if (byOpener && count === 0) return derive(key.bytes, openers, 'stream open')
    if (answerers === undefined) return undefined
    const salts = Buffer.concat([openers, answerers])
    return derive(key.bytes, salts, byOpener ? 'stream on' : 'stream answer')
  }

  private salt(): Buffer {
    const salt = Buffer.alloc(SALT_BYTES)
    for (let at = 0; at < SALT_BYTES; at += 4) salt.writeInt32LE(this.parts.random(), at)
    return salt
  }
}
