import { GOSSIP, type Agenda } from './agenda.js'
import type { ProtocolOptions } from './options.js'
import type { PacketWriter } from './packet-writer.js'
import { Rumours, rumourBudget } from './rumours.js'
import { NO_SLOT, type TableSlot } from './directory.js'
import { type MemberTable } from './table.js'
import { UPDATES_MAX } from './wire.js'

/** The rumours of the packet that is being filled. */
const picked = new Int32Array(UPDATES_MAX)

/** How many rumours too long for the rest of a packet are passed over before it is called full. */
const MISFITS_MAX = 4

/**
 * What is spread, and when: rumours ride on every packet, and go out by themselves at once when
 * they are new, then every gossip interval until all of their budgets are spent.
 */
export class Gossip {
  readonly rumours: Rumours = new Rumours()
  private budget = 0
  private budgetMembers = 0
  private readonly options: ProtocolOptions
  private readonly table: MemberTable
  private readonly agenda: Agenda

  constructor(options: ProtocolOptions, table: MemberTable, agenda: Agenda) {
    this.options = options
    this.agenda = agenda
    this.table = table
  }

  /** Starts a rumour. `forward` sends it on the next turn of the loop. */
  spread(now: number, slot: TableSlot, accuser: number): void {
    this.rumours.queue(slot, accuser)
    this.wake(now)
  }

  /**
   * A confirmation of a suspicion that all know of already: it shortens time-outs, and whoever
   * misses it loses nothing else, so a third of the budget will do.
   */
  confirm(now: number, slot: TableSlot, accuser: number, liveMembers: number): void {
    const budget = this.budgetFor(liveMembers)
    const part = this.options.rumourBudget === 'ln' ? Math.ceil(budget / 3) : budget
    this.rumours.queue(slot, accuser, budget - part)
    this.wake(now)
  }

  private wake(now: number): void {
    // Without gossip of their own rumours wait for a ping to ride on.
    if (this.options.fanout === 0) return
    const delayMs = this.options.forward ? 0 : this.options.gossipIntervalMs
    this.agenda[GOSSIP] = Math.min(this.agenda[GOSSIP], now + delayMs)
  }

  /** A round has gone out to so many peers. Without any, rumours wait for the next newcomer. */
  roundDone(now: number, peers: number): void {
    const idle = this.rumours.size === 0 || peers === 0
    this.agenda[GOSSIP] = idle ? Infinity : now + this.options.gossipIntervalMs
  }

  /** Tells about one member out of turn, without counting it as a send. */
  tell(writer: PacketWriter, slot: TableSlot, accuser: number): void {
    writer.update(this.table, slot, this.rumours.accuser(slot) || accuser)
  }

  /** Fills the rest of a packet with rumours, save the one told already. */
  fill(writer: PacketWriter, liveMembers: number, told: TableSlot = NO_SLOT): void {
    if (this.rumours.size === 0) return
    let count = 0
    let misfits = 0
    let slot = this.rumours.first() as TableSlot
    while (slot >= 0 && misfits < MISFITS_MAX && count < UPDATES_MAX) {
      if (slot !== told) {
        const alone = writer.updates === 0
        const fits = writer.update(this.table, slot, this.rumours.accuser(slot))
        // One too long for a packet of its own is counted as sent, or it would stay for ever.
        if (fits || alone) picked[count++] = slot
        if (!fits) misfits++
      }
      slot = this.rumours.after(slot) as TableSlot
    }
    const budget = this.budgetFor(liveMembers)
    for (let i = 0; i < count; i++) this.rumours.sent(picked[i] as TableSlot, budget)
  }

  /** A logarithm a packet would be felt. */
  private budgetFor(liveMembers: number): number {
    if (this.budgetMembers !== liveMembers) {
      this.budgetMembers = liveMembers
      this.budget = rumourBudget(this.options.rumourBudget, liveMembers)
    }
    return this.budget
  }
}
