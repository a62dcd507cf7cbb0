// One member of the bench `forward`: it owns all slots, and answers with what it was asked.
import { joinCluster } from 'gyre'

const cluster = await joinCluster({ id: 'owner', roles: ['owner'], profile: 'local' })
const ring = cluster.ring('bench', { slots: 64, role: 'owner' })
ring.handler('echo', ({ body }) => body, { idempotent: true, inFlightMax: 100_000 })
await ring.settled()
process.send({ endpoint: cluster.self.endpoint })
process.once('SIGTERM', () => void cluster.leave())
