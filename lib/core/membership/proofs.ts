import { utf8Length, utf8Write } from '../../base/utf8.js'
import type { TableSlot } from '../view/directory.js'
import type { UpdateView } from '../packets/packet-reader.js'
import type { MemberTable } from '../view/table.js'
import {
  ALIVE,
  incarnationOf,
  LEFT,
  outranks,
  stateOf,
  wordOf,
  type State,
  type Word,
} from '../view/word.js'

/** A public key and a signature by it. */
export const PROOF_BYTES = 96
const NO_PROOF = new Uint8Array(0)
const HEAD = 'gyre 1 record'

/** A member's own key, and whose keys it believes. */
export interface Identity {
  /** A proof of these bytes: our public key, 32 bytes, and our signature, 64. */
  prove(bytes: Uint8Array): Uint8Array
  /** Whether a proof is right, and its key the member's: by a list, or as first seen. */
  holds(id: Uint8Array, proof: Uint8Array, bytes: Uint8Array): boolean
}

/** What is known of one member. */
interface Kept {
  alive: Uint8Array
  /** The life that it is of. */
  incarnation: number
  left: Uint8Array
}

/**
 * Signed records: only a member itself can say that it lives, where, and with what metadata, or that
 * it has left. Others can only accuse, and only runs that they have seen.
 */
export class Proofs {
  private readonly table: MemberTable
  private readonly cluster: string
  private readonly self: TableSlot
  private readonly identity: Identity
  private readonly kept = new Map<TableSlot, Kept>()
  private ownWord: Word = -1
  private own: Uint8Array = NO_PROOF

  constructor(table: MemberTable, cluster: string, self: TableSlot, identity: Identity) {
    this.table = table
    this.cluster = cluster
    this.self = self
    this.identity = identity
  }

  /** What goes with a member's record in this state; empty: nothing. */
  of(slot: TableSlot, state: State): Uint8Array {
    if (slot === this.self) return this.ownProof()
    // Nobody else is known without a proof.
    const kept = this.kept.get(slot) as Kept
    return state === LEFT ? kept.left : kept.alive
  }

  /** Whether a claim can be believed; `slot` is −1 for somebody new. */
  believes(slot: number, update: UpdateView, bytes: Uint8Array): boolean {
    if (slot >= 0 && this.isOld(slot as TableSlot, update, bytes)) return true
    const state = stateOf(update.word)
    if (state === LEFT || update.endpointLength > 0) return this.isProven(update, bytes)
    // An accusation: of us, of whom we know, and only of a run that was.
    if (slot === this.self || slot < 0) return true
    const known = this.table.addressIncarnation(slot as TableSlot)
    return incarnationOf(update.word) <= known
  }

  /** Keeps the proof of a claim that was believed, to pass it on. */
  keep(slot: TableSlot, update: UpdateView, bytes: Uint8Array): void {
    if (update.proofLength !== PROOF_BYTES || slot === this.self) return
    const proof = bytes.slice(update.proofOffset, update.proofOffset + PROOF_BYTES)
    const incarnation = incarnationOf(update.word)
    const kept = this.kept.get(slot) ?? { alive: NO_PROOF, incarnation: -1, left: NO_PROOF }
    this.kept.set(slot, kept)
    if (stateOf(update.word) === LEFT) kept.left = proof
    else if (incarnation > kept.incarnation) {
      kept.alive = proof
      kept.incarnation = incarnation
    }
  }

  forget(slot: TableSlot): void {
    this.kept.delete(slot)
  }

  /** Nothing would come of it: so it need not be proven, which takes a tenth of a millisecond. */
  private isOld(slot: TableSlot, update: UpdateView, bytes: Uint8Array): boolean {
    const { table } = this
    if (outranks(update.word, table.word(slot))) return false
    const { endpointOffset, endpointLength } = update
    if (endpointLength === 0) return true
    const [incarnation, held] = [incarnationOf(update.word), table.addressIncarnation(slot)]
    if (incarnation !== held) return incarnation < held
    return table.sameEndpoint(slot, bytes, endpointOffset, endpointLength)
  }

  private isProven(update: UpdateView, bytes: Uint8Array): boolean {
    if (update.proofLength !== PROOF_BYTES) return false
    const { idOffset, idLength, proofOffset } = update
    const id = bytes.subarray(idOffset, idOffset + idLength)
    const left = stateOf(update.word) === LEFT
    // Suspect and faulty members are shown by what they said when they were alive.
    const word = left ? update.word : wordOf(incarnationOf(update.word), ALIVE)
    const { endpointOffset, endpointLength, metaOffset, metaLength, degraded } = update
    const text = this.text(id, word, {
      endpoint: bytes.subarray(endpointOffset, endpointOffset + endpointLength),
      meta: bytes.subarray(metaOffset, metaOffset + metaLength),
      degraded: degraded === 1,
    })
    const proof = bytes.subarray(proofOffset, proofOffset + PROOF_BYTES)
    return this.identity.holds(id, proof, text)
  }

  /** Signed anew whenever our word has changed: an address never does without it. */
  private ownProof(): Uint8Array {
    const { table, self } = this
    const word = table.word(self)
    if (word === this.ownWord) return this.own
    const endpoint = new Uint8Array(table.endpointLength(self))
    table.copyEndpoint(self, endpoint, 0)
    const id = new Uint8Array(utf8Length(table.id(self)))
    utf8Write(table.id(self), id, 0)
    const address = { endpoint, meta: table.meta(self), degraded: table.degraded(self) }
    this.own = this.identity.prove(this.text(id, word, address))
    this.ownWord = word
    return this.own
  }

  /** What is signed: lengths before all that has no fixed one. A leave is signed without address. */
  private text(id: Uint8Array, word: Word, address: Address): Uint8Array {
    const left = stateOf(word) === LEFT
    const { endpoint, meta } = left ? NO_ADDRESS : address
    const head = HEAD.length + utf8Length(this.cluster)
    const out = new Uint8Array(head + id.length + endpoint.length + meta.length + 12)
    let at = utf8Write(HEAD, out, 0)
    at = utf8Write(this.cluster, out, at)
    const slow = !left && address.degraded ? 1 << 24 : 0
    for (const number of [word, id.length | (endpoint.length << 8), meta.length | slow]) {
      for (let shift = 0; shift < 32; shift += 8) out[at++] = number >>> shift
    }
    out.set(id, at)
    out.set(endpoint, at + id.length)
    out.set(meta, at + id.length + endpoint.length)
    return out
  }
}

interface Address {
  readonly endpoint: Uint8Array
  readonly meta: Uint8Array
  readonly degraded: boolean
}

const NO_ADDRESS = { endpoint: NO_PROOF, meta: NO_PROOF }
