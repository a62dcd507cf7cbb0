/**
 * The inner parts of the engine, for one user only: the simulator's planted bugs, which prove that
 * its checks find what is wrong. Not exported from the package.
 */
export { Detector } from './probing/detector.js'
export { Gossip } from './gossip/gossip.js'
export { Healer } from './agreement/healer.js'
export { Inbox } from './inbox.js'
export { Living } from './view/living.js'
export { Membership } from './membership/membership.js'
export { SwimNode } from './node.js'
export { OwnRecord } from './membership/own-record.js'
export { Relayer } from './probing/relayer.js'
export { Rumours } from './gossip/rumours.js'
export { Sender } from './probing/sender.js'
export { Suspicions } from './suspicion/suspicions.js'
