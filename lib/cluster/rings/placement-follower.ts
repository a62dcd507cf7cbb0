import type { Enrolled, Roll } from '../../ownership/index.js'
import { diff, type Assignment, type Move, type Ring } from '../../ring/index.js'
import type { RingHost } from './ring-host.js'

/** Has the placement follow the members: once for all changes of `batchMs`, in slices. */
export class Following {
  private readonly ring: Ring
  private readonly roll: Roll
  private readonly after: RingHost['after']
  private readonly batchMs: number
  private readonly followed: (moves: readonly Move[]) => void
  private last: Assignment
  private change: Generator<void, void> | undefined
  private next: readonly Enrolled[] | undefined
  private cancel: () => void = () => {}

  constructor(
    ring: Ring,
    roll: Roll,
    after: RingHost['after'],
    batchMs: number,
    /** The placement is that of the members now. */
    followed: (moves: readonly Move[]) => void,
  ) {
    this.ring = ring
    this.roll = roll
    this.after = after
    this.batchMs = batchMs
    this.followed = followed
    this.last = ring.assignment()
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
    this.cancel = this.after(this.batchMs, () => {
      this.change = this.roll.change(this.next as readonly Enrolled[])
      this.next = undefined
      this.step()
    })
  }

  private step(): void {
    if (this.change?.next().done !== true) {
      this.cancel = this.after(0, () => this.step())
      return
    }
    this.change = undefined
    const before = this.last
    this.last = this.ring.assignment()
    if (this.next !== undefined) this.begin()
    this.followed(diff(before, this.last))
  }
}
