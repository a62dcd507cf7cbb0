import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import t from 'tap'
// @ts-expect-error -- plain JavaScript, since the linter's configuration reads it too
import * as untyped from '../rules.js'

// The structure of the repository: rules.js says what may be, this says whether it is so.

interface Layer {
  readonly name: string
  readonly path: string
  readonly says: string
  readonly imports: readonly string[]
  readonly packages: boolean
  readonly pure?: boolean
  readonly face?: boolean
}
const rules = untyped as {
  readonly LAYERS: readonly Layer[]
  readonly STREETS: Readonly<Record<string, readonly string[]>>
  readonly SIDE_DOORS: Readonly<Record<string, string>>
  readonly IMPORTED_BY: Readonly<Record<string, readonly string[]>>
  readonly SIZES: { readonly fileLines: number; readonly lineLength: number }
  readonly EMPTY_NAMES: readonly string[]
  readonly IMPURE: readonly string[]
}
const { LAYERS, STREETS } = rules

function filesIn(dir: string, ending: string): string[] {
  const all = readdirSync(dir, { recursive: true }) as string[]
  return all.filter((file) => file.endsWith(ending)).map((file) => `${dir}/${file}`)
}

const lib = filesIn('lib', '.ts')
const sim = filesIn('sim', '.ts')
const sources = [...lib, ...sim]
const tests = filesIn('test', '.ts')
const read = (file: string): string => readFileSync(file, 'utf8')

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

const isOwn = (imported: string): boolean => /^(lib|sim)\//.test(imported)

function layerOf(file: string): Layer {
  const found = LAYERS.find(({ path }) => file === path || file.startsWith(`${path}/`))
  if (found === undefined) throw new Error(`rules.js has no layer for ${file}`)
  return found
}

t.test('each layer imports only what rules.js allows it', async (t) => {
  for (const file of sources) {
    const layer = layerOf(file)
    for (const imported of importsOf(file)) {
      const to = isOwn(imported) ? layerOf(imported).name : 'packages'
      const fine = isOwn(imported)
        ? to === layer.name || layer.imports.includes(to)
        : layer.packages
      t.ok(fine, `${file} imports ${imported}`)
    }
  }
})

t.test('layers stand on those below them', async (t) => {
  const names = LAYERS.map(({ name }) => name)
  for (const [at, { name, imports }] of LAYERS.entries()) {
    for (const below of imports) t.ok(names.indexOf(below) < at, `${name} is above ${below}`)
  }
})

t.test('a layer is known by its face', async (t) => {
  for (const file of sources) {
    for (const imported of importsOf(file).filter(isOwn)) {
      const to = layerOf(imported)
      if (!to.face || to === layerOf(file)) continue
      const door = rules.SIDE_DOORS[imported]
      if (door === undefined) t.equal(imported, `${to.path}/index.ts`, `imported by ${file}`)
      else t.ok(file.startsWith(`${door}/`), `${imported} is for ${door}, not for ${file}`)
    }
  }
})

t.test('inside a layer, each folder imports only from those before it', async (t) => {
  for (const [root, order] of Object.entries(STREETS)) {
    const folders = readdirSync(root, { withFileTypes: true }).filter((one) => one.isDirectory())
    t.same(folders.map(({ name }) => name).toSorted(), order.toSorted(), `rules.js on ${root}`)
    const folderOf = (file: string): string => {
      const [first, ...rest] = file.slice(root.length + 1).split('/')
      return rest.length === 0 ? '' : first
    }
    const isInside = (file: string): boolean => file.startsWith(`${root}/`)
    const crossing = sources.filter(isInside).flatMap((file) => {
      const from = folderOf(file)
      const others = importsOf(file).filter((one) => isInside(one) && folderOf(one) !== from)
      return from === '' ? [] : others.map((imported) => ({ file, from, imported }))
    })
    for (const { file, from, imported } of crossing) {
      const to = folderOf(imported)
      t.ok(to !== '' && order.indexOf(to) < order.indexOf(from), `${file} imports ${imported}`)
    }
  }
})

/** The circles in a graph, each as the path that closes it. */
function circlesIn(graph: ReadonlyMap<string, Iterable<string>>): string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (node: string, path: string[]): void => {
    if (path.includes(node)) {
      circles.push([...path.slice(path.indexOf(node)), node].join(' → '))
      return
    }
    if (done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...path, node])
    done.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return circles
}

t.test('neither files nor folders import in a circle', async (t) => {
  const all = [...sources, ...tests]
  t.same(circlesIn(new Map(all.map((file) => [file, importsOf(file)]))), [])
  const folders = new Map<string, Set<string>>()
  for (const file of all) {
    const from = dirname(file)
    const to = importsOf(file).filter((one) => existsSync(one))
    const known = folders.get(from) ?? new Set()
    folders.set(from, known)
    for (const imported of to) if (dirname(imported) !== from) known.add(dirname(imported))
  }
  t.same(circlesIn(folders), [])
  t.same(
    circlesIn(
      new Map([
        ['a', ['b']],
        ['b', ['a']],
      ]),
    ),
    ['a → b → a'],
    'and one is found',
  )
})

t.test('a folder is seen at one glance', async (t) => {
  for (const dir of ['lib/core', 'lib/cluster']) {
    const { length } = readdirSync(dir).filter((name) => name !== 'tsconfig.json')
    t.ok(length <= 15, `${dir} has ${length} entries`)
  }
})

t.test('interfaces of callbacks stand at the borders of layers alone', async (t) => {
  const hosts = sources.filter((file) => /interface \w+Host\b/.test(read(file)))
  t.same(hosts, ['lib/ownership/host.ts'])
})

t.test('pure layers have no clock, randomness or console', async (t) => {
  const impure = new RegExp(`\\b(${rules.IMPURE.join('|')})\\b|Math\\.random`)
  const pure = LAYERS.filter((layer) => layer.pure)
  t.same(pure.length, 5)
  for (const { path } of pure) {
    const { compilerOptions } = JSON.parse(read(`${path}/tsconfig.json`))
    t.same([compilerOptions.types, compilerOptions.lib], [[], ['es2023']], path)
    for (const file of lib.filter((one) => one.startsWith(`${path}/`))) {
      const code = read(file).replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '')
      t.notMatch(code, impure, file)
    }
  }
})

t.test('each dependency, and generated code, is used where it belongs', async (t) => {
  const { dependencies } = JSON.parse(read('package.json'))
  t.same(Object.keys(dependencies).toSorted(), [
    'dgram-as-promised',
    'protobufjs',
    'tiny-typed-emitter',
    'yaml',
  ])
  for (const [name, users] of Object.entries(rules.IMPORTED_BY)) {
    const found = sources.filter((file) => importsOf(file).includes(name))
    t.same(found.toSorted(), users.toSorted(), name)
  }
  t.match(read('proto/gyre.js'), /from "protobufjs\/minimal.js"/)
})

t.test('files, lines and names stay within their bounds', async (t) => {
  const { fileLines, lineLength } = rules.SIZES
  const empty = new RegExp(`/(${rules.EMPTY_NAMES.join('|')})\\.ts$`)
  for (const file of sources) {
    const lines = read(file).split('\n')
    t.ok(lines.length <= fileLines, `${file}: ${lines.length} lines`)
    t.ok(
      lines.every((line) => line.length <= lineLength),
      `${file}: long lines`,
    )
    t.notMatch(file, empty)
    t.notMatch(read(file), /\b(TODO|FIXME|XXX)\b/)
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
  // The entry point is run as a process of its own, the worker as a thread.
  const elsewhere = ['lib/cli/main.ts', 'sim/runs/sweep-worker.ts']
  t.same(
    sources.filter((file) => !reached.has(file) && !elsewhere.includes(file)),
    [],
  )
})

/** Folders whose tests stand elsewhere, and where. */
const TESTED_ELSEWHERE: Readonly<Record<string, string>> = {
  'lib/http': 'test/net/http.test.ts',
  'lib/postgres': 'test/net/postgres.test.ts',
  'lib/cron': 'test/net/cron.test.ts',
  'lib/guards': 'test/net/guards.test.ts',
  'lib/hyperswarm': 'test/net/hyperswarm.test.ts',
  'lib/discovery': 'test/net/discovery.test.ts',
  'lib/transport': 'test/net/transport.test.ts',
  'lib/cli': 'test/net/command.test.ts',
  'lib/cli/demo': 'test/net/command.test.ts',
  'lib/terminal': 'test/cli/terminal.test.ts',
  'lib/core/options': 'test/options.test.ts',
  'lib/core/packets': 'test/oracle/codec.test.ts',
  'lib/core/seam': 'test/core/node.test.ts',
  'sim/plans': 'test/sim/scenarios.test.ts',
  'sim/plants': 'test/sim/experiments.test.ts',
  'sim/report': 'test/sim/command.test.ts',
  'sim/checks/rings': 'test/sim/rings.test.ts',
  'sim/world/rings': 'test/sim/rings.test.ts',
}

t.test('every folder has its tests, along the same streets', async (t) => {
  const folders = new Set(sources.map((file) => dirname(file)).filter((dir) => dir !== 'lib'))
  const without = [...folders].filter((folder) => {
    const elsewhere = TESTED_ELSEWHERE[folder]
    if (elsewhere !== undefined) return !existsSync(elsewhere)
    const place = `test/${folder.replace(/^lib\//, '')}`
    return !existsSync(`${place}.test.ts`) && !tests.some((file) => dirname(file) === place)
  })
  t.same(without, [], 'folders without tests')
})

t.test('test files stay readable, and sleep only where there are real sockets', async (t) => {
  for (const file of tests) {
    t.ok(read(file).split('\n').length <= 420, `${file}: too long`)
    if (file.startsWith('test/net/') || file.startsWith('test/long/')) continue
    if (file === 'test/tidy.test.ts') continue
    t.notMatch(read(file), /timers\/promises|setTimeout|Atomics\.wait/, file)
  }
})
