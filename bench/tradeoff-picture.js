// Draws docs/detection-tradeoff.svg from `gyre sim run detection-tradeoff --json`: what quick detection
// costs. `node bench/tradeoff-picture.js [RESULT.json]`; without a file it runs the experiment.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const [file] = process.argv.slice(2)
const run = () =>
  execFileSync('node', ['dist/lib/cli/main.js', 'sim', 'run', 'detection-tradeoff', '--json'])
const { rows, parameters } = JSON.parse(file ? readFileSync(file, 'utf8') : run().toString())
const WIDTH = 640
const HEIGHT = 380
const LEFT = 60
const BOTTOM = 330
const COLOURS = { 8: '#1f6fb2', 32: '#b2571f' }

const points = new Map()
for (const { what, measured } of rows) {
  const [, n, name, figure] =
    /^n (\d+), (.+?): (a hang known to all, median s|pause borne, s)$/.exec(what) ?? []
  if (n === undefined) continue
  const key = `${n} ${name}`
  const point = points.get(key) ?? { n: Number(n), name }
  point[figure.startsWith('a hang') ? 'seconds' : 'pause'] = Number(measured)
  points.set(key, point)
}
const x = (pause) => LEFT + (pause / 4.5) * (WIDTH - LEFT - 30)
const y = (seconds) => BOTTOM - (seconds / 9) * (BOTTOM - 40)
const text = (at, down, words, extra = '') => `<text x="${at}" y="${down}" ${extra}>${words}</text>`
const parts = []
for (let s = 0; s <= 8; s += 2) {
  parts.push(`<line class="grid" x1="${LEFT}" x2="${WIDTH - 30}" y1="${y(s)}" y2="${y(s)}"/>`)
  parts.push(text(LEFT - 8, y(s) + 4, `${s} s`, 'text-anchor="end"'))
}
for (let s = 0; s <= 4; s++) parts.push(text(x(s), BOTTOM + 18, `${s} s`, 'text-anchor="middle"'))
for (const n of [8, 32]) {
  const own = [...points.values()].filter((point) => point.n === n)
  const lan = own.filter(({ name }) => name.startsWith('lan'))
  const path = lan.toSorted((a, b) => a.seconds - b.seconds)
  const line = path.map((point) => `${x(point.pause)},${y(point.seconds)}`).join(' ')
  parts.push(`<polyline fill="none" stroke="${COLOURS[n]}" points="${line}"/>`)
  for (const { name, pause, seconds } of own) {
    const mult = name === 'lan' ? '4' : name.replace('lan × ', '')
    const stock = name.startsWith('memberlist')
    const shape = stock
      ? `<rect x="${x(pause) - 5}" y="${y(seconds) - 5}" width="10" height="10"`
      : `<circle cx="${x(pause)}" cy="${y(seconds)}" r="${name === 'lan' ? 6 : 4}"`
    parts.push(`${shape} fill="${COLOURS[n]}"/>`)
    const label = stock ? `memberlist, n = ${n}` : mult
    const side = stock ? 'text-anchor="end"' : ''
    parts.push(text(x(pause) + (stock ? -9 : 9), y(seconds) - 5, label, side))
  }
  parts.push(text(LEFT + 14, n === 8 ? 40 : 58, `n = ${n}`, `style="fill:${COLOURS[n]}"`))
}
parts.push(
  text(
    LEFT + 80,
    40,
    `a hang known to all, median of ${parameters.crashes}; the numbers are suspicionMult`,
  ),
)
const deaths = rows.filter(({ what }) => what.includes('false deaths at 30'))
const dead = deaths.reduce((sum, { measured }) => sum + Number(measured), 0)
parts.push(text(LEFT + 80, 58, `false deaths by 30 % loss, all settings together: ${dead}`))
parts.push(
  text((LEFT + WIDTH) / 2, BOTTOM + 40, 'longest pause that kills nobody', 'text-anchor="middle"'),
)
const style =
  'text{font:12px sans-serif;fill:#444}.grid{stroke:#999;stroke-opacity:.35}' +
  '@media(prefers-color-scheme:dark){text{fill:#bbb}}'
writeFileSync(
  'docs/detection-tradeoff.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" ` +
    `aria-label="Detection time against pauses borne, by suspicionMult"><style>${style}</style>\n` +
    `${parts.join('\n')}\n</svg>\n`,
)
