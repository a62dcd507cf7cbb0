export { SEAL_BYTES } from './datagrams.js'
export { keyOf, Keyring, newKey } from './keyring.js'
export { isSealed, notSealed, readRefusal, refusal } from './refusal.js'
export { SealedTransport } from './sealed-transport.js'
