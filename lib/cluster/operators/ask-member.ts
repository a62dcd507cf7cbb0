import { GyreError } from '../../base/error.js'
import { endpointOf, splitEndpoint, type Endpoint } from '../../core/index.js'
import { keyOf, Keyring, readRefusal, SealedTransport } from '../../seal/index.js'
import { bindUdp, type Stream } from '../../transport/index.js'
import { systemRuntime } from '../../runtime/index.js'
import { decodeStream, encodeStream } from '../../wire/index.js'
import { askOver } from '../driver/key-exchange.js'
import { explanationOf, type Explanation } from './explain.js'

const CONNECT_MS = 5_000
/** A rotation asks every member three times over. */
const ROTATION_MS = 120_000
const ANSWER_MS = 5_000

/** What an operator knows of the cluster. */
export interface OutsideOptions {
  readonly cluster: string
  /** None: the cluster talks in clear. */
  readonly keys: readonly string[]
}

/**
 * Has a running cluster change its key, from outside: asks one member, which asks the others.
 * @throws GyreError `SEED_UNREACHED`; `KEYS_INCOMPLETE` with what the member says, also if our key
 *   is not the cluster's; `BAD_OPTION` for what is no key
 */
export function askKeyChange(
  member: Endpoint,
  ours: OutsideOptions,
  next: string,
  force: boolean,
): Promise<void> {
  const { bytes: key, id } = keyOf(next)
  const change = { op: 'rotate', key, id, force, target: new Uint8Array(0) }
  return overStream(member, ours, async (stream) => {
    const refused = await askOver(stream, change, ROTATION_MS)
    if (refused !== '') throw new GyreError('KEYS_INCOMPLETE', `${member}: ${refused}`)
  })
}

/**
 * Why a member is what it is, in the eyes of the one that is asked; about itself by default.
 * @throws GyreError `SEED_UNREACHED`; `JOIN_REFUSED` if our key is not the cluster's
 */
export function askExplanation(
  member: Endpoint,
  ours: OutsideOptions,
  about: string,
): Promise<Explanation> {
  return overStream(member, ours, async (stream) => {
    stream.send(encodeStream({ ask: { about: Buffer.from(about) } }))
    const reply = await stream.receive(ANSWER_MS)
    const refused = reply && readRefusal(reply)
    if (refused) throw new GyreError('JOIN_REFUSED', `${member}: ${refused.sentence}`)
    const message = reply && decodeStream(reply)
    const explanation = message && 'told' in message && explanationOf(message.told)
    if (explanation) return explanation
    throw new GyreError('SEED_UNREACHED', `${member} does not answer to that`)
  })
}

/** Opens a stream to a member, with our keys if there are any, for as long as it is needed. */
async function overStream<T>(
  member: Endpoint,
  { cluster, keys }: OutsideOptions,
  run: (stream: Stream) => Promise<T>,
): Promise<T> {
  const keyring = keys.length === 0 ? undefined : new Keyring(keys.map((key) => keyOf(key)))
  const { ip } = splitEndpoint(member)
  const bound = await bindUdp(endpointOf(ip.includes(':') ? '::' : '0.0.0.0', 0))
  const transport = keyring ? new SealedTransport(bound, keyring, cluster, systemRuntime) : bound
  try {
    const stream = await transport.connect(member, CONNECT_MS).catch((cause: unknown) => {
      throw new GyreError('SEED_UNREACHED', `${member} does not answer`, { cause })
    })
    return await run(stream)
  } finally {
    await transport.close()
  }
}
