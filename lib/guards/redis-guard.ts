import { checkToken, staleToken, TOKEN_DIGITS } from './token.js'

/**
 * Runs a script: `(script, keys, args) => client.eval(script, { keys, arguments: args })` with
 * node-redis, `(script, keys, args) => client.eval(script, keys.length, ...keys, ...args)` with ioredis.
 */
export type Evaluate = (script: string, keys: string[], args: string[]) => Promise<unknown>

/** Runs commands on keys of Redis that refuse lower tokens than they have seen. */
export interface RedisGuard {
  /**
   * Runs one command on a key, unless a higher token has been there; both in one step of the server.
   * The highest token is kept beside the key (`tokenKeyOf`), without an end: also when the key itself
   * expires, or is deleted.
   * @param command such as `SET`; `args` without the key, which comes first.
   * @returns what the command returns; what it fails with is thrown.
   * @throws GyreError `STALE_TOKEN`; `BAD_OPTION`
   */
  run(key: string, token: string, command: string, ...args: string[]): Promise<unknown>
}

/** Tokens have leading zeros there: texts of one length are compared as numbers are. */
const SCRIPT = `
local seen = redis.call('GET', KEYS[2])
if seen and seen > ARGV[1] then return redis.error_reply('STALETOKEN ' .. seen) end
redis.call('SET', KEYS[2], ARGV[1])
return redis.call(ARGV[2], KEYS[1], unpack(ARGV, 3))
`
const STALE = /STALETOKEN ([0-9]+)/

export function redisGuard(evaluate: Evaluate): RedisGuard {
  return {
    async run(key, token, command, ...args) {
      checkToken(token)
      const digits = token.padStart(TOKEN_DIGITS, '0')
      try {
        return await evaluate(SCRIPT, [key, tokenKeyOf(key)], [digits, command, ...args])
      } catch (error) {
        const [, seen] = STALE.exec(String(error)) ?? []
        if (seen === undefined) throw error
        throw staleToken(key, token, seen.replace(/^0+(?=[0-9])/, ''))
      }
    },
  }
}

/** Where a key's token is kept: in the same slot of a Redis cluster. */
export function tokenKeyOf(key: string): string {
  return /\{[^}]+\}/.test(key) ? `${key}:token` : `{${key}}:token`
}
