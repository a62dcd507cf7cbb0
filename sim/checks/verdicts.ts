import * as core from '../../lib/core/index.js'
import type { World } from '../world/world.js'
import type { Check } from './check.js'
import { Pairs } from './pairs.js'
import { textAt, type Wire } from './wire.js'

// How suspicions begin, end, and are denied.

export const denial: Check = {
  name: 'S5',
  says: 'who hears itself accused raises its incarnation in the same step, and only then',
  cost: 'packet',
  begin({ world, report, wire }) {
    let accusedIn = -1
    let before = -1
    const own = (index: number): number => {
      const { table, self } = world.node(index)
      return table.word(self) >>> 0
    }
    return {
      changed(observer, subject, _from, to) {
        if (observer === subject && (to === core.SUSPECT || to === core.FAULTY)) {
          report('S5', observer, subject, `holds itself ${core.STATE_NAMES[to]}`)
        }
      },
      arriving(datagram) {
        const { target, bytes } = datagram
        before = own(target)
        accusedIn = -1
        const named = wire.read(datagram) && wire.packet.updateCount > 0
        const heard = named && isOurs(world, target, wire, bytes)
        const update = heard ? wire.updateOf(world.id(target), bytes) : undefined
        if (update === undefined) return
        const state = core.stateOf(update.word)
        const ahead = core.incarnationOf(update.word) - core.incarnationOf(before)
        const believed = ahead < 86_400 && core.stateOf(before) !== core.LEFT
        if (state !== core.ALIVE && ahead >= 0 && believed && world.node(target).started) {
          accusedIn = core.incarnationOf(update.word)
        }
      },
      arrived(datagram) {
        const { target } = datagram
        wire.read(datagram)
        const after = own(target)
        const incarnation = core.incarnationOf(after)
        if (accusedIn >= 0 && incarnation <= accusedIn && core.stateOf(after) !== core.LEFT) {
          report('S5', target, target, `accused in ${accusedIn}, stays in ${incarnation}`)
        }
        const raised = incarnation > core.incarnationOf(before)
        if (raised && (!wire.ok || wire.packet.updateCount === 0)) {
          report('S5', target, target, `raised itself to ${incarnation} without being named`)
        }
      },
    }
  },
}

/** Members that must have heard nothing of a host before that counts. */
const LEAST_UNHEARD = 3

/** Whether an engine would take in what was read: of its cluster, and meant for it. */
function isOurs(world: World, target: number, wire: Wire, bytes: Uint8Array): boolean {
  const { kind, label, targetOffset, targetLength } = wire.packet
  if (label !== core.labelOf(world.clusterOf(target))) return false
  const id = world.id(target)
  return kind !== core.PACKET.ping || textAt(bytes, targetOffset, targetLength) === id
}

export const suspicionTime: Check = {
  name: 'S6',
  says: 'an own verdict comes after the least time of a suspicion, or its process has really ended',
  cost: 'change',
  begin({ world, report }) {
    const verdicts = new Int32Array(world.nodes)
    // Evidence shortens a suspicion, but only ever of a process that is gone.
    const isRunning = (subject: number, boot: number): boolean =>
      world.truth.up[subject] === 1 && world.truth.boot[subject] === boot
    const since = new Pairs(world.nodes, -1)
    const leastMs = new Pairs(world.nodes, 0)
    /** The life of the subject that the suspicion is of. */
    const boots = new Pairs(world.nodes, 0)
    const unheard = new Unheard(world)
    /** How many lived when the suspicion began: they say how many must have heard nothing. */
    const live = new Pairs(world.nodes, 0)
    return {
      unheard: (source, target) => unheard.note(source, target),
      booted(index) {
        verdicts[index] = 0
        since.clear(index)
      },
      changed(observer, subject, from, to) {
        const node = world.node(observer)
        const own = node.counters.verdicts > verdicts[observer]
        verdicts[observer] = node.counters.verdicts
        if (to === core.SUSPECT && from !== core.SUSPECT) {
          since.set(observer, subject, world.clockOf(observer))
          const span = core.suspicionSpan(world.protocol, node.liveCount)
          leastMs.set(observer, subject, Math.floor(span.minMs))
          boots.set(observer, subject, world.truth.boot[subject])
          live.set(observer, subject, node.liveCount)
        }
        if (to !== core.FAULTY || !own) return
        const heldMs = world.clockOf(observer) - since.get(observer, subject)
        const { unheardMult, periodMs } = world.protocol
        const least = Math.min(
          leastMs.get(observer, subject),
          unheard.by(observer, subject, live.get(observer, subject))
            ? unheardMult * periodMs
            : Infinity,
        )
        if (from !== core.SUSPECT) report('S6', observer, subject, 'condemned without suspicion')
        else if (heldMs < least && isRunning(subject, boots.get(observer, subject))) {
          report('S6', observer, subject, `condemned after ${heldMs} of ${least} ms`)
        }
      },
    }
  },
}

/** Whose hosts gave no answer, in which incarnation, and to whom. */
class Unheard {
  private readonly world: World
  private readonly sources = new Map<string, Set<number>>()

  constructor(world: World) {
    this.world = world
  }

  note(source: number, subject: number): void {
    const key = this.key(source, subject)
    const known = this.sources.get(key) ?? new Set<number>()
    this.sources.set(key, known.add(source))
  }

  /** Whether so many have found it so that all of them could say it. */
  by(observer: number, subject: number, live: number): boolean {
    const needed = Math.min(LEAST_UNHEARD, Math.max(1, live - 1))
    return (this.sources.get(this.key(observer, subject))?.size ?? 0) >= needed
  }

  /** The subject, in the incarnation that a node knows. */
  private key(node: number, subject: number): string {
    const word = this.world.node(node).table.word(subject as core.TableSlot)
    return `${subject}/${core.incarnationOf(word)}`
  }
}

export const deadlines: Check = {
  name: 'S7',
  says: 'a suspicion never ends later than it was to, and counts each confirmer once',
  cost: 'second',
  begin({ world, report }) {
    /** Of each pair under suspicion: since when, and the earliest end seen. */
    const started = new Pairs(world.nodes, -1)
    const ends = new Pairs(world.nodes, -1)
    const look = (observer: number, subject: core.TableSlot): void => {
      const suspicion = world.node(observer).inside.suspicions.of(subject)
      if (suspicion === undefined) return report('S7', observer, subject, 'a suspect is not timed')
      const { startedAt, deadline } = suspicion
      const end = ends.get(observer, subject)
      if (started.get(observer, subject) === startedAt && deadline > end) {
        report('S7', observer, subject, `its end moved from ${end} to ${deadline} ms`)
      }
      started.set(observer, subject, startedAt)
      ends.set(observer, subject, deadline)
      const { known, accusers } = suspicion
      if (!areDistinct(accusers, known) || known > world.protocol.confirmations + 1) {
        const named = accusers.subarray(0, known).join(', ')
        report('S7', observer, subject, `confirmed by ${named}`)
      }
    }
    /** Observers that may have a suspicion under way. */
    const doubting = new Set<number>()
    return {
      ended(index) {
        started.clear(index)
        doubting.delete(index)
      },
      changed(observer, subject, _from, to) {
        if (subject >= world.nodes || subject === observer) return
        const { suspicions } = world.node(observer).inside
        if (to === core.SUSPECT) {
          doubting.add(observer)
          look(observer, subject)
        } else {
          started.set(observer, subject, -1)
          if (to !== core.ABSENT && suspicions.of(subject) !== undefined) {
            report('S7', observer, subject, 'a suspicion outlived its end')
          }
        }
      },
      second() {
        for (const observer of doubting) {
          const { suspicions } = world.node(observer).inside
          if (suspicions.size === 0) doubting.delete(observer)
          for (let i = 0; i < suspicions.size; i++) {
            if (suspicions.slotAt(i) < world.nodes) look(observer, suspicions.slotAt(i))
          }
        }
      },
    }
  },
}

function areDistinct(accusers: Int32Array, known: number): boolean {
  for (let i = 1; i < known; i++) if (accusers.indexOf(accusers[i]) < i) return false
  return true
}
