import type { Stream } from '../../lib/transport/index.js'

/** One end of a stream whose other end is the test. */
export class HandStream implements Stream {
  sent: Uint8Array[] = []
  closed = false
  private waiting: ((message: Uint8Array | undefined) => void)[] = []
  private ready: (Uint8Array | undefined)[] = []

  send(message: Uint8Array): void {
    this.sent.push(message)
  }

  receive(): Promise<Uint8Array | undefined> {
    if (this.ready.length > 0) return Promise.resolve(this.ready.shift())
    return new Promise((resolve) => void this.waiting.push(resolve))
  }

  close(): void {
    this.closed = true
    this.give(undefined)
  }

  give(message: Uint8Array | undefined): void {
    const waiting = this.waiting.shift()
    if (waiting === undefined) this.ready.push(message)
    else waiting(message)
  }
}

export const turns = async (): Promise<void> => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}
