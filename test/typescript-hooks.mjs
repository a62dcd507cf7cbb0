import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

// Compiles this repository's TypeScript, once for each content of a file: the usual loaders compile all that a
// test file imports anew for each of them, and take a second to start.

const CACHE = new URL('../node_modules/.cache/gyre-tests/', import.meta.url)
mkdirSync(CACHE, { recursive: true })
const { version: COMPILER } = createRequire(import.meta.url)('typescript/package.json')

/** An import, and the start of a worker, names what a file is compiled to: `.js`. */
export function resolve(specifier, context, next) {
  const { parentURL = 'file:' } = context
  if (/^(\.|file:).*\.js$/.test(specifier) && !parentURL.includes('/node_modules/')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), parentURL)
    if (existsSync(source)) return next(source.href, context)
  }
  return next(specifier, context)
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context)
  return { format: 'module', shortCircuit: true, source: await compiled(url) }
}

/** Compiles once for each content of a file. */
async function compiled(url) {
  const code = readFileSync(new URL(url), 'utf8')
  const key = createHash('sha256').update(`${COMPILER}\0${url}\0${code}`).digest('hex')
  const kept = new URL(key, CACHE)
  if (existsSync(kept)) return readFileSync(kept, 'utf8')
  const { default: ts } = await import('typescript')
  const compilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    inlineSourceMap: true,
  }
  const { outputText } = ts.transpileModule(code, { fileName: fileURLToPath(url), compilerOptions })
  // Beside, and then renamed: two processes may compile the same file at once.
  const beside = new URL(`${key}.${process.pid}`, CACHE)
  writeFileSync(beside, outputText)
  renameSync(beside, kept)
  return outputText
}
