// Compiles lib and sim to dist/. With --pure it writes nothing, and checks that each pure layer compiles without
// Node's types, which `npm run lint` does.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { LAYERS } from './rules.js'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const run = (project) => {
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

if (process.argv.includes('--pure')) {
  for (const { path, pure } of LAYERS) if (pure) run(`${path}/tsconfig.json`)
} else {
  rmSync('dist', { recursive: true, force: true })
  run('tsconfig.build.json')
  cpSync('sim/scenarios/files', 'dist/sim/scenarios/files', { recursive: true })
  chmodSync('dist/lib/cli/main.js', 0o755)
}
