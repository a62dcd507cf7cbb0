import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import '../children.js'

/** A program of examples/ that runs, and what it has printed: a JSON object a line. */
export interface ExampleProcess {
  readonly child: ChildProcess
  /** Its first line. */
  readonly ready: { readonly endpoint: string; readonly port: number }
  readonly lines: Record<string, unknown>[]
}

/** Starts one; resolves with its first line. */
export async function startExample(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<ExampleProcess> {
  const child = spawn(process.execPath, [`examples/${file}`, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const lines: Record<string, unknown>[] = []
  const ready = await new Promise<ExampleProcess['ready']>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(JSON.parse(line))
      resolve(lines[0] as never)
    })
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
  return { child, ready, lines }
}

/** Ends it and waits for its end. */
export async function stopExample(
  { child }: Pick<ExampleProcess, 'child'>,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => void child.once('exit', resolve))
  child.kill(signal)
  await ended
}
