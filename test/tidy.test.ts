import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import t from 'tap'

// What a linter cannot say about the repository.

function filesIn(dir: string, ending: string): string[] {
  const all = readdirSync(dir, { recursive: true }) as string[]
  return all.filter((file) => file.endsWith(ending)).map((file) => `${dir}/${file}`)
}

const lib = filesIn('lib', '.ts')
const sim = filesIn('sim', '.ts')
const tests = filesIn('test', '.ts')
const read = (file: string): string => readFileSync(file, 'utf8')
const json = (file: string): any => JSON.parse(read(file))

/** What a file imports: paths from the root for its own files, names for packages. */
function importsOf(file: string): string[] {
  const found = read(file).matchAll(
    /^(?:import|export)\b[^'"]*?from '([^']+)'|import\('([^']+)'\)/gms,
  )
  return [...found].map(([, from, dynamic]) => {
    const name = from ?? dynamic
    return name.startsWith('.')
      ? normalize(join(dirname(file), name)).replace(/\.js$/, '.ts')
      : name
  })
}

const layerOf = (file: string): string => {
  const [top, layer] = file.split('/')
  return top === 'sim' ? 'sim' : layer.endsWith('.ts') ? 'index' : layer
}

/** Layer → the layers that it may import, and whether packages and Node's own. */
const MAY: Record<string, { readonly layers: readonly string[]; readonly packages: boolean }> = {
  base: { layers: [], packages: false },
  core: { layers: ['base'], packages: false },
  ring: { layers: ['base'], packages: false },
  ownership: { layers: ['base', 'ring'], packages: false },
  state: { layers: ['base'], packages: false },
  transport: { layers: ['base'], packages: true },
  seal: { layers: ['base', 'transport'], packages: true },
  discovery: { layers: ['base'], packages: true },
  hyperswarm: { layers: ['base', 'transport', 'discovery'], packages: true },
  cluster: {
    layers: ['base', 'core', 'ring', 'ownership', 'state', 'transport', 'seal', 'discovery'],
    packages: true,
  },
  http: { layers: ['base', 'ring', 'cluster'], packages: true },
  postgres: { layers: ['base', 'cluster'], packages: false },
  guards: { layers: ['base'], packages: false },
  cron: { layers: ['cluster'], packages: false },
  cli: { layers: ['base', 'core', 'transport', 'seal', 'cluster', 'index'], packages: true },
  index: {
    layers: ['base', 'core', 'ring', 'ownership', 'state', 'transport', 'seal', 'cluster'],
    packages: false,
  },
  sim: { layers: ['base', 'core', 'ring', 'ownership', 'transport', 'cluster'], packages: true },
}

t.test('each layer imports only what it may', async (t) => {
  for (const file of [...lib, ...sim]) {
    const layer = layerOf(file)
    const { layers, packages } = MAY[layer]
    for (const imported of importsOf(file)) {
      const own = imported.startsWith('lib/') || imported.startsWith('sim/')
      const to = own ? layerOf(imported) : 'packages'
      const fine = own ? to === layer || layers.includes(to) : packages
      t.ok(fine, `${file} imports ${imported}`)
    }
  }
})

t.test('other layers know the engine and the ring by their doors only', async (t) => {
  for (const file of [...lib, ...sim]) {
    for (const imported of importsOf(file)) {
      if (!/^lib\/(core|ring|ownership|state|transport|discovery)\//.test(imported)) continue
      if (layerOf(file) === layerOf(imported)) continue
      // Planted bugs reach into the engine: that is what they are.
      if (file.startsWith('sim/plants/') && /^lib\/(core|ownership)\/testing.ts$/.test(imported))
        continue
      t.match(imported, /\/index\.ts$/, `${file} imports ${imported}`)
    }
  }
})

t.test('imports make no circles', async (t) => {
  const graph = new Map([...lib, ...sim].map((file) => [file, importsOf(file)]))
  const done = new Set<string>()
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) return t.fail([...path, file].join(' → ')) as unknown as void
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  t.equal(done.size > 30, true)
})

t.test('pure layers have no clock, randomness or console', async (t) => {
  for (const file of lib.filter((file) => /^lib\/(base|core|ring|ownership|state)\//.test(file))) {
    const code = read(file).replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '')
    t.notMatch(
      code,
      /\bDate\b|Math\.random|\bset(Timeout|Interval|Immediate)\b|\bconsole\b|\bprocess\b/,
    )
    const { compilerOptions } = json(`${dirname(file)}/tsconfig.json`)
    t.same([compilerOptions.types, compilerOptions.lib], [[], ['es2023']])
  }
})

t.test('every source file is reached by a test', async (t) => {
  const reached = new Set<string>()
  const visit = (file: string): void => {
    if (reached.has(file) || !existsSync(file)) return
    reached.add(file)
    for (const imported of importsOf(file)) visit(imported)
  }
  for (const file of tests) visit(file)
  // The entry point is run as a process of its own (test/net/processes.test.ts), the worker as a
  // thread (test/sim/command.test.ts).
  const missed = [...lib, ...sim].filter(
    (file) => !reached.has(file) && !['lib/cli/main.ts', 'sim/runs/sweep-worker.ts'].includes(file),
  )
  t.same(missed, [])
})

t.test('tests sleep only where there are real sockets', async (t) => {
  for (const file of tests.filter((file) => !file.startsWith('test/net/'))) {
    if (file === 'test/tidy.test.ts') continue
    t.notMatch(read(file), /timers\/promises|setTimeout|Atomics\.wait/, file)
  }
})

t.test('files and functions stay small', async (t) => {
  for (const file of [...lib, ...sim]) {
    const lines = read(file).split('\n')
    t.ok(lines.length <= 400, `${file}: ${lines.length} lines`)
    t.ok(
      lines.every((line) => line.length <= 110),
      `${file}: long lines`,
    )
    t.notMatch(file, /\/(utils?|helpers?|common|misc)\.ts$/)
    t.notMatch(read(file), /\b(TODO|FIXME|XXX)\b/)
  }
})

t.test('the production tree is small, pure JavaScript, and runs no install script', async (t) => {
  const { packages } = json('package-lock.json') as {
    packages: Record<string, Record<string, unknown>>
  }
  const production = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
  const names = production.map(([path]) => path.replace(/.*node_modules\//, '')).toSorted()
  t.same(names, ['dgram-as-promised', 'long', 'protobufjs', 'tiny-typed-emitter', 'yaml'])
  for (const [path, entry] of production) {
    t.notOk(entry.hasInstallScript, path)
    const files = readdirSync(path, { recursive: true }) as string[]
    t.notOk(
      files.some((file) => /\.(node|gyp|wasm|so|dylib)$/.test(file)),
      path,
    )
    const { scripts = {} } = json(`${path}/package.json`)
    for (const hook of ['preinstall', 'install', 'postinstall']) t.notOk(scripts[hook], path)
  }
  for (const entry of Object.values(packages))
    t.notOk(entry.resolved, 'no registry in the lock file')
})

t.test('each runtime dependency is used, each where it belongs', async (t) => {
  const users = (name: string): string[] => {
    return [...lib, ...sim].filter((file) => importsOf(file).some((from) => from === name))
  }
  t.same(users('dgram-as-promised'), ['lib/transport/udp-transport.ts'])
  t.same(users('#proto/gyre').toSorted(), [
    'lib/wire/ring-codec.ts',
    'lib/wire/payload-codec.ts',
    'lib/wire/stream-codec.ts',
    'lib/cluster/members/traits.ts',
  ])
  t.match(read('proto/gyre.js'), /from "protobufjs\/minimal.js"/)
  t.same(users('tiny-typed-emitter').toSorted(), [
    'lib/cluster/cluster.ts',
    'lib/cluster/rings/cluster-ring.ts',
  ])
  t.same(Object.keys(json('package.json').dependencies), [
    'dgram-as-promised',
    'protobufjs',
    'tiny-typed-emitter',
    'yaml',
  ])
  t.same(users('yaml'), ['sim/scenarios/document.ts'])
})

t.test('every error code is documented and thrown', async (t) => {
  const source = read('lib/base/error.ts')
  const codes = [...source.matchAll(/^ {2}\| '([A-Z_]+)'/gm)].map(([, code]) => code)
  const all = lib
    .filter((file) => file !== 'lib/base/error.ts')
    .map(read)
    .join('\n')
  const docs = read('docs/errors.md')
  const proofs = tests.map(read).join('\n')
  t.ok(codes.length > 8)
  for (const code of codes) {
    t.match(source, new RegExp(`\\| \`${code}\` \\|`), `${code} in the table`)
    t.match(docs, new RegExp(`\`${code}\``), `${code} in docs/errors.md`)
    t.match(all, new RegExp(`'${code}'`), `${code} in the code`)
    t.match(proofs, new RegExp(code), `${code} in a test`)
  }
})

t.test('the package ships dist, proto and its papers, and nothing else', async (t) => {
  const cache = mkdtempSync(join(tmpdir(), 'gyre-pack-'))
  t.teardown(() => rmSync(cache, { recursive: true }))
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--cache', cache]
  const [packed] = Object.values(
    JSON.parse(execFileSync('npm', args, { encoding: 'utf8' })),
  ) as any[]
  const paths = packed.files.map((file: { path: string }) => file.path) as string[]
  const tops = new Set(paths.map((path) => path.split('/')[0]))
  t.same([...tops].toSorted(), [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist',
    'package.json',
    'proto',
  ])
  t.ok(paths.includes('dist/lib/index.d.ts'))
  t.ok(paths.includes('dist/sim/index.js'))
  t.ok(paths.includes('proto/gyre.proto'))
  t.notOk(paths.some((path) => /\.test\.|tsbuildinfo|tsconfig/.test(path)))
})

t.test('the papers are there, and speak of the project alone', async (t) => {
  const papers = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE']
  for (const file of [...papers, '.ci/run']) t.ok(existsSync(file), file)
  const { version } = json('package.json')
  t.match(read('CHANGELOG.md'), new RegExp(`## ${version}`))
  for (const file of papers) t.notMatch(read(file), /\/work\/|registry\.npmjs/)
})
