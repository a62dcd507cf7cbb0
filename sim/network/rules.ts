import { fmix32 } from '../../lib/base/hash.js'
import { latencyUs, type Latency } from './latency.js'
import { DROP, PASS, type Packet, type Rule } from './packet.js'

/** Which packets a rule is for: those from and to these nodes; all of them by default. */
export interface Direction {
  readonly from?: readonly number[]
  readonly to?: readonly number[]
}

/** Purposes of draws are numbered by kind of rule; two rules of one kind differ by their `salt`. */
function purpose(kind: string, salt: number): number {
  let hash = salt
  for (let i = 0; i < kind.length; i++) hash = fmix32(hash ^ (kind.charCodeAt(i) + 31 * i))
  return hash
}

function matcher(direction: Direction): (packet: Packet) => boolean {
  const from = direction.from === undefined ? undefined : new Set(direction.from)
  const to = direction.to === undefined ? undefined : new Set(direction.to)
  return ({ source, target }) => (from?.has(source) ?? true) && (to?.has(target) ?? true)
}

/** Loses each packet by itself with this chance. */
export function lose(rate: number, direction: Direction = {}, salt = 0): Rule {
  const [matches, of] = [matcher(direction), purpose('lose', salt)]
  return { judge: (packet) => (matches(packet) && packet.draw(of) < rate ? DROP : PASS) }
}

/** Loses all: a cut, in one direction. */
export function cut(direction: Direction): Rule {
  const matches = matcher(direction)
  return { judge: (packet) => (matches(packet) ? DROP : PASS) }
}

/**
 * Loses in bursts (Gilbert 1960): each source is in a good or a bad state, leaves the good one so
 * often a second, stays in the bad one for a mean of `burstMs`, and loses this part there.
 */
export function loseInBursts(
  options: { readonly perSecond: number; readonly burstMs: number; readonly rate: number },
  direction: Direction = {},
  salt = 0,
): Rule {
  const [matches, of] = [matcher(direction), purpose('burst', salt)]
  /** Of each source: when its present state ends, and whether it is bad. */
  const states = new Map<number, { until: number; bad: boolean }>()
  const spanUs = (packet: Packet, bad: boolean): number => {
    const meanUs = bad ? options.burstMs * 1_000 : 1e6 / options.perSecond
    return -meanUs * Math.log(1 - packet.draw(of + 1))
  }
  return {
    judge(packet) {
      if (!matches(packet)) return PASS
      const state = states.get(packet.source) ?? { until: 0, bad: true }
      states.set(packet.source, state)
      if (packet.time >= state.until) {
        state.bad = !state.bad
        state.until = packet.time + spanUs(packet, state.bad)
      }
      return state.bad && packet.draw(of) < options.rate ? DROP : PASS
    },
  }
}

/** Adds latency to that of the link. */
export function slowDown(latency: Latency, direction: Direction = {}, salt = 0): Rule {
  const [matches, of] = [matcher(direction), purpose('delay', salt)]
  return {
    judge(packet) {
      if (matches(packet))
        packet.delayUs += latencyUs(latency, packet.draw(of), packet.draw(of + 1))
      return PASS
    },
  }
}

/** Delivers some datagrams twice, the copy up to `spreadMs` later. */
export function duplicate(
  rate: number,
  spreadMs: number,
  direction: Direction = {},
  salt = 0,
): Rule {
  const [matches, of] = [matcher(direction), purpose('duplicate', salt)]
  return {
    judge(packet) {
      if (!packet.stream && matches(packet) && packet.draw(of) < rate) {
        packet.copies.push(Math.floor(packet.draw(of + 1) * spreadMs * 1_000))
      }
      return PASS
    },
  }
}

/** Holds some datagrams back by up to `spreadMs`, so that later ones overtake them. */
export function reorder(rate: number, spreadMs: number, direction: Direction = {}, salt = 0): Rule {
  const [matches, of] = [matcher(direction), purpose('reorder', salt)]
  return {
    judge(packet) {
      if (!packet.stream && matches(packet) && packet.draw(of) < rate) {
        packet.delayUs += Math.floor(packet.draw(of + 1) * spreadMs * 1_000)
        packet.held = true
      }
      return PASS
    },
  }
}

/**
 * Flips one bit of some datagrams. The checksum that UDP has finds every such flip, so they are
 * lost; `checked` false lets them through, as a network of liars would.
 */
export function corrupt(rate: number, checked: boolean, direction: Direction = {}, salt = 0): Rule {
  const [matches, of] = [matcher(direction), purpose('corrupt', salt)]
  return {
    judge(packet) {
      if (!packet.stream && matches(packet) && packet.draw(of) < rate) {
        const bit = Math.floor(packet.draw(of + 1) * packet.length * 8)
        packet.bytes[bit >> 3] ^= 1 << (bit & 7)
        packet.altered = true
        if (checked) return DROP
      }
      return PASS
    },
  }
}

/** Cuts some datagrams short. */
export function truncate(rate: number, direction: Direction = {}, salt = 0): Rule {
  const [matches, of] = [matcher(direction), purpose('truncate', salt)]
  return {
    judge(packet) {
      if (!packet.stream && matches(packet) && packet.draw(of) < rate) {
        packet.length = Math.floor(packet.draw(of + 1) * packet.length)
        packet.altered = true
      }
      return PASS
    },
  }
}

/** Delivers some datagrams a second time, much later. */
export function replayOld(rate: number, ageMs: number, direction: Direction = {}, salt = 0): Rule {
  return duplicate(rate, ageMs, direction, salt ^ 0x6f6c64)
}

/**
 * A narrow link: so many bytes a second leave a node, others wait in its queue until that is full,
 * and datagrams longer than the mtu are lost.
 */
export function limit(
  options: {
    readonly bytesPerSecond: number
    readonly queueBytes: number
    readonly mtuBytes?: number
  },
  direction: Direction = {},
): Rule {
  const matches = matcher(direction)
  const { bytesPerSecond, queueBytes, mtuBytes = Infinity } = options
  /** When the node's link has sent all that waits for it. */
  const freeAt = new Map<number, number>()
  return {
    judge(packet) {
      if (!matches(packet)) return PASS
      if (!packet.stream && packet.length > mtuBytes) return DROP
      const start = Math.max(packet.time, freeAt.get(packet.source) ?? 0)
      const waitUs = start - packet.time
      if ((waitUs / 1e6) * bytesPerSecond + packet.length > queueBytes) return DROP
      const takesUs = (packet.length / bytesPerSecond) * 1e6
      freeAt.set(packet.source, start + takesUs)
      packet.delayUs += Math.round(waitUs + takesUs)
      return PASS
    },
  }
}

/** How late a late datagram is: later than any probe waits for it. */
const LATE_US = 2_000_000

/** Befalls one single datagram: the nth that is sent from now on. */
export function single(nth: number, how: 'lost' | 'doubled' | 'late'): Rule {
  let sent = 0
  return {
    judge(packet) {
      if (packet.stream || ++sent !== nth) return PASS
      if (how === 'lost') return DROP
      if (how === 'doubled') packet.copies.push(1_000)
      else packet.delayUs += LATE_US
      return PASS
    },
  }
}

/** Holds back whatever goes to or from these nodes until a time, in virtual microseconds. */
export function hold(nodes: readonly number[], until: number): Rule {
  const held = new Set(nodes)
  return {
    judge(packet) {
      const { source, target, time } = packet
      if (held.has(source) || held.has(target)) packet.delayUs += Math.max(0, until - time)
      return PASS
    },
  }
}
