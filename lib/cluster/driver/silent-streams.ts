import {
  isLive,
  NO_SLOT,
  watchedBy,
  type ProtocolOptions,
  type TableSlot,
} from '../../core/index.js'
import type { Stream, Transport } from '../../transport/index.js'
import { Once, pause, type Runtime } from '../../runtime/index.js'
import { decodeStream, encodeStream } from '../../wire/index.js'
import type { EngineLoop } from './engine-loop.js'

/** How long a member has to say that it lets itself be watched. */
const ANSWER_MS = 5_000
/** Watchers that we serve at one time; further ones are turned away. */
const WATCHERS_MAX = 64

/** One member that we watch, or try to. */
interface Watch {
  wanted: boolean
  stream: Stream | undefined
}

/**
 * Streams kept open to a few members, over which nothing is ever said: the operating system ends them when
 * a process is killed, long before a probe would notice.
 */
export class SilentStreams {
  private readonly loop: EngineLoop
  private readonly transport: Transport
  private readonly runtime: Runtime
  private readonly protocol: ProtocolOptions
  /** By id. */
  private readonly watches = new Map<string, Watch>()
  private readonly choosing: Once
  private watchers = 0
  private stopped = false

  constructor(parts: {
    readonly loop: EngineLoop
    readonly transport: Transport
    readonly runtime: Runtime
    readonly protocol: ProtocolOptions
  }) {
    this.loop = parts.loop
    this.transport = parts.transport
    this.runtime = parts.runtime
    this.protocol = parts.protocol
    this.choosing = new Once(parts.runtime, () => this.choose())
  }

  /** Members that are watched now. */
  get open(): number {
    return [...this.watches.values()].filter(({ stream }) => stream !== undefined).length
  }

  /**
   * The members have changed, and others may be ours to watch: they are chosen anew within a gossip
   * interval, since a newcomer may be killed at once.
   */
  refresh(): void {
    if (!this.stopped && this.protocol.watches > 0) {
      this.choosing.after(this.protocol.gossipIntervalMs)
    }
  }

  stop(): void {
    this.stopped = true
    this.choosing.stop()
    for (const watch of this.watches.values()) {
      watch.wanted = false
      watch.stream?.close()
    }
  }

  /** The other side: a member watches us, until one of the two processes ends. */
  async serve(stream: Stream): Promise<void> {
    if (this.watchers === WATCHERS_MAX) return
    this.watchers++
    stream.send(encodeStream({ watching: {} }))
    await stream.receive(Infinity)
    this.watchers--
  }

  private choose(): void {
    const { node } = this.loop
    const slots = watchedBy(node.table, node.self, this.protocol.watches)
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
      if (opened && watch.wanted && slot !== NO_SLOT) {
        this.loop.input((now) => this.loop.node.streamReset(now, slot))
      }
      await pause(this.runtime, this.protocol.periodMs)
    }
  }

  /** Watches for as long as the stream lives; false: it never came to that. */
  private async watch(id: string, watch: Watch): Promise<boolean> {
    const slot = this.find(id)
    if (slot === NO_SLOT) return false
    const endpoint = this.loop.node.table.endpoint(slot)
    const stream = await this.transport.connect(endpoint, ANSWER_MS).catch(() => undefined)
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
    const { table } = this.loop.node
    const slot = table.findId(id)
    return slot !== NO_SLOT && isLive(table.word(slot)) ? slot : NO_SLOT
  }
}
