// A member with much to say of itself: 60 KiB of state, all of it new every few seconds if wanted. It
// tells each second how much of the others' states it has, and whom it has seen die, when.
import { joinCluster } from 'gyre'

const [id, seed, everyMs] = process.argv.slice(2)
const ENTRIES = 60
const seeds = seed ? [seed] : []
const cluster = await joinCluster({ id, seeds, profile: 'lan' })
const say = (event) => {
  const t = performance.timeOrigin + performance.now()
  console.log(JSON.stringify({ t, id, ...event }))
}
say({ event: 'ready', endpoint: cluster.self.endpoint })
let version = 0
const write = () => {
  version++
  for (let i = 0; i < ENTRIES; i++) {
    cluster.state.set(`key-${i}`, Buffer.alloc(1_000).fill(version & 255))
  }
}
write()
if (Number(everyMs) > 0) setInterval(write, Number(everyMs))
cluster.on('member', (member, was) => {
  say({ event: 'member', member: member.id, state: member.state, was })
})
setInterval(() => {
  const whole = cluster.members.filter((one) => cluster.state.of(one.id).size === ENTRIES)
  say({ event: 'state', whole: whole.length, ...process.memoryUsage() })
}, 500)
