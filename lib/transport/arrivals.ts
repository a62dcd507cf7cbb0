/** Messages of a stream that have come, and whoever waits for the next one. */
export class Arrivals {
  private readonly messages: Uint8Array[] = []
  private waiting: ((message: Uint8Array | undefined) => void) | undefined
  private ended = false

  /** Messages that nobody has taken yet. */
  get size(): number {
    return this.messages.length
  }

  /** A message goes to whoever waits, or waits itself. */
  put(message: Uint8Array): void {
    if (this.waiting !== undefined) this.waiting(message)
    else this.messages.push(message)
  }

  /** The next one; undefined when there is none in time, or at the end. Infinity: whenever it comes. */
  take(timeoutMs: number): Promise<Uint8Array | undefined> {
    const ready = this.messages.shift()
    if (ready !== undefined || this.ended) return Promise.resolve(ready)
    return new Promise((resolve) => {
      const give = (message: Uint8Array | undefined): void => {
        clearTimeout(timer)
        this.waiting = undefined
        resolve(message)
      }
      const late = (): void => give(undefined)
      const timer = timeoutMs === Infinity ? undefined : setTimeout(late, timeoutMs)
      this.waiting = give
    })
  }

  /** What has come and was not taken is thrown away. */
  clear(): void {
    this.messages.length = 0
  }

  /** No more will come. */
  end(): void {
    this.ended = true
    this.waiting?.(undefined)
  }
}
