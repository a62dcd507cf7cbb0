import { amplification, bounded, harmless, orderless, silent, sizes } from './bounds.js'
import type { Check } from './check.js'
import { buddy, health, probing, rounds } from './probes.js'
import { deadlines, denial, suspicionTime } from './verdicts.js'
import * as Words from './words.js'

export type { Check, Cost, RunningCheck, Scene, Violation } from './check.js'
export { LIVENESS, settleBoundMs, type Aftermath, type Rest } from './liveness.js'
export { SITUATIONS, Sometimes } from './sometimes.js'

/** The safety checks that look on while a world runs. S21, S23 and S24 compare whole runs. */
export const SAFETY: readonly Check[] = [
  Words.origin,
  Words.rising,
  Words.once,
  Words.spoken,
  denial,
  suspicionTime,
  deadlines,
  probing,
  rounds,
  health,
  sizes,
  buddy,
  Words.noZombie,
  Words.leftForGood,
  Words.story,
  orderless,
  harmless,
  amplification,
  bounded,
  silent,
  Words.apart,
]
