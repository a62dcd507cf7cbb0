import { decodeTraits, encodeTraits, NO_TRAITS } from '../../lib/cluster/members/traits.js'
import { simulate } from '../../sim/index.js'
import t from 'tap'

t.test('traits are checked, and what cannot be read says nothing', async (t) => {
  await simulate({ nodes: 1 }, async (world) => {
    const one = await world.join(0)
    const wrong: [object, RegExp][] = [
      [{ roles: 'web' }, /roles: expected a list of texts, got web/],
      [{ roles: [''] }, /roles: expected text of 1…128 bytes, got ""/],
      [{ zone: 'x'.repeat(129) }, /zone/],
      [{ host: 5 }, /host: expected text of 1…128 bytes, got 5/],
      [{ meta: 'text' }, /meta: expected a Uint8Array/],
      [{ meta: new Uint8Array(1_025) }, /in all, got 1028/],
    ]
    for (const [traits, message] of wrong) {
      t.throws(() => one.setTraits(traits), { code: 'BAD_OPTION', message })
    }
    t.same(decodeTraits(Uint8Array.of(255, 255, 255)), NO_TRAITS)
    t.same(decodeTraits(encodeTraits(NO_TRAITS)), NO_TRAITS)
    t.same(decodeTraits(Uint8Array.of(0x12, 0x01, 0xff)).weight, 1)
  })
})
