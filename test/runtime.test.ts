import { systemRuntime } from '../lib/runtime/runtime.js'
import t from 'tap'

t.test('the system runtime is what it says', async (t) => {
  const before = systemRuntime.now()
  t.ok(Number.isInteger(before))
  t.ok(systemRuntime.epochSeconds() > 0)
  t.not(systemRuntime.random(), systemRuntime.random())
})
