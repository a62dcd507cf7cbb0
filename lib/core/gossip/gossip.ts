import { type Agenda, DUE } from '../seam/agenda.js'
import type { ProtocolOptions } from '../options/options.js'
import type { PacketWriter } from '../packets/packet-writer.js'
import { NO_RUMOUR, Rumours, rumourBudget, type Rumour } from './rumours.js'
import { NO_SLOT, type TableSlot } from '../view/directory.js'
import type { MemberTable } from '../view/table.js'
import { UPDATES_MAX } from '../packets/label.js'

/** The rumours of the packet that is being filled. */
const picked = new Int32Array(UPDATES_MAX)

/** How many rumours too long for the rest of a packet are passed over before it is called full. */
const MISFITS_MAX = 4

/**
 * A confirmation is sent so often: it reaches 94 of 100 members in a cluster of any size, since the
 * part s that it misses is e^(−3·(1 − s)).
 */
const CONFIRM_SENDS = 3
/** A suspicion: it reaches 98 of 100, in a cluster of any size, and its confirmations tell of it too. */
const SUSPECT_SENDS = 4

/**
 * What is new goes on at once, up to so many rounds in a row; on the average, rounds keep this part
 * of an interval between them.
 */
const BURST = 3
const ALL = 65_536
/** The most that loss raises a budget. */
const RAISE_MAX = 2
const PACE = 0.5

/**
 * What is spread, and when: rumours ride on every packet, and go out by themselves at once when
 * they are new, then every gossip interval until all of their budgets are spent. After many deaths
 * news comes faster than rounds may follow each other, and goes out together.
 */
export class Gossip {
  readonly rumours: Rumours = new Rumours()
  private budget = 0
  private budgetMembers = 0
  /** The part of probes that the network lost, of 2¹⁶: a mean over the last 16 or so. */
  private lost = 0
  /** When the rounds so far would have gone out one pace apart (the GCRA of ITU-T I.371). */
  private pacedTo = 0
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
   * Starts a rumour of a change. Of a suspicion fewer are enough: whoever misses it hears the verdict,
   * or that it was denied, all the same; and the suspect itself hears of it with every packet.
   */
  news(
    now: number,
    slot: TableSlot,
    accuser: number,
    suspected: boolean,
    liveMembers: number,
  ): void {
    const spared = suspected ? this.spared(SUSPECT_SENDS, liveMembers) : 0
    this.rumours.queue(slot, accuser, spared)
    this.wake(now)
  }

  /**
   * A confirmation of a suspicion that all know of already: it shortens time-outs, and whoever
   * misses it loses nothing else, so it need not reach everybody.
   */
  confirm(now: number, slot: TableSlot, accuser: number, liveMembers: number): void {
    this.rumours.queue(slot, accuser, this.spared(CONFIRM_SENDS, liveMembers))
    this.wake(now)
  }

  /** How many sends of its budget a rumour does without that needs only so many. */
  private spared(sends: number, liveMembers: number): number {
    if (this.options.rumourBudget !== 'ln') return 0
    return Math.max(0, this.budgetFor(liveMembers) - Math.ceil(sends * this.raise))
  }

  /** A probe has shown its target to live; its direct ping, or the ack to it, was lost or not. */
  probed(lost: boolean): void {
    if (!lost && this.lost === 0) return
    this.lost += ((lost ? ALL : 0) - this.lost) >> 4
    this.budgetMembers = 0
  }

  /** See `SwimNode.warm`. */
  warm(): number {
    return this.budget ^ this.rumours.warm()
  }

  private wake(now: number): void {
    // Without gossip of their own rumours wait for a ping to ride on.
    if (this.options.fanout === 0) return
    const { forward, gossipIntervalMs } = this.options
    const earliest = this.pacedTo - BURST * PACE * gossipIntervalMs
    const at = forward ? Math.max(now, earliest) : now + gossipIntervalMs
    this.agenda[DUE.gossip] = Math.min(this.agenda[DUE.gossip], at)
  }

  /** A round has gone out to so many peers. Without any, rumours wait for the next newcomer. */
  roundDone(now: number, peers: number): void {
    this.pacedTo = Math.max(now, this.pacedTo) + PACE * this.options.gossipIntervalMs
    const idle = this.rumours.size === 0 || peers === 0
    this.agenda[DUE.gossip] = idle ? Infinity : now + this.options.gossipIntervalMs
  }

  /** Tells about one member out of turn, without counting it as a send. */
  tell(writer: PacketWriter, slot: TableSlot, accuser: number): void {
    writer.update(this.table, slot, this.rumours.accuserOf(slot) || accuser)
  }

  /** Fills the rest of a packet with rumours, save the one told already. */
  fill(writer: PacketWriter, liveMembers: number, told: TableSlot = NO_SLOT): void {
    const { rumours } = this
    let count = 0
    let misfits = 0
    let rumour = rumours.first()
    while (rumour !== NO_RUMOUR && misfits < MISFITS_MAX && count < UPDATES_MAX) {
      const slot = rumours.slot(rumour)
      if (slot !== told) {
        const alone = writer.updates === 0
        const fits = writer.update(this.table, slot, rumours.accuser(rumour))
        // One too long for a packet of its own is counted as sent, or it would stay for ever.
        if (fits || alone) picked[count++] = rumour
        if (!fits) misfits++
      }
      rumour = rumours.after(rumour)
    }
    const budget = this.budgetFor(liveMembers)
    for (let i = 0; i < count; i++) rumours.sent(picked[i] as Rumour, budget)
  }

  /** A logarithm a packet would be felt. */
  private budgetFor(liveMembers: number): number {
    if (this.budgetMembers !== liveMembers) {
      this.budgetMembers = liveMembers
      const { rumourBudget: formula } = this.options
      const raise = formula === 'ln' ? this.raise : 1
      this.budget = Math.ceil(raise * rumourBudget(formula, liveMembers))
    }
    return this.budget
  }

  /**
   * By how much more often a rumour must be sent to arrive as often: 1 / (1 − p) where a packet is
   * lost with p. A ping and its ack both arrive with (1 − p)².
   */
  private get raise(): number {
    return Math.min(RAISE_MAX, 1 / Math.sqrt(1 - this.lost / ALL))
  }
}
