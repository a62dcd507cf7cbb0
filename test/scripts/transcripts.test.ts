import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import t from 'tap'
import * as core from '../../lib/core/index.js'
import { alive, claim, describe, Rig } from '../core/rig.js'

// Transcripts: what is said to node `a`, and, indented, what it does. One block a command:
//
//     hear b: suspect c 10        b sends gossip: c is suspect, incarnation 10
//       c alive → suspect
//       -> d gossip [suspect c 10]
//
// `UPDATE=1 npx tap test/scripts/transcripts.test.ts` writes what happens now; read the diff aloud.

const DIR = 'test/scripts'
const STATES = core.STATE_NAMES as readonly string[]

class Script {
  private readonly rig: Rig

  constructor(peers: string) {
    this.rig = new Rig().start(...peers.split(' ').filter(Boolean))
  }

  /** Runs one command; what it made happen, a line each. */
  perform(line: string): string[] {
    const [verb, ...rest] = line.split(' ')
    const text = rest.join(' ')
    const { rig } = this
    if (verb === 'at') rig.runTo(Number(text))
    else if (verb === 'hear') this.hear(text)
    else if (verb === 'quiet') rig.quiet()
    else if (verb === 'leave') rig.runTo((rig.deadline = rig.node.leave(rig.now)))
    else throw new Error(`unknown command '${line}'`)
    return this.happened()
  }

  /** `b: ping`, `b: ack c`, `b: alive c 11, suspect d 10`. */
  private hear(text: string): void {
    const [, from, said] = /^(\w): (.*)$/.exec(text)!
    const updates = said.split(', ').map((part) => {
      const [state, name, incarnation] = part.split(' ')
      if (!STATES.includes(state)) return undefined
      if (state === 'alive') return alive(name, Number(incarnation))
      return claim(name, Number(incarnation), STATES.indexOf(state) as core.State, 77)
    })
    const known = updates.filter((update) => update !== undefined)
    const ping = said === 'ping' ? { ping: { sequence: 7, target: Buffer.from('a') } } : {}
    this.rig.receive(from, { ...ping, updates: known })
    this.rig.runTo(this.rig.now)
  }

  private happened(): string[] {
    const { rig } = this
    const changes = rig.changes.splice(0).map(({ id, from, to }) => {
      return `${id} ${STATES[from]} → ${STATES[to]}`
    })
    const streams = rig.streamPings.splice(0).map(({ slot }) => {
      return `-> ${rig.node.table.id(slot)} ping over a stream`
    })
    const syncs = rig.syncs.splice(0).map((slot) => `-> ${rig.node.table.id(slot)} sync`)
    return [...changes, ...rig.take().map(describe), ...streams, ...syncs]
  }
}

for (const file of readdirSync(DIR).filter((name) => name.endsWith('.txt'))) {
  t.test(file.replace('.txt', '').replaceAll('-', ' '), async (t) => {
    const expected = readFileSync(`${DIR}/${file}`, 'utf8')
    let script: Script | undefined
    const lines: string[] = []
    for (const line of expected.split('\n')) {
      if (line.startsWith('  ')) continue
      lines.push(line)
      if (line === '' || line.startsWith('#')) continue
      if (line.startsWith('knows ')) script = new Script(line.slice(6))
      else lines.push(...script!.perform(line).map((what) => `  ${what}`))
    }
    if (process.env.UPDATE) writeFileSync(`${DIR}/${file}`, lines.join('\n'))
    else t.equal(lines.join('\n'), expected)
  })
}
