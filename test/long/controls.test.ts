import t from 'tap'
import { controls } from '../controls.js'

// Every planted bug is found, and every one found is shrunk: out of the built package, at full speed.

t.test('each planted bug is found in a small sweep, by its own check, and shrinks', async (t) => {
  const { ok, rows } = await controls()
  for (const row of rows) t.ok(row.ok, `${row.what}: ${row.measured}, ${row.gate}`)
  t.ok(rows.length > 50)
  t.ok(ok)
})
