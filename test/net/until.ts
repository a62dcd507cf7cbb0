import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for what real sockets bring about; fails if they do not in time. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  timeoutMs = 15_000,
): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${timeoutMs} ms: ${holds}`)
    await sleep(5)
  }
}
