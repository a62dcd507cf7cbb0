import { GyreError } from '../base/error.js'
import type { Endpoint } from '../core/index.js'
import { keyOf, type Keyring } from '../seal/index.js'
import type { KeyChange } from './stream-codec.js'

/** How often members that do not answer are asked again, and how long each has. */
const TRIES = 4
const ANSWER_MS = 5_000
/** Members asked at one time. */
const AT_ONCE = 16

const NO_KEY = new Uint8Array(0)
const CUT_OFF = 'it is faulty, may only be cut off, and would be locked out'

interface Peer {
  readonly id: string
  readonly endpoint: Endpoint
  /** A member that is faulty is not asked. */
  readonly live: boolean
}

/** What a change of keys asks of the cluster. */
export interface KeysHost {
  /** All others that have not left. */
  peers(): readonly Peer[]
  /** Has a member change its keys; why not, or nothing. */
  ask(endpoint: Endpoint, change: KeyChange, timeoutMs: number): Promise<string>
}

/** The keys of a cluster that talks sealed: which there are, and how to change them. */
export class ClusterKeys {
  private readonly keyring: Keyring
  private readonly host: KeysHost

  /** @internal */
  constructor(keyring: Keyring, host: KeysHost) {
    this.keyring = keyring
    this.host = host
  }

  /** The ids of the keys that this member understands. */
  get ids(): readonly string[] {
    return this.keyring.ids
  }

  /** The id of the key that this member seals with. */
  get used(): string {
    return this.keyring.used.id
  }

  /**
   * Gives the whole cluster a new key, while it runs: all members install it, then all seal with
   * it, then all forget the one that we have used until now. Keep the new key where members find it
   * when they restart. It may be called again, also on another member, if it failed half-way.
   *
   * A faulty member may only be cut off, and could never come back: while there is one, keys are not
   * changed, unless `force` says that it is to be left behind.
   * @throws GyreError `BAD_OPTION` for what is no key; `KEYS_INCOMPLETE` if a member did not take
   *   part: nothing is forgotten then, and all go on understanding each other.
   */
  async rotate(
    key: string | Uint8Array,
    { force = false }: { readonly force?: boolean } = {},
  ): Promise<void> {
    const next = keyOf(key)
    const { used } = this.keyring
    await this.everywhere({ op: 'install', key: next.bytes, id: next.id, force })
    await this.everywhere({ op: 'use', key: NO_KEY, id: next.id, force })
    if (used.id !== next.id) {
      await this.everywhere({ op: 'remove', key: NO_KEY, id: used.id, force })
    }
  }

  /** @internal What another member asks of us; why not, or nothing. */
  async change(change: KeyChange): Promise<string> {
    try {
      if (change.op === 'rotate') await this.rotate(change.key, change)
      else this.apply(change)
      return ''
    } catch (error) {
      if (error instanceof GyreError) return error.message
      throw error
    }
  }

  private apply({ op, key, id }: KeyChange): void {
    if (op === 'install') this.keyring.install(keyOf(key))
    else if (op === 'use') this.keyring.use(id)
    else if (op === 'remove') this.keyring.remove(id)
    else throw new GyreError('BAD_OPTION', `keys: unknown operation ${JSON.stringify(op)}`)
  }

  /** Ourselves first; then all others that live, those included that have come meanwhile. */
  private async everywhere(change: KeyChange): Promise<void> {
    this.apply(change)
    const done = new Set<string>()
    const failures = new Map<string, string>()
    for (let tries = 0; tries < TRIES; tries++) {
      const wanted = this.host.peers().filter(({ live }) => live || !change.force)
      const left = wanted.filter(({ id }) => !done.has(id))
      if (left.length === 0) return
      failures.clear()
      for (let at = 0; at < left.length; at += AT_ONCE) {
        const batch = left.slice(at, at + AT_ONCE)
        await Promise.all(
          batch.map(async ({ id, endpoint, live }) => {
            const why = live ? await this.host.ask(endpoint, change, ANSWER_MS) : CUT_OFF
            if (why === '') done.add(id)
            else failures.set(id, why)
          }),
        )
      }
    }
    if (failures.size === 0) return
    const who = [...failures].map(([id, why]) => `${id} (${why})`).join(', ')
    throw new GyreError('KEYS_INCOMPLETE', `could not ${change.op} key ${change.id} at ${who}`)
  }
}
