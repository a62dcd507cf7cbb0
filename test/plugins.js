// Builds tap's test class for the plugins that package.json names, unless that has been done: tap itself does it
// during a first run, which then still starts each test file with the loaders of all default plugins.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { tap } = JSON.parse(readFileSync('package.json', 'utf8'))
const built = readFileSync(require.resolve('@tapjs/test/test-built'), 'utf8')
const without = tap.plugin.map((plugin) => plugin.replace('!', ''))

if (without.some((plugin) => built.includes(plugin))) {
  const { status } = spawnSync('npx', ['tap', 'build'], { stdio: 'inherit', shell: true })
  process.exitCode = status ?? 1
}
