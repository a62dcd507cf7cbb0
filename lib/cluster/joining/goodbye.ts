import type { ProtocolOptions } from '../../core/index.js'
import { pause, type Runtime } from '../../runtime/index.js'
import type { EngineLoop } from '../driver/engine-loop.js'

/** How long a leave may take to spread, in gossip intervals. */
const LEAVE_ROUNDS_MAX = 30
/** After its leave has spread a member goes on answering for this many gossip intervals. */
const LINGER_ROUNDS = 3

/** Announces the leave, waits until it has spread, and goes on answering a moment longer. */
export async function sayGoodbye(
  loop: EngineLoop,
  runtime: Runtime,
  { gossipIntervalMs }: ProtocolOptions,
  ending: { readonly over: boolean },
): Promise<void> {
  const { node } = loop
  if (!node.started) return
  const isAlone = (): boolean => node.liveCount === 1 || ending.over
  loop.input((now) => node.leave(now))
  for (let round = 0; round < LEAVE_ROUNDS_MAX && node.rumourCount > 0; round++) {
    if (isAlone()) break
    await pause(runtime, gossipIntervalMs)
  }
  await pause(runtime, isAlone() ? 0 : LINGER_ROUNDS * gossipIntervalMs)
}
