import type { Claim } from './claims.js'
import type { Term } from './term.js'

/**
 * One run of a member, `id/incarnation`, with the incarnation that its process started with: voters tell
 * by it a process that was restarted from the old one of the same id, which may still be running.
 */
export type RunId = string

/** Slots that are asked for under one term. */
export interface Want {
  readonly term: Term
  readonly slots: readonly number[]
}

/** Whether a message names only slots that there are. */
export function fits(message: RingMessage, slots: number): boolean {
  const isOne = (slot: number): boolean => slot < slots
  if (message.kind === 'claims') return message.claims.every((claim) => claim.slots.every(isOne))
  if (message.kind === 'ask') return message.wants.every((want) => want.slots.every(isOne))
  return !('slots' in message) || message.slots.every(isOne)
}

/** What members of one ring say to each other, in datagrams: each may be lost, or come twice. */
export type RingMessage =
  /** Which member owns what: news, or an answer to a digest. */
  | { readonly kind: 'claims'; readonly claims: readonly Claim[] }
  /**
   * What we know of claims, in hashes. Answered with what differs, and a digest if that is wanted; a
   * single hash over all with a digest, if that differs.
   */
  | {
      readonly kind: 'digest'
      /** Whether it knows of all claims that there are. */
      readonly informed: boolean
      /** Whether it wants to know what we know. */
      readonly asks: boolean
      readonly parts: readonly number[]
      /** Datagrams of claims that the sender has sent just before this one. */
      readonly pages: number
    }
  /** Slots are going to be yours: say when you are ready for them. */
  | { readonly kind: 'prepare'; readonly move: number; readonly slots: readonly number[] }
  | { readonly kind: 'ready'; readonly move: number }
  /** These are yours now, under this term, and until then also by the right of the one before. */
  | {
      readonly kind: 'flip'
      readonly move: number
      readonly slots: readonly number[]
      readonly term: Term
      /** How long our own right would have lasted; Infinity where rights do not end. */
      readonly remainingMs: number
      /** The run that gives them. */
      readonly giver: RunId
    }
  | { readonly kind: 'taken'; readonly move: number }
  /** Do you support us for these slots, under these terms? */
  | {
      readonly kind: 'ask'
      readonly round: number
      readonly wants: readonly Want[]
      readonly asker: RunId
      /**
       * The run that has given them to us; our own where we had them, and our time was over; empty: none has.
       */
      readonly giver: RunId
    }
  /** We do, for these; and there are terms as high as this one. */
  | {
      readonly kind: 'grant'
      readonly round: number
      readonly slots: readonly number[]
      readonly seen: Term
    }
