/** Datagrams that may wait for the system at one time: bounds the pool's memory to 1.4 MB. */
const WAITING_MAX = 1_024

/**
 * Buffers for datagrams on their way out. A buffer belongs to the system from `send` until its
 * callback: reusing it earlier would change what goes on the wire.
 */
export class SendPool {
  private readonly free: Buffer[] = []
  private out = 0

  /** A buffer with a copy of the bytes in front; undefined while too many are out. */
  take(bytes: Uint8Array, length: number): Buffer | undefined {
    if (this.out === WAITING_MAX) return undefined
    this.out++
    const pooled = this.free.pop()
    const buffer = pooled !== undefined && pooled.length >= length ? pooled : newBuffer(length)
    for (let i = 0; i < length; i++) buffer[i] = bytes[i]
    return buffer
  }

  giveBack(buffer: Buffer): void {
    this.out--
    this.free.push(buffer)
  }
}

function newBuffer(length: number): Buffer {
  return Buffer.allocUnsafeSlow(Math.max(1_400, length))
}
