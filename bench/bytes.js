// What the protocol's bytes are spent on: `node bench/bytes.js`, in virtual time, profile `lan`.
import { PacketReader } from '../dist/lib/core/packets/packet-reader.js'
import { World } from '../dist/sim/index.js'
import { table } from './report.js'

const KINDS = ['gossip', 'ping', 'ack', 'ping-req', 'nack']
const SECONDS = 60

/** Bytes a member and second, by what they are for. */
function spent(nodes, crashes) {
  const reader = new PacketReader()
  const bytes = { heads: 0, updates: 0 }
  for (const kind of KINDS) bytes[kind] = 0
  let counting = false
  const world = new World({
    nodes,
    observers: [
      {
        sent(datagram) {
          if (!counting) return
          reader.read(datagram.bytes, datagram.length)
          let updates = 0
          for (let i = 0; i < reader.updateCount; i++) {
            const { idLength, endpointLength, metaLength } = reader.updates[i]
            updates += 9 + idLength + endpointLength + metaLength
          }
          bytes[KINDS[reader.kind]] += datagram.length - updates
          bytes.updates += updates
        },
      },
    ],
  })
  world.run(5_000)
  counting = true
  for (let i = 0; i < crashes; i++) world.at(world.now + i * 5_000, () => world.crash(i))
  world.run(SECONDS * 1_000)
  const each = (value) => (value / nodes / SECONDS).toFixed(1)
  const all = KINDS.reduce((sum, kind) => sum + bytes[kind], bytes.updates)
  return [...KINDS.map((kind) => each(bytes[kind])), each(bytes.updates), each(all)]
}

const rows = [
  ['n = 32, quiet', ...spent(32, 0)],
  ['n = 32, a crash', ...spent(32, 1)],
  ['n = 1,000, quiet', ...spent(1_000, 0)],
  ['n = 1,000, 10 crashes', ...spent(1_000, 10)],
]
const title = `bytes sent a second by each member, over ${SECONDS} s`
console.log(table(title, [['', ...KINDS, 'news', 'all'], ...rows]).join('\n'))
