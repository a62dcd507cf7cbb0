import { utf8Length } from '../base/utf8.js'
import type { Claim, Claims } from './claims.js'

/** What a datagram of claims may hold, about. */
const CLAIMS_BYTES = 1_050
/** Term and frames of a claim, without its holder's id; and a slot of it, at its longest. */
const CLAIM_BYTES = 24
const SLOT_BYTES = 3

/** Claims that are being spread, each with its remaining sends; what is sent is the table's current claim. */
export class News {
  private readonly claims: Claims
  /** Remaining sends, by slot. */
  private readonly left = new Map<number, number>()

  constructor(claims: Claims) {
    this.claims = claims
  }

  get waiting(): boolean {
    return this.left.size > 0
  }

  /** The claim on a slot is to be sent this many times. */
  add(slot: number, sends: number): void {
    this.left.set(slot, sends)
  }

  /** One datagram's worth: the claims with the most sends left first, each counted as sent. */
  pick(): Claim[] {
    const slots = [...this.left.keys()].sort((a, b) => this.leftOf(b) - this.leftOf(a) || a - b)
    const [claims] = pages(this.claims, slots)
    for (const { slots: told } of claims) {
      for (const slot of told) {
        const left = this.leftOf(slot) - 1
        if (left > 0) this.left.set(slot, left)
        else this.left.delete(slot)
      }
    }
    return claims
  }

  private leftOf(slot: number): number {
    return this.left.get(slot) as number
  }
}

/** The claims on slots, in datagrams; at least one, and empty if there are none. */
export function pages(claims: Claims, slots: readonly number[]): Claim[][] {
  const all: Claim[][] = [[]]
  let room = CLAIMS_BYTES
  for (const claim of claims.over(slots)) {
    const frame = CLAIM_BYTES + utf8Length(claim.holder ?? '')
    for (let at = 0; at < claim.slots.length;) {
      if (room < frame + SLOT_BYTES) {
        all.push([])
        room = CLAIMS_BYTES
      }
      const count = Math.floor((room - frame) / SLOT_BYTES)
      const part = claim.slots.slice(at, at + count)
      all.at(-1)?.push({ ...claim, slots: part })
      room -= frame + SLOT_BYTES * part.length
      at += part.length
    }
  }
  return all
}
