import type { SwimNode } from '../../core/index.js'
import { encodeUserPacket } from '../../wire/payload-codec.js'
import type { Messenger } from '../messages/messenger.js'
import type { Roster } from '../members/roster.js'
import { soonOrAfter, type Runtime } from '../../runtime/runtime.js'
import type { Teller } from '../events/teller.js'
import type { RingPart } from '../members/traits.js'
import type { RingsHost } from './rings.js'

/** What the rings of a cluster need, from its parts. */
export function ringsHost(
  who: {
    readonly id: string
    readonly life: number
    readonly cluster: string
    readonly node: SwimNode
    readonly runtime: Runtime
  },
  roster: Roster,
  messenger: Messenger,
  teller: Teller,
  out: {
    post(to: string, bytes: Uint8Array): void
    publish(parts: readonly RingPart[]): void
  },
): RingsHost {
  const { id, life, cluster, node, runtime } = who
  const within = async (work: Promise<unknown>, ms: number): Promise<void> => {
    let stop!: () => void
    const late = new Promise<void>((resolve) => void (stop = runtime.after(ms, resolve)))
    await Promise.race([work, late])
    stop()
  }
  return {
    id,
    life,
    cluster,
    protocol: roster.protocol,
    member: (of) => roster.get(of),
    members: () => roster.all(),
    isLive: (of) => roster.isLive(of),
    isAlone: () => node.liveCount === 1,
    agrees: () => node.agreed,
    send: (to, name, message) => {
      if (roster.isLive(to)) out.post(to, encodeUserPacket({ ring: { name, message } }))
    },
    publish: out.publish,
    tell: (ring, event, argument) => teller.tellOf(ring, event, argument),
    ask: (ring, event, argument, ms) => within(teller.askOf(ring, event, argument), ms),
    within,
    handle: (topic, handler) => messenger.handle(topic, handler),
    request: (to, topic, body, options) => messenger.request(to, topic, body, options),
    fault: (error) => teller.fault(error),
    now: () => runtime.now(),
    wallMs: () => runtime.wallMs(),
    random: () => runtime.random(),
    after: (ms, callback) => soonOrAfter(runtime, ms, callback),
  }
}
