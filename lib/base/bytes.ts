/** Whether so many bytes at an offset are these, and no others. */
export function sameBytes(
  known: Uint8Array,
  bytes: Uint8Array,
  offset: number,
  length: number,
): boolean {
  if (known.length !== length) return false
  for (let i = 0; i < length; i++) if (known[i] !== bytes[offset + i]) return false
  return true
}
