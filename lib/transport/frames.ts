/** The longest message on a stream. */
export const MESSAGE_BYTES_MAX: number = 16 * 1_024 * 1_024

/** The longest first message on a stream that somebody opened to us: it is nobody we know yet. */
export const FIRST_MESSAGE_BYTES_MAX: number = 64 * 1_024

/** A message as it goes on a stream: its length, 32 bits big-endian, then itself. */
export function frame(message: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(4 + message.length)
  framed.writeUInt32BE(message.length)
  framed.set(message, 4)
  return framed
}

/**
 * Cuts a stream of bytes into messages. Pieces are kept as they come and joined once a message is
 * whole, so that a length alone never makes anybody allocate.
 */
export class FrameReader {
  private pieces: Buffer[] = []
  private held = 0
  /** The longest message that is taken now. */
  private most: number

  constructor(firstMessageBytesMax: number = MESSAGE_BYTES_MAX) {
    this.most = firstMessageBytesMax
  }

  /** Takes a piece in. */
  push(piece: Buffer): void {
    this.pieces.push(piece)
    this.held += piece.length
  }

  /** The next whole message; undefined: not there yet; null: longer than any may be. */
  next(): Uint8Array | undefined | null {
    if (this.held < 4) return undefined
    if (this.pieces[0].length < 4) this.join()
    const length = this.pieces[0].readUInt32BE()
    if (length > this.most) return null
    if (this.held < 4 + length) return undefined
    this.join()
    const [all] = this.pieces
    this.pieces = [all.subarray(4 + length)]
    this.held -= 4 + length
    this.most = MESSAGE_BYTES_MAX
    return all.subarray(4, 4 + length)
  }

  private join(): void {
    if (this.pieces.length > 1) this.pieces = [Buffer.concat(this.pieces)]
  }
}
