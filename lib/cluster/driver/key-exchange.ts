import { readRefusal } from '../../seal/index.js'
import type { Stream } from '../../transport/index.js'
import { decodeStream, encodeStream, type KeyChange } from '../../wire/index.js'

const NO_BYTES = new Uint8Array(0)

/**
 * The first message of a stream can be played again by whoever has recorded it, later ones cannot:
 * so a change of keys comes second, behind this one that does nothing.
 */
const HELLO: KeyChange = { op: 'hello', key: NO_BYTES, id: '', force: false, target: NO_BYTES }

/** Asks for a change of keys. Resolves with the reason why not, or ''. */
export async function askOver(
  stream: Stream,
  change: KeyChange,
  timeoutMs: number,
): Promise<string> {
  for (const keyChange of [{ ...HELLO, target: change.target }, change]) {
    stream.send(encodeStream({ keyChange }))
    const reply = await stream.receive(timeoutMs)
    if (reply === undefined) return 'it does not answer'
    const message = decodeStream(reply)
    if (message === undefined || !('keyDone' in message)) {
      return readRefusal(reply)?.sentence ?? 'it does not answer to that'
    }
    if (message.keyDone.refusal !== '') return message.keyDone.refusal
  }
  return ''
}

/** The other side, once a change has come as a stream's first message. */
export async function answerOver(
  stream: Stream,
  first: KeyChange,
  timeoutMs: number,
  isUs: (target: Uint8Array) => boolean,
  change: (asked: KeyChange) => Promise<string>,
): Promise<void> {
  const say = (refusal: string): void => stream.send(encodeStream({ keyDone: { refusal } }))
  const meant = ({ op, target }: KeyChange): boolean =>
    target.length > 0 ? isUs(target) : op === HELLO.op || op === 'rotate'
  if (first.op !== HELLO.op) return say('expected a hello first')
  if (!meant(first)) return say('another member is meant')
  say('')
  const second = await stream.receive(timeoutMs)
  const message = second && decodeStream(second)
  if (!message || !('keyChange' in message)) return
  const asked = message.keyChange
  say(meant(asked) ? await change(asked) : 'another member is meant')
}
