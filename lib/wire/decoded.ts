/** What a decoder makes of a peer's bytes; undefined where they are malformed. */
export function decoded<T>(decode: () => T): T | undefined {
  try {
    return decode()
  } catch {
    return undefined
  }
}
