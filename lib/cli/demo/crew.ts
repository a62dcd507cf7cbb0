import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { DemoMemberOptions, Report } from './member-process.js'

/** One member of the demo, wherever it runs. */
export interface Hand {
  /** 0 where it has no process of its own. */
  readonly pid: number
  /** Ends it as SIGKILL does. */
  kill(): void
  /** Asks it to leave gracefully. */
  leave(): void
  /** Resolves when it is gone. */
  readonly gone: Promise<void>
}

/** Starts a member that tells what it sees. */
export type Hire = (options: DemoMemberOptions, report: (report: Report) => void) => Hand

const MAIN = new URL('../main.js', import.meta.url)

/** Starts it as a process of its own, which runs the command at `main`. */
export function hireProcess(
  { id, seeds, slots, profile }: DemoMemberOptions,
  report: (report: Report) => void,
  main: URL = MAIN,
): Hand {
  const flags = ['--id', id, '--slots', String(slots), '--profile', profile]
  const seedFlags = seeds.flatMap((seed) => ['--seed', seed])
  const child = spawn(
    process.execPath,
    [fileURLToPath(main), 'demo-member', ...flags, ...seedFlags],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => report(JSON.parse(line) as Report))
  return {
    pid: child.pid as number,
    kill: () => void child.kill('SIGKILL'),
    leave: () => void child.kill('SIGTERM'),
    gone: ended(child),
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('close', () => resolve()))
}
