import { fmix32, hash32 } from '../../lib/base/hash.js'

/**
 * A hash chained over everything that happens in a world: equal hashes mean equal runs, byte for
 * byte.
 */
export class Trace {
  private low = 0x67797265
  private high = 0x74726163

  datagram(time: number, source: number, target: number, bytes: Uint8Array, length: number): void {
    const link = fmix32(Math.imul(source, 0x9e3779b1) ^ target)
    this.mix(time, link ^ hash32(bytes, 0, length, 1))
  }

  event(time: number, source: number, target: number, what: number): void {
    this.mix(time, fmix32(Math.imul(source, 0x85ebca6b) ^ target) + what)
  }

  /** 16 hexadecimal digits. */
  get hash(): string {
    const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
    return hex(this.low) + hex(this.high)
  }

  private mix(time: number, value: number): void {
    const slice = (time % 4_294_967_296) | 0
    this.low = fmix32(this.low ^ value) ^ slice
    this.high = (fmix32((this.high + value) | 0) + Math.imul(slice, 0x9e3779b1)) | 0
  }
}
