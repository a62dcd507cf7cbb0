import { fits, type RingMessage } from '../lib/ownership/index.js'

import { decodeUserPacket, encodeUserPacket } from '../lib/wire/payload-codec.js'
import t from 'tap'

t.test('messages of a ring come through as they were, and nonsense does not', async (t) => {
  const all: RingMessage[] = [
    { kind: 'claims', claims: [{ holder: 'a', term: 2n ** 62n + 5n, slots: [0, 65_535] }] },
    { kind: 'claims', claims: [{ holder: undefined, term: 1n, slots: [] }] },
    { kind: 'digest', informed: true, asks: false, parts: [1, -2, 3], pages: 4 },
    { kind: 'prepare', move: 1, slots: [1, 2] },
    { kind: 'ready', move: 2 },
    { kind: 'flip', move: 3, slots: [4], term: 77n, remainingMs: Infinity, giver: 'a/1' },
    { kind: 'flip', move: 3, slots: [4], term: 77n, remainingMs: 12, giver: '' },
    { kind: 'taken', move: 4 },
    { kind: 'ask', round: 5, wants: [{ term: 1n, slots: [9] }], asker: 'a/1', giver: 'b/2' },
    { kind: 'grant', round: 6, slots: [], seen: 2n ** 40n },
  ]
  for (const message of all) {
    const bytes = encodeUserPacket({ ring: { name: 'jobs', message } })
    t.same(decodeUserPacket(bytes)?.ring, { name: 'jobs', message }, message.kind)
  }
  const beyond = encodeUserPacket({
    ring: { name: 'jobs', message: { kind: 'prepare', move: 1, slots: [65_536] } },
  })
  t.equal(decodeUserPacket(beyond)?.ring, undefined)
  const empty = encodeUserPacket({ ring: { name: 'jobs', message: { kind: 'ready', move: 0 } } })
  t.equal(decodeUserPacket(empty)?.ring, undefined)
  t.notOk(
    fits({ kind: 'ask', round: 1, wants: [{ term: 1n, slots: [8] }], asker: '', giver: '' }, 8),
  )
})
