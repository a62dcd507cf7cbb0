import { gyre } from '#proto/gyre'
import { GyreError } from '../../base/error.js'
import { utf8Length } from '../../base/utf8.js'

/** A ring that a member takes part in. */
export interface RingPart {
  readonly name: string
  /** What all its members must agree on, in words. */
  readonly rules: string
  /** It hands over what it owns, and is on its way out. */
  readonly leaving: boolean
}

/** What a member says of itself, beside where it is. */
export interface Traits {
  /** Bytes that mean something to the user; empty by default. */
  readonly meta: Uint8Array
  /** What it shares its fate with, if it says so: a rack, a data centre. Replicas go to distinct zones. */
  readonly zone?: string
  /** The machine that it runs on, if it says so; replicas go to distinct ones. */
  readonly host?: string
  /** Its share of each ring, in proportion to the others'. */
  readonly weight: number
  /** What it does: rings may be for members of one role alone. */
  readonly roles: readonly string[]
  /** The rings that it takes part in. */
  readonly rings: readonly RingPart[]
}

/** All of it together, so that it fits into a datagram. */
const TRAITS_BYTES_MAX = 1_024
const TEXT_BYTES_MAX = 128

export const NO_TRAITS: Traits = { meta: new Uint8Array(0), weight: 1, roles: [], rings: [] }

/** @throws GyreError `BAD_OPTION` where it is too much, or makes no sense */
export function encodeTraits(traits: Traits): Uint8Array {
  checkTraits(traits)
  const { meta, zone = '', host = '', weight, roles, rings } = traits
  const bytes = gyre.MemberTraits.encode({
    meta,
    zone,
    host,
    weight: weight === 1 ? 0 : weight,
    roles: [...roles],
    rings: [...rings],
  }).finish()
  if (bytes.length <= TRAITS_BYTES_MAX) return bytes
  const sentence = `meta, zone, host, roles and rings: expected at most ${TRAITS_BYTES_MAX} bytes in all`
  throw bad(`${sentence}, got ${bytes.length}`)
}

/** What cannot be read says nothing: it is another member's fault. */
export function decodeTraits(bytes: Uint8Array): Traits {
  if (bytes.length === 0) return NO_TRAITS
  try {
    const { meta, zone, host, weight, roles, rings } = gyre.MemberTraits.decode(bytes)
    const traits = {
      meta: meta as Uint8Array,
      zone: zone || undefined,
      host: host || undefined,
      weight: weight || 1,
      roles: roles as string[],
      rings: rings.map(({ name, rules, leaving }) => ({ name, rules, leaving }) as RingPart),
    }
    checkTraits(traits)
    return traits
  } catch {
    return NO_TRAITS
  }
}

function checkTraits({ meta, zone, host, weight, roles }: Traits): void {
  if (!(meta instanceof Uint8Array)) throw bad('meta: expected a Uint8Array')
  if (!(weight > 0 && weight <= 1e6)) {
    throw bad(`weight: expected a number above 0 and at most 1000000, got ${String(weight)}`)
  }
  if (!Array.isArray(roles)) throw bad(`roles: expected a list of texts, got ${String(roles)}`)
  const texts: [string, unknown][] = roles.map((role) => ['roles', role])
  if (zone !== undefined) texts.push(['zone', zone])
  if (host !== undefined) texts.push(['host', host])
  for (const [name, text] of texts) {
    const length = typeof text === 'string' ? utf8Length(text) : -1
    if (length >= 1 && length <= TEXT_BYTES_MAX) continue
    throw bad(`${name}: expected text of 1…${TEXT_BYTES_MAX} bytes, got ${JSON.stringify(text)}`)
  }
}

function bad(message: string): GyreError {
  return new GyreError('BAD_OPTION', message)
}
