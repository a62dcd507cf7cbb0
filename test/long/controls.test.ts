import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import t from 'tap'
import '../children.js'

// Every planted bug is found, and every one found is shrunk: out of the built package, at full speed.

const run = promisify(execFile)

t.test('each planted bug is found in a small sweep, by its own check, and shrinks', async (t) => {
  const args = ['dist/lib/cli/main.js', 'sim', 'run', 'negative-controls', '--json']
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1e8 })
  const { ok, rows } = JSON.parse(stdout) as {
    readonly ok: boolean
    readonly rows: readonly { what: string; measured: string; gate: string; ok: boolean }[]
  }
  for (const row of rows) t.ok(row.ok, `${row.what}: ${row.measured}, ${row.gate}`)
  t.ok(rows.length > 50)
  t.ok(ok)
})
