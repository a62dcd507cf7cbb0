import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const SERVER = '/usr/bin/redis-server'

/** Why no server can be started here; undefined: it can. */
export const noRedis: string | undefined = existsSync(SERVER) ? undefined : `no ${SERVER}`

/** A server of our own on a socket in a directory of its own, with nothing in it. */
export async function startRedis(): Promise<{ readonly path: string; stop(): Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'gyre-redis-'))
  const path = join(dir, 'redis.sock')
  const args = [
    '--port',
    '0',
    '--unixsocket',
    path,
    '--dir',
    dir,
    '--save',
    '',
    '--appendonly',
    'no',
  ]
  const server = spawn(SERVER, args, { stdio: 'ignore' })
  for (let i = 0; i < 200 && !existsSync(path); i++) await sleep(25)
  return {
    path,
    async stop() {
      const ended = new Promise((resolve) => void server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
