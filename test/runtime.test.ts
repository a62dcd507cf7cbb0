import { systemRuntime } from '../lib/runtime/runtime.js'
import { Once } from '../lib/runtime/waits.js'
import t from 'tap'

t.test('the system runtime is what it says', async (t) => {
  const before = systemRuntime.now()
  t.ok(Number.isInteger(before))
  t.ok(systemRuntime.epochSeconds() > 0)
  t.not(systemRuntime.random(), systemRuntime.random())
})

t.test('a job is done once, however often it was asked for, and never once stopped', async (t) => {
  const due: (() => void)[] = []
  const runtime = {
    ...systemRuntime,
    after: (_ms: number, job: () => void) => (due.push(job), () => {}),
  }
  let done = 0
  const once = new Once(runtime, () => void done++)
  once.after(1)
  once.after(1)
  t.equal(due.length, 1)
  due.shift()?.()
  t.equal(done, 1)
  once.after(1)
  once.stop()
  due.shift()?.()
  once.after(1)
  t.same([done, due.length], [1, 0], 'what was asked for is forgotten, and so is what comes later')
})
