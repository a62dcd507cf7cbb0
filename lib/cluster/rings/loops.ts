import type { Teller } from '../../runtime/index.js'
import type { Own, OwnSlot } from './own-slot.js'

/** What runs for each slot as long as it is ours. */
export type EachSlot = (own: Own) => unknown

/**
 * Loops that are started for each slot that becomes ours, and whose signal is aborted when it goes; a
 * slot is only handed over once its loops have ended.
 */
export class Loops {
  private readonly workers = new Set<EachSlot>()
  private readonly running = new Map<OwnSlot, Promise<void>[]>()
  private readonly teller: Pick<Teller, 'fault'>

  constructor(teller: Pick<Teller, 'fault'>) {
    this.teller = teller
  }

  /** Starts it for what is ours now, and for all that will be; returns what takes it away. */
  add(worker: EachSlot, ours: Iterable<OwnSlot>): () => void {
    this.workers.add(worker)
    for (const own of ours) this.start(worker, own)
    return () => void this.workers.delete(worker)
  }

  /** Whether anything was started for a slot. */
  has(own: OwnSlot): boolean {
    return this.running.has(own)
  }

  begin(own: OwnSlot): void {
    for (const worker of this.workers) this.start(worker, own)
  }

  /** Resolves when the loops of a slot have ended. */
  async ended(own: OwnSlot): Promise<void> {
    await Promise.all(this.running.get(own) as Promise<void>[])
    this.running.delete(own)
  }

  /** One that throws is reported; the slot stays ours, and it is not started again. */
  private start(worker: EachSlot, own: OwnSlot): void {
    const run = async (): Promise<void> => {
      try {
        await worker(own)
      } catch (error) {
        if (!own.signal.aborted) this.teller.fault(error)
      }
    }
    this.running.set(own, [...(this.running.get(own) ?? []), run()])
  }
}
