import { GyreError } from '../base/error.js'
import { endpointOf, splitEndpoint, type Endpoint } from '../core/index.js'
import { keyOf, Keyring, SealedTransport } from '../seal/index.js'
import { bindUdp } from '../transport/index.js'
import { askOver } from './key-exchange.js'
import { systemRuntime } from './runtime.js'

const CONNECT_MS = 5_000
/** A rotation asks every member three times over. */
const ANSWER_MS = 120_000

/**
 * Has a running cluster change its key, from outside: asks one member, which asks the others.
 * @throws GyreError `SEED_UNREACHED`; `KEYS_INCOMPLETE` with what the member says, also if our key
 *   is not the cluster's; `BAD_OPTION` for what is no key
 */
export async function askKeyChange(
  member: Endpoint,
  ours: { readonly cluster: string; readonly keys: readonly string[] },
  next: string,
  force: boolean,
): Promise<void> {
  const keyring = new Keyring(ours.keys.map((key) => keyOf(key)))
  const { bytes: key, id } = keyOf(next)
  const { ip } = splitEndpoint(member)
  const here = endpointOf(ip.includes(':') ? '::' : '0.0.0.0', 0)
  const transport = new SealedTransport(await bindUdp(here), keyring, ours.cluster, systemRuntime)
  try {
    const stream = await transport.connect(member, CONNECT_MS).catch((cause: unknown) => {
      throw new GyreError('SEED_UNREACHED', `${member} does not answer`, { cause })
    })
    const refused = await askOver(
      stream,
      { op: 'rotate', key, id, force, target: new Uint8Array(0) },
      ANSWER_MS,
    )
    if (refused !== '') throw new GyreError('KEYS_INCOMPLETE', `${member}: ${refused}`)
  } finally {
    await transport.close()
  }
}
