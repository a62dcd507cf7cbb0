import { Worker } from 'node:worker_threads'
import { sweepOne, type Swept, type Work } from './sweep.js'

/** Works off runs, on this thread or on several, in any order; stops early when aborted. */
export async function workOff(
  works: readonly Work[],
  jobs: number,
  done: (swept: Swept) => void,
  stop: AbortSignal,
): Promise<void> {
  if (jobs === 1) {
    for (const { plan, seed, expect } of works) {
      if (stop.aborted) return
      done(sweepOne(plan, seed, expect))
      // A signal is noticed only when the loop turns.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return
  }
  const queue = [...works]
  await Promise.all(
    Array.from({ length: Math.min(jobs, works.length) }, () => thread(queue, done, stop)),
  )
}

function thread(queue: Work[], done: (swept: Swept) => void, stop: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('./sweep-worker.js', import.meta.url))
  return new Promise((resolve, reject) => {
    const end = (): void => void worker.terminate().then(() => resolve(), reject)
    const next = (): void => {
      const work = stop.aborted ? undefined : queue.shift()
      if (work === undefined) end()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
      else worker.postMessage(work)
    }
    worker.on('message', (swept: Swept) => {
      done(swept)
      next()
    })
    worker.on('error', reject)
    stop.addEventListener('abort', end)
    next()
  })
}
