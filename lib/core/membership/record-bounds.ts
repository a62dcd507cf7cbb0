import { GyreError } from '../../base/error.js'
import { utf8Length } from '../../base/utf8.js'
import { ID_BYTES_MAX } from '../view/directory.js'
import { META_BYTES_MAX } from '../view/table.js'

/** @throws GyreError `BAD_ID` */
export function checkId(id: string): void {
  const length = utf8Length(id)
  if (length >= 1 && length <= ID_BYTES_MAX) return
  const got = length < 0 ? 'a lone surrogate' : `${length}`
  throw new GyreError('BAD_ID', `expected an id of 1…${ID_BYTES_MAX} bytes of UTF-8, got ${got}`)
}

/** Our own record must fit a packet: its header, our id twice, the endpoint, and what is between. */
export function checkMeta(meta: Uint8Array, id: string, mtuBytes: number): void {
  const most = Math.min(META_BYTES_MAX, mtuBytes - 64 - 2 * utf8Length(id))
  if (meta.length <= most) return
  const expected = `expected at most ${most} bytes`
  throw new GyreError('BAD_OPTION', `meta: ${expected}, got ${meta.length}`)
}
