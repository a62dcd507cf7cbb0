/** What a member asks of a store of leases. */
export interface LeaseRequest {
  /** The cluster's name and the ring's. */
  readonly ring: string
  /** The run of a member: `id/incarnation`, with the incarnation that its process started with. */
  readonly holder: string
  /** The run that has given the slots to it; empty: none has. */
  readonly giver: string
  readonly slots: readonly number[]
  /** The fencing number of the lease. A store refuses one below what it has. */
  readonly token: bigint
  readonly ttlMs: number
}

/** What a store has granted. */
export interface LeaseGrant {
  readonly slots: readonly number[]
  /** The highest token on the slots that were refused; 0: none. */
  readonly seen: bigint
}

/**
 * Where the leases of a ring in mode `lease` are kept. Of each slot it knows holder, token and end; the
 * end is by the store's own clock.
 */
export interface LeaseStore {
  /**
   * Grants each slot that is free, whose lease has ended, that has this holder and token already (then
   * it is renewed), or that its giver holds; to all but renewals only under a token above the one
   * there is.
   */
  acquire(request: LeaseRequest): Promise<LeaseGrant>
}
