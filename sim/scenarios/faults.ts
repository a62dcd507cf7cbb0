import type { FaultSpec } from './fault-spec.js'
import { NETWORK_FAULTS } from './network-faults.js'
import type { FaultKind } from '../plans/plan.js'
import { PROCESS_FAULTS } from './process-faults.js'

/** Every kind of fault. */
export const FAULTS: Readonly<Record<FaultKind, FaultSpec>> = {
  ...PROCESS_FAULTS,
  ...NETWORK_FAULTS,
}
