// Members that talk to each other: requests, broadcasts, queries, and what each says of itself.
// Three of them in one process, so that one command shows it all: node examples/messages.js
import { joinCluster } from 'gyre'

const text = (bytes) => Buffer.from(bytes).toString()

async function member(id, seeds) {
  const cluster = await joinCluster({ id, seeds, profile: 'local', minMembers: seeds.length + 1 })
  // One handler a topic: what it returns answers a request or a query.
  cluster.handle('greet', ({ body, from }) =>
    Buffer.from(`${id} greets ${text(body)}, sent by ${from}`),
  )
  cluster.handle('news', ({ body, from, kind }) =>
    console.log(`${id} hears ${text(body)} (${kind} of ${from})`),
  )
  cluster.state.set('colour', Buffer.from(id === 'b' ? 'blue' : 'red'))
  return cluster
}

const a = await member('a', [])
const b = await member('b', [a.self.endpoint])
const c = await member('c', [a.self.endpoint, b.self.endpoint])

console.log(text(await a.request('b', 'greet', Buffer.from('Ann'), { timeoutMs: 500 })))
try {
  await a.request('b', 'sing', Buffer.alloc(0))
} catch (error) {
  console.log(`${error.code}: ${error.message}`)
}

for await (const { member: id, body } of c.query('greet', Buffer.from('all'))) {
  console.log(`${id} answers: ${text(body)}`)
}

a.broadcast('news', Buffer.from('rain'))
await new Promise((resolve) => setTimeout(resolve, 1_000))
console.log(`a sees that b is ${text(a.state.get('colour', 'b'))}`)

await Promise.all([a, b, c].map((cluster) => cluster.leave()))
