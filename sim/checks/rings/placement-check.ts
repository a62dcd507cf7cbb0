import { diff, Ring, type Assignment } from '../../../lib/ring/index.js'
import { holdsGone, type Owners, type Report } from '../../world/rings/owners.js'
import type { RingNode } from '../../world/rings/ring-node.js'

/** The load bound of a cluster's rings, as default. */
const LOAD_BOUND = 1.25

/** What a node's ring was when it was looked at last. */
interface Seen {
  readonly boot: number
  readonly participants: readonly string[]
  readonly assignment: Assignment
}

/** R1 to R6: what each node's ring says, by itself, beside what it said before, and beside the others'. */
export class PlacementCheck {
  private readonly owners: Owners
  private readonly report: Report
  private readonly last: (Seen | undefined)[] = []
  /** By their participants: owners as a ring says that has never had others. */
  private readonly fresh = new Map<string, string>()

  constructor(owners: Owners, report: Report) {
    this.owners = owners
    this.report = report
  }

  second(): void {
    const targets = new Map<string, { readonly node: RingNode; readonly owners: string }>()
    for (const node of this.owners.all()) {
      // What has changed at this very moment is not worked in yet.
      if (!this.owners.world.node(node.index).started || node.isStale) continue
      const assignment = node.ring.assignment()
      const owners = assignment.owners.join()
      this.sane(node)
      this.pure(node, owners)
      this.moved(node, assignment)
      const known = targets.get(node.roll.hash)
      if (known === undefined) targets.set(node.roll.hash, { node, owners })
      else if (known.owners !== owners) {
        this.report('R6', node.index, known.node.index, 'equal rolls, and other owners')
      }
    }
  }

  /** R2, R3, R5: it is a division of all slots among those who are there. */
  private sane(node: RingNode): void {
    const { world } = this.owners
    const { participants } = node.roll
    for (const id of participants) {
      const subject = world.node(node.index).table.findId(id)
      if (!world.up(subject) || !holdsGone(world, node.index, subject)) continue
      this.report('R3', node.index, subject, `${id} is eligible, and held to be gone`)
    }
    const loads = [...node.ring.loads().values()]
    const total = loads.reduce((sum, load) => sum + load, 0)
    if (participants.length > 0 && total !== node.ring.slots) {
      this.report('R2', node.index, -1, `${total} of ${node.ring.slots} slots have an owner`)
    }
    const most = bound(node.ring.slots, participants.length)
    if (Math.max(0, ...loads) > most) this.report('R5', node.index, -1, `loads ${loads}`)
  }

  /** R1: it follows from who takes part, whatever was before. */
  private pure(node: RingNode, owners: string): void {
    const participants = node.roll.participants.toSorted()
    const key = participants.join()
    let expected = this.fresh.get(key)
    if (expected === undefined) {
      const ring = new Ring({ slots: node.ring.slots, replicas: node.ring.replicas, seed: 'ring' })
      ring.update(participants.map((id) => ({ id })))
      expected = ring.assignment().owners.join()
      this.fresh.set(key, expected)
    }
    if (owners !== expected) this.report('R1', node.index, -1, 'a fresh ring has other owners')
  }

  /** R4: who comes or goes alone moves nothing between the others, but what the load bound forces. */
  private moved(node: RingNode, assignment: Assignment): void {
    const { boot } = node
    const participants = [...node.roll.participants]
    const before = this.last[node.index]
    this.last[node.index] = { boot, participants, assignment }
    if (before === undefined || before.boot !== boot) return
    const came = participants.filter((id) => !before.participants.includes(id))
    const went = before.participants.filter((id) => !participants.includes(id))
    if (came.length + went.length !== 1) return
    const slots = assignment.owners.length
    const full = (
      owners: Assignment['owners'],
      id: string | undefined,
      members: number,
    ): boolean => {
      return owners.filter((owner) => owner === id).length === bound(slots, members)
    }
    for (const { slot, from, to } of diff(before.assignment, assignment)) {
      if (to === came[0] || from === went[0]) continue
      // It did not fit where it was any more, or had not fitted where it is now.
      const forced =
        full(assignment.owners, from, participants.length) ||
        full(before.assignment.owners, to, before.participants.length)
      const mover = [...came, ...went].join()
      const what = `${mover} came or went, and slot ${slot} moved from ${from} to ${to}`
      if (!forced) this.report('R4', node.index, -1, what)
    }
  }
}

function bound(slots: number, members: number): number {
  return Math.ceil((LOAD_BOUND * slots) / Math.max(1, members))
}
