import * as core from '../../lib/core/index.js'
import type { Check } from './check.js'

// What goes out, what is kept, and what bad input may do.

export const sizes: Check = {
  name: 'S11',
  says: 'no datagram is longer than the mtu, no rumour is sent beyond its budget',
  cost: 'second',
  begin({ world, report }) {
    // Loss raises it up to twofold.
    const budget = 2 * core.rumourBudget(world.protocol.rumourBudget, world.nodes)
    return {
      sent({ source, target, length }) {
        if (length <= world.protocol.mtuBytes) return
        report('S11', source, target, `${length} bytes in a datagram`)
      },
      second() {
        if (world.nodes > 256) return
        for (const index of world.running()) {
          const { rumours } = world.node(index).inside
          for (let slot = 0; slot < world.nodes && rumours.size > 0; slot++) {
            const sends = rumours.sendsOf(slot as core.TableSlot)
            if (sends >= budget) report('S11', index, slot, `a rumour was sent ${sends} times`)
          }
        }
      },
    }
  },
}

export const harmless: Check = {
  name: 'S17',
  says: 'what cannot be read changes nothing',
  cost: 'packet',
  begin({ world, report, wire }) {
    let before = 0
    return {
      arriving: ({ target }) => void (before = world.node(target).viewLow),
      arrived(datagram) {
        const node = world.node(datagram.target)
        if (node.viewLow === before || wire.read(datagram)) return
        report('S17', datagram.target, -1, 'a malformed datagram changed the view')
      },
    }
  },
}

export const amplification: Check = {
  name: 'S18',
  says: 'a stranger gets back at most three times what it sent',
  cost: 'packet',
  begin({ world, report, wire }) {
    let stranger = -1
    let back = 0
    return {
      arriving(datagram) {
        const { source, target, bytes } = datagram
        const { table } = world.node(target)
        const readable = wire.read(datagram)
        const { fromOffset, fromLength } = wire.packet
        const known = readable && table.find(bytes, fromOffset, fromLength) !== core.NO_SLOT
        stranger = known ? -1 : source
        back = 0
      },
      sent({ target, length }) {
        if (target === stranger) back += length
      },
      arrived({ source, target, length }) {
        if (stranger >= 0 && back > 3 * length) {
          report('S18', target, source, `${back} bytes for ${length} from a stranger`)
        }
        stranger = -1
      },
    }
  },
}

/** Entries in the scheduler for each node, far above what ever was seen. */
const ENTRIES_MAX = 1_000
/** So many nodes are looked at each second, in turn: what grows without end is still there later. */
const NODES_A_SECOND = 1_000

export const bounded: Check = {
  name: 'S19',
  says: 'queues, suspicions and timers have bounds',
  cost: 'second',
  begin: ({ world, report }) => ({
    second() {
      const second = Math.floor(world.now / 1_000)
      for (let i = 0; i < Math.min(NODES_A_SECOND, world.nodes); i++) {
        const index = (second * NODES_A_SECOND + i) % world.nodes
        if (!world.up(index)) continue
        const { inside, table } = world.node(index)
        const { rumours, suspicions } = inside
        if (rumours.size > table.size) report('S19', index, -1, `${rumours.size} rumours`)
        if (suspicions.size > table.size) report('S19', index, -1, `${suspicions.size} suspicions`)
      }
      if (world.waiting > ENTRIES_MAX * world.nodes) {
        report('S19', -1, -1, `${world.waiting} entries wait in the scheduler`)
      }
    },
  }),
}

export const silent: Check = {
  name: 'S20',
  says: 'who is down or stands still sends nothing',
  cost: 'packet',
  begin: ({ world, report }) => ({
    sent({ source, target }) {
      const { up, stalledUntil } = world.truth
      if (up[source] === 0) report('S20', source, target, 'sent though it is down')
      if (stalledUntil[source] > world.time) {
        report('S20', source, target, 'sent though it stands still')
      }
    },
  }),
}

const nothing = (): void => {}

/** An outbox that does nothing: for an engine that only takes in. */
const NOBODY: core.Outbox = {
  send: nothing,
  streamPing: nothing,
  sync: nothing,
  changed: nothing,
  superseded: nothing,
}

export const orderless: Check = {
  name: 'S16',
  says: 'the same claims in any order, and any of them twice, give the same view',
  cost: 'end',
  nodesMax: 64,
  begin({ world, report }) {
    const viewOf = (records: readonly core.MemberRecord[]): string => {
      const options = {
        cluster: 'world',
        id: 'reader',
        endpoint: '10.255.0.1:7946' as core.Endpoint,
      }
      const epochSeconds = 2 ** 29
      const { protocol } = world
      const fresh = { incarnation: 1, epochSeconds, seed: [1, 2] as const, outbox: NOBODY }
      const reader = new core.SwimNode({ protocol, ...options, ...fresh })
      reader.learn(0, records)
      return `${reader.viewLow} ${reader.viewHigh}`
    }
    return {
      end() {
        const records = world.running().flatMap((index) => {
          const node = world.node(index)
          const slots = Array.from({ length: node.table.bound }, (_, slot) => slot)
          return slots.filter((slot) => node.table.has(slot)).map((slot) => node.recordOf(slot))
        })
        const forwards = viewOf(records)
        const backwards = viewOf(records.toReversed())
        const twice = viewOf([...records, ...records.slice(0, records.length >> 1)])
        if (forwards !== backwards || forwards !== twice) {
          report('S16', -1, -1, 'the order of claims decides what is believed')
        }
      },
    }
  },
}
