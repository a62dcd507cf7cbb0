import * as core from '../../lib/core/index.js'
import type { Datagram } from '../world/observer.js'

/** Reads datagrams for the checks; each is read once, however many ask. */
export class Wire {
  readonly packet: core.PacketReader = new core.PacketReader()
  /** Whether it could be read at all. */
  ok = false
  private last: Datagram | undefined

  read(datagram: Datagram): boolean {
    if (datagram !== this.last) {
      this.last = datagram
      this.ok = this.packet.read(datagram.bytes, datagram.length)
    }
    return this.ok
  }

  /** The next datagram is a new one, though it may lie where the last one lay. */
  forget(): void {
    this.last = undefined
  }

  /** The update about a member of this id, if there is one. */
  updateOf(id: string, bytes: Uint8Array): { readonly word: number } | undefined {
    for (let i = 0; i < this.packet.updateCount; i++) {
      const { idOffset, idLength, word } = this.packet.updates[i]
      if (textAt(bytes, idOffset, idLength) === id) return { word: word >>> 0 }
    }
    return undefined
  }
}

export function textAt(bytes: Uint8Array, offset: number, length: number): string {
  return new TextDecoder().decode(bytes.subarray(offset, offset + length))
}
