import { execFileSync } from 'node:child_process'
import t from 'tap'
import '../children.js'

t.test('look-ups do not allocate: the heap stays flat over 10⁶ of each kind', async (t) => {
  const env = { PATH: process.env.PATH, _TAPJS_PROCESSINFO_COVERAGE_: '0' }
  const args = ['--expose-gc', 'test/ring/allocation-probe.js']
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', env })
  const figures = JSON.parse(printed) as Record<string, number>
  for (const [kind, bytes] of Object.entries(figures))
    t.ok(bytes < 1, `${kind}: ${bytes} bytes each`)
  t.equal(Object.keys(figures).length, 5)
})
