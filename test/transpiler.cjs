// Compiles TypeScript for tap, once for each content of a file: without that every test file would compile all
// that it imports, some five CPU seconds of the same work.
const { createHash } = require('node:crypto')
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const ts = require('typescript')

const CACHE = join(__dirname, '..', 'node_modules', '.cache', 'gyre-tests')

const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  sourceMap: true,
  inlineSources: true,
}

function compile(code, fileName) {
  const { outputText, sourceMapText } = ts.transpileModule(code, { fileName, compilerOptions })
  return { outputText, sourceMapText }
}

/** Written beside and then renamed: two processes may compile the same file at once. */
function keep(path, compiled) {
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, JSON.stringify(compiled))
  renameSync(beside, path)
}

exports.create = () => {
  mkdirSync(CACHE, { recursive: true })
  return {
    transpile(code, { fileName }) {
      const key = createHash('sha256').update(`${ts.version}\0${fileName}\0${code}`).digest('hex')
      const path = join(CACHE, key)
      try {
        return JSON.parse(readFileSync(path, 'utf8'))
      } catch {
        const compiled = compile(code, fileName)
        keep(path, compiled)
        return compiled
      }
    },
  }
}
