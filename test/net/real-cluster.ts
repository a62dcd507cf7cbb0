import { joinCluster, type Cluster, type ClusterOptions } from '../../lib/index.js'
import type { Test } from 'tap'
import { until } from './until.js'

// Clusters over real sockets.

export async function join(t: Test, options: ClusterOptions = {}): Promise<Cluster> {
  const cluster = await joinCluster({ profile: 'local', ...options })
  t.teardown(() => cluster.close())
  return cluster
}

/** Members `m0`, `m1`, …: the first is everybody's seed. */
export async function cluster(
  t: Test,
  count: number,
  options: ClusterOptions = {},
): Promise<Cluster[]> {
  const first = await join(t, { id: 'm0', ...options })
  const seeds = [first.self.endpoint]
  const ids = Array.from({ length: count - 1 }, (_, i) => `m${i + 1}`)
  const rest = await Promise.all(ids.map((id) => join(t, { ...options, id, seeds })))
  const all = [first, ...rest]
  await until(() => all.every((one) => one.members.length === count))
  return all
}
