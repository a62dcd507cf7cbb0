import { Roll } from '../../lib/ownership/testing.js'
import { AVAILABLE, CALM } from './ring-worlds.js'
import { replace, type Insides, type Plant } from './plant.js'

// Bugs of who should own a slot.

/** Spoils what a roll has worked out. */
function afterChange(spoil: (roll: Insides) => void): () => void {
  return replace(Roll, 'change', (change) => {
    return function* (members) {
      yield* change.call(this, members)
      spoil(this)
    }
  })
}

export const PLACEMENT_PLANTS: readonly Plant[] = [
  {
    name: 'the-dead-stay-in',
    says: 'faulty members stay in the ring',
    finds: ['R3'],
    where: AVAILABLE,
    plant: () => {
      return replace(Roll, 'change', (change) => {
        return function (members: readonly { readonly state: string }[]) {
          const state = 'alive'
          const all = members.map((one) => (one.state === 'faulty' ? { ...one, state } : one))
          return change.call(this, all)
        }
      })
    },
  },
  {
    name: 'remembers-the-last',
    says: 'the placement depends on how often it has changed',
    finds: ['R1'],
    where: CALM,
    plant: () => {
      return afterChange((roll) => {
        roll.changed = (roll.changed ?? 0) + 1
        const { held } = roll.ring
        if (roll.changed % 2 === 0) held.copyWithin(0, 2, 4)
      })
    },
  },
  {
    name: 'everything-moves',
    says: 'with each change all slots change hands',
    finds: ['R4'],
    where: CALM,
    plant: () => {
      return afterChange((roll) => {
        const { held } = roll.ring
        const by = 2 * roll.participants.length
        const first = held.slice(0, by)
        held.copyWithin(0, by)
        held.set(first, held.length - by)
      })
    },
  },
  {
    name: 'one-hash-for-all',
    says: 'the hash of a roll does not tell who is in it',
    finds: ['R6'],
    where: AVAILABLE,
    plant: () => afterChange((roll) => void (roll.hash = 'same')),
  },
  {
    name: 'a-slot-for-nobody',
    says: 'a slot has no owner in the placement',
    finds: ['R2'],
    where: AVAILABLE,
    plant: () => afterChange((roll) => void (roll.ring.held[0] = 0xffff)),
  },
  {
    name: 'all-for-one',
    says: 'the load bound is not kept',
    finds: ['R5'],
    where: AVAILABLE,
    plant: () => afterChange((roll) => void roll.ring.held.fill(roll.ring.held[0])),
  },
]
