// Compiles lib and sim to dist/, and checks that the pure layers compile without Node's types.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { LAYERS } from './rules.js'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const run = (project) => {
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

rmSync('dist', { recursive: true, force: true })
for (const { path, pure } of LAYERS) if (pure) run(`${path}/tsconfig.json`)
run('tsconfig.build.json')
cpSync('sim/scenarios/files', 'dist/sim/scenarios/files', { recursive: true })
chmodSync('dist/lib/cli/main.js', 0o755)
