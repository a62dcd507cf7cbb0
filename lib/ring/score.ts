import { fmix32, hash32 } from '../base/hash.js'
import { utf8Length, utf8Write } from '../base/utf8.js'

/**
 * Weighted rendezvous hashing (Thaler and Ravishankar 1998; weights by Schindelhauer and Schomaker,
 * SPAA 2005): each member draws u in (0, 1) for each slot, and the lowest cost −ln(u)/weight wins.
 *
 *     u = (h + ½) / 2³²     h = fmix32(fmix32(a ^ fmix32(slot ^ s)) + b), unsigned
 *     a, b = hash32(id) with the seeds 0x736c6f74 and 0x72616e6b; s = hash32(the ring's seed text)
 *
 * The logarithm is computed here from + − × ÷ alone, so that every platform gets the same bits.
 */
export interface Contender {
  readonly id: string
  readonly weight: number
  /** Where it stands; replicas of a slot go to distinct ones. One without is a zone of its own. */
  readonly zone: string | undefined
  readonly host: string | undefined
  readonly hash: number
  readonly hashHigh: number
}

export function contender(
  id: string,
  weight: number,
  { zone, host }: { readonly zone?: string; readonly host?: string } = {},
): Contender {
  const [hash, hashHigh] = [hashId(id, 0x736c6f74), hashId(id, 0x72616e6b)]
  return { id, weight, zone, host, hash, hashHigh }
}

/** The seed of a ring, from its text. */
export function ringSeed(text: string): number {
  return hashId(text, 0)
}

/** What a slot brings into every draw. */
export function slotHash(slot: number, seed: number): number {
  return fmix32(slot ^ seed)
}

/** The cost of a slot for a contender: lower wins. */
export function cost(who: Contender, hashOfSlot: number): number {
  const h = fmix32((fmix32(who.hash ^ hashOfSlot) + who.hashHigh) | 0)
  return negativeLog(h) / who.weight
}

/** Whether `a` goes before `b` at the given costs. Ties go by id, in code units. */
export function beats(a: Contender, costA: number, b: Contender, costB: number): boolean {
  return costA < costB || (costA === costB && a.id < b.id)
}

/** −ln((h + ½) / 2³²), to about 12 digits. */
export function negativeLog(h: number): number {
  const x = (h >>> 0) + 0.5
  const exponent = 31 - Math.clz32(h)
  const mantissa = exponent < 0 ? 1 : x / POWERS[exponent]
  const z = (mantissa - 1) / (mantissa + 1)
  const z2 = z * z
  // 2·artanh(z) = ln(mantissa), z ≤ 1/3: eleven terms leave less than 10⁻¹².
  let sum = 0
  for (let i = 10; i >= 0; i--) sum = sum * z2 + ODD_RECIPROCALS[i]
  return (32 - exponent) * Math.LN2 - 2 * z * sum
}

const POWERS = Array.from({ length: 32 }, (_, i) => 2 ** i)
const ODD_RECIPROCALS = Array.from({ length: 11 }, (_, i) => 1 / (2 * i + 1))

function hashId(text: string, seed: number): number {
  const bytes = new Uint8Array(Math.max(0, utf8Length(text)))
  utf8Write(text, bytes, 0)
  return hash32(bytes, 0, bytes.length, seed)
}
