/**
 * Asks all of them, so many at a time, and yields each answer as it comes. `end` is called with the
 * last one, or once nobody listens any more.
 */
export async function* asTheyCome<T, A>(
  asked: readonly T[],
  ask: (one: T) => Promise<A>,
  atOnce: number,
  end: () => void,
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
    end()
  }
}
