// The same service losing a process, with tap: `node examples/simulate-tap.test.js`.
import t from 'tap'
import { simulate } from 'gyre/sim'
import { Service } from './service.js'

t.test('another process takes over from one that dies, and its handler is the one called', (t) => {
  return simulate({ nodes: 3, seed: 2, profile: 'local' }, async (world) => {
    const clusters = await world.joinAll()
    const services = clusters.map((cluster) => new Service(cluster))
    await world.until(() => clusters.every(({ members }) => members.length === 3), 10_000)
    await world.sleep(1_000)

    const first = Number(services[0].handle('user:42').slice(-1))
    world.crash(first)
    const others = services.filter((_, index) => index !== first)
    const takenOver = () => {
      for (const service of others) service.handle('user:42')
      return others.some(({ handled }) => handled.length > 0)
    }
    await world.until(takenOver, 10_000)
    t.ok(world.now < 10_000, `taken over after ${world.now} virtual ms`)
  })
})
