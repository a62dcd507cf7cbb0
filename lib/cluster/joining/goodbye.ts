import type { ProtocolOptions } from '../../core/index.js'
import type { Driver } from '../driver/driver.js'
import type { Runtime } from '../../runtime/runtime.js'

/** How long a leave may take to spread, in gossip intervals. */
const LEAVE_ROUNDS_MAX = 30
/** Goes on answering for so many gossip intervals after its leave has spread. */
const LINGER_ROUNDS = 3

/** Announces the leave, waits until it has spread, and answers a moment longer. */
export async function sayGoodbye(
  driver: Driver,
  runtime: Runtime,
  { gossipIntervalMs }: ProtocolOptions,
  isOver: () => boolean,
): Promise<void> {
  const { node } = driver
  if (!node.started) return
  const pause = (ms: number): Promise<void> => new Promise((done) => void runtime.after(ms, done))
  const hasNobody = (): boolean => node.liveCount === 1 || isOver()
  driver.input((now) => node.leave(now))
  for (let round = 0; round < LEAVE_ROUNDS_MAX && node.rumourCount > 0; round++) {
    if (hasNobody()) break
    await pause(gossipIntervalMs)
  }
  await pause(hasNobody() ? 0 : LINGER_ROUNDS * gossipIntervalMs)
}
