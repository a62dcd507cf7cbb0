import { sameBytes } from '../../lib/base/bytes.js'
import type * as core from '../../lib/core/index.js'

/**
 * The records that dead processes left behind on their disks: thousands of them, each of which
 * knew everybody, and nearly always the same. Equal ones of a member are one object.
 */
export class Records {
  private readonly last: (core.MemberRecord | undefined)[] = []

  of(engine: core.SwimNode, slot: core.TableSlot): core.MemberRecord {
    const known = this.last[slot]
    const { table } = engine
    if (known !== undefined && known.word === table.word(slot) >>> 0) {
      const { endpoint, meta } = known
      const held = table.meta(slot)
      const same = table.sameEndpoint(slot, endpoint, 0, endpoint.length)
      if (same && sameBytes(held, meta, 0, meta.length)) return known
    }
    return (this.last[slot] = engine.recordOf(slot))
  }
}
