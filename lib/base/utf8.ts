/**
 * UTF-8 without `TextEncoder`, which the pure layers do not have, and without garbage: ids are
 * written from strings and compared with strings in place.
 */

/** Bytes that `text` takes, or −1 if it holds a lone surrogate, which has no UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (unit < 0xd800 || unit > 0xdfff) bytes += 3
    else if (isPair(text, i)) {
      bytes += 4
      i++
    } else return -1
  }
  return bytes
}

/** Writes well-formed `text` at `at`; returns the position behind it. */
export function utf8Write(text: string, out: Uint8Array, at: number): number {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) out[at++] = unit
    else if (unit < 0x800) {
      out[at++] = 0xc0 | (unit >> 6)
      out[at++] = 0x80 | (unit & 0x3f)
    } else if (unit < 0xd800 || unit > 0xdfff) {
      out[at++] = 0xe0 | (unit >> 12)
      out[at++] = 0x80 | ((unit >> 6) & 0x3f)
      out[at++] = 0x80 | (unit & 0x3f)
    } else {
      const point = 0x10000 + ((unit & 0x3ff) << 10) + (text.charCodeAt(++i) & 0x3ff)
      out[at++] = 0xf0 | (point >> 18)
      out[at++] = 0x80 | ((point >> 12) & 0x3f)
      out[at++] = 0x80 | ((point >> 6) & 0x3f)
      out[at++] = 0x80 | (point & 0x3f)
    }
  }
  return at
}

/** Decodes well-formed bytes, as `utf8Valid` has them. */
export function utf8Read(bytes: Uint8Array, offset: number, length: number): string {
  const units: number[] = []
  const end = offset + length
  for (let at = offset; at < end;) {
    const lead = bytes[at]
    const extra = extraBytes(lead)
    let point = extra === 0 ? lead : lead & (0x3f >> extra)
    for (let i = 1; i <= extra; i++) point = (point << 6) | (bytes[at + i] & 0x3f)
    at += extra + 1
    if (point < 0x10000) units.push(point)
    else units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff))
  }
  return String.fromCharCode(...units)
}

/** Well-formed by the Unicode standard: no overlong forms, no surrogates, at most U+10FFFF. */
export function utf8Valid(bytes: Uint8Array, offset: number, length: number): boolean {
  const end = offset + length
  for (let at = offset; at < end;) {
    const lead = bytes[at]
    if (lead < 0x80) {
      at++
      continue
    }
    const extra = extraBytes(lead)
    if (extra === 0 || at + extra >= end) return false
    let point = lead & (0x3f >> extra)
    for (let i = 1; i <= extra; i++) {
      const next = bytes[at + i]
      if ((next & 0xc0) !== 0x80) return false
      point = (point << 6) | (next & 0x3f)
    }
    if (point < LEAST[extra] || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
      return false
    at += extra + 1
  }
  return true
}

/** Whether the bytes are the UTF-8 of `text`; allocates only where `text` is not ASCII. */
export function utf8Equals(
  text: string,
  bytes: Uint8Array,
  offset: number,
  length: number,
): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x80) return utf8Read(bytes, offset, length) === text
    if (i >= length || bytes[offset + i] !== unit) return false
  }
  return text.length === length
}

/** The least code point that needs so many bytes behind the lead. */
const LEAST = [0, 0x80, 0x800, 0x10000]

function extraBytes(lead: number): number {
  if (lead < 0xc2) return 0
  if (lead < 0xe0) return 1
  if (lead < 0xf0) return 2
  return lead < 0xf5 ? 3 : 0
}

function isPair(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  return text.charCodeAt(at) < 0xdc00 && next >= 0xdc00 && next <= 0xdfff
}
