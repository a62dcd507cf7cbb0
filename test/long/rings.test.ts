import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import t from 'tap'
import '../children.js'

// The scenarios of rings with many seeds each: out of the built package, at full speed.

const run = promisify(execFile)

for (const name of ['planned-leave', 'majority', 'ring-swarm', 'leases']) {
  t.test(`${name} holds for any seed`, async (t) => {
    const args = ['dist/lib/cli/main.js', 'sim', 'sweep', name, '--seeds', '1..40', '--json']
    const { stdout } = await run(process.execPath, args, { maxBuffer: 1e8 })
    const { runs } = JSON.parse(stdout) as { runs: readonly { seed: number; verdict: string }[] }
    t.equal(runs.length, 40)
    for (const { seed, verdict } of runs) t.equal(verdict, 'pass', `seed ${seed}`)
  })
}
