import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
export const TAG_BYTES = 16
const NONCE_BYTES = 12

/** A key for one purpose (RFC 5869): never the cluster's key itself. */
export function derive(key: Buffer, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `gyre 1 ${purpose}`, 32))
}

/** A nonce that is a count: with a key of its own for each sender it never comes twice. */
export function nonceOf(count: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.writeUIntBE(count, NONCE_BYTES - 6, 6)
  return nonce
}

/** `head`, then the sealed text and its tag; `head` and `name` are authenticated too. */
export function seal(
  key: Buffer,
  count: number,
  head: Uint8Array,
  name: Uint8Array,
  text: Uint8Array,
): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonceOf(count), { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.concat([head, name]))
  return Buffer.concat([head, cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed behind so many bytes of head; undefined if a single bit of it is not as it was. */
export function open(
  key: Buffer,
  count: number,
  headBytes: number,
  name: Uint8Array,
  sealed: Uint8Array,
): Buffer | undefined {
  const end = sealed.length - TAG_BYTES
  if (end < headBytes) return undefined
  const decipher = createDecipheriv(CIPHER, key, nonceOf(count), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.concat([sealed.subarray(0, headBytes), name]))
  decipher.setAuthTag(sealed.subarray(end))
  const text = decipher.update(sealed.subarray(headBytes, end))
  try {
    decipher.final()
  } catch {
    return undefined
  }
  return text
}
