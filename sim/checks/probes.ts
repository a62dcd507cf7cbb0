import * as core from '../../lib/core/index.js'
import type { World } from '../world/world.js'
import type { Check, RunningCheck } from './check.js'
import { Pairs } from './pairs.js'
import { textAt } from './wire.js'

// How members probe each other: looked at on each datagram.

/** Requests to relays that are remembered for their answers. */
const REQUESTS_MAX = 4_096

export const probing: Check = {
  name: 'S8',
  says: 'relays are distinct, neither us nor the target; acks and nacks answer what was asked',
  cost: 'packet',
  begin({ world, report, wire }) {
    /** asker, relay, sequence → target */
    const requests = new Map<string, string>()
    let pending = false
    const asked = (source: number, relay: number, bytes: Uint8Array): void => {
      const { sequence, targetOffset, targetLength } = wire.packet
      const target = textAt(bytes, targetOffset, targetLength)
      const key = `${source} ${relay} ${sequence}`
      const itself = target === world.id(source) || target === world.id(relay)
      if (itself) report('S8', source, relay, `asked to probe ${target}`)
      if (requests.has(key)) report('S8', source, relay, 'asked twice for one probe')
      requests.set(key, target)
      if (requests.size > REQUESTS_MAX) requests.delete(requests.keys().next().value as string)
    }
    return {
      sent(datagram) {
        if (!wire.read(datagram)) return
        const { source, target, bytes } = datagram
        const { kind, sequence } = wire.packet
        if (kind === core.PACKET.pingReq) asked(source, target, bytes)
        if (kind === core.PACKET.nack && !requests.has(`${target} ${source} ${sequence}`)) {
          report('S8', source, target, 'sent a nack to somebody who never asked')
        }
      },
      arriving({ target }) {
        pending = world.node(target).inside.probe.pending
      },
      arrived(datagram) {
        const { target, bytes } = datagram
        const node = world.node(target)
        const { probe } = node.inside
        if (!pending || probe.pending || !wire.read(datagram)) return
        const { fromOffset, fromLength, sequence } = wire.packet
        const from = node.table.find(bytes, fromOffset, fromLength)
        const direct = sequence === probe.directSequence && from === probe.target
        const relayed = sequence === probe.relaySequence && probe.isRelay(from)
        if (!direct && !relayed) report('S8', target, from, 'an ack ended a probe of another')
      },
    }
  },
}

export const rounds: Check = {
  name: 'S9',
  says: 'between two probes of a member lie at most 2m − 1 periods',
  cost: 'packet',
  nodesMax: 64,
  begin({ world, report, wire }) {
    const probes = new Int32Array(world.nodes)
    /** Which probe of the observer was the last of this subject. */
    const last = new Pairs(world.nodes, 0)
    let ticking = -1
    if (world.protocol.probeOrder !== 'round-robin') return {}
    return {
      booted(index) {
        probes[index] = 0
        last.clear(index)
      },
      changed(observer, subject) {
        last.set(observer, subject, probes[observer])
      },
      ticking: (index) => void (ticking = index),
      ticked: () => void (ticking = -1),
      sent(datagram) {
        const { source } = datagram
        if (source !== ticking || !wire.read(datagram) || wire.packet.kind !== core.PACKET.ping)
          return
        // Whom it means, not who lives there by now.
        const subject = world.node(source).inside.probe.target
        last.set(source, subject, ++probes[source])
        const most = 2 * world.node(source).table.bound - 1
        for (const other of world.running()) {
          const waits = probes[source] - last.get(source, other)
          if (waits === most + 1 && isProbed(world, source, other)) {
            report('S9', source, other, `not probed for ${waits} periods`)
          }
        }
      },
    }
  },
}

function isProbed(world: World, source: number, other: number): boolean {
  const standing = world.standing(source, other)
  return other !== source && (standing === core.ALIVE || standing === core.SUSPECT)
}

export const health: Check = {
  name: 'S10',
  says: 'local health stays in its range, and what comes in never makes it worse',
  cost: 'packet',
  begin({ world, report }): RunningCheck {
    let before = 0
    return {
      arriving: ({ target }) => void (before = world.node(target).health),
      arrived({ target }) {
        const { health: after } = world.node(target)
        if (after > before || after < before - 1) {
          report('S10', target, -1, `health ${before} became ${after} on a datagram`)
        }
      },
      ticked(index) {
        const { health: now } = world.node(index)
        if (now < 0 || now > world.protocol.healthMax) report('S10', index, -1, `health is ${now}`)
      },
    }
  },
}

export const buddy: Check = {
  name: 'S12',
  says: 'every ping to a suspect carries the accusation',
  cost: 'packet',
  begin({ world, report, wire }) {
    if (!world.protocol.buddy) return {}
    return {
      sent(datagram) {
        const { source, target, bytes } = datagram
        const suspected = world.standing(source, target) === core.SUSPECT
        if (!suspected || !wire.read(datagram) || wire.packet.kind !== core.PACKET.ping) return
        const update = wire.updateOf(world.id(target), bytes)
        if (update === undefined || core.stateOf(update.word) !== core.SUSPECT) {
          report('S12', source, target, 'pinged a suspect without telling it')
        }
      },
    }
  },
}
