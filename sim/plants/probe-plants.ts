import * as core from '../../lib/core/index.js'
import {
  Detector,
  Gossip,
  Living,
  Relayer,
  Healer,
  Inbox,
  Rumours,
  Sender,
} from '../../lib/core/testing.js'
import { replace, type Plant } from './plant.js'

// Bugs of probing, of gossip, and of healing.

export const PROBE_PLANTS: readonly Plant[] = [
  {
    name: 'relay-is-target',
    says: 'the target itself may be asked to relay',
    finds: ['S8'],
    plant: () => {
      return replace(Living, 'sample', (sample) => {
        return function (k, rng) {
          return sample.call(this, k, rng)
        }
      })
    },
  },
  {
    name: 'ack-ends-any-probe',
    says: 'any ack ends the pending probe',
    finds: ['S8'],
    plant: () => {
      return replace(Detector, 'ack', () => {
        return function () {
          const { pending } = this
          if (pending) this.succeed()
          return pending
        }
      })
    },
  },
  {
    name: 'nack-to-the-target',
    says: 'a nack goes to the one that did not answer',
    finds: ['S8'],
    plant: () => {
      return replace(Relayer, 'tick', (tick) => {
        return function (now) {
          for (const relayed of this.probes.pool) {
            if (relayed.sequence !== 0) relayed.asker = this.sender.table.endpoint(relayed.target)
          }
          tick.call(this, now)
        }
      })
    },
  },
  {
    name: 'probes-one-half',
    says: 'half of the members are never probed',
    finds: ['S9', 'L1', 'L4'],
    plant: () => {
      return replace(Detector, 'nextTarget', (next) => {
        return function () {
          const slot = next.call(this)
          return slot % 2 === 1 ? core.NO_SLOT : slot
        }
      })
    },
  },
  {
    name: 'silent-accusation',
    says: 'a suspect is pinged without being told',
    finds: ['S12'],
    plant: () => replace(Gossip, 'tell', () => () => {}),
  },
  {
    name: 'health-without-end',
    says: 'local health has no upper bound',
    finds: ['S10'],
    plant: () => {
      return replace(Detector, 'charge', () => {
        return function (points) {
          this.health = Math.max(0, this.health + 3 * points)
        }
      })
    },
  },
  {
    name: 'health-never-mends',
    says: 'local health never gets better',
    finds: ['L9'],
    plant: () => {
      return replace(Detector, 'charge', (charge) => {
        return function (points) {
          if (points > 0) charge.call(this, points)
        }
      })
    },
  },
  {
    name: 'rumours-for-ever',
    says: 'a rumour is never dropped',
    finds: ['L8', 'L14', 'S11'],
    plant: () => {
      return replace(Rumours, 'sent', (sent) => {
        return function (rumour) {
          // There are lists for so many sends.
          if (this.sendsOf(this.slot(rumour)) < 60) sent.call(this, rumour, Infinity)
        }
      })
    },
  },
  {
    name: 'too-long',
    says: 'packets are filled beyond the mtu',
    finds: ['S11', 'S17'],
    plant: () => {
      return replace(Sender, 'begin', () => {
        return function () {
          const { view } = this.membership
          const { label, from } = this
          this.writer.begin({ label, from, mtuBytes: 65_000 }, view.low, view.high)
          if (this.gossip.rumours.size > 0) this.writer.length = this.mtuBytes - 60
        }
      })
    },
  },
  {
    name: 'talks-to-strangers',
    says: 'strangers are answered many times over',
    finds: ['S18'],
    // Strangers are whoever a flipped bit has given another name.
    where: { faults: [{ kind: 'corrupt', atMs: 1_000, with: { rate: 0.3, checksum: 'none' } }] },
    plant: () => {
      return replace(Sender, 'ack', (ack) => {
        return function (to, receiver, sequence) {
          const times = receiver === core.NO_SLOT ? 5 : 1
          for (let i = 0; i < times; i++) ack.call(this, to, receiver, sequence)
        }
      })
    },
  },
  {
    name: 'never-reconnects',
    says: 'nobody tries the faulty again: partitions stay',
    finds: ['L4'],
    where: {
      faults: [
        {
          kind: 'partition',
          atMs: 1_000,
          forMs: 40_000,
          groups: [
            [0, 1, 2],
            [3, 4, 5, 6, 7],
          ],
        },
      ],
    },
    plant: () =>
      replace(
        Healer,
        'tryOne',
        () =>
          function (now) {
            this.agenda[5] = now + this.options.reconnectMs
          },
      ),
  },
  {
    name: 'lost-timer',
    says: 'after a stall the probe timer is gone',
    finds: ['L11', 'S9'],
    plant: () => {
      return replace(Detector, 'late', (late) => {
        return function () {
          late.call(this)
          this.agenda[1] = Infinity
        }
      })
    },
  },
  {
    name: 'deaf-to-clusters',
    says: 'packets of other clusters are taken in',
    finds: ['S22'],
    where: {
      clusters: 2,
      start: 'empty',
      faults: [
        { kind: 'join', atMs: 1_000, nodes: [2, 3, 4, 5, 6, 7] },
        { kind: 'takeover', atMs: 20_000, nodes: [3], with: { of: 2 } },
        { kind: 'meta', atMs: 20_100, nodes: [0, 4, 6] },
      ],
    },
    plant: () => {
      return replace(Inbox, 'receive', (receive) => {
        return function (now, from, bytes, length) {
          const own = this.label
          this.label = bytes[1] | (bytes[2] << 8) | (bytes[3] << 16) | (bytes[4] << 24)
          receive.call(this, now, from, bytes, length)
          this.label = own
        }
      })
    },
  },
  {
    name: 'chance',
    says: 'the engine draws from a generator that no seed decides',
    finds: ['S21'],
    plant: () => {
      let state = performance.now() | 1
      return replace(Living, 'sample', (sample) => {
        return function (k, rng, except) {
          state = Math.imul(state, 48_271) | 1
          const skips = (state >>> 8) % 3
          for (let i = 0; i < skips; i++) rng.next()
          return sample.call(this, k, rng, except)
        }
      })
    },
  },
]
