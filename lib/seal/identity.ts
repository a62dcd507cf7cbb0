import {
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { GyreError } from '../base/error.js'

const SEED_BYTES = 32
const KEY_BYTES = 32
/** What comes before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
/** Ids whose keys are remembered as first seen. */
const SEEN_MAX = 131_072

/** A new identity for a member: 32 random bytes in base64, to be kept secret. */
export function newIdentity(): string {
  return randomBytes(SEED_BYTES).toString('base64')
}

/**
 * A member's Ed25519 key, and whose keys it believes: those of a list, or else the first one that
 * it sees with an id.
 */
export class KeyIdentity {
  private readonly key: KeyObject
  private readonly own: Buffer
  private readonly trusted: ReadonlyMap<string, string> | undefined
  private readonly seen = new Map<string, { text: string; key: KeyObject }>()

  /** @throws GyreError `BAD_OPTION`, without the secret in its message */
  constructor(secret: string, trusted: Readonly<Record<string, string>> | undefined) {
    const der = Buffer.concat([PKCS8, bytesOf('identity', secret)])
    this.key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    const { x } = createPublicKey(this.key).export({ format: 'jwk' })
    this.own = Buffer.from(String(x), 'base64url')
    if (trusted === undefined) return
    const keys = Object.entries(trusted).map(([id, key]): [string, string] => {
      return [id, bytesOf(`trusted ${id}`, key).toString('base64')]
    })
    this.trusted = new Map(keys)
  }

  /** What others put in their lists: the public key, in base64. */
  get publicKey(): string {
    return this.own.toString('base64')
  }

  prove(bytes: Uint8Array): Uint8Array {
    return Buffer.concat([this.own, sign(null, bytes, this.key)])
  }

  holds(id: Uint8Array, proof: Uint8Array, bytes: Uint8Array): boolean {
    const name = Buffer.from(id).toString()
    const text = Buffer.from(proof.subarray(0, KEY_BYTES)).toString('base64')
    const known = this.seen.get(name)
    const expected = this.trusted ? this.trusted.get(name) : (known?.text ?? text)
    if (expected !== text) return false
    const key = known?.key ?? publicKey(text)
    if (!verify(null, bytes, key, proof.subarray(KEY_BYTES))) return false
    if (known === undefined && this.seen.size < SEEN_MAX) this.seen.set(name, { text, key })
    return true
  }
}

function publicKey(text: string): KeyObject {
  const x = Buffer.from(text, 'base64').toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

function bytesOf(what: string, text: unknown): Buffer {
  const bytes = typeof text === 'string' ? Buffer.from(text.trim(), 'base64') : Buffer.alloc(0)
  if (bytes.length === KEY_BYTES) return bytes
  throw new GyreError(
    'BAD_OPTION',
    `${what}: expected 32 bytes in base64, got ${bytes.length} bytes`,
  )
}
