import { execFileSync } from 'node:child_process'
import t from 'tap'
import '../children.js'

t.test('receive and tick do not allocate: the heap stays flat over 10⁶ calls', async (t) => {
  const env = { PATH: process.env.PATH, _TAPJS_PROCESSINFO_COVERAGE_: '0' }
  const args = ['--expose-gc', 'test/core/allocation-probe.js']
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', env })
  const { receive, tick } = JSON.parse(printed) as { receive: number; tick: number }
  t.ok(receive < 1, `${receive} bytes a datagram`)
  t.ok(tick < 4, `${tick} bytes a tick, suspicions and verdicts among them`)
})
