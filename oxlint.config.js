// The linter's configuration; which layer may import which comes from rules.js.
import { IMPURE, LAYERS, SIZES } from './rules.js'

const globOf = ({ path }) => (path.endsWith('.ts') ? path : `${path}/**`)
const inside = (path) => path.replace(/^lib\//, '')

/** What a layer must not import: every layer that it does not name, and packages unless it may. */
function importsOf(layer) {
  const banned = LAYERS.filter(({ name, path }) => {
    const isOther = name !== layer.name && !path.endsWith('.ts')
    return isOther && !layer.imports.includes(name)
  })
  const group = banned.map(({ path }) => `**/${inside(path)}/**`)
  if (!layer.packages) group.push('node:*', '#proto/*', 'protobufjs*')
  return {
    files: [globOf(layer)],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group, message: `rules.js: ${layer.name} may not import this` }] },
      ],
    },
  }
}

const pure = {
  files: LAYERS.filter(({ pure: isPure }) => isPure).map(globOf),
  rules: {
    'no-restricted-globals': ['error', ...IMPURE],
    'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
  },
}

const free = {
  files: ['test/**', 'bench/**', 'examples/**', 'docs/**', 'build.js', 'oxlint.config.js'],
  rules: {
    'no-console': 'off',
    'import/no-default-export': 'off',
    'max-lines': 'off',
    'max-lines-per-function': 'off',
    'typescript/no-explicit-any': 'off',
    'no-shadow': 'off',
    'import/no-named-as-default-member': 'off',
    'typescript/no-non-null-assertion': 'off',
    'promise/always-return': 'off',
    'import/no-unassigned-import': 'off',
  },
}

const counted = { skipComments: true, skipBlankLines: true }

export default {
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'promise'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  ignorePatterns: ['dist', 'proto/gyre.js', 'proto/gyre.d.ts', 'tap-snapshots'],
  rules: {
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-self-import': 'error',
    'max-lines': ['error', { max: SIZES.fileLines, ...counted }],
    'max-lines-per-function': ['error', { max: SIZES.functionLines, ...counted }],
    'max-params': ['error', { max: SIZES.parameters }],
    'max-depth': ['error', { max: SIZES.depth }],
    'no-console': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-namespace': 'error',
    'no-await-in-loop': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'no-underscore-dangle': 'off',
    'no-control-regex': 'off',
    'unicorn/prefer-set-has': 'off',
  },
  overrides: [...LAYERS.map(importsOf), pure, free],
}
