import { answerOver, askOver } from '../../lib/cluster/driver/key-exchange.js'
import type { Member } from '../../lib/cluster/members/member.js'
import { NO_TRAITS } from '../../lib/cluster/members/traits.js'
import { ClusterKeys } from '../../lib/cluster/operators/keys.js'
import { type Runtime, systemRuntime } from '../../lib/runtime/index.js'
import { keyOf, Keyring, newKey, refusal } from '../../lib/seal/index.js'
import type { Stream } from '../../lib/transport/index.js'
import { encodeStream, type KeyChange } from '../../lib/wire/stream-codec.js'
import { endpoint } from '../core/rig.js'
import t from 'tap'

/** A stream whose other side has this to say. */
function saying(...replies: (Uint8Array | undefined)[]): Stream & { sent: number } {
  return {
    sent: 0,
    send() {
      this.sent++
    },
    receive: () => Promise.resolve(replies.shift()),
    close: () => {},
  }
}

const done = (why: string): Uint8Array => encodeStream({ keyDone: { refusal: why } })

const nobody = new Uint8Array(0)

const rotate: KeyChange = {
  op: 'rotate',
  key: new Uint8Array(32),
  id: '',
  force: false,
  target: nobody,
}

/** A runtime in which no pause takes any time. */
const runtime: Runtime = {
  ...systemRuntime,
  after: (_ms, callback) => {
    callback()
    return () => {}
  },
}

const member = (id: string, at: number): Member => {
  return { ...NO_TRAITS, id, endpoint: endpoint(at), state: 'alive', isSelf: false } as Member
}

t.test('a change of keys is asked for in two steps, and each may fail', async (t) => {
  for (const [replies, expected] of [
    [[done(''), done('')], ''],
    [[undefined], 'it does not answer'],
    [[done('')], 'it does not answer'],
    [[done('busy')], 'busy'],
    [[done(''), done('too many')], 'too many'],
    [[Uint8Array.of(1, 2, 3)], 'it does not answer to that'],
    [[encodeStream({ ack: { sequence: 1 } })], 'it does not answer to that'],
    [[refusal(1)], 'it has none of our keys'],
  ] as const) {
    t.equal(await askOver(saying(...replies), rotate, 9), expected)
  }
})

t.test('and answered in two', async (t) => {
  const asked: string[] = []
  const change = ({ op }: KeyChange): Promise<string> => Promise.resolve((asked.push(op), ''))
  const hello = { ...rotate, op: 'hello' }
  const sent: number[] = []
  for (const [first, ...replies] of [
    [rotate, encodeStream({ keyChange: rotate })],
    [hello, undefined],
    [hello, encodeStream({ ack: { sequence: 1 } })],
    [hello, encodeStream({ keyChange: rotate })],
  ] as const) {
    const stream = saying(...replies)
    await answerOver(stream, first, 9, () => false, change)
    sent.push(stream.sent)
  }
  t.same(sent, [1, 1, 1, 2])
  t.same(asked, ['rotate'])
})

t.test('members that answer late, or come late, take part all the same', async (t) => {
  const [old, next] = [newKey(), newKey()].map((key) => keyOf(key))
  const keyring = new Keyring([old])
  const peers = [member('b', 2)]
  const asked: string[] = []
  const keys = new ClusterKeys({
    keyring,
    runtime,
    roster: { all: () => peers },
    driver: {
      askKeyChange(_to, { op, target }) {
        asked.push(`${op} ${Buffer.from(target).toString()}`)
        if (peers.length === 1) peers.push(member('c', 3))
        return Promise.resolve(asked.length < 4 ? 'not yet' : '')
      },
    },
  })
  await keys.rotate(next.bytes)
  t.same([keys.ids, keys.used], [[next.id], next.id])
  t.same(
    asked.filter((one) => one.endsWith('c')).slice(-3),
    ['install c', 'use c', 'only c'],
    'a newcomer does all steps',
  )
})

t.test('a change that failed half-way is taken up again, by whoever', async (t) => {
  const [old, next] = [newKey(), newKey()].map((key) => keyOf(key))
  const keyring = new Keyring([old])
  let deaf = true
  const keys = new ClusterKeys({
    keyring,
    runtime,
    roster: { all: () => [member('b', 2)] },
    driver: {
      askKeyChange: (_to, { op }) => {
        return Promise.resolve(op === 'use' && deaf ? 'it does not answer' : '')
      },
    },
  })
  await t.rejects(keys.rotate(next.bytes), { code: 'KEYS_INCOMPLETE', message: /could not use/ })
  t.same([keys.ids, keys.used], [[old.id, next.id], next.id], 'the old one is still understood')
  deaf = false
  await keys.rotate(next.bytes)
  t.same([keys.ids, keys.used], [[next.id], next.id])
})
