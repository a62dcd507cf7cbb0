import t from 'tap'
import '../children.js'
import { halves } from '../net/halves.js'
import { lossy } from '../net/lossy.js'
import { withoutNamespaces } from '../net/namespace.js'

// Real processes behind a real firewall, at full length.

const skip = withoutNamespaces()

t.test('half against half, cut for a minute, heals by itself', { skip }, (t) => {
  return halves(t, 16, 60_000)
})

t.test('20 % of all packets lost, for two minutes: none is called dead', { skip }, (t) => {
  return lossy(t, 32, 120_000)
})
