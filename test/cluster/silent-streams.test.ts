import t from 'tap'
import { systemRuntime } from '../../lib/runtime/runtime.js'
import type { EngineLoop } from '../../lib/cluster/driver/engine-loop.js'
import { SilentStreams } from '../../lib/cluster/driver/silent-streams.js'
import { decodeStream, encodeStream } from '../../lib/wire/stream-codec.js'
import { FAULTY, PROFILES, type Endpoint } from '../../lib/core/index.js'
import { noFailures, type Transport } from '../../lib/transport/index.js'
import { claim, Rig } from '../core/rig.js'
import { HandStream, turns } from './hand-stream.js'

function setUp(count = 2) {
  const rig = new Rig().start('b', 'c', 'd')
  const timers: (() => void)[] = []
  const opened: { to: Endpoint; stream: HandStream }[] = []
  const resets: string[] = []
  const state = { reachable: true }
  const transport: Transport = {
    endpoint: '127.0.0.1:1' as Endpoint,
    start: () => {},
    send: () => {},
    connect: async (to) => {
      if (!state.reachable) throw new Error('nobody there')
      const stream = new HandStream()
      opened.push({ to, stream })
      return stream
    },
    close: async () => {},
    failures: noFailures(),
  }
  const runtime = {
    ...systemRuntime,
    after: (_ms: number, callback: () => void) => {
      timers.push(callback)
      return () => {}
    },
  }
  rig.node.streamReset = (_now, slot) => {
    resets.push(rig.node.table.id(slot))
    return Infinity
  }
  const input = (run: (now: number) => number): void => void run(rig.now)
  const loop = { node: rig.node, input } as unknown as EngineLoop
  const protocol = { ...PROFILES.lan, watches: count }
  const watches = new SilentStreams({ loop, transport, runtime, protocol })
  const later = async (): Promise<void> => {
    for (const callback of timers.splice(0)) callback()
    await turns()
  }
  return { rig, watches, opened, resets, later, state, timers }
}

const watching = encodeStream({ watching: {} })

t.test('a stream that ends without a goodbye is told, and opened again', async (t) => {
  const { watches, opened, resets, later } = setUp()
  watches.refresh()
  watches.refresh()
  await later()
  t.equal(opened.length, 2)
  const [{ stream }] = opened
  const asked = decodeStream(stream.sent[0])
  t.ok(asked && 'watch' in asked)
  t.equal(watches.open, 0)
  stream.give(watching)
  await turns()
  t.equal(watches.open, 1)
  stream.give(undefined)
  await turns()
  t.equal(watches.open, 0)
  t.equal(resets.length, 1)
  await later()
  t.equal(opened.length, 3)
  watches.stop()
  await later()
})

t.test('one that never let itself be watched has nothing to tell', async (t) => {
  const { watches, opened, resets, later, state } = setUp()
  watches.refresh()
  await later()
  opened[0].stream.give(undefined)
  opened[1].stream.give(encodeStream({ ack: { sequence: 1 } }))
  await turns()
  t.same(resets, [])
  state.reachable = false
  await later()
  t.equal(opened.length, 2)
  state.reachable = true
  await later()
  t.equal(opened.length, 4)
  watches.stop()
  await later()
  t.equal(opened.length, 4)
})

t.test('a member that is gone is watched no more', async (t) => {
  const { rig, watches, opened, resets, later } = setUp(3)
  watches.refresh()
  await later()
  for (const { stream } of opened) stream.give(watching)
  await turns()
  t.equal(watches.open, 3)
  rig.receive('b', { updates: [claim('c', 10, FAULTY)] })
  const c = opened.find(({ to }) => to.startsWith('10.0.0.3'))!
  c.stream.give(undefined)
  await turns()
  t.same(resets, [], 'it is dead already')
  await later()
  t.equal(opened.length, 3, 'and not tried again')
  watches.refresh()
  await later()
  rig.receive('b', { updates: [claim('d', 10, FAULTY)] })
  watches.refresh()
  await later()
  const d = opened.find(({ to }) => to.startsWith('10.0.0.4'))!
  t.ok(d.stream.closed)
  t.same(resets, [])
  watches.stop()
  t.ok(opened.every(({ stream }) => stream === c.stream || stream.closed))
  watches.refresh()
  await later()
})

t.test('stopping while members are chosen, or a stream is opened', async (t) => {
  const { watches, opened, later } = setUp(1)
  watches.refresh()
  watches.stop()
  await later()
  t.equal(opened.length, 0)
  const other = setUp(1)
  other.watches.refresh()
  await other.later()
  other.watches.stop()
  other.opened[0].stream.give(watching)
  await turns()
  t.equal(other.watches.open, 0)
  t.ok(other.opened[0].stream.closed)
  const none = setUp(0)
  none.watches.refresh()
  t.equal(none.timers.length, 0)
})

t.test('watchers are served until there are too many', async (t) => {
  const { watches } = setUp()
  const streams = Array.from({ length: 65 }, () => new HandStream())
  const done: Promise<void>[] = streams.map((stream) => watches.serve(stream))
  t.equal(streams.filter(({ sent }) => sent.length === 1).length, 64)
  for (const stream of streams) stream.give(undefined)
  await Promise.all(done)
  const late = new HandStream()
  void watches.serve(late)
  t.equal(late.sent.length, 1)
})
