import t from 'tap'
import { cut } from '../../lib/cli/demo/cut.js'
import { hireProcess } from '../../lib/cli/demo/crew.js'
import { processTerminal } from '../../lib/terminal/terminal.js'

t.test('the terminal of this process writes, draws over itself, and hears signals', async (t) => {
  const written: string[] = []
  const stdout = {
    write: (text: string) => void written.push(`out ${text}`),
    on() {},
    isTTY: true,
    columns: 80,
  }
  const stderr = { write: (text: string) => void written.push(`err ${text}`) }
  const handlers = new Map<string, () => void>()
  const exits: number[] = []
  const host = {
    stdout: {
      ...stdout,
      on: (event: string, handler: () => void) => void handlers.set(event, handler),
    },
    stderr,
    once: (signal: string, handler: () => void) => void handlers.set(signal, handler),
    exit: (code: number) => void exits.push(code),
  }
  const terminal = processTerminal(host as unknown as NodeJS.Process)
  t.equal(terminal.columns, 80)
  terminal.out('a')
  terminal.err('b')
  terminal.redraw(['one', 'two'])
  terminal.redraw(['three'])
  t.same(written, [
    'out a\n',
    'err b\n',
    'out \u001b[2Kone\n\u001b[2Ktwo\n\u001b[0J',
    'out \u001b[2A\u001b[2Kthree\n\u001b[0J',
  ])
  handlers.get('error')?.()
  t.same(exits, [1])
  for (const signal of ['SIGINT', 'SIGTERM']) {
    const again = processTerminal(host as unknown as NodeJS.Process)
    t.notOk(again.interrupted.aborted)
    handlers.get(signal)?.()
    t.ok(again.interrupted.aborted, signal)
  }
  const piped = { ...host, stdout: { ...host.stdout, isTTY: false } }
  t.equal(processTerminal(piped as unknown as NodeJS.Process).columns, 0)
})

t.test('a member of the demo is a process that reports and can be ended', async (t) => {
  const reports: string[] = []
  const options = { id: 'x', seeds: ['127.0.0.1:1'], slots: 64, profile: 'local' as const }
  const main = new URL('../../dist/lib/cli/main.js', import.meta.url)
  const hand = hireProcess(
    options,
    ({ kind }) => {
      reports.push(kind)
      if (kind === 'work') hand.leave()
    },
    main,
  )
  t.ok(hand.pid > 0)
  await hand.gone
  t.ok(reports.includes('ready'))
  t.equal(reports.at(-1), 'left')
  const other = hireProcess({ ...options, seeds: [] }, () => other.kill(), main)
  await other.gone
})

t.test('a line is cut to the width of the terminal, colours not counted', async (t) => {
  t.equal(cut('abcdef', 4), 'abcd')
  t.equal(cut('ab\u001b[31mcdef\u001b[39m', 3), 'ab\u001b[31mc\u001b[39m')
  t.equal(cut('🎉🎉🎉', 2), '🎉🎉')
})
