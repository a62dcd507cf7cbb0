import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import './children.js'

const run = promisify(execFile)

/** What `gyre sim run negative-controls` has found: the planted bugs, each with the check that found it. */
export async function controls(...args: string[]): Promise<{
  readonly ok: boolean
  readonly rows: readonly { what: string; measured: string; gate: string; ok: boolean }[]
}> {
  const sim = ['dist/lib/cli/main.js', 'sim', 'run', 'negative-controls', '--json', ...args]
  const { stdout } = await run(process.execPath, sim, { maxBuffer: 1e8 })
  return JSON.parse(stdout)
}
