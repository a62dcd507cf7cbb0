/**
 * Asks all of them, `atOnce` at a time, and yields each answer as it comes. `close` is called after the
 * last one, or once the caller stops reading.
 */
export async function* gatherReplies<T, A>(
  asked: readonly T[],
  ask: (one: T) => Promise<A>,
  atOnce: number,
  close: () => void,
): AsyncGenerator<A> {
  const waiting = [...asked]
  const ready: A[] = []
  let missing = asked.length
  let wake: (() => void) | undefined
  const askNext = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      ready.push(await ask(one))
      wake?.()
    }
  }
  try {
    for (let i = 0; i < atOnce; i++) void askNext()
    while (missing > 0) {
      if (ready.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      missing -= ready.length
      yield* ready.splice(0)
    }
  } finally {
    waiting.length = 0
    close()
  }
}
