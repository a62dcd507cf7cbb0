import type { NodeParts } from '../membership/node-parts.js'
import { HEARD, SYNCED, type Membership, type Source } from '../membership/membership.js'
import { emptyUpdate, validUpdate, type UpdateView } from '../packets/packet-reader.js'
import { ID_BYTES_MAX, type TableSlot } from '../view/directory.js'
import { META_BYTES_MAX, type MemberTable } from '../view/table.js'
import { ENDPOINT_BYTES_MAX } from '../../base/endpoint.js'
import { utf8Length, utf8Write } from '../../base/utf8.js'
import { bucketHashes, BUCKETS, bucketOf } from '../view/view-hash.js'
import { WIRE_VERSION } from '../packets/label.js'
import { PROOF_BYTES } from '../membership/proofs.js'
import { incarnationOf, stateOf, type Word } from '../view/word.js'
import type { MemberRecord, Refusal, SyncAnswer, SyncClose, SyncOffer } from './sync-messages.js'
import type { Counters } from '../observing/counters.js'

/** Records that go in one message, by what they take on the wire at the most. */
const PAGE_BYTES = 1_048_576
/** Tags, lengths and numbers of a record. */
const RECORD_BYTES = 24

/** Where a record is laid out while it is merged; one for all, since nothing enters that twice. */
const scratch = new Uint8Array(ID_BYTES_MAX + ENDPOINT_BYTES_MAX + META_BYTES_MAX + PROOF_BYTES)
const NO_PROOF = new Uint8Array(0)
const view = emptyUpdate()

/**
 * Anti-entropy: two members compare the hashes of their buckets and exchange the records of those
 * that differ. Three messages over a stream; the same three make a process a member, only that a
 * joiner shows itself in the last one, when it knows the cluster already.
 *
 *     opener                               answerer
 *     offer():    my bucket hashes   ──►   answer():  compares
 *     close():    merges             ◄──   records of the differing buckets
 *                 what you lack, me  ──►   finish():  merges
 */
export class Sync {
  private readonly table: MemberTable
  private readonly membership: Membership
  private readonly counters: Counters
  private readonly label: number
  private readonly cluster: string
  private readonly refusesForeign: boolean
  /** Which founding this cluster goes back to; 0: none is known yet. */
  genesis = 0

  constructor(
    parts: NodeParts,
    needs: { readonly membership: Membership; readonly label: number; readonly cluster: string },
  ) {
    this.table = parts.table
    this.membership = needs.membership
    this.counters = parts.counters
    this.label = needs.label
    this.cluster = needs.cluster
    this.refusesForeign = parts.options.foreignGenesis === 'refuse'
  }

  offer(joining: boolean): SyncOffer {
    this.counters.syncsOpened++
    return {
      label: this.label >>> 0,
      version: WIRE_VERSION,
      cluster: this.cluster,
      from: this.record(this.membership.self),
      joining,
      genesis: this.genesis,
      // A joiner wants all there is, above all what is held about its own id.
      buckets: joining && this.table.size === 1 ? new Uint8Array(8 * BUCKETS) : this.hashes(),
    }
  }

  answer(now: number, offer: SyncOffer): SyncAnswer {
    const refused = this.refusalOf(now, offer)
    const from = this.record(this.membership.self)
    const { genesis } = this
    if (refused !== undefined) {
      const [refusal, reason] = refused
      return {
        refusal,
        reason,
        from,
        differing: new Uint8Array(0),
        records: [],
        more: false,
        genesis,
      }
    }
    this.counters.syncsAnswered++
    const differing = differingBuckets(this.hashes(), offer.buckets)
    const { records, more } = this.page(differing)
    return { refusal: '', reason: '', from, differing, records, more, genesis }
  }

  /** Merges an answer, and says what the answerer lacks. Not for refusals. */
  close(now: number, answer: SyncAnswer): SyncClose {
    const known = new Map<TableSlot, Word>()
    for (const record of answer.records) {
      this.merge(now, record, SYNCED)
      known.set(this.find(record), record.word | 0)
    }
    this.merge(now, answer.from, HEARD)
    const { self, own } = this.membership
    // Who is not a member yet says so once it knows all others.
    if (answer.more && !own.announced) return { records: [] }
    const missing = this.slotsIn(answer.differing).filter(
      (slot) => slot !== self && known.get(slot) !== this.table.word(slot),
    )
    const records: MemberRecord[] = []
    let bytes = 0
    for (const slot of missing) {
      if (bytes > PAGE_BYTES) break
      records.push(this.record(slot))
      bytes += bytesOf(records.at(-1) as MemberRecord)
    }
    return { records: [...records, this.record(self)] }
  }

  /** Merges what the opener sent last. Its own record, the last of all, is news and spreads. */
  finish(now: number, close: SyncClose): void {
    const last = close.records.length - 1
    close.records.forEach((record, i) => this.merge(now, record, i === last ? HEARD : SYNCED))
  }

  record(slot: TableSlot): MemberRecord {
    const endpoint = new Uint8Array(this.table.endpointLength(slot))
    this.table.copyEndpoint(slot, endpoint, 0)
    const id = new Uint8Array(utf8Length(this.table.id(slot)))
    utf8Write(this.table.id(slot), id, 0)
    const word = this.table.word(slot) >>> 0
    const degraded = this.table.degraded(slot)
    const proof = this.table.proofs?.of(slot, stateOf(this.table.word(slot))) ?? NO_PROOF
    return { word, id, endpoint, meta: this.table.meta(slot), accuser: 0, degraded, proof }
  }

  merge(now: number, record: MemberRecord, source: Source): void {
    const update = fits(record) ? this.viewOf(record) : undefined
    if (update !== undefined && validUpdate(update, scratch)) {
      this.membership.merge(now, update, scratch, source)
    } else this.counters.refusedBounds++
  }

  private isBelieved(record: MemberRecord): boolean {
    const update = fits(record) ? this.viewOf(record) : undefined
    if (update === undefined || !validUpdate(update, scratch)) return true
    return this.membership.believes(this.find(record), update, scratch)
  }

  /** Lays a record out as the datagram path has it: offsets into bytes. */
  private viewOf(record: MemberRecord): UpdateView {
    const { id, endpoint, meta, proof } = record
    scratch.set(id, 0)
    scratch.set(endpoint, id.length)
    if (meta.length > 0) scratch.set(meta, id.length + endpoint.length)
    view.word = record.word | 0
    view.idLength = id.length
    view.endpointOffset = id.length
    view.endpointLength = endpoint.length
    view.metaOffset = id.length + endpoint.length
    view.metaLength = meta.length
    view.proofOffset = view.metaOffset + meta.length
    view.proofLength = proof.length
    if (proof.length > 0) scratch.set(proof, view.proofOffset)
    view.accuser = record.accuser | 0
    view.degraded = record.degraded ? 1 : 0
    return view
  }

  /** Whether somebody's genesis keeps us apart. */
  isForeign(genesis: number): boolean {
    const known = genesis !== 0 && this.genesis !== 0
    return this.refusesForeign && known && genesis !== this.genesis
  }

  private refusalOf(now: number, offer: SyncOffer): readonly [Refusal, string] | undefined {
    if (offer.version !== WIRE_VERSION) {
      return ['VERSION_MISMATCH', `expected wire version ${WIRE_VERSION}, got ${offer.version}`]
    }
    if ((offer.label | 0) !== this.label) {
      const names = `${JSON.stringify(this.cluster)}, got ${JSON.stringify(offer.cluster)}`
      return ['CLUSTER_MISMATCH', `expected the cluster ${names}`]
    }
    if (this.isForeign(offer.genesis)) {
      return ['FOREIGN_GENESIS', `another cluster of the name ${JSON.stringify(this.cluster)}`]
    }
    if (!this.isBelieved(offer.from)) {
      return ['BAD_IDENTITY', 'its record is not signed by the key that we know, or by none']
    }
    if (offer.buckets.length !== 8 * BUCKETS) {
      return ['BAD_REQUEST', `expected ${8 * BUCKETS} bytes of bucket hashes`]
    }
    const ahead = incarnationOf(offer.from.word) - this.membership.clock.ceiling(now)
    if (ahead > 0) {
      const days = Math.ceil(1 + ahead / 86_400)
      return ['CLOCK_SKEW', `its incarnation is ${days} days ahead of our clock`]
    }
    const full = this.table.full && this.membership.tombstones.size === 0
    if (offer.joining && full && this.find(offer.from) < 0) {
      return ['MEMBERS_MAX', `the cluster has its ${this.table.size} members already`]
    }
    return undefined
  }

  private find(record: MemberRecord): TableSlot {
    return this.table.find(record.id, 0, record.id.length)
  }

  private hashes(): Uint8Array {
    return bucketHashes(this.table)
  }

  /**
   * The records of as many buckets as fit, in the order of their slots, whatever their ids hash to;
   * the bits of the other buckets are cleared.
   */
  private page(buckets: Uint8Array): { records: MemberRecord[]; more: boolean } {
    const all = this.slotsIn(buckets).map((slot) => {
      return { bucket: bucketOf(this.table.hash(slot)), record: this.record(slot) }
    })
    const bytes = new Float64Array(BUCKETS)
    for (const { bucket, record } of all) bytes[bucket] += bytesOf(record)
    let end = 0
    for (let sum = 0; end < BUCKETS && sum <= PAGE_BYTES; end++) sum += bytes[end]
    let more = false
    for (let bucket = end; bucket < BUCKETS; bucket++) {
      more ||= (buckets[bucket >> 3] & (1 << (bucket & 7))) !== 0
      buckets[bucket >> 3] &= ~(1 << (bucket & 7))
    }
    const page = all.filter(({ bucket }) => bucket < end)
    return { records: page.map(({ record }) => record), more }
  }

  private slotsIn(buckets: Uint8Array): TableSlot[] {
    const slots: TableSlot[] = []
    for (let slot = 0; slot < this.table.bound; slot++) {
      if (!this.table.has(slot)) continue
      const bucket = bucketOf(this.table.hash(slot))
      if ((buckets[bucket >> 3] & (1 << (bucket & 7))) !== 0) slots.push(slot)
    }
    return slots
  }
}

/** Whether there is room for a record to be laid out. */
function fits({ id, endpoint, meta, proof }: MemberRecord): boolean {
  const address = endpoint.length <= ENDPOINT_BYTES_MAX && meta.length <= META_BYTES_MAX
  return address && id.length <= ID_BYTES_MAX && proof.length <= PROOF_BYTES
}

function bytesOf({ id, endpoint, meta, proof }: MemberRecord): number {
  return id.length + endpoint.length + meta.length + proof.length + RECORD_BYTES
}

/** One bit per bucket: whether its eight bytes differ. */
function differingBuckets(ours: Uint8Array, theirs: Uint8Array): Uint8Array {
  const bits = new Uint8Array(BUCKETS >> 3)
  for (let i = 0; i < ours.length; i++) {
    if (ours[i] !== theirs[i]) bits[i >> 6] |= 1 << ((i >> 3) & 7)
  }
  return bits
}
