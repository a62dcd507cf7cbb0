import type { Claim } from './claims.js'
import type { Term } from './term.js'

/**
 * One life of a member, as voters tell them apart: its id and the incarnation that it started with. An
 * old process of the same id may still be about.
 */
export type Life = string

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
  /** Who owns what: news, or an answer to a digest. */
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
      /** How many datagrams of claims the one who sends this has sent just before. */
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
      /** The life that gives them. */
      readonly giver: Life
    }
  | { readonly kind: 'taken'; readonly move: number }
  /** Do you support us for these slots, under these terms? */
  | {
      readonly kind: 'ask'
      readonly round: number
      readonly wants: readonly Want[]
      readonly asker: Life
      /**
       * The life that has given them to us; our own where we had them, and our time was over; empty:
       * nobody has given them.
       */
      readonly giver: Life
    }
  /** We do, for these; and there are terms as high as this one. */
  | {
      readonly kind: 'grant'
      readonly round: number
      readonly slots: readonly number[]
      readonly seen: Term
    }
