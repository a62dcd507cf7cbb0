import { GyreError } from '../../base/error.js'
import { hash32Text } from '../../base/hash.js'
import { ReplayWindow } from '../../base/replay-window.js'
import { broadcastBytes, type Broadcast } from '../../wire/index.js'

/** Broadcasts of our own that may wait to be spread. */
const OWN_MAX = 256
/** Those that may wait in all; the one sent most often goes first. */
const PENDING_MAX = 1_024
/** How long, and how many, are kept for members that gossip has missed. */
const KEPT_MS = 30_000
const KEPT_MAX = 1_024
/** Bytes of a broadcast's name in a digest. */
const NAME_BYTES = 8

interface Kept {
  readonly broadcast: Broadcast
  readonly bytes: number
  readonly until: number
  sends: number
}

/**
 * Broadcasts under way: each is handled once, passed on a logarithmic number of times, and kept for
 * a while, so that members can ask each other for what gossip has missed.
 */
export class Broadcasts {
  private readonly origin: string
  private readonly run: number
  private sequence = 0
  /** Which of each origin's have come, in its present run. */
  private readonly seen = new Map<string, { run: number; window: ReplayWindow }>()
  /** Those with sends to go, and those that are kept, the oldest first. */
  private pending: Kept[] = []
  private readonly kept = new Map<string, Kept>()

  constructor(origin: string, run: number) {
    this.origin = origin
    this.run = run
  }

  /** Whether there is something to send. */
  get waiting(): boolean {
    return this.pending.length > 0
  }

  /** Whether others may lack something that is kept here. */
  get keeping(): boolean {
    return this.kept.size > 0
  }

  /** A broadcast of our own. @throws GyreError `BUSY` */
  publish(now: number, topic: string, body: Uint8Array): Broadcast {
    const own = this.pending.filter(({ broadcast }) => broadcast.origin === this.origin)
    if (own.length >= OWN_MAX) {
      throw new GyreError('BUSY', `${OWN_MAX} broadcasts are still being spread: slow down`)
    }
    const { origin, run } = this
    const broadcast = { origin, run, sequence: ++this.sequence, topic, body: body.slice() }
    this.takeIn(now, broadcast)
    return broadcast
  }

  /** Takes in a broadcast, to pass it on. Returns whether it is new here. */
  takeIn(now: number, broadcast: Broadcast): boolean {
    const { origin, run, sequence } = broadcast
    const seen = this.seen.get(origin)
    if (seen !== undefined && seen.run > run) return false
    const current = seen?.run === run ? seen : { run, window: new ReplayWindow() }
    this.seen.set(origin, current)
    if (!current.window.take(sequence)) return false
    const bytes = broadcastBytes(broadcast)
    const kept = { broadcast, bytes, until: now + KEPT_MS, sends: 0 }
    this.pending.push(kept)
    if (this.pending.length > PENDING_MAX) this.pending.shift()
    this.kept.set(nameOf(broadcast), kept)
    if (this.kept.size > KEPT_MAX) this.kept.delete(this.kept.keys().next().value as string)
    return true
  }

  /** For one packet: the least sent first, as many as fit, each counted as sent. */
  pick(roomBytes: number, budget: number): Broadcast[] {
    const picked: Broadcast[] = []
    let room = roomBytes
    this.pending.sort((one, other) => one.sends - other.sends)
    for (const kept of this.pending) {
      if (kept.bytes > room) continue
      room -= kept.bytes
      kept.sends++
      picked.push(kept.broadcast)
    }
    this.pending = this.pending.filter(({ sends }) => sends < budget)
    return picked
  }

  /** Names of what is kept here. */
  digest(): Uint8Array {
    return Buffer.concat([...this.kept.keys()].map((name) => Buffer.from(name, 'hex')))
  }

  /** What is kept here and not in a digest, up to so many bytes. */
  lacking(digest: Uint8Array, bytesMax: number): Broadcast[] {
    const theirs = new Set<string>()
    for (let at = 0; at + NAME_BYTES <= digest.length; at += NAME_BYTES) {
      theirs.add(Buffer.from(digest.subarray(at, at + NAME_BYTES)).toString('hex'))
    }
    const lacking: Broadcast[] = []
    let bytes = 0
    for (const [name, kept] of this.kept) {
      if (theirs.has(name)) continue
      bytes += kept.bytes
      if (bytes > bytesMax) break
      lacking.push(kept.broadcast)
    }
    return lacking
  }

  /** Lets go of what has been kept long enough. */
  expire(now: number): void {
    for (const [name, { until }] of this.kept) {
      if (until > now) return
      this.kept.delete(name)
    }
  }

  /** A member has been forgotten. */
  forget(origin: string): void {
    this.seen.delete(origin)
  }
}

function nameOf({ origin, run, sequence }: Broadcast): string {
  const name = Buffer.alloc(NAME_BYTES)
  const text = `${origin} ${run} ${sequence}`
  name.writeInt32BE(hash32Text(text, 1), 0)
  name.writeInt32BE(hash32Text(text, 2), 4)
  return name.toString('hex')
}
