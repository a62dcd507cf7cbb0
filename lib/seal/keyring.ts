import { createHmac, randomBytes } from 'node:crypto'
import { GyreError } from '../base/error.js'

export const KEY_BYTES = 32
/** Keys held at one time: more than a rotation needs. */
const KEYS_MAX = 8

/** A key of a cluster, and the 8 hexadecimal digits by which people and packets name it. */
export interface Key {
  readonly id: string
  readonly bytes: Buffer
}

/** A new key for a cluster: 32 random bytes in base64. */
export function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64')
}

/**
 * Reads a key: 32 bytes, or their base64.
 * @throws GyreError `BAD_OPTION`, without the key in its message
 */
export function keyOf(given: string | Uint8Array): Key {
  const text = typeof given === 'string' ? given.trim() : undefined
  const bytes = Buffer.from(text === undefined ? bytesOf(given) : Buffer.from(text, 'base64'))
  const exact = text === undefined || bytes.toString('base64') === text
  if (bytes.length !== KEY_BYTES || !exact) {
    const got = text === undefined ? `${bytes.length} bytes` : `${text.length} characters`
    const expected = 'expected 32 bytes in base64 (gyre keygen)'
    throw new GyreError('BAD_OPTION', `keys: ${expected}, got ${got}`)
  }
  return { id: createHmac('sha256', bytes).update('gyre key id').digest('hex').slice(0, 8), bytes }
}

function bytesOf(given: unknown): Uint8Array {
  if (given instanceof Uint8Array) return given
  throw new GyreError('BAD_OPTION', `keys: expected base64 or a Uint8Array, got ${typeof given}`)
}

/**
 * The keys of one member. What it says is sealed with the one in use; what it hears may be sealed
 * with any: so keys can change without a moment at which two members do not understand each other.
 */
export class Keyring {
  private readonly keys = new Map<string, Key>()
  private inUse: Key

  constructor(keys: readonly Key[]) {
    for (const key of keys) this.install(key)
    this.inUse = keys[0]
  }

  /** The key that our own words are sealed with. */
  get used(): Key {
    return this.inUse
  }

  /** The ids of all keys. */
  get ids(): readonly string[] {
    return [...this.keys.keys()]
  }

  find(id: string): Key | undefined {
    return this.keys.get(id)
  }

  /** Takes a key in; from now on we understand it. @throws GyreError `BAD_OPTION` over 8 keys */
  install(key: Key): void {
    if (!this.keys.has(key.id) && this.keys.size === KEYS_MAX) {
      throw new GyreError('BAD_OPTION', `keys: expected at most ${KEYS_MAX}; remove old ones first`)
    }
    this.keys.set(key.id, key)
  }

  /** From now on we speak with this key. @throws GyreError `BAD_OPTION` if it is not installed */
  use(id: string): void {
    const key = this.keys.get(id)
    if (key === undefined) throw new GyreError('BAD_OPTION', `keys: no key ${id} is installed`)
    this.inUse = key
  }

  /** Forgets all others. @throws GyreError `BAD_OPTION` if another one is in use */
  keepOnly(id: string): void {
    if (id !== this.inUse.id) {
      throw new GyreError('BAD_OPTION', `keys: ${this.inUse.id} is in use, not ${id}`)
    }
    this.keys.clear()
    this.keys.set(id, this.inUse)
  }
}
