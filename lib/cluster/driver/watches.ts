import { isLive, NO_SLOT, watchedBy, type SwimNode, type TableSlot } from '../../core/index.js'
import type { Stream, Transport } from '../../transport/index.js'
import type { Runtime } from '../../runtime/runtime.js'
import { decodeStream, encodeStream } from '../../wire/stream-codec.js'

/** How long a member has to say that it lets itself be watched. */
const ANSWER_MS = 5_000
/** Watchers that we serve at one time; more are sent away. */
const WATCHERS_MAX = 64

/** What watching needs of the driver. */
export interface WatchesHost {
  readonly node: SwimNode
  readonly transport: Transport
  readonly runtime: Runtime
  /** Members to watch. */
  readonly count: number
  /** Between a change of members and our taking account of it: a newcomer may be killed at once. */
  readonly refreshMs: number
  /** Between two tries. */
  readonly patienceMs: number
  /** A watched stream to a live member ended without a goodbye. */
  reset(slot: TableSlot): void
}

/** One member that we watch, or try to. */
interface Watch {
  wanted: boolean
  stream: Stream | undefined
}

/**
 * Streams kept open to a few members, over which nothing is ever said: the system ends them when a
 * process is killed, long before a probe would notice.
 */
export class Watches {
  private readonly host: WatchesHost
  /** By id. */
  private readonly watches = new Map<string, Watch>()
  private watchers = 0
  private pending = false
  private stopped = false

  constructor(host: WatchesHost) {
    this.host = host
  }

  /** Members that are watched now. */
  get open(): number {
    return [...this.watches.values()].filter(({ stream }) => stream !== undefined).length
  }

  /** The members have changed: soon others may be ours to watch. */
  refresh(): void {
    if (this.pending || this.stopped || this.host.count === 0) return
    this.pending = true
    this.host.runtime.after(this.host.refreshMs, () => {
      this.pending = false
      if (!this.stopped) this.choose()
    })
  }

  stop(): void {
    this.stopped = true
    for (const watch of this.watches.values()) {
      watch.wanted = false
      watch.stream?.close()
    }
  }

  /** The other side: somebody watches us, until one of us ends. */
  async serve(stream: Stream): Promise<void> {
    if (this.watchers === WATCHERS_MAX) return
    this.watchers++
    stream.send(encodeStream({ watching: {} }))
    await stream.receive(Infinity)
    this.watchers--
  }

  private choose(): void {
    const { node, count } = this.host
    const slots = watchedBy(node.table, node.self, count)
    const chosen = new Set(slots.map((slot) => node.table.id(slot)))
    for (const [id, watch] of this.watches) {
      if (chosen.has(id)) continue
      watch.wanted = false
      watch.stream?.close()
      this.watches.delete(id)
    }
    for (const id of chosen) {
      if (this.watches.has(id)) continue
      const watch = { wanted: true, stream: undefined }
      this.watches.set(id, watch)
      void this.keep(id, watch)
    }
  }

  private async keep(id: string, watch: Watch): Promise<void> {
    while (watch.wanted) {
      const opened = await this.watch(id, watch)
      const slot = this.find(id)
      if (opened && watch.wanted && slot !== NO_SLOT) this.host.reset(slot)
      await new Promise<void>((resolve) => this.host.runtime.after(this.host.patienceMs, resolve))
    }
  }

  /** Watches for as long as the stream lives; false: it never came to that. */
  private async watch(id: string, watch: Watch): Promise<boolean> {
    const { node, transport } = this.host
    const slot = this.find(id)
    if (slot === NO_SLOT) return false
    const endpoint = node.table.endpoint(slot)
    const stream = await transport.connect(endpoint, ANSWER_MS).catch(() => undefined)
    if (stream === undefined) return false
    stream.send(encodeStream({ watch: { target: Buffer.from(id) } }))
    const reply = await stream.receive(ANSWER_MS)
    const message = reply && decodeStream(reply)
    const open = message !== undefined && 'watching' in message
    if (open && watch.wanted) {
      watch.stream = stream
      await stream.receive(Infinity)
      watch.stream = undefined
    }
    stream.close()
    return open
  }

  /** A live member's slot. */
  private find(id: string): TableSlot {
    const { table } = this.host.node
    const slot = table.findId(id)
    return slot !== NO_SLOT && isLive(table.word(slot)) ? slot : NO_SLOT
  }
}
