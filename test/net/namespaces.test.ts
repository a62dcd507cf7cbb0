import t from 'tap'
import '../children.js'
import { halves } from './halves.js'
import { lossy } from './lossy.js'
import { withoutNamespaces } from './namespace.js'

// Real processes behind a real firewall: the short form of test/long/namespaces.test.ts.

const skip = withoutNamespaces()

t.test('half against half, cut off until both have settled, heals by itself', { skip }, (t) => {
  return halves(t, 6, 0)
})

t.test('20 % of all packets lost, for ten seconds: none is called dead', { skip }, (t) => {
  return lossy(t, 6, 10_000)
})
