import type { Enrolled, Roll } from '../../ownership/index.js'
import { diff, type Assignment, type Move, type Ring } from '../../ring/index.js'
import { soonOrAfter, type Runtime } from '../../runtime/index.js'

/** Has the placement follow the members: once for all changes within `batchMs`, in slices. */
export class PlacementFollower {
  private readonly ring: Ring
  private readonly roll: Roll
  private readonly runtime: Runtime
  private readonly batchMs: number
  private readonly followed: (moves: readonly Move[]) => void
  private last: Assignment
  private change: Generator<void, void> | undefined
  private next: readonly Enrolled[] | undefined
  private cancel: () => void = () => {}

  constructor(parts: {
    readonly ring: Ring
    readonly roll: Roll
    readonly runtime: Runtime
    readonly batchMs: number
    /** Called when the placement is that of the members again. */
    readonly followed: (moves: readonly Move[]) => void
  }) {
    this.ring = parts.ring
    this.roll = parts.roll
    this.runtime = parts.runtime
    this.batchMs = parts.batchMs
    this.followed = parts.followed
    this.last = parts.ring.assignment()
  }

  /** Whether the placement is not yet that of the members. */
  get busy(): boolean {
    return this.next !== undefined || this.change !== undefined
  }

  /** These are all members there are. */
  follow(members: readonly Enrolled[]): void {
    const waits = this.busy
    this.next = members
    if (!waits) this.begin()
  }

  stop(): void {
    this.cancel()
  }

  private begin(): void {
    this.cancel = soonOrAfter(this.runtime, this.batchMs, () => {
      this.change = this.roll.change(this.next as readonly Enrolled[])
      this.next = undefined
      this.step()
    })
  }

  private step(): void {
    if (this.change?.next().done !== true) {
      this.cancel = soonOrAfter(this.runtime, 0, () => this.step())
      return
    }
    this.change = undefined
    const before = this.last
    this.last = this.ring.assignment()
    if (this.next !== undefined) this.begin()
    this.followed(diff(before, this.last))
  }
}
