import type { EventEmitter } from 'node:events'
import type { Logger } from './logger.js'

/** An event emitter, as far as its listeners are concerned. */
export type Emitter = Pick<EventEmitter, 'rawListeners' | 'listenerCount'>

/**
 * Tells listeners what happened. One that throws, or returns a promise that rejects, neither stops
 * its neighbours nor us: that is told as `fault`, or logged where nobody listens for it.
 */
export class Teller {
  private readonly emitter: Emitter
  private readonly logger: Logger
  private readonly queue: (() => void)[] = []
  /** Whether listeners are being told. */
  private telling = false

  constructor(emitter: Emitter, logger: Logger) {
    this.emitter = emitter
    this.logger = logger
  }

  /** Something to be told once the engine is done with what it does. */
  later(tell: () => void): void {
    this.queue.push(tell)
  }

  /**
   * Tells what waits; `first` is called before each. A listener may cause more to happen: that is told
   * behind what is being told, so that all hear one order. False: it is being told already.
   */
  flush(first: () => void): boolean {
    if (this.telling) return false
    this.telling = true
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      first()
      next()
    }
    this.telling = false
    return true
  }

  tell(event: string, ...args: readonly unknown[]): void {
    this.tellOf(this.emitter, event, ...args)
  }

  /** The same for another emitter. */
  tellOf(emitter: Emitter, event: string, ...args: readonly unknown[]): void {
    deliver(emitter, event, args, (error) => this.fault(error))
  }

  /** The same; resolves when all that listeners do has come to its end. */
  async askOf(emitter: Emitter, event: string, ...args: readonly unknown[]): Promise<void> {
    const fault = (error: unknown): void => this.fault(error)
    await Promise.all(deliver(emitter, event, args, fault))
  }

  fault(reason: unknown): void {
    const error = reason instanceof Error ? reason : new Error(String(reason))
    if (this.emitter.listenerCount('fault') === 0) this.logger.error(`gyre: ${error.message}`)
    else deliver(this.emitter, 'fault', [error], () => {})
  }
}

function deliver(
  emitter: Emitter,
  event: string,
  args: readonly unknown[],
  fault: (error: unknown) => void,
): Promise<void>[] {
  const waiting: Promise<void>[] = []
  for (const listener of emitter.rawListeners(event)) {
    try {
      const result: unknown = Reflect.apply(listener, emitter, args)
      if (result instanceof Promise) waiting.push(settling(result, fault))
    } catch (error) {
      fault(error)
    }
  }
  return waiting
}

async function settling(work: Promise<unknown>, fault: (error: unknown) => void): Promise<void> {
  try {
    await work
  } catch (error) {
    fault(error)
  }
}
