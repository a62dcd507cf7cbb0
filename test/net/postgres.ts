import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const HOME = '/usr/lib/postgresql'

/** Where Debian keeps PostgreSQL's programs; undefined: it is not installed. */
function binaries(): string | undefined {
  const [newest] = existsSync(HOME) ? readdirSync(HOME).sort((a, b) => Number(b) - Number(a)) : []
  return newest === undefined ? undefined : `${HOME}/${newest}/bin`
}

/** Why no server can be started here; undefined: it can. */
export const noPostgres: string | undefined = whyNot()

function whyNot(): string | undefined {
  if (binaries() === undefined) return `there is no PostgreSQL in ${HOME}`
  return undefined
}

/** A server of our own, on loopback, with an empty database. */
export interface PostgresServer {
  readonly url: string
  /** It ends at once, as if killed. */
  down(): Promise<void>
  /** And is back, with what was committed. */
  up(): Promise<void>
  /** Ends it, and removes what it has left. */
  stop(): Promise<void>
}

export async function startPostgres(): Promise<PostgresServer> {
  const bin = binaries() as string
  const dir = mkdtempSync(join(tmpdir(), 'gyre-postgres-'))
  const isRoot = process.getuid?.() === 0
  // It refuses to run as root; Debian makes a user for it.
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']))
  const as = isRoot ? { uid: id('-u'), gid: id('-g') } : {}
  if (as.uid !== undefined) chownSync(dir, as.uid, as.gid)
  const options = { ...as, cwd: dir, stdio: 'ignore' } as const
  const data = join(dir, 'data')
  execFileSync(`${bin}/initdb`, ['-D', data, '-U', 'gyre', '-A', 'trust', '--no-sync'], options)
  const port = await freePort()
  const fast = ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1']
  const args = ['-D', data, '-p', String(port), '-k', dir, ...fast]
  let server: ChildProcess
  const up = async (): Promise<void> => {
    server = spawn(`${bin}/postgres`, args, options)
    for (let i = 0; i < 200 && !isReady(bin, port); i++) await sleep(50)
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = new Promise((resolve) => void server.once('exit', resolve))
    server.kill(signal)
    await ended
  }
  await up()
  return {
    url: `postgres://gyre@127.0.0.1:${port}/postgres`,
    down: () => end('SIGQUIT'),
    up,
    async stop() {
      // It waits for connections that are being closed, but not for ever.
      const impatient = setTimeout(() => server.kill('SIGINT'), 3_000)
      await end('SIGTERM')
      clearTimeout(impatient)
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function isReady(bin: string, port: number): boolean {
  try {
    execFileSync(`${bin}/pg_isready`, ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => void probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
