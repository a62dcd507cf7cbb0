import { commentOf, GROUPS, optionsPage, rangeOf, shown } from '../docs/options-page.js'
import { checkOption, optionsOf } from '../lib/base/option-rows.js'

import { type ProfileName, PROFILES } from '../lib/core/options/profiles.js'
import { protocolOptions } from '../lib/core/options/protocol-options.js'
import { readFileSync } from 'node:fs'
import t from 'tap'

t.test('a profile is a full set of options whose relations hold', async (t) => {
  for (const name of Object.keys(PROFILES) as ProfileName[]) {
    t.same(protocolOptions(name), PROFILES[name])
  }
  t.equal(protocolOptions('lan', { periodMs: 1_000, relays: undefined }).periodMs, 1_000)
  t.equal(protocolOptions().relays, 3)
  const wrong: [object, RegExp][] = [
    [{ periodMs: 250 }, /probeTimeoutMs \+ relayBudgetMs < periodMs, got 150 \+ 100 >= 250/],
    [{ periodMs: 5 }, /periodMs: expected a number in 10…60000, got 5/],
    [{ periodMs: NaN }, /got NaN/],
    [{ periodMs: '500' }, /got "500"/],
    [{ relays: 1.5 }, /relays: expected a whole number in 0…16, got 1.5/],
    [{ mtuBytes: 100 }, /mtuBytes/],
    [{ relays: null }, /relays: expected a whole number in 0…16, got null/],
    [{ forward: 1 }, /forward: expected true or false, got 1/],
    [{ rumourBudget: 'log' }, /rumourBudget: expected "ln" or "swim" or "memberlist", got "log"/],
    [{ periodMS: 500 }, /unknown protocol option "periodMS"/],
  ]
  for (const [overrides, message] of wrong) {
    t.throws(() => protocolOptions('lan', overrides), { code: 'BAD_OPTION', message })
  }
  t.throws(() => protocolOptions('moon' as ProfileName), { code: 'BAD_OPTION', message: /"moon"/ })
})

// Every option is documented as it behaves: the tables in the code are the truth.

t.test('the comment of each option names its range and its default', async (t) => {
  let seen = 0
  for (const { file, rows } of GROUPS) {
    for (const [name, row] of Object.entries(rows)) {
      seen++
      const comment = commentOf(file, name)
      if (comment === undefined) {
        t.fail(`${file} documents ${name}`)
        continue
      }
      const { text, byDefault } = comment
      if ('range' in row)
        t.ok(text.includes(`Range ${rangeOf(row)}`), `${name}: Range ${rangeOf(row)}`)
      const said = byDefault.split(/[\s:(]/)[0]
      if (row.default === undefined)
        t.ok(byDefault.length > 0, `${name}: what its default follows from`)
      else t.equal(said, shown(row.default), `@default of ${name}`)
    }
  }
  t.ok(seen > 45, `${seen} options`)
})

t.test('every number with a default in the comments of options is in a table', async (t) => {
  for (const file of new Set(GROUPS.map((group) => group.file))) {
    const rows = GROUPS.filter((group) => group.file === file).flatMap((group) =>
      Object.keys(group.rows),
    )
    const source = readFileSync(file, 'utf8')
    for (const [, name] of source.matchAll(
      /@default [\d.,]+[^]*?\*\/\s*(?:readonly )?(\w+)\??: /g,
    )) {
      if (name === 'weight') continue
      t.ok(rows.includes(name), `${name} of ${file}`)
    }
  }
})

t.test('docs/options.md is what `npm run docs` writes', async (t) => {
  t.equal(readFileSync('docs/options.md', 'utf8'), optionsPage())
})

t.test('a value is checked against its row, and a missing one has its default', async (t) => {
  const rows = {
    size: { range: [1, 8], whole: true, default: 4 },
    order: { choices: ['up', 'down'], default: 'up' },
  } as const
  t.same(optionsOf(rows, {} as { size?: number; order?: string }), { size: 4, order: 'up' })
  const wrong: [object, RegExp][] = [
    [{ size: 0 }, /^size: expected a whole number in 1…8, got 0$/],
    [{ size: 1.5 }, /got 1.5/],
    [{ size: NaN }, /got NaN/],
    [{ size: '3' }, /got "3"/],
    [{ size: null }, /^size: expected a whole number in 1…8, got null$/],
    [{ size: undefined, order: 'left' }, /^order: expected "up" or "down", got "left"$/],
  ]
  for (const [options, message] of wrong) {
    t.throws(() => optionsOf(rows, options as { size: number; order: string }), {
      code: 'BAD_OPTION',
      message,
    })
  }
  const of = { size: 9 } as { size?: number; order?: string }
  t.throws(() => optionsOf(rows, of, 'the ring x'), { message: /^the ring x: size: expected/ })
  checkOption('part', { range: [0, 1], whole: false }, 0.5)
})
