/** What a node says of itself that is on its way out of the ring. */
export const LEAVING: Uint8Array = Uint8Array.of(0xfd, 1)

export function isLeaving(meta: Uint8Array): boolean {
  return meta.length === LEAVING.length && meta.every((byte, i) => byte === LEAVING[i])
}
