// The service under a partition, in virtual time, with node:test: `node --test examples/*.test.js`.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulate } from 'gyre/sim'
import { Service } from './service.js'

test('both sides of a partition serve, and agree again once it has healed', async () => {
  await simulate({ nodes: 4, seed: 1 }, async (world) => {
    const clusters = await world.joinAll()
    const services = clusters.map((cluster) => new Service(cluster))
    const owners = () => new Set(services.map((service) => service.handle('user:42')))
    await world.until(() => owners().size === 1, 10_000)

    const heal = world.partition([
      [0, 1],
      [2, 3],
    ])
    await world.sleep(60_000)
    assert.equal(owners().size, 2, 'each side has an owner of its own')

    heal()
    await world.until(() => owners().size === 1, 30_000)
  })
})
