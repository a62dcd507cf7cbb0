import { derive, open, seal, TAG_BYTES } from './aead.js'
import type { Keyring } from './keyring.js'
import { ReplayWindow } from '../base/replay-window.js'

/**
 *     0      1        2 … 5    6 … 17       18 … 23    24 … 27   28 …
 *     0x00   version  key id   salt         counter    time      sealed packet, tag
 *
 * No packet in clear begins with 0. The salt is a sender's for one life of its process: with the
 * cluster's key it gives the key of that life, under which the counter is the nonce. The time is in
 * seconds since 2026: what was recorded half a day ago or more says nothing any more, so that nobody
 * can bring back members that others have forgotten.
 */
const SEALED = 0
const VERSION = 1
const KEY_AT = 2
const SALT_AT = 6
const SALT_BYTES = 12
const COUNTER_AT = 18
const TIME_AT = 24
const HEAD_BYTES = 28
/** How far a sender's clock, and the way here, may be from ours: half of what tombstones last. */
const AGE_SECONDS_MAX = 43_200
/** By how much a sealed datagram is longer. */
export const SEAL_BYTES: number = HEAD_BYTES + TAG_BYTES
/** Senders remembered; each life of a process is one. The longest known are forgotten first. */
const SENDERS_MAX = 131_072

/** What became of a datagram that came in. */
export type Opened = Uint8Array | 'unsealed' | 'key' | 'replay'

interface Sender {
  readonly key: Buffer
  readonly window: ReplayWindow
}

/** Seals the datagrams of one member, and opens those of the others. */
export class Datagrams {
  private readonly keyring: Keyring
  private readonly name: Buffer
  private readonly head = Buffer.alloc(HEAD_BYTES)
  private usedId = ''
  private usedKey: Buffer = this.head
  private counter = 0
  private readonly epochSeconds: () => number
  /** By key id and salt. */
  private readonly senders = new Map<string, Sender>()

  /** The salt must be one that this cluster has never seen. */
  constructor(keyring: Keyring, cluster: string, random: () => number, epochSeconds: () => number) {
    this.keyring = keyring
    this.name = Buffer.from(cluster)
    this.epochSeconds = epochSeconds
    this.head[0] = SEALED
    this.head[1] = VERSION
    for (let at = SALT_AT; at < COUNTER_AT; at += 4) this.head.writeInt32LE(random(), at)
  }

  seal(text: Uint8Array): Buffer {
    const { used } = this.keyring
    if (used.id !== this.usedId) {
      this.usedId = used.id
      this.head.write(used.id, KEY_AT, 'hex')
      this.usedKey = derive(used.bytes, this.salt(this.head), 'datagrams')
    }
    this.counter++
    this.head.writeUIntBE(this.counter, COUNTER_AT, 6)
    this.head.writeUInt32BE(this.epochSeconds(), TIME_AT)
    return seal(this.usedKey, this.counter, this.head, this.name, text)
  }

  open(bytes: Uint8Array): Opened {
    const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (sealed[0] !== SEALED || sealed[1] !== VERSION) return 'unsealed'
    if (sealed.length < SEAL_BYTES) return 'key'
    const from = sealed.toString('latin1', KEY_AT, COUNTER_AT)
    const known = this.senders.get(from)
    const key = this.keyring.find(sealed.toString('hex', KEY_AT, SALT_AT))
    // A key that was removed opens nothing, whoever used it before.
    if (key === undefined) return 'key'
    const sender = known ?? {
      key: derive(key.bytes, this.salt(sealed), 'datagrams'),
      window: new ReplayWindow(),
    }
    const counter = sealed.readUIntBE(COUNTER_AT, 6)
    const text = open(sender.key, counter, HEAD_BYTES, this.name, sealed)
    if (text === undefined) return 'key'
    const ageSeconds = this.epochSeconds() - sealed.readUInt32BE(TIME_AT)
    if (Math.abs(ageSeconds) > AGE_SECONDS_MAX) return 'replay'
    // Only now is it known to be somebody of ours.
    if (known === undefined) this.remember(from, sender)
    return sender.window.take(counter) ? text : 'replay'
  }

  private salt(head: Buffer): Buffer {
    return head.subarray(SALT_AT, SALT_AT + SALT_BYTES)
  }

  private remember(from: string, sender: Sender): void {
    if (this.senders.size === SENDERS_MAX) {
      this.senders.delete(this.senders.keys().next().value as string)
    }
    this.senders.set(from, sender)
  }
}
