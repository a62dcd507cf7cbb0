// Writes proto/gyre.js and proto/gyre.d.ts from proto/gyre.proto: `npm run proto [-- outDir]`.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const out = process.argv[2] ?? here
const pbjs = createRequire(import.meta.url).resolve('protobufjs-cli/bin/pbjs')
const flags = '-t static-module -w esm --dts --no-convert --no-verify --no-delimited --no-typeurl'
execFileSync(
  process.execPath,
  [pbjs, ...flags.split(' '), '--no-service', '-o', join(out, 'gyre.js'), join(here, 'gyre.proto')],
  { stdio: 'inherit' },
)
