/** Words of 4 bytes in a block: one line of a cache. */
const BLOCK = 16
/** What stands before the bytes; in a free place, the next free one. */
const SOURCE = 0
const NEXT = 0
const TARGET = 1
const LENGTH = 2
const KIND = 3
const HEADER = 4
/** Blocks at the beginning. */
const BLOCKS = 64
const NONE = -1

/** A datagram on somebody's desk: where one is written before it leaves, and read when it has come. */
export class Letter {
  source = 0
  target = 0
  length = 0
  /** Its place in the mail, which tells it from all others that are on their way. */
  place = 0
  readonly bytes: Uint8Array
  /** The same bytes. */
  readonly words: Int32Array

  constructor(bytesMax: number) {
    this.words = new Int32Array((bytesMax + 3) >> 2)
    this.bytes = new Uint8Array(this.words.buffer, 0, bytesMax)
  }
}

/**
 * The datagrams that are on their way, side by side in one array: after a death there are tens of
 * thousands at once, and an object and a buffer for each would cost more time than all that is done
 * with them. Places are runs of 1, 2, 4 … blocks, each kind with a list of the free ones.
 */
export class Mail {
  private words = new Int32Array(BLOCKS * BLOCK)
  private used = 0
  private readonly free: number[] = []

  /** A place for so many bytes. */
  allocate(length: number): number {
    const kind = kindOf(length)
    while (this.free.length <= kind) this.free.push(NONE)
    const known = this.free[kind]
    const place = known === NONE ? this.extend(BLOCK << kind) : known
    if (known !== NONE) this.free[kind] = this.words[known * BLOCK + NEXT]
    this.words[place * BLOCK + KIND] = kind
    return place
  }

  /** Puts a letter, which may be shorter by now, in the place that was allocated for it. */
  put(place: number, letter: Letter): void {
    const { words } = this
    const at = place * BLOCK
    words[at + SOURCE] = letter.source
    words[at + TARGET] = letter.target
    words[at + LENGTH] = letter.length
    const end = (letter.length + 3) >> 2
    for (let i = 0; i < end; i++) words[at + HEADER + i] = letter.words[i]
  }

  /** Reads what lies in a place. */
  read(place: number, letter: Letter): void {
    const { words } = this
    const at = place * BLOCK
    letter.place = place
    letter.source = words[at + SOURCE]
    letter.target = words[at + TARGET]
    letter.length = words[at + LENGTH]
    const end = (letter.length + 3) >> 2
    for (let i = 0; i < end; i++) letter.words[i] = words[at + HEADER + i]
  }

  /** To whom goes what lies in a place, and from whom. */
  targetOf(place: number): number {
    return this.words[place * BLOCK + TARGET]
  }

  sourceOf(place: number): number {
    return this.words[place * BLOCK + SOURCE]
  }

  release(place: number): void {
    const at = place * BLOCK
    const kind = this.words[at + KIND]
    this.words[at + NEXT] = this.free[kind]
    this.free[kind] = place
  }

  private extend(words: number): number {
    const at = this.used
    this.used += words
    if (this.used > this.words.length) {
      const larger = new Int32Array(Math.max(2 * this.words.length, this.used))
      larger.set(this.words)
      this.words = larger
    }
    return at / BLOCK
  }
}

/** The logarithm of the number of blocks that so many bytes take. */
function kindOf(length: number): number {
  const blocks = Math.ceil((HEADER + (length + 3) / 4) / BLOCK)
  return 32 - Math.clz32(blocks - 1)
}
