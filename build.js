// Compiles lib and sim to dist/, and checks that the pure layers compile without Node's types.
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { LAYERS } from './rules.js'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const run = async (project) => {
  const child = spawn(process.execPath, [tsc, '-p', project], { stdio: 'inherit' })
  const [status] = await once(child, 'exit')
  if (status !== 0) process.exit(status ?? 1)
}
const checkPure = async () => {
  for (const { path, pure } of LAYERS) if (pure) await run(`${path}/tsconfig.json`)
}

rmSync('dist', { recursive: true, force: true })
await Promise.all([checkPure(), run('tsconfig.build.json')])
cpSync('sim/scenarios/files', 'dist/sim/scenarios/files', { recursive: true })
chmodSync('dist/lib/cli/main.js', 0o755)
