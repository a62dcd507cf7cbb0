import type { EventEmitter } from 'node:events'

/**
 * Emits an event so that a listener that throws, or returns a promise that rejects, neither stops
 * its neighbours nor us.
 */
export function deliver(
  emitter: Pick<EventEmitter, 'rawListeners'>,
  event: string,
  args: readonly unknown[],
  fault: (error: unknown) => void,
): void {
  for (const listener of emitter.rawListeners(event)) {
    try {
      const result: unknown = Reflect.apply(listener, emitter, args)
      if (result instanceof Promise) result.catch(fault)
    } catch (error) {
      fault(error)
    }
  }
}
