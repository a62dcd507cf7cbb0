import { negativeControls } from './controls.js'
import { evidence } from './evidence.js'
import type { Experiment } from './experiment.js'
import * as Lifeguard from './lifeguard.js'
import * as Memberlist from './memberlist.js'
import * as Owning from './ownership.js'
import { newcomers } from './newcomers.js'
import { partitionFamily } from './partition-family.js'
import * as Rapid from './rapid.js'
import * as Rings from './ring.js'
import * as Swim from './swim.js'
import { infection } from './swim-infection.js'
import { tradeoff } from './tradeoff.js'

export type { Experiment, Row } from './experiment.js'

/** Every experiment, by the paper or the system that it stands against. */
export const EXPERIMENTS: readonly Experiment[] = [
  Swim.load,
  Swim.firstDetection,
  Swim.latency,
  infection,
  Swim.falsePositive,
  Swim.lossyJoins,
  Lifeguard.latency,
  Lifeguard.alpha,
  Lifeguard.table4,
  Lifeguard.table6,
  Lifeguard.stalls,
  Memberlist.crash,
  newcomers,
  Memberlist.lossMatrix,
  tradeoff,
  evidence,
  Memberlist.residue,
  Memberlist.demers,
  Rapid.bootstrap,
  Rapid.crash,
  Rapid.bandwidth,
  Rapid.flipFlop,
  partitionFamily,
  Owning.failover,
  Owning.fencing,
  negativeControls,
  Rings.balance,
  Rings.bound,
  Rings.order,
]
