import { GyreError } from '../../base/error.js'
import { keyOf, type Keyring } from '../../seal/index.js'
import type { KeyChange } from '../../wire/index.js'
import { pause, type Runtime } from '../../runtime/index.js'
import type { Driver } from '../driver/driver.js'
import { isLiveMember, isOther, type Member } from '../members/member.js'
import type { Roster } from '../members/roster.js'

/** How often members that do not answer are asked again, and how long each has. */
const TRIES = 4
const ANSWER_MS = 5_000
/** Between two tries, and before the old keys are forgotten: news of joiners has time to come. */
const PAUSE_MS = 1_000
/** Members asked at one time. */
const AT_ONCE = 16
/** What each member does, one after the other. */
const STEPS = ['install', 'use', 'only'] as const
type Step = (typeof STEPS)[number]

const NO_KEY = new Uint8Array(0)
const CUT_OFF = 'it is faulty, may only be cut off, and would be locked out'

/** The keys of a cluster that talks sealed: which there are, and how to change them. */
export class ClusterKeys {
  private readonly keyring: Keyring
  private readonly driver: Pick<Driver, 'askKeyChange'>
  private readonly roster: Pick<Roster, 'all'>
  private readonly runtime: Runtime

  /** @internal */
  constructor(parts: {
    readonly keyring: Keyring
    readonly driver: Pick<Driver, 'askKeyChange'>
    readonly roster: Pick<Roster, 'all'>
    readonly runtime: Runtime
  }) {
    this.keyring = parts.keyring
    this.driver = parts.driver
    this.roster = parts.roster
    this.runtime = parts.runtime
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
   * it, then all forget every other one. Keep the new key where members find it
   * when they restart: add it behind the old one before, so that a restart meanwhile loses nothing,
   * and put it first afterwards. It may be called again, also on another member, if it failed half-way.
   *
   * A faulty member may only be cut off, and could never come back: while there is one, keys are not
   * changed, unless `force` says that it is to be left behind.
   * @throws GyreError `BAD_OPTION` for what is no key; `KEYS_INCOMPLETE` if a member did not take
   *   part; until all speak with the new key nothing is forgotten, and a call again goes on.
   */
  async rotate(
    key: string | Uint8Array,
    { force = false }: { readonly force?: boolean } = {},
  ): Promise<void> {
    const next = keyOf(key)
    const change = { key: next.bytes, id: next.id, force, target: NO_KEY }
    /** How many steps each member has done. */
    const done = new Map<string, number>()
    for (const op of STEPS) {
      // The old keys go here last of all: until then we can go on, and try again.
      if (op === 'only') await pause(this.runtime, PAUSE_MS)
      else this.apply({ ...change, op })
      await this.everywhere(op, change, done)
    }
    this.apply({ ...change, op: 'only' })
  }

  /** @internal Does what another member asks of us. Resolves with the reason why not, or ''. */
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
    else if (op === 'only') this.keyring.keepOnly(id)
    else throw new GyreError('BAD_OPTION', `keys: unknown operation ${JSON.stringify(op)}`)
  }

  /** Has all other live members do everything up to this step, those that have joined meanwhile too. */
  private async everywhere(
    step: Step,
    change: Omit<KeyChange, 'op'>,
    done: Map<string, number>,
  ): Promise<void> {
    const wanted = STEPS.indexOf(step) + 1
    const failures = new Map<string, string>()
    for (let tries = 0; tries < TRIES; tries++) {
      if (tries > 0) await pause(this.runtime, PAUSE_MS)
      const others = this.roster.all().filter(isOther)
      const asked = others.filter((member) => isLiveMember(member) || !change.force)
      const left = asked.filter(({ id }) => (done.get(id) ?? 0) < wanted)
      failures.clear()
      for (let at = 0; at < left.length; at += AT_ONCE) {
        const batch = left.slice(at, at + AT_ONCE)
        await Promise.all(
          batch.map(async (member) => {
            const live = isLiveMember(member)
            const why = live ? await this.bring(member, wanted, change, done) : CUT_OFF
            if (why !== '') failures.set(member.id, why)
          }),
        )
      }
      if (failures.size === 0) return
    }
    const who = [...failures].map(([id, why]) => `${id} (${why})`).join(', ')
    throw new GyreError('KEYS_INCOMPLETE', `could not ${step} key ${change.id} at ${who}`)
  }

  /** Has one member do all steps that it has not done. Resolves with the reason why not, or ''. */
  private async bring(
    { id, endpoint }: Member,
    wanted: number,
    change: Omit<KeyChange, 'op'>,
    done: Map<string, number>,
  ): Promise<string> {
    for (let step = done.get(id) ?? 0; step < wanted; step++) {
      const asked = { ...change, op: STEPS[step], target: Buffer.from(id) }
      const why = await this.driver.askKeyChange(endpoint, asked, ANSWER_MS)
      if (why !== '') return why
      done.set(id, step + 1)
    }
    return ''
  }
}
