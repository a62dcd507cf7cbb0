import { GyreError } from '../../base/error.js'
import type { Runtime } from '../../runtime/index.js'

/** What of a cluster is waited for. */
interface Gathering {
  readonly members: readonly unknown[]
  on(event: 'member' | 'closed', listener: () => void): unknown
  removeListener(event: 'member' | 'closed', listener: () => void): unknown
}

/**
 * Waits for so many live members, or until the cluster is closed.
 * @throws GyreError `SEED_UNREACHED` if there are fewer in time
 */
export function waitForMembers(
  cluster: Gathering,
  runtime: Runtime,
  count: number,
  timeoutMs: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      cancel()
      cluster.removeListener('member', check)
      cluster.removeListener('closed', stop)
      settle()
    }
    const fail = (): void => {
      const seen = `expected ${count} live members within ${timeoutMs} ms, see ${cluster.members.length}`
      finish(() => reject(new GyreError('SEED_UNREACHED', seen)))
    }
    const check = (): void => {
      if (cluster.members.length >= count) finish(resolve)
    }
    const stop = (): void => finish(resolve)
    const cancel = runtime.after(timeoutMs, fail)
    cluster.on('member', check)
    cluster.on('closed', stop)
  })
}
