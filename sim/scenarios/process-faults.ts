import { LEAVING } from '../world/rings/leaving.js'
import type { World } from '../world/world.js'
import { count, ms, onNodes, type FaultSpec } from './fault-spec.js'
import type { ProcessFault } from '../plans/plan.js'

/** Somebody who is up, for a node to join over; undefined: nobody. */
function somebody(world: World, node: number): number | undefined {
  const up = world.peersOf(node)
  return up.length === 0 ? undefined : up[node % up.length]
}

/** What can befall a process. */
export const PROCESS_FAULTS: Readonly<Record<ProcessFault, FaultSpec>> = {
  crash: onNodes('the process ends without a word, and its host', {}, (world, node) => {
    world.crash(node)
  }),
  kill: onNodes(
    'the process ends without a word; its host lives, and refuses its streams',
    {},
    (world, node) => {
      if (world.up(node)) world.kill(node)
    },
  ),
  refuse: onNodes(
    'a firewall ends the streams to the node, and refuses new ones; datagrams pass',
    {},
    (world, node) => world.refuse(node),
    (world, node) => world.admit(node),
  ),
  restart: onNodes(
    'a process that is down starts again, with its state kept, stale or lost',
    { memory: { ...ms('', 0), says: 'what it remembers', unit: ['lost', 'kept', 'stale'] } },
    (world, node, fault) => {
      if (world.up(node)) world.crash(node)
      world.boot(node, somebody(world, node), fault.word('memory') as 'lost' | 'kept' | 'stale')
    },
  ),
  join: onNodes('a process starts and joins over one that is up', {}, (world, node) => {
    if (!world.up(node)) world.boot(node, somebody(world, node))
  }),
  takeover: onNodes(
    'a process starts on the address of another one, which is down',
    { of: count('the node whose address it takes', 0, 99_999, 0) },
    (world, node, fault) => {
      const from = fault.number('of')
      if (world.up(node)) world.crash(node)
      if (world.up(from)) world.crash(from)
      world.takeOver(node, from, somebody(world, node))
    },
  ),
  withdraw: onNodes('hands over all that it owns in the ring, then leaves', {}, (world, node) => {
    if (world.up(node)) world.setMeta(node, LEAVING)
  }),
  leave: onNodes('the process announces its leave, and ends 2 s later', {}, (world, node) => {
    if (!world.up(node)) return
    world.leave(node)
    world.at(world.now + 2_000, () => world.crash(node))
  }),
  meta: onNodes('the process changes its metadata', {}, (world, node) => {
    if (world.up(node)) world.setMeta(node, new Uint8Array([world.now & 255]))
  }),
  stall: onNodes(
    'the process gets no processor; what comes in waits, and overflows',
    {},
    (world, node, fault) => world.stall(node, fault.forMs ?? 1_000),
  ),
  slow: onNodes(
    'the process takes long over each input',
    { ms: ms('for each input', 5) },
    (world, node, fault) => world.slow(node, fault.number('ms')),
    (world, node) => world.slow(node, 0),
  ),
  jitter: onNodes(
    'its timers fire late',
    { ms: ms('up to', 50) },
    (world, node, fault) => world.jitter(node, fault.number('ms')),
    (world, node) => world.jitter(node, 0),
  ),
  drift: onNodes(
    'its clock runs fast or slow',
    { ppm: count('millionths', -500_000, 500_000, 200) },
    (world, node, fault) => world.drift(node, fault.number('ppm')),
    (world, node) => world.drift(node, 0),
  ),
  step: onNodes(
    'its wall clock is set',
    { seconds: count('seconds forward, or back', -3_600, 3_600, 60) },
    (world, node, fault) => world.stepClock(node, fault.number('seconds')),
  ),
}
