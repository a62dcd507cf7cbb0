import { parentPort } from 'node:worker_threads'
import { sweepOne, type Work } from './sweep.js'

// One thread of a sweep: a run for each message.
parentPort?.on('message', ({ plan, seed, expect }: Work) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
  parentPort?.postMessage(sweepOne(plan, seed, expect))
})
