import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import t from 'tap'
// @ts-expect-error -- plain JavaScript, since the linter's configuration reads it too
import * as untyped from '../rules.js'
import './children.js'

// What is written about the code, and what is packed with it.

const rules = untyped as {
  readonly LAYERS: readonly {
    readonly name: string
    readonly path: string
    readonly says: string
    readonly imports: readonly string[]
    readonly packages: boolean
  }[]
  readonly STREETS: Readonly<Record<string, readonly string[]>>
}
const read = (file: string): string => readFileSync(file, 'utf8')
const json = (file: string): any => JSON.parse(read(file))
const list = (dir: string): string[] => {
  return (readdirSync(dir, { recursive: true }) as string[]).map((file) => `${dir}/${file}`)
}
const papers = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...list('docs').filter((file) => file.endsWith('.md')),
]
const code = ['lib', 'sim', 'test', 'bench', 'examples']
  .flatMap(list)
  .filter((file) => /\.(ts|js)$/.test(file))

t.test('the tables of ARCHITECTURE.md are those of rules.js', async (t) => {
  const text = read('ARCHITECTURE.md')
  const rows = [...text.matchAll(/^\| `([^`]+)` +\| (.*?) +\| (.*?) +\|$/gm)].map(
    ([, name, says, imports]) => [name, says, imports],
  )
  const expected = rules.LAYERS.map(({ name, says, imports, packages }) => {
    const may = [...imports, ...(packages ? ['packages'] : [])]
    return [name, says, may.length === 0 ? 'nothing' : may.join(', ')]
  })
  t.same(rows, expected)
  for (const [root, order] of Object.entries(rules.STREETS)) {
    t.ok(text.includes(`\`${root}\`: ${order.join(' → ')}`), `the folders of ${root}`)
  }
})

t.test('every path that documents or comments name exists', async (t) => {
  const inText = /(?<![\w./-])((?:lib|sim|test|docs|bench|examples|proto)\/[\w./-]*[\w-])/g
  for (const file of papers) {
    const text = read(file)
    for (const [, , link] of text.matchAll(/\[([^\]]*)\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      t.ok(existsSync(normalize(join(dirname(file), link))), `${file} links to ${link}`)
    }
    for (const [, path] of text.replaceAll(/\]\([^)]*\)/g, ']').matchAll(inText)) {
      t.ok(existsSync(path), `${file} names ${path}`)
    }
  }
  for (const file of code) {
    const comments = read(file).match(/\/\*\*[^]*?\*\/|\/\/.*/g) ?? []
    for (const [, path] of comments.join('\n').matchAll(inText)) {
      t.ok(existsSync(path), `a comment of ${file} names ${path}`)
    }
  }
})

t.test('every error code is documented, thrown and tested', async (t) => {
  const source = read('lib/base/error.ts')
  const codes = [...source.matchAll(/^ {2}\| '([A-Z_]+)'/gm)].map(([, one]) => one)
  const thrown = code
    .filter((file) => file.startsWith('lib/') && file !== 'lib/base/error.ts')
    .map(read)
    .join('\n')
  const proofs = code.filter((file) => file.startsWith('test/')).map(read)
  const docs = read('docs/errors.md')
  t.ok(codes.length > 8)
  for (const one of codes) {
    t.match(source, new RegExp(`\\| \`${one}\` \\|`), `${one} in the table`)
    t.match(docs, new RegExp(`\`${one}\``), `${one} in docs/errors.md`)
    t.match(thrown, new RegExp(`'${one}'`), `${one} in the code`)
    t.ok(
      proofs.some((text) => text.includes(one)),
      `${one} in a test`,
    )
  }
})

t.test('the CHANGELOG keeps its form: groups of changes under versions', async (t) => {
  const text = read('CHANGELOG.md')
  const versions = [...text.matchAll(/^## \[(.+?)\](?: - (.+))?$/gm)]
  t.equal(versions[0][1], 'Unreleased')
  for (const [, version, date] of versions.slice(1)) {
    t.match(version, /^\d+\.\d+\.\d+$/)
    t.match(date, /^\d{4}-\d\d-\d\d$/, `the date of ${version}`)
  }
  const groups = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']
  for (const [, group] of text.matchAll(/^### (.+)$/gm)) t.ok(groups.includes(group), group)
})

t.test('the papers are there, and speak of the project alone', async (t) => {
  const files = ['LICENSE', '.ci/run', '.editorconfig', '.gitattributes', '.nvmrc']
  for (const file of [...papers, ...files]) t.ok(existsSync(file), file)
  for (const file of papers) t.notMatch(read(file), /\/work\/|registry\.npmjs/, file)
  t.ok(Number(read('.nvmrc')) >= 20, 'the Node that it is developed with')
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
