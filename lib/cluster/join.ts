import { GyreError } from '../base/error.js'
import type { Endpoint } from '../core/index.js'
import { bindUdp, type Transport } from '../transport/index.js'
import { SealedTransport } from '../seal/index.js'
import { Cluster } from './cluster.js'
import * as options from './options.js'
import { systemRuntime, type Runtime } from '../runtime/index.js'

/**
 * Makes this process a member of a cluster. Resolves once a seed has let it in, or once it is clear
 * that none answers yet: then the cluster is `alone`, says so by an event, and keeps trying.
 *
 * @throws GyreError `BAD_OPTION`, `BAD_ID`, `BAD_ENDPOINT`, `BIND_FAILED`, `JOIN_REFUSED`,
 *   `CLOCK_SKEW`, `SEED_UNREACHED` (fewer than `minMembers`), `ABORTED` (by `signal`).
 */
export function joinCluster(given: options.ClusterOptions = {}): Promise<Cluster> {
  return joinIn({ runtime: systemRuntime, bind: bindUdp }, given)
}

/** Where a cluster lives: this machine, or the virtual one of a simulation. */
export interface Surroundings {
  readonly runtime: Runtime
  bind(endpoint: Endpoint): Promise<Transport>
}

/** `joinCluster` in other surroundings. */
export async function joinIn(
  { runtime, bind }: Surroundings,
  given: options.ClusterOptions,
): Promise<Cluster> {
  const settings = options.settingsOf(given)
  const { keyring } = settings
  const bound = await (settings.transport ?? bind)(settings.bind)
  const transport = keyring ? new SealedTransport(bound, keyring, settings.cluster, runtime) : bound
  const open = keyring === undefined && settings.transport === undefined
  if (open && !options.isLoopback(transport.endpoint)) {
    const warning = `gyre: ${transport.endpoint} is open to the network, and nothing authenticates`
    settings.logger.warn(`${warning} its peers: anybody who can reach it can join and accuse`)
  }
  try {
    const cluster = new Cluster(settings, runtime, transport)
    try {
      await unlessAborted(settings.signal, () => cluster.begin())
      const { id, name, members, self } = cluster
      settings.logger.info(`gyre: ${id} joined ${name} at ${self.endpoint}, ${members.length} live`)
      return cluster
    } catch (error) {
      await cluster.close()
      throw error
    }
  } catch (error) {
    await transport.close()
    throw error
  }
}

/** Does the work, but waits for it no longer than until the signal. */
async function unlessAborted(
  signal: AbortSignal | undefined,
  work: () => Promise<void>,
): Promise<void> {
  if (signal === undefined) return work()
  const aborted = (): GyreError => {
    return new GyreError('ABORTED', 'the join was aborted', { cause: signal.reason })
  }
  if (signal.aborted) throw aborted()
  await new Promise<void>((resolve, reject) => {
    const abort = (): void => reject(aborted())
    signal.addEventListener('abort', abort)
    const done = (): void => signal.removeEventListener('abort', abort)
    work().then(resolve, reject).finally(done)
  })
}
