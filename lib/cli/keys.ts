import { readFileSync } from 'node:fs'
import { parseEndpoint } from '../base/endpoint.js'
import { askKeyChange } from '../cluster/index.js'
import { newIdentity, newKey } from '../index.js'
import { KeyIdentity, keyOf } from '../seal/index.js'
import { noPositionals, parse, type Terminal, UsageError } from '../terminal/index.js'

export const KEYGEN_HELP = `gyre keygen — print a new key for a cluster: 32 random bytes in base64

  --identity            an identity for one member instead: its secret, and its public key as a comment`

export const KEYS_HELP = `gyre keys rotate — give a running cluster a new key

  --member IP:PORT      any member of the cluster
  --key-file FILE       the cluster's keys as they are, one a line
  --new-key-file FILE   the new key (gyre keygen > FILE); put it first where members find it later
  --force               also if members are faulty: leave them behind
  --cluster NAME        the cluster's name (default gyre)`

const FLAGS = {
  member: { type: 'string' },
  'key-file': { type: 'string' },
  'new-key-file': { type: 'string' },
  cluster: { type: 'string' },
  force: { type: 'boolean' },
} as const

/** `gyre keygen`. */
export function keygen(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args, { identity: { type: 'boolean' } } as const)
  noPositionals(positionals)
  if (values.identity) {
    const secret = newIdentity()
    terminal.out(secret)
    terminal.out(`# public ${new KeyIdentity(secret, undefined).publicKey}`)
  } else terminal.out(newKey())
  return Promise.resolve(0)
}

/** `gyre keys rotate`. Resolves with the exit code. */
export async function keys(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args, FLAGS)
  const [verb, ...others] = positionals
  if (verb !== 'rotate') throw new UsageError(`keys: expected 'rotate', got '${verb ?? ''}'`)
  noPositionals(others)
  const needed = (flag: 'member' | 'key-file' | 'new-key-file'): string => {
    const value = values[flag]
    if (value === undefined) throw new UsageError(`keys rotate: expected --${flag}`)
    return value
  }
  const member = parseEndpoint(needed('member'))
  const ours = { cluster: values.cluster ?? 'gyre', keys: readKeys(needed('key-file')) }
  const [next] = readKeys(needed('new-key-file'))
  await askKeyChange(member, ours, next, values.force === true)
  terminal.out(`the cluster now talks with key ${keyOf(next).id}`)
  return 0
}

/** The keys in a file, one a line; empty lines and those that begin with # do not count. */
export function readKeys(file: string): string[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`)
  }
  const lines = text.split('\n').map((line) => line.trim())
  const found = lines.filter((line) => line !== '' && !line.startsWith('#'))
  if (found.length === 0) throw new UsageError(`${file}: expected a key (gyre keygen)`)
  return found
}
