import * as core from '../../lib/core/index.js'
import { nodesOf, type Plan } from '../plans/plan.js'
import type { World } from '../world/world.js'
import type { Scene } from './check.js'

/** What a run has shown by its end, beside the world itself. */
export interface Aftermath {
  readonly plan: Plan
  readonly world: World
  /** When each of these came true, in milliseconds after the end of faults; −1: it did not. */
  readonly restedMs: Readonly<Record<Rest, number>>
  readonly boundMs: number
  /** Pairs in which a member that was up was held suspect, and held faulty. */
  readonly falseSuspects: number
  readonly falseDeaths: number
  /** How long after the crash the last survivor knew, of each crash; −1: one never did. */
  readonly crashMs: readonly number[]
  /** Bytes a node a second at rest, and what probing alone takes. */
  readonly restBytes: number
  readonly quietBytes: number
  /** Nodes that did not probe anybody once all was over. */
  readonly asleep: readonly number[]
  /** The most datagrams that one node sent within 100 ms after a stall. */
  readonly burst: number
}

/** What a healthy core must come to, each by itself. */
export type Rest = 'alive' | 'equal' | 'quiet' | 'well' | 'owned'

/** A rule that must come true once the faults are over. */
export interface LivenessCheck {
  readonly name: string
  readonly says: string
  judge(aftermath: Aftermath, scene: Scene): void
}

function only(plan: Plan, ...kinds: readonly string[]): boolean {
  return plan.faults.every((fault) => kinds.includes(fault.kind))
}

/** Loss of the links themselves, at the most. */
function lossAtMost(plan: Plan, most: number): boolean {
  return (plan.network.loss ?? 0) <= most
}

/**
 * A crash must be seen by all within this many milliseconds: the worst wait for a probe, the
 * longest suspicion, the gossip, one sync.
 */
export function detectionBoundMs(world: World): number {
  const { periodMs, suspicionMult, suspicionMaxMult, gossipIntervalMs } = world.protocol
  const n = world.nodes
  const probe = 2 * n * periodMs
  const suspicion = suspicionMult * suspicionMaxMult * Math.max(1, Math.log10(n)) * periodMs
  const spread = gossipIntervalMs * core.rumourBudget(world.protocol.rumourBudget, n)
  return probe + suspicion + spread + 10_000
}

/** What is healed must be at rest within this many: reconnects and slowed-down probes come on top. */
export function settleBoundMs(world: World): number {
  const { periodMs, reconnectMs, healthMax } = world.protocol
  return detectionBoundMs(world) + 4 * reconnectMs + periodMs * (healthMax + 1) ** 2
}

const NAMES: Readonly<Record<Rest, readonly [check: string, says: string]>> = {
  alive: ['L4', 'not all that are up hold each other alive'],
  equal: ['L3', 'views differ'],
  quiet: ['L8', 'rumours are still under way'],
  well: ['L9', 'local health has not come back'],
  owned: ['L10', 'not every slot has one owner that all know'],
}

function rests(rest: Rest): (aftermath: Aftermath, scene: Scene) => void {
  return ({ restedMs, boundMs }, { report }) => {
    const [name, says] = NAMES[rest]
    if (restedMs[rest] < 0) report(name, -1, -1, `${says} ${boundMs} ms after the last fault`)
  }
}

export const LIVENESS: readonly LivenessCheck[] = [
  {
    name: 'L1',
    says: 'a crash is seen by all within the bounds of the protocol',
    judge({ plan, world, crashMs }, { report }) {
      if (!only(plan, 'crash') || !lossAtMost(plan, 0.01)) return
      const bound = detectionBoundMs(world)
      for (const ms of crashMs) {
        if (ms < 0 || ms > bound) report('L1', -1, -1, `seen after ${ms} of ${bound} ms`)
      }
    },
  },
  {
    name: 'L2',
    says: 'without faults, with loss up to 1 %, nobody is falsely declared dead',
    judge({ plan, falseDeaths }, { report }) {
      const calm = only(plan, 'crash', 'leave', 'join', 'meta', 'step') && lossAtMost(plan, 0.01)
      if (calm && plan.start === 'together' && falseDeaths > 0) {
        report('L2', -1, -1, `${falseDeaths} false deaths`)
      }
    },
  },
  { name: 'L3', says: 'views become equal, and true', judge: rests('equal') },
  { name: 'L4', says: 'after any heal all are mutually alive', judge: rests('alive') },
  {
    name: 'L5',
    says: 'all that join become members',
    judge({ plan, world, restedMs }, { report }) {
      if (!plan.faults.some(({ kind }) => kind === 'join') || restedMs.alive >= 0) return
      const count = world.running().length
      report('L5', -1, -1, `${count} are up, and not all see so many`)
    },
  },
  {
    name: 'L6',
    says: 'a leave raises no suspicion, and all see it',
    judge({ plan, world, falseSuspects }, { report }) {
      if (!only(plan, 'leave') || !lossAtMost(plan, 0) || plan.faults.length === 0) return
      if (falseSuspects > 0) report('L6', -1, -1, `${falseSuspects} suspicions`)
      for (const fault of plan.faults) {
        for (const observer of world.running()) {
          const missed = nodesOf(fault).find((node) => world.standing(observer, node) !== core.LEFT)
          if (missed !== undefined) report('L6', observer, missed, 'its leave was not seen')
        }
      }
    },
  },
  {
    name: 'L7',
    says: 'whoever is falsely suspected refutes before anybody’s time-out',
    judge({ plan, falseSuspects, falseDeaths }, { report }) {
      if (!only(plan, 'loss', 'crash') || plan.start !== 'together') return
      const lossy = plan.faults.some(
        ({ kind, with: w }) => kind === 'loss' && Number(w?.rate ?? 1) > 0.1,
      )
      if (lossy || !lossAtMost(plan, 0.1)) return
      // 99.9 % of them: a single one may fail in a run of a thousand.
      if (falseDeaths > Math.max(0, Math.floor(falseSuspects / 1_000))) {
        report('L7', -1, -1, `${falseDeaths} of ${falseSuspects} false suspicions ended in death`)
      }
    },
  },
  { name: 'L8', says: 'after the last change queues are empty', judge: rests('quiet') },
  { name: 'L9', says: 'local health returns to 0', judge: rests('well') },
  {
    name: 'L10',
    says: 'every slot has one live owner that knows it, and requests for it arrive',
    judge: rests('owned'),
  },
  {
    name: 'L11',
    says: 'after a stall no burst, and no lost timer',
    judge({ asleep, burst, world }, { report }) {
      for (const index of asleep) report('L11', index, -1, 'probes nobody any more')
      const most = 50 * (world.protocol.fanout + world.protocol.relays + 2) + 2 * world.nodes
      if (burst > most) report('L11', -1, -1, `${burst} datagrams in 100 ms after a stall`)
    },
  },
  {
    name: 'L13',
    says: 'a one-way cut with healthy third parties makes nobody faulty',
    judge({ plan, falseDeaths }, { report }) {
      const narrow = plan.faults.every((fault) => {
        return fault.kind === 'cut' && fault.from?.length === 1 && fault.to?.length === 1
      })
      if (narrow && plan.faults.length === 1 && plan.nodes > 4 && falseDeaths > 0) {
        report('L13', -1, -1, `${falseDeaths} false deaths`)
      }
    },
  },
  {
    name: 'L14',
    says: 'after overload the load falls back to that of probing',
    judge({ plan, restBytes, quietBytes, restedMs }, { report }) {
      // Rights that end are renewed for ever.
      if (plan.ring !== undefined && plan.ring.mode !== 'available') return
      if (restedMs.quiet >= 0 && restBytes > 1.5 * quietBytes) {
        const figures = `${Math.round(restBytes)} bytes a node a second, not ${Math.round(quietBytes)}`
        report('L14', -1, -1, figures)
      }
    },
  },
]
