import { readRefusal } from '../seal/index.js'
import type { Stream } from '../transport/index.js'
import { decodeStream, encodeStream, type KeyChange } from './stream-codec.js'

/**
 * The first message of a stream can be played again by whoever has recorded it, later ones cannot:
 * so a change of keys comes second, behind this one that does nothing.
 */
const HELLO: KeyChange = { op: 'hello', key: new Uint8Array(0), id: '', force: false }

/** Asks for a change of keys; why not, or nothing. */
export async function askOver(
  stream: Stream,
  change: KeyChange,
  timeoutMs: number,
): Promise<string> {
  for (const keyChange of [HELLO, change]) {
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
  change: (asked: KeyChange) => Promise<string>,
): Promise<void> {
  const say = (refusal: string): void => stream.send(encodeStream({ keyDone: { refusal } }))
  if (first.op !== HELLO.op) return say('expected a hello first')
  say('')
  const second = await stream.receive(timeoutMs)
  const message = second && decodeStream(second)
  if (message && 'keyChange' in message) say(await change(message.keyChange))
}
